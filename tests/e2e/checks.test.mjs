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

for (const [lang, unstated, none] of [
  ["en", /Cannot be told: the source states no such figure/, /^Nothing found/],
  ["zh", /无法判断：原文没有写这个数/, /^没有发现/],
]) {
  test(`${lang}: each derived figure has a verdict, and nothing else is found in the built-in data`, () =>
    withApp(browser, { query: `lang=${lang}` }, async ({ page }) => {
      await followed(page);
      await page.locator("#checks .verdict").first().waitFor({ state: "attached" });
      const words = await page.locator("#checks .verdict").allInnerTexts();
      const figures = await page.locator("#checks .derived").count();
      assert.equal(words.length, figures, "one each");
      assert.ok(words.some((said) => unstated.test(said)) && words.some((said) => !unstated.test(said)));
      // Chosen by their verdict: what is counted is what is left, and all come back.
      const choices = page.locator("#verdicts button");
      const [all, ...counts] = (await choices.locator(".count").allInnerTexts()).map(Number);
      assert.equal(all, figures);
      assert.equal(
        counts.reduce((sum, count) => sum + count),
        all,
      );
      for (const [nth, count] of [...counts, all].entries()) {
        const choice = choices.nth((nth + 1) % (counts.length + 1));
        await choice.click();
        assert.equal(await choice.getAttribute("aria-pressed"), "true");
        assert.equal(await page.locator("#checks .derived:visible").count(), count);
      }
      // What a figure is computed from opens there.
      const from = page.locator("#checks .taken button").first();
      const title = await from.innerText();
      await from.click();
      await page.locator("#record-title", { hasText: title }).first().waitFor();
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
