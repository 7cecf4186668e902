// What is stated and what is not: a matrix that agrees with the filters, and the gaps.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { violations } from "./support/axe.mjs";
import { followed, launch, openFolds, withApp } from "./support/browser.mjs";
import { PROGRAMMES, withProgramme } from "./support/fixtures.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const shown = async (page) => {
  await followed(page);
  await page.locator("#coverage").scrollIntoViewIfNeeded();
  await page.locator("#coverage .matrix").waitFor();
};
// Each row by its head: what its cells say.
const rows = (page) =>
  page
    .locator("#coverage .matrix tbody tr")
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.querySelector("th").innerText,
          [...row.querySelectorAll("td > *")].map((cell) => [cell.innerText, cell.getAttribute("aria-label")]),
        ]),
      ),
    );

test("cells name their row, their column and what is there; an empty one says so, and none is left out", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await shown(page);
    const all = await rows(page);
    const columns = await page.locator("#coverage .matrix thead th").allInnerTexts();
    assert.deepEqual(columns.slice(-2), ["longer times", "no time"]);
    let empty = 0;
    for (const [row, cells] of Object.entries(all)) {
      assert.equal(cells.length, columns.length, row);
      for (const [at, [text, said]] of cells.entries()) {
        assert.ok(said.startsWith(`${row}, ${columns[at]}: `), said);
        if (text === "–") empty += said.endsWith("nothing stated");
        else assert.match(said, new RegExp(`: ${text} records?, \\d+ with a figure$`));
      }
    }
    assert.ok(empty > 10);
    assert.ok("Qüxü" in all, "a place of which nothing is stated is there as plainly as others");
    assert.deepEqual(await violations(page, "#coverage"), []);
  }));

test("a cell and a gap show their records, by pointer and by key, and a record opens", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await shown(page);
    const cell = page.locator("#coverage .matrix button[aria-label^='Chengguan, no time']");
    const count = Number(await cell.innerText());
    await cell.focus();
    await page.keyboard.press("Enter");
    await page.locator("#coverage-records h3", { hasText: "Chengguan, no time" }).waitFor();
    assert.equal(await page.locator("#coverage-records li").count(), count);
    await page.locator(".gaps button", { hasText: "a figure and no time" }).click();
    await page.locator("#coverage-records h3", { hasText: "a figure and no time" }).waitFor();
    await page.locator("#coverage-records li button").first().click();
    await page.waitForFunction(() => new URL(location.href).searchParams.has("record"));
  }));

test("the matrix follows the filters and the language, and sides that are chosen twice change places", () =>
  withApp(browser, { query: "lang=en&kind=result" }, async ({ page }) => {
    await shown(page);
    await page.locator("#coverage-rows").selectOption("kind");
    await page.locator("#coverage-columns").selectOption("sector");
    const all = await rows(page);
    const stated = Object.entries(all).filter(([, cells]) => cells.some(([text]) => text !== "–"));
    assert.equal(stated.length, 1, "of one kind");
    const sum = stated[0][1].reduce((sum, [text]) => sum + (text === "–" ? 0 : Number(text)), 0);
    assert.equal(sum, Number((await page.locator("#count").innerText()).match(/\d+/)[0]));
    await page.locator("#coverage-columns").selectOption("kind");
    await page.waitForFunction(() => document.querySelector("#coverage-rows").value === "sector");
    // Nobody is told that nothing is stated where filters hide it.
    assert.match(await page.locator("#coverage-filtered").innerText(), /records shown/);
    for (const cells of Object.values(await rows(page)))
      for (const [, said] of cells) assert.doesNotMatch(said, /nothing stated/);
    // What is listed follows as well.
    await page.locator(".gaps button").first().click();
    const heading = page.locator("#coverage-records h3");
    await heading.waitFor();
    assert.equal(await heading.innerText(), await page.locator(".gaps button").first().innerText());
    await page.locator("#clear").click();
    // It follows when a reader is near.
    await shown(page);
    await page.locator("#coverage-filtered").waitFor({ state: "detached" });
    const [first, words] = [await heading.innerText(), await page.locator(".gaps button").allInnerTexts()];
    assert.ok(words.includes(first), `${first}: as it is now`);
    await page.locator("#language").click();
    await page.locator("#coverage-title", { hasText: "写了什么" }).waitFor();
    await shown(page);
    for (const cells of Object.values(await rows(page)))
      for (const [, said] of cells) assert.match(said, /没有写|条记录，其中/);
    assert.match(await page.locator("#coverage-records h3").innerText(), /条记录/, "in the other language");
  }));

test("a dataset of thousands of records and hundreds of places has a matrix that fits", () =>
  withProgramme(browser, PROGRAMMES[2], { query: "lang=en", width: 390, height: 844 }, async ({ page }) => {
    await openFolds(page);
    await shown(page);
    assert.ok((await page.locator("#coverage .matrix tr").count()) <= 45);
    assert.ok(
      (await page.evaluate(() => document.documentElement.scrollWidth)) <= 390,
      "the page does not scroll sideways",
    );
  }));

test("what it is parted by stands in the link, and Back undoes it", () =>
  withApp(browser, { query: "lang=en&coverage=sector,kind" }, async ({ page }) => {
    await shown(page);
    assert.equal(await page.locator("#coverage-rows").inputValue(), "sector");
    assert.equal(await page.locator("#coverage-columns").inputValue(), "kind");
    await page.locator("#coverage-rows").selectOption("place");
    await page.waitForFunction(() => location.search.includes("coverage=place,kind"));
    // The side of the columns chosen for the rows: both change places.
    await page.locator("#coverage-rows").selectOption("kind");
    await page.waitForFunction(() => location.search.includes("coverage=kind,place"));
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("#coverage-rows").value === "place");
    await page.locator("#coverage-columns").selectOption("time");
    await page.waitForFunction(() => !location.search.includes("coverage"));
  }));

test("a link that parts by one side twice is told, and the matrix is there all the same", () =>
  withApp(browser, { query: "lang=en&coverage=time,time" }, async ({ page }) => {
    await shown(page);
    assert.match(await page.locator(".notices").innerText(), /coverage.*time,time/);
    assert.equal(await page.locator("#coverage-rows").inputValue(), "place");
  }));

test("the matrix is taken away as a table, as it is parted now", () =>
  withApp(browser, { query: "lang=en&coverage=sector,kind" }, async ({ page }) => {
    await shown(page);
    await page.locator("#coverage [data-share=coverage]").click();
    await page.locator("[data-tab=download]").click();
    const button = page.locator("[data-file='coverage.csv']");
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    const text = await readFile(await download.path(), "utf8");
    assert.match(text, /^\ufeffSector,Kind,records,/);
    const cells = await page.locator("#coverage .matrix tbody td").count();
    assert.equal(text.trim().split("\n").length - 1, cells);
    assert.match(download.suggestedFilename(), /_coverage.*\.coverage\.csv$/);
  }));

test("what records lack is a filter: in the panel, from a record's mark, as a chip and in the link", () =>
  withApp(browser, { query: "lang=en&record=damxung-funds" }, async ({ page }) => {
    const mark = page.locator(".health").first();
    await mark.waitFor();
    assert.deepEqual(await mark.locator("li").allInnerTexts(), ["Source", "Time", "Place", "Figure", "Relation"]);
    assert.equal(await mark.locator("li.lacking").count(), 1);
    await mark.getByRole("button", { name: "Time: not stated" }).click();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("lacks") === "time");
    assert.ok(await mark.locator("button[aria-pressed=true]").isVisible());
    const count = await page.locator("#count").innerText();
    await shown(page);
    const time = page.locator("#coverage [data-lacks=time]");
    assert.equal(await time.getAttribute("aria-pressed"), "true");
    assert.ok(count.startsWith((await time.innerText()).match(/\d+/)[0]), count);
    await page.locator(".chip", { hasText: "Not stated: Time" }).click();
    await page.waitForFunction(() => !new URL(location.href).searchParams.has("lacks"));
    assert.deepEqual(await violations(page, "#coverage"), []);
  }));
