// The source's arithmetic, and what else in a dataset is worth a look.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { followed, launch, withApp } from "./support/browser.mjs";
import { besideTheApp } from "./support/fixtures.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const unfold = async (page) => {
  await followed(page);
  await page.locator("#checks details summary").click();
};

for (const [lang, all, none] of [
  ["en", /^(\d+) derived figures/, /^Nothing found/],
  ["zh", /推算值共 (\d+) 个/, /^没有发现/],
]) {
  test(`${lang}: each derived figure has a verdict, and nothing else is found in the built-in data`, () =>
    withApp(browser, { query: `lang=${lang}` }, async ({ page }) => {
      await followed(page);
      const words = await page.locator("#verdicts").innerText();
      const figures = await page.locator("#checks .derived").count();
      assert.equal(Number(words.match(all)[1]), figures);
      // Each either stands beside what the source states, or says that it states nothing.
      const compared = await page.locator("#checks .verdict").count();
      const unstated = await page
        .locator("#checks .derived")
        .evaluateAll((figures) => figures.filter((figure) => figure.querySelectorAll(".badge").length === 2).length);
      assert.equal(compared + unstated, figures);
      assert.ok(compared > 0 && unstated > 0);
      await unfold(page);
      await page.locator("#checks details p", { hasText: none }).waitFor();
    }));
}

test("what is found in a dataset of others opens its records, and changes its words with the language", () => {
  const files = besideTheApp();
  const dataset = JSON.parse(files["fixtures/points-usd-fr.json"].body);
  const twice = dataset.records.find(({ id }) => id === "forages-kassila-cout");
  dataset.records.push({ ...twice, id: "again", relations: [] });
  const overrides = { ...files, "twice.json": { body: JSON.stringify(dataset) } };
  return withApp(browser, { query: "dataset=twice.json&lang=en", overrides }, async ({ page }) => {
    await unfold(page);
    const found = page.locator("#checks .worth li");
    await found.first().waitFor();
    assert.equal(await found.count(), 1);
    assert.match(await found.innerText(), /^2 records with the same title, time, places and figures/);
    await page.locator("#language").selectOption("zh");
    await followed(page);
    assert.match(await found.innerText(), /^2 条记录的标题、时间、地点和数字都相同/);
    await found.getByRole("button").last().click();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("record") === "again");
  });
});
