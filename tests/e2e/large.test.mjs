// Files of very many records: everything comes, in steps, and all of it in the end. How long
// it takes is no test (`cargo xtask bench large`).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { written } from "../../bench/support/written.mjs";
import { followed, launch, queryOf, waitForCount, withApp } from "./support/browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// More than are made at once, and more than come in one part.
const [RECORDS, PLACES] = [5000, 300];
const TEXT = written({ records: RECORDS, places: PLACES });
const TITLES = TEXT.trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",")[2]);

async function opened(page) {
  await page.locator("#open-button").click();
  await page.locator("#open[open]").waitFor();
  await page.locator("#open-file").setInputFiles({ name: "many.csv", mimeType: "", buffer: Buffer.from(TEXT) });
  await waitForCount(page, RECORDS);
}

const rows = (page) => page.locator("table.records tbody th").allInnerTexts();

test("a search that is typed as soon as they are there finds all that it should", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await opened(page);
    await page.locator("#search").pressSequentially("market");
    await page.keyboard.press("Enter");
    const wanted = TITLES.filter((title) => title.includes("market"));
    await waitForCount(page, wanted.length);
    assert.equal(await page.locator("#search").inputValue(), "market");
    await followed(page);
    const shown = await rows(page);
    assert.equal(shown.length, Math.min(200, wanted.length));
    assert.ok(shown.every((title) => wanted.includes(title)));
    await page.locator("#clear").click();
    await waitForCount(page, RECORDS);
    assert.equal(await page.locator("#search").inputValue(), "");
  }));

test("what a link searches for is found once the records are ready, and stays in the link", () =>
  withApp(
    browser,
    { query: "lang=en&data=many.csv&q=market&place=site-7", overrides: { "many.csv": { body: TEXT } } },
    async ({ page }) => {
      await page.locator("#search").waitFor();
      assert.equal(await page.locator("#search").inputValue(), "market");
      const lines = TEXT.trim().split("\n");
      const wanted = lines.filter((line) => line.includes("market") && /[,|]Site 7[,|]/.test(line));
      assert.ok(wanted.length > 0);
      await waitForCount(page, wanted.length);
      assert.equal((await queryOf(page)).q, "market");
      assert.equal(await page.locator("#search").inputValue(), "market");
    },
  ));

test("timeline, charts and two hundred rows come; another order and another language replace them", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await opened(page);
    await followed(page);
    await page.locator("#timeline canvas").waitFor();
    const articles = page.locator(".chart-columns article");
    assert.ok((await articles.count()) > 1);
    await articles.first().locator(".chart canvas").waitFor();
    assert.equal((await rows(page)).length, 200);
    await page.locator("#table-panel [data-column=title]").click();
    await page.locator("th[aria-sort=ascending]").waitFor();
    await followed(page);
    const wanted = await page.evaluate(
      (titles) => [...titles].sort(new Intl.Collator("en").compare).slice(0, 200),
      TITLES,
    );
    assert.deepEqual(await rows(page), wanted);
    await page.locator("#language").click();
    await page.locator("html[lang=zh-Hans]").waitFor();
    await followed(page);
    assert.equal((await rows(page)).length, 200);
    const button = page.locator("#table-panel").getByRole("button", { name: "显示更多" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.closest("table.records tbody tr"));
    const at = await page.evaluate(() => {
      const row = document.activeElement.closest("tr");
      return [...row.parentElement.children].indexOf(row);
    });
    assert.equal(at, 200, "keys go on from the first new row");
    await followed(page);
    const more = await rows(page);
    assert.equal(more.length, 400);
    assert.equal(new Set(more).size, 400);
  }));

test("what is on its way is there when the browser takes the page to paper", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await opened(page);
    await followed(page);
    const there = await page.evaluate(async () => {
      document.querySelector("#table-panel [data-column=title]").click();
      dispatchEvent(new Event("beforeprint"));
      for (let turn = 0; turn < 100; turn += 1) await null;
      return document.querySelectorAll("table.records tbody tr").length;
    });
    assert.equal(there, 200);
  }));
