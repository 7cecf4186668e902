// The map and the timeline before the program is there: drawn, pointed at, zoomed, and
// taken over by the program as they are.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { count, launch, withApp } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const PROGRAM = (await readdir(DIST)).find((name) => /^aid-atlas-\w+_bg\.wasm$/.test(name));
const wasm = await readFile(DIST + PROGRAM);
// What is drawn first, in English.
const FILE = `first/${(await readdir(`${DIST}first`)).find((name) => name.startsWith("en-"))}`;
const PLACES = { map: ".first-map", timeline: ".first-time" };

// Runs `use` while the program is held back, with a function that lets it come.
async function withoutProgram(options, use) {
  let release;
  const held = new Promise((done) => {
    release = done;
  });
  await withApp(
    browser,
    { ...options, overrides: { [PROGRAM]: { parts: [held, wasm] }, ...options.overrides } },
    (app) =>
      use({
        ...app,
        come: async () => {
          release();
          await app.page.locator("#map canvas").waitFor();
          await app.page.locator("#timeline canvas").waitFor();
          await app.page.locator("#skeleton").waitFor({ state: "detached" });
        },
      }),
  );
}

const live = (page) =>
  page.waitForFunction(
    (places) => places.every((place) => document.querySelector(`${place} .first-live canvas`)),
    Object.values(PLACES),
  );

// Where the middle of an area of a map is in the window.
const areaAt = (page, selector, name) =>
  page.evaluate(
    ([map, of]) => {
      const element = document.querySelector(map);
      const geo = window.AidAtlasCharts.getInstanceByDom(element).getModel().getComponent("geo").coordinateSystem;
      const [x, y] = geo.dataToPoint(geo.getRegion(of).getCenter());
      const box = element.getBoundingClientRect();
      return { x: box.left + x, y: box.top + y };
    },
    [selector, name],
  );

for (const [width, height, locale, scheme] of [
  [1440, 900, "en-US", "light"],
  [1440, 900, "zh-CN", "dark"],
  [1920, 1080, "en-US", "dark"],
  [768, 1024, "zh-CN", "light"],
  [390, 844, "en-US", "dark"],
  [390, 844, "zh-CN", "light"],
]) {
  test(`at ${width} pixels, ${locale}, ${scheme}: what is drawn before the program is what the program draws`, () =>
    withoutProgram({ width, height, locale, scheme }, async ({ page, come }) => {
      await live(page);
      await page.evaluate((places) => {
        window.early = Object.entries(places).map(([id, place]) => {
          const element = document.querySelector(
            `[data-lang="${document.documentElement.dataset.first}"] ${place} .first-live`,
          );
          const chart = window.AidAtlasCharts.getInstanceByDom(element);
          const all = {
            id,
            canvas: element.querySelector("canvas"),
            drawn: 0,
            size: [chart.getWidth(), chart.getHeight()],
          };
          chart.on("rendered", () => all.drawn++);
          return all;
        });
      }, PLACES);
      await come();
      // What the program still has to do, it does in turns.
      await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      const after = await page.evaluate(() =>
        window.early.map(({ id, canvas, drawn, size }) => {
          const element = document.getElementById(id);
          return {
            id,
            kept: element.querySelector("canvas") === canvas,
            drawn,
            fits: size[0] === element.clientWidth && size[1] === element.clientHeight,
          };
        }),
      );
      assert.deepEqual(
        after,
        Object.keys(PLACES).map((id) => ({ id, kept: true, drawn: 0, fits: true })),
      );
    }));
}

test("before the program a mark tells what it is, and a click is answered when it comes", () =>
  withoutProgram({}, async ({ page, come }) => {
    await live(page);
    const at = await areaAt(page, ".first-map .first-live", "nyemo");
    await page.mouse.move(at.x, at.y);
    await page.locator(".first-map .tip", { hasText: "Nyêmo" }).waitFor();
    await page.mouse.click(at.x, at.y);
    await come();
    const focused = (place) =>
      page.waitForFunction((of) => new URLSearchParams(location.search).get("focus") === `place:${of}`, place);
    await focused("nyemo");
    // And it goes on hearing.
    const next = await areaAt(page, "#map", "damxung");
    await page.mouse.click(next.x, next.y);
    await focused("damxung");
  }));

test("an enlarged map stays enlarged, and the program knows of it", () =>
  withoutProgram({}, async ({ page, come }) => {
    await live(page);
    const at = await areaAt(page, ".first-map .first-live", "nyemo");
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -400);
    await page.keyboard.up("Control");
    const zoom = (selector) =>
      page.evaluate((of) => window.AidAtlasCharts.shown(document.querySelector(of))[0], selector);
    const enlarged = await zoom(".first-map .first-live");
    assert.ok(enlarged > 1.2, `enlarged ${enlarged} times`);
    await come();
    assert.equal(await zoom("#map"), enlarged);
    await page.locator("#map-reset").click();
    assert.equal(await zoom("#map"), 1);
  }));

for (const query of [
  "place=nyemo",
  "embed=map",
  "panel=charts",
  "edition=63a0aa3e2e5a",
  "data=dataset%2Fbeijing-lhasa.json",
]) {
  test(`a link of another view is not drawn before the program: ${query}`, async () => {
    const asked = [];
    const init = () =>
      addEventListener("aid-atlas-charts", () => {
        window.came = true;
      });
    await withoutProgram({ query, init }, async ({ page }) => {
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.reload({ waitUntil: "commit" });
      await page.waitForFunction(() => window.AidAtlasCharts);
      // Longer than a drawing waits for fonts, its file and its turn.
      await page.waitForTimeout(1200);
      assert.equal(await page.locator(".first-live").count(), 0);
      assert.ok(await page.evaluate(() => window.came));
    });
    assert.deepEqual(
      asked.filter((path) => path.includes("/first/")),
      [],
      "its file is not asked for",
    );
  });
}

// A page whose charts.js is held back, and what it has asked for so far.
async function withoutCharts(query, use) {
  let release;
  const held = new Promise((done) => {
    release = done;
  });
  const charts = await readFile(`${DIST}charts.js`);
  const server = await serve({ "charts.js": { parts: [held, charts] } });
  const context = await browser.newContext({ serviceWorkers: "block", locale: "en-US" });
  try {
    const page = await context.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1)));
    await page.goto(`${server.url}?${query}`, { waitUntil: "commit" });
    const program = page.waitForRequest((request) => request.url().endsWith(PROGRAM));
    await use({ page, asked, program, release });
  } finally {
    release();
    await context.close();
    await server.close();
  }
}

for (const query of ["lang=en&place=nyemo", "lang=en&embed=map"]) {
  test(`a link of another view does not wait for charts.js: ${query}`, () =>
    withoutCharts(query, ({ program }) => program));
}

test("the program is asked for when charts.js has come, and not before", () =>
  withoutCharts("lang=en", async ({ page, asked, program, release }) => {
    await page.locator(".first-map svg").first().waitFor();
    await page.waitForTimeout(1500);
    assert.ok(!asked.includes(PROGRAM), asked.join());
    release();
    await program;
    await page.locator("#map canvas").waitFor();
  }));

test("a charts.js that is not answered holds the program up for a while only", () =>
  withoutCharts("lang=en", ({ program }) => program));

test("without charts.js the program is asked for all the same", () =>
  withApp(
    browser,
    { query: "lang=en", overrides: { "charts.js": { status: 404 } }, expected: [/404/, /charts\.js/, /integrity/] },
    async ({ page }) => assert.equal(await count(page), 105),
  ));

test("what a reader brushed holds where the program draws another option", () =>
  withoutProgram({ width: 920, height: 900 }, async ({ page, come }) => {
    await live(page);
    const box = await page.locator(".first[data-lang=en] .first-time .first-live").boundingBox();
    const y = box.y + 200;
    await page.mouse.move(box.x + box.width * 0.6, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, y, { steps: 5 });
    await page.mouse.up();
    // Another room than that in which it was drawn.
    await page.setViewportSize({ width: 880, height: 900 });
    await come();
    await page.waitForFunction(() => new URLSearchParams(location.search).has("from"));
  }));

test("what the program never took is given up with the page's first view", () =>
  withApp(
    browser,
    { query: "lang=en", overrides: { [PROGRAM]: { status: 404 } }, expected: [/404/] },
    async ({ page }) => {
      await page.locator("#stopped").waitFor();
      await page.waitForTimeout(1500);
      assert.equal(await page.locator(".first-live").count(), 0);
      assert.equal(await page.locator("table.records tbody tr").count(), 105);
    },
  ));

for (const [what, override] of [
  ["is missing", { status: 404 }],
  ["is another page", { body: "<!doctype html><title>A page</title>", type: "text/html" }],
  ["is cut off", { body: '{"colors":[' }],
  [
    "is of another form",
    { body: '{"colors":[],"maps":{},"drawings":[{"id":"map","media":"all","option":"{","height":10}]}' },
  ],
]) {
  test(`where the file of what is drawn first ${what}, the pictures stay until the program comes`, () =>
    withoutProgram({ overrides: { [FILE]: override }, expected: [/404/] }, async ({ page, come }) => {
      await page.waitForFunction(() => window.AidAtlasCharts);
      // Longer than a drawing waits for fonts, its file and its turn.
      await page.waitForTimeout(1200);
      assert.equal(await page.locator(".first-live").count(), 0);
      assert.ok(await page.locator(".first[data-lang=en] .first-map svg").isVisible());
      await come();
      assert.equal(await count(page), 105);
    }));
}

test("on paper it is the picture, before the program", () =>
  withoutProgram({}, async ({ page }) => {
    await live(page);
    const seen = () =>
      page.evaluate(() =>
        [".first-map .first-live", ".first-map svg"].map((of) => {
          const element = document.querySelector(`[data-lang=en] ${of}`);
          const { display, visibility } = getComputedStyle(element);
          return display !== "none" && visibility === "visible";
        }),
      );
    assert.deepEqual(await seen(), [true, false]);
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await seen(), [false, true]);
  }));
