// What the benchmarks stand on (`cargo xtask bench`): their arithmetic, their tables,
// and that they find on the page what they use. How long anything takes is no test.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { timed, watch } from "../../bench/support/acts.mjs";
import { replaced } from "../../bench/support/document.mjs";
import { blocked, kindOf, layoutShift, spread } from "../../bench/support/figures.mjs";
import { observe } from "../../bench/support/observe.mjs";
import { ACTS, ANSWERS, LIVE, QUERY } from "../../bench/support/pages.mjs";
import { table, verdict } from "../../bench/support/table.mjs";
import { launch, withApp } from "./support/browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const query = QUERY.slice(1);

test("the middle of an even count lies halfway; what is no number does not count", () => {
  assert.deepEqual(spread([3, 1, 2]), { min: 1, median: 2, max: 3 });
  assert.deepEqual(spread([10, 2, 4, 1]), { min: 1, median: 3, max: 10 });
  assert.deepEqual(spread([9, 10, 100]), { min: 9, median: 10, max: 100 });
  assert.deepEqual(spread([Number.NaN, undefined, 7]), { min: 7, median: 7, max: 7 });
  assert.equal(spread([]), null);
});

test("what is blocked is what tasks take over 50 ms, each", () => {
  assert.equal(
    blocked([
      [0, 50],
      [100, 80],
      [300, 151],
    ]),
    131,
  );
});

test("shifts count in the worst window of a second's gaps and five seconds at most", () => {
  const near = [
    [0, 0.1],
    [900, 0.1],
  ];
  assert.equal(layoutShift(near), 0.2);
  assert.equal(layoutShift([...near, [2000, 0.15]]), 0.2);
  const steady = Array.from({ length: 8 }, (_, second) => [second * 900, 0.125]);
  assert.equal(layoutShift(steady), 0.75);
});

test("answers are of the kind that they say", () => {
  const kinds = [
    "text/html",
    "text/css",
    "text/javascript",
    "application/wasm",
    "application/json",
    "font/woff2",
    "x/y",
  ];
  assert.deepEqual(kinds.map(kindOf), ["html", "css", "script", "wasm", "data", "font", "other"]);
});

test("a table has both pages side by side, and says of the app's median whether it is as wanted", () => {
  const rows = [
    { label: "paint, ms", most: 1000, figures: { React: [1700, 1600, 1650], app: [900, 1200, 950] } },
    { label: "size, kB", digits: 1, most: 450, figures: { React: [305], app: [1450.25] } },
    { label: "marks", least: 100, figures: { React: [], app: [100, 100] } },
    { label: "requests", figures: { React: [7], app: [9] } },
  ];
  const cells = table(["React", "app"], rows)
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  assert.deepEqual(cells[0].slice(1, -1), ["", "React: min", "median", "max", "app: min", "median", "max", "wanted"]);
  assert.deepEqual(cells[2].slice(2, -1), ["1,600", "1,650", "1,700", "900", "950", "1,200", "< 1,000: met"]);
  assert.equal(cells[3].at(-2), "< 450: not met");
  assert.deepEqual(cells[3].slice(5, 8), ["1,450.3", "1,450.3", "1,450.3"]);
  assert.deepEqual(cells[4].slice(2, -1), ["–", "–", "–", "100", "100", "100", "≥ 100: met"]);
  assert.equal(cells[5].at(-2), "");
  assert.equal(verdict({ most: 100 }, 100), "< 100: not met");
  assert.equal(verdict({ ahead: true }, 90, 91), "ahead: met");
  assert.equal(verdict({ ahead: true }, 91, 91), "ahead: not met");
});

test("a new table replaces that of its command and nothing else", () => {
  const first = replaced("# Title\n\nWords.\n", "Load", "old\n\n### Part\n\ntable");
  const both = replaced(first, "Input", "input");
  assert.equal(both, "# Title\n\nWords.\n\n## Load\n\nold\n\n### Part\n\ntable\n\n## Input\n\ninput\n");
  assert.equal(replaced(both, "Load", "new"), "# Title\n\nWords.\n\n## Load\n\nnew\n\n## Input\n\ninput\n");
});

test("the load's observer sees the paints and each live drawing", () =>
  withApp(
    browser,
    { query, init: `(${observe})(${JSON.stringify({ live: LIVE, answers: ANSWERS })})` },
    async ({ page }) => {
      await page.waitForFunction((names) => names.every((name) => window.bench.drawn[name]), Object.keys(LIVE));
      const seen = await page.evaluate(() => window.bench);
      assert.ok(seen.paints["first-contentful-paint"] > 0);
      assert.ok(seen.lcp.at > 0);
      await page.waitForFunction(() => window.bench.answers > 0);
    },
  ));

test("each act that is timed does on the page what it is for", () =>
  withApp(browser, { query, init: watch }, async ({ page }) => {
    for (const selector of [ANSWERS, ...Object.values(LIVE)]) await page.locator(selector).first().waitFor();
    const state = () =>
      page.evaluate(() => [document.querySelector("#count").innerText, document.documentElement.lang].join());
    const before = await state();
    const left = [];
    for (const act of ACTS) {
      const { event, shown, task } = await timed(page, act);
      assert.ok(event > 0 && shown > 0 && task >= 0, act.key);
      left.push((await state()) === before);
    }
    assert.deepEqual(left, [false, true, false, true, false, true], "each second one undoes");
  }));
