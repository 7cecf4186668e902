// The page before the app runs: the plain view as the app draws it, to which the
// app comes without a shift.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, withApp } from "./support/browser.mjs";
import { DATASET } from "./support/dataset.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

// Holds the program back until it is let go.
async function held(page) {
  let release;
  const until = new Promise((done) => {
    release = done;
  });
  await page.route("**/*.wasm", async (route) => {
    await until;
    await route.continue();
  });
  return release;
}

// What an observer has seen move, in the page's own measure.
const watch = () => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      window.shifts.push([value, ...sources.map(({ node }) => String(node?.className || node?.nodeName))]);
  }).observe({ type: "layout-shift", buffered: true });
};

const place = (page, selector) =>
  page.locator(selector).evaluateAll((all) => {
    const box = all.map((one) => one.getBoundingClientRect()).find(({ width }) => width > 0);
    return box && [box.left, box.top].map(Math.round);
  });

for (const [width, height] of [
  [1440, 900],
  [768, 900],
  [390, 844],
]) {
  test(`${width}: the app takes the place of the drawn view without a shift`, () =>
    withApp(browser, { query: "lang=en", width, height, init: watch }, async ({ page, url }) => {
      const release = await held(page);
      await page.goto(`${url}?lang=en`, { waitUntil: "commit" });
      await page.locator(".first[data-lang=en] .first-map svg").waitFor();
      await page.evaluate(() => document.fonts.ready);
      const first = [
        await place(page, ".first h1"),
        await place(page, ".first .key-figures"),
        await place(page, ".first-map svg"),
      ];
      release();
      await page.locator("#map canvas").waitFor();
      const app = [await place(page, "h1"), await place(page, ".key-figures"), await place(page, "#map")];
      for (const [nth, [x, y]] of app.entries()) {
        const [left, top] = first[nth];
        assert.ok(Math.abs(x - left) <= 8 && Math.abs(y - top) <= 8, `${nth}: ${first[nth]} and ${app[nth]}`);
      }
      const shifts = await page.evaluate(() => window.shifts);
      const sum = shifts.reduce((all, [value]) => all + value, 0);
      // The letters of the page's fonts, when they come.
      assert.ok(sum < 0.001, JSON.stringify(shifts));
    }));
}

test("it is in the reader's language and scheme, and says what a link chooses in vain", () =>
  withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
    await held(page);
    const shown = () =>
      page.locator(".first").evaluateAll((all) => all.filter((one) => one.offsetWidth).map((one) => one.lang));
    await page.goto(`${url}?lang=zh&scheme=dark`, { waitUntil: "commit" });
    await page.locator(".first[data-lang=zh] .first-map svg").waitFor();
    assert.deepEqual(await shown(), ["zh-Hans"]);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(20, 22, 26)");
    assert.equal(await page.locator(".first-note:visible").count(), 0);
    await page.goto(`${url}?lang=en&place=nyemo`, { waitUntil: "commit" });
    await page.locator(".first[data-lang=en] .first-map svg").waitFor();
    assert.deepEqual(await shown(), ["en"]);
    assert.match(await page.locator(".first-note:visible").innerText(), /all records/);
    for (const query of ["lang=en&embed=map", "lang=en&dataset=dataset/other.json"]) {
      await page.goto(`${url}?${query}`, { waitUntil: "commit" });
      await page.locator("#skeleton .tall").first().waitFor();
      assert.deepEqual(await shown(), [], "it is of another view");
    }
  }));

test("without scripts it has every record, in every language", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const html = await readFile(new URL("../../dist/index.html", import.meta.url), "utf8");
  const page = await context.newPage();
  await page.setContent(html);
  const text = await page.locator("body").innerText();
  for (const language of ["en", "zh"]) {
    assert.ok(text.includes(DATASET.title[language]));
    const drawn = await page.locator(`.first[data-lang=${language}]`).textContent();
    const missing = DATASET.records
      .map(({ title, shortTitle }) => shortTitle?.[language] ?? title[language])
      .filter((title) => !drawn.includes(title));
    assert.deepEqual(missing, []);
  }
  await context.close();
});

test("no colour of it is one of no scheme", async () => {
  const html = await readFile(new URL("../../dist/index.html", import.meta.url), "utf8");
  assert.ok(!/#a1b2|NaN|undefined/.test(html));
});
