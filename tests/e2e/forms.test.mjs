// Charts that are laid out by their width: their words hide nothing and stay in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { click, datum, launch, queryOf, withApp } from "./support/browser.mjs";
import { besideTheApp } from "./support/fixtures.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// The boxes of all words of each such chart, and its size.
const drawn = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".chart-columns .chart")].map((element) => {
      const chart = window.AidAtlasCharts.getInstanceByDom(element);
      const words = chart
        .getZr()
        .storage.getDisplayList()
        .filter(({ type, style }) => type === "tspan" && style.text?.trim())
        .map((shape) => {
          const bounds = shape.getBoundingRect().clone();
          // A shape that moves to its place does so by its transform.
          if (shape.transform) bounds.applyTransform(shape.transform);
          const { x, y, width, height } = bounds;
          return { text: shape.style.text, x, y, width, height };
        });
      return { id: element.id, words, width: chart.getWidth(), height: chart.getHeight() };
    }),
  );

for (const [query, widths] of [
  ["lang=en&panel=charts", [1440, 768, 390]],
  ["lang=zh&panel=charts", [1440, 390]],
  ["lang=en&panel=charts&dataset=fixtures/points-usd-fr.json", [1440, 390]],
  ["lang=ar&panel=charts&dataset=fixtures/two-currencies-ar.json", [1440, 390]],
]) {
  for (const width of widths) {
    test(`words of charts neither overlap nor leave the drawing: ${query} at ${width}`, () =>
      withApp(browser, { query, width, overrides: besideTheApp() }, async ({ page }) => {
        await page.locator(".chart-columns canvas").first().waitFor();
        const charts = await drawn(page);
        assert.ok(charts.length > 3);
        for (const chart of charts) {
          assert.ok(chart.words.length > 0, chart.id);
          for (const [nth, word] of chart.words.entries()) {
            const said = `${chart.id}: ${JSON.stringify(word)}`;
            assert.ok(word.x > -1.5 && word.x + word.width < chart.width + 1.5, `${said} in ${chart.width}`);
            assert.ok(word.y > -1.5 && word.y + word.height < chart.height + 1.5, `${said} in ${chart.height}`);
            for (const other of chart.words.slice(0, nth)) {
              const apart =
                word.x + 1 >= other.x + other.width ||
                other.x + 1 >= word.x + word.width ||
                word.y + 2 >= other.y + other.height ||
                other.y + 2 >= word.y + word.height;
              assert.ok(apart, `${said} over ${JSON.stringify(other)}`);
            }
          }
        }
      }));
  }
}

test("charts take little of a page and follow the width", () =>
  withApp(browser, { query: "lang=en&panel=charts", width: 1440 }, async ({ page }) => {
    await page.locator("#chart-income canvas").waitFor();
    const tall = (selector) => page.locator(selector).evaluate((element) => element.clientHeight);
    assert.ok((await tall(".chart-columns")) < 1500, `${await tall(".chart-columns")}`);
    const before = await tall("#chart-money-nesting");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForFunction(
      (height) => document.querySelector("#chart-money-nesting").clientHeight > height,
      before,
    );
    const [{ words, width }] = await drawn(page);
    assert.ok(Math.max(...words.map((word) => word.x + word.width)) <= width + 1.5);
  }));

test("each form opens its records and lights them", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    for (const [chart, at, nth, record] of [
      ["money-nesting", 1, 0, "funds-13fyp-planned"],
      ["income", 0, 0, "chengguan-income-2015"],
      ["people-reached", 0, 1, "people-out-of-poverty"],
      ["personnel", 1, 0, "personnel-doctors"],
    ]) {
      const middle = await datum(page, `chart-${chart}`, at, nth);
      await page.mouse.move(middle.x, middle.y);
      await page.locator(`tr.lit[data-record=${record}]`).waitFor({ state: "attached" });
      await click(page, middle);
      await page.locator("#record").waitFor();
      assert.equal((await queryOf(page)).record, record);
      await page.keyboard.press("Escape");
      await page.locator("#record").waitFor({ state: "detached" });
    }
    const row = page.locator("#chart-exchanges tbody tr").first();
    await row.hover();
    await page.locator("tr.lit[data-record=cadres-trained]").waitFor({ state: "attached" });
    await row.getByRole("button").click();
    await page.locator("#record").waitFor();
    assert.equal((await queryOf(page)).record, "cadres-trained");
  }));
