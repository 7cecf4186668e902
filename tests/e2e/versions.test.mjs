// What was written for earlier versions still opens: their files, and links.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { count, followed, launch, queryOf, waitForCount, withApp } from "./support/browser.mjs";
import { DATASET, RECORDS } from "./support/dataset.mjs";
import { besideTheApp } from "./support/fixtures.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const FILE = "fixtures/version-1.json";
const ids = async (page) => {
  await followed(page);
  return page
    .locator("table.records tbody tr")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-record")));
};

test("a file of version 1 opens with everything that it had", () =>
  withApp(browser, { query: `lang=en&dataset=${FILE}`, overrides: besideTheApp() }, async ({ page, url }) => {
    await waitForCount(page, RECORDS);
    assert.equal(await page.locator(".notice").count(), 0);
    await page.locator("#map canvas").waitFor();
    await page.locator("#timeline canvas").waitFor();
    const charts = await page.locator(".chart-columns article").evaluateAll((panels) => panels.map(({ id }) => id));
    assert.deepEqual(charts.sort(), DATASET.charts.map(({ id }) => `panel-${id}`).sort());
    for (const id of charts) await page.locator(`#${id} :is(.chart canvas, table.rows)`).first().waitFor();
    // Of four figures today's file says whom they count.
    const labels = /^(?:Party and government|Doctors|Teachers|Others) (?=\d)/gm;
    const rows = async () => {
      await followed(page);
      return (await page.locator("table.records").innerText()).replace(labels, "");
    };
    const before = await rows();
    assert.match(before, /about CNY 4\.47 billion/);
    await page.goto(`${url}?lang=en`);
    await waitForCount(page, RECORDS);
    assert.equal(await rows(), before, "its table is today's");
  }));

// Links as they were given out: what they select today, in either file.
for (const [name, query] of [
  ["the city as a whole", "place=city-wide"],
  ["the programme as a whole, of two kinds", "place=programme-wide&kind=budget,transaction"],
  ["both in one link, with a measure", "place=city-wide,nyemo&measure=money"],
  ["words, a period and a sort", "q=44.7%E4%BA%BF%E5%85%83&from=1994&to=2018&sort=-time"],
  ["a sector, an organisation and a record", "sector=education&org=ndrc&record=school-2014"],
]) {
  test(`an old link: ${name}`, () =>
    withApp(browser, { query: `lang=en&${query}`, overrides: besideTheApp() }, async ({ page, url }) => {
      const open = async (link) => {
        await page.goto(`${url}?${link}`);
        await page.locator("#count").waitFor();
        assert.equal(await page.locator(".notice").count(), 0, link);
        return { shown: await count(page), ids: await ids(page), chips: await page.locator(".chip").allInnerTexts() };
      };
      const now = await open(`lang=en&${query}`);
      assert.ok(now.shown < RECORDS && now.ids.length === now.shown);
      const today = query.replace("city-wide", "whole-area").replace("programme-wide", "no-place");
      assert.deepEqual(await open(`lang=en&${today}`), now, "as links of today do");
      assert.deepEqual(await open(`lang=en&${query}&dataset=${FILE}`), now, "of a file of version 1 too");
      assert.equal((await queryOf(page)).dataset, FILE);
    }));
}

test("an old link of an embedded chart shows it", () =>
  withApp(
    browser,
    {
      query: `embed=chart:money-by-place&place=city-wide&lang=en&dataset=${FILE}`,
      overrides: besideTheApp(),
      width: 600,
    },
    async ({ page }) => {
      await page.locator("#chart-money-by-place canvas").waitFor();
      assert.equal(await page.locator("header, aside, nav, .notice").count(), 0);
      await page.locator("#panel-money-by-place summary").click();
      await page.locator("#panel-money-by-place tbody").getByText("City-wide", { exact: true }).waitFor();
    },
  ));
