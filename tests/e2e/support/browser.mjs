// One Chromium for a test file; each page watches for what must never happen.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

// Runs `use({page, app, url})` with the app under `overrides`, and then checks
// that no error was printed and that no other host was asked for anything.
// `expected` holds patterns of console messages that the test provokes.
export async function withApp(browser, options, use) {
  const {
    query = "",
    overrides,
    width = 1440,
    height = 1000,
    scheme = "light",
    expected = [],
    init,
    locale = "en-US",
  } = options;
  // Hosts that the test plays itself, by the beginning of their addresses.
  const { hosts = [] } = options;
  const { timezone, density, motion, clock, touch = width < 700 } = options;
  // A worker fetches the app once more, beside each test: those that are about it let it.
  const { serviceWorkers = "block" } = options;
  const server = await serve(overrides);
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    permissions: ["clipboard-read", "clipboard-write"],
    hasTouch: touch,
    timezoneId: timezone,
    deviceScaleFactor: density,
    reducedMotion: motion,
    serviceWorkers,
  });
  const page = await context.newPage();
  const errors = [];
  const foreign = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    const known = [server.url, "data:", ...hosts];
    if (!known.some((start) => url.startsWith(start))) foreign.push(url);
  });
  if (init) await page.addInitScript(init);
  // A clock that the test sets.
  if (clock) await page.clock.install();
  try {
    await page.goto(`${server.url}${query && `?${query}`}`);
    await use({ page, url: server.url, close: server.close });
    const surprising = errors.filter((text) => !expected.some((pattern) => pattern.test(text)));
    assert.deepEqual(surprising, [], "nothing unexpected on the console");
    assert.deepEqual(foreign, [], "no request to another host");
  } catch (error) {
    // What the page said of itself is often the reason.
    if (errors.length > 0) error.message += `\nOn the console: ${errors.join("\n")}`;
    throw error;
  } finally {
    await context.close();
    await server.close();
  }
}

// How many records are shown, of "12 of 3,000 records": the smaller of both
// numbers, as languages have them in either order. Digits may be Arabic ones.
const SHOWN = (wanted) => {
  const text = document.querySelector("#count")?.innerText ?? "";
  const digits = text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.codePointAt(0) % 16));
  const numbers = digits.match(/\d+(?:[,٬.\u00a0\u202f]\d{3})*/g) ?? [];
  const shown = numbers.length ? Math.min(...numbers.map((number) => Number(number.replace(/\D/g, "")))) : null;
  return wanted === undefined ? shown : shown === wanted;
};

export async function count(page) {
  await page.locator("#count").waitFor({ state: "attached" });
  return page.evaluate(SHOWN);
}

export async function waitForCount(page, wanted) {
  await page.waitForFunction(SHOWN, wanted);
  await followed(page);
}

// What lies below the first screen follows it, and says so.
export const followed = (page) => page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));

// A list of choices, open. In a page or a frame.
export async function list(page, name) {
  const details = page.locator(`#filter-${name}`);
  await details.waitFor();
  if (!(await details.evaluate((element) => element.open))) await details.locator("summary").click();
  // The choices are there while it is open.
  await details.locator(".menu").waitFor();
  return details;
}

// Opens what a phone folds away.
export async function openFolds(page) {
  await page.locator("#count").waitFor({ state: "attached" });
  await followed(page);
  const closed = page.locator(".fold[aria-expanded=false]");
  while (await closed.count()) await closed.first().click();
  // What was folded away has to come first.
  await followed(page);
}

// The address as the page has it: the one that Playwright knows may be of a moment before.
export const addressOf = (page) => page.evaluate(() => location.href);
export const queryOf = async (page) => Object.fromEntries(new URL(await addressOf(page)).searchParams);

// Waits until nothing moves: no chart, and nothing of the page.
export const rest = (page) =>
  page.waitForFunction(() => {
    if (document.querySelector("[aria-busy=true]")) return false;
    const charts = [...document.querySelectorAll(".chart")].map((e) => window.AidAtlasCharts.getInstanceByDom(e));
    const still = charts.every((chart) => !chart || chart.getZr().animation.isFinished());
    return still && document.getAnimations().every(({ playState }) => playState !== "running");
  });

// Brings a chart into sight, which draws it, and waits until it is there and rests.
async function showChart(page, id) {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await page.waitForFunction((name) => {
    const element = document.getElementById(name);
    return element && window.AidAtlasCharts.getInstanceByDom(element)?.getOption()?.series?.length;
  }, id);
  await rest(page);
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
}

// The page's pixel of a point in a chart's own coordinates.
export async function pixel(page, id, finder, point) {
  await showChart(page, id);
  return page.evaluate(
    ([name, how, at]) => {
      const element = document.getElementById(name);
      const box = element.getBoundingClientRect();
      const [x, y] = window.AidAtlasCharts.getInstanceByDom(element).convertToPixel(how, at);
      return { x: box.left + x, y: box.top + y };
    },
    [id, finder, point],
  );
}

// The page's pixel of a datum of a chart that is laid out by its width: of the
// middle of its `nth` shape.
export async function datum(page, id, at, nth = 0) {
  await showChart(page, id);
  return page.evaluate(
    ([name, position, shape]) => {
      const element = document.getElementById(name);
      const box = element.getBoundingClientRect();
      const chart = window.AidAtlasCharts.getInstanceByDom(element);
      const group = chart.getModel().getSeriesByIndex(0).getData().getItemGraphicEl(position);
      const { x, y, width, height } = group.childAt(shape).getBoundingRect();
      return { x: box.left + x + width / 2, y: box.top + y + height / 2 };
    },
    [id, at, nth],
  );
}

export async function click(page, at) {
  await page.mouse.move(at.x, at.y);
  await page.mouse.click(at.x, at.y);
}

// Runs `work` in an empty page, where the app's policy does not hold.
export async function elsewhere(page, work, argument) {
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(work, argument);
  } finally {
    await blank.close();
  }
}
