// Programmes that are unlike the built-in one fit every width, in both schemes,
// from either side, and break no accessibility rule.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { violations } from "./support/axe.mjs";
import { launch, openFolds } from "./support/browser.mjs";
import { PROGRAMMES, withProgramme } from "./support/fixtures.mjs";

const SHOTS = fileURLToPath(new URL("shots/", import.meta.url));

let browser;
before(async () => {
  browser = await launch();
  await mkdir(SHOTS, { recursive: true });
});
after(() => browser.close());

// In the page, or in what lies over it: the rest of the page is tested without it.
async function breaksNoRule(page, what, within) {
  assert.deepEqual(await violations(page, within), [], what);
}

async function fits(page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} pixels too wide`);
}

const close = async (page, id) => {
  await page.locator(`#${id} .sheet-head button`).click();
  await page.locator(`#${id}`).waitFor({ state: "detached" });
};

for (const programme of PROGRAMMES) {
  const { id } = programme.dataset;
  for (const width of [390, 768, 1440]) {
    test(`${id}, ${width} pixels: fits and breaks no accessibility rule, light and dark`, () =>
      withProgramme(browser, programme, { width }, async ({ page }) => {
        await page.locator("#timeline :is(canvas, svg)").waitFor();
        for (const scheme of ["light", "dark"]) {
          await page.locator("#scheme").selectOption(scheme);
          await page.locator(`html[data-scheme=${scheme}]`).waitFor();
          await openFolds(page);
          await fits(page);
          await breaksNoRule(page, scheme);
          await page.screenshot({ path: `${SHOTS}${id}-${width}-${scheme}.png` });
        }
      }));
  }

  for (const [width, scheme] of [
    [1440, "light"],
    [390, "dark"],
  ]) {
    test(`${id}, ${width} pixels, ${scheme}: what lies over the page breaks no rule and fits`, () =>
      withProgramme(browser, programme, { width, scheme }, async ({ page }) => {
        await openFolds(page);
        await page.locator("table.records tbody button").first().click();
        await page.locator("#record").waitFor();
        await breaksNoRule(page, "a record", "#record");
        await fits(page);
        await close(page, "record");
        await page.locator("#about-button").click();
        await page.locator("#about").waitFor();
        await breaksNoRule(page, "the method", "#about");
        await fits(page);
        await close(page, "about");
        await page.locator("[data-share=page]").first().click();
        for (const tab of ["link", "embed", "download"]) {
          await page.locator(`[data-tab=${tab}]`).click();
          await page.locator(`[data-tab=${tab}][aria-current=true]`).waitFor();
          await breaksNoRule(page, `sharing: ${tab}`, "#share");
          await fits(page);
        }
      }));
  }
}

test("from right to left the page is turned round, and what is drawn is not", () => {
  const arabic = PROGRAMMES.find(({ lang }) => lang === "ar");
  return withProgramme(browser, arabic, {}, async ({ page }) => {
    await page.locator("html[dir=rtl]").waitFor();
    const box = (selector) => page.locator(selector).first().boundingBox();
    const [aside, main, title, tools] = await Promise.all(
      ["aside", "main", "#timeline-title", "#timeline-panel .buttons"].map(box),
    );
    assert.ok(aside.y < main.y, "the filters stand before what they filter");
    assert.ok(title.x > tools.x, "a title before its tools");
    await page.locator("#timeline canvas").waitFor();
    const years = await page.evaluate(() => {
      const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"));
      return ["2016", "2020"].map((year) => chart.convertToPixel("grid", [Date.parse(year), 0])[0]);
    });
    assert.ok(years[0] < years[1], "time runs as its axis does");
    await page.locator("table.records tbody button").first().click();
    const record = await box("#record");
    assert.ok(record.x <= 0, "a record stands at the page's end");
  });
});
