// Two to four of a kind side by side: chosen, shared, taken away, and readable by everyone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { violations } from "./support/axe.mjs";
import { addressOf, followed, launch, queryOf, withApp } from "./support/browser.mjs";
import { PROGRAMMES, withProgramme } from "./support/fixtures.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const shown = async (page) => {
  await followed(page);
  await page.locator("#comparison").scrollIntoViewIfNeeded();
  await page.locator("#comparison > .sides thead th").first().waitFor({ state: "attached" });
};
const heads = (page) => page.locator("#comparison > .sides thead th").allTextContents();
const row = (page, name) =>
  page.locator("#comparison .sides tr", { has: page.locator("th", { hasText: name }) }).first();

test("two places suggest themselves, a third is added, the first taken away, and the link gives it all again", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await shown(page);
    assert.deepEqual(await heads(page), ["Damxung", "Nyêmo"], "those between which most can be told");
    assert.equal(new URL(await addressOf(page)).searchParams.has("compare"), false);
    await page.locator("#comparison-add").selectOption({ label: "Chengguan" });
    await page.waitForFunction(() => document.querySelectorAll("#comparison > .sides thead th").length === 3);
    assert.equal((await queryOf(page)).compare, "place:damxung,nyemo,chengguan");
    // So it can be added again.
    assert.equal(await page.locator("#comparison-add").inputValue(), "");
    await page.locator(".compared button[aria-label*='Damxung']").click();
    await page.waitForFunction(() => document.querySelectorAll("#comparison > .sides thead th").length === 2);
    assert.equal(await page.locator(".compared button").count(), 0, "two are the fewest");
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll("#comparison > .sides thead th").length === 3);
    await page.locator("#comparison-of").selectOption("sector");
    await page.waitForFunction(() => document.querySelector("#comparison > .sides thead th").innerText !== "Damxung");
    const [before, link] = [await heads(page), await addressOf(page)];
    await page.goto(link);
    await shown(page);
    assert.deepEqual(await heads(page), before);
  }));

test("figures stand with their bars, formulas and records, and a record opens", () =>
  withApp(browser, { query: "lang=en&compare=place:nyemo,damxung" }, async ({ page }) => {
    await shown(page);
    const funds = row(page, "Aid funds");
    assert.match(await funds.innerText(), /CNY 131 million[\s\S]*CNY 180 million/);
    const widths = await funds
      .locator(".side-bar span")
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    assert.ok(Math.abs(widths[0] / widths[1] - 131 / 180) < 0.01, `${widths}`);
    const between = await page.locator("#comparison .between").first().innerText();
    assert.match(between, /CNY 49 million more than Nyêmo \(CNY 180 million − CNY 131 million\)/);
    // What the four districts gave is of none of them alone.
    assert.match(await funds.innerText(), /stated of several together/);
    await page.locator("#comparison-as").selectOption("per:projects");
    await page.waitForFunction(() => document.querySelector("#comparison").textContent.includes("10 projects"));
    assert.equal((await queryOf(page)).as, "per:projects");
    await page.locator("#comparison .figures summary").click();
    await page.locator("#comparison .states button", { hasText: "Damxung" }).first().click();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("record") === "damxung-funds");
  }));

test("what filters choose is put side by side by a button beside them, on a phone too", async () => {
  for (const width of [1280, 390])
    await withApp(browser, { query: "lang=en&sector=health,education", width }, async ({ page }) => {
      await followed(page);
      await page.locator("#compare").click();
      await page.waitForFunction(() => document.activeElement?.id === "comparison-title");
      await page.locator("#comparison .sides").first().waitFor();
      assert.deepEqual(await page.locator(".compared li").allInnerTexts(), ["Health", "Education"]);
      const within = await page.locator("#comparison").evaluate((panel) => panel.scrollWidth <= innerWidth);
      assert.ok(within, "no wider than the page");
    });
});

test("a comparison that cannot be made is named, and the page stays", () =>
  withApp(browser, { query: "lang=en&compare=place:nyemo,atlantis" }, async ({ page }) => {
    await shown(page);
    assert.match(await page.locator(".notices").innerText(), /compare/);
    assert.deepEqual(await heads(page), ["Damxung", "Nyêmo"]);
  }));

test("filters that leave nothing say so, and a kind without two of it changes nothing", () =>
  withApp(browser, { query: "lang=en&q=nothing-has-these-words" }, async ({ page }) => {
    await followed(page);
    await page.locator("#comparison").scrollIntoViewIfNeeded();
    await page.locator("#comparison", { hasText: "no two of that kind" }).waitFor();
    await page.locator("#comparison-of").selectOption("time");
    await page.locator("#comparison [role=status] .hint").waitFor();
    assert.equal("compare" in (await queryOf(page)), false);
  }));

test("it is embedded, read out as a table, and passes axe-core in both schemes", async () => {
  for (const [scheme, width] of [
    ["light", 1280],
    ["dark", 390],
  ])
    await withApp(
      browser,
      { query: `lang=zh&scheme=${scheme}&embed=comparison&compare=place:nyemo,damxung`, scheme, width },
      async ({ page }) => {
        await shown(page);
        assert.equal(await page.locator("#map, #timeline").count(), 0);
        assert.ok((await page.getByRole("columnheader").count()) >= 2);
        assert.ok((await page.getByRole("rowheader").count()) > 2);
        assert.deepEqual(await violations(page), []);
      },
    );
});

test("it is taken away as a table", () =>
  withApp(browser, { query: "lang=en&compare=place:nyemo,damxung" }, async ({ page }) => {
    await shown(page);
    await page.locator("#comparison .share-button").click();
    await page.locator("[data-tab=download]").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("[data-file='comparison.csv']").click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    assert.match(text, /^\ufeffside,indicator,unit,shown_as,figure,/);
    assert.match(text, /Damxung,funds,yuan,as stated,180000000,exact/);
  }));

test("a dataset of others is compared in its own units and direction", () =>
  withProgramme(browser, PROGRAMMES[1], { query: "lang=ar" }, async ({ page }) => {
    await shown(page);
    assert.ok((await heads(page)).length >= 2);
    const start = await page
      .locator("#comparison .side-bar span")
      .first()
      .evaluate((bar) => {
        const [own, outer] = [bar.getBoundingClientRect(), bar.parentElement.getBoundingClientRect()];
        return Math.abs(own.right - outer.right) < 2;
      });
    assert.ok(start, "bars begin where reading does");
  }));

test("what was made stays when it is out of sight, and a fold stays open", () =>
  withApp(browser, { query: "lang=en&compare=place:nyemo,damxung" }, async ({ page }) => {
    await shown(page);
    await page.locator("#comparison .figures summary").click();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(400);
    assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height);
    assert.ok(await page.locator("#comparison .figures").evaluate((fold) => fold.open));
  }));

test("from another part of the page the button leads to the charts", () =>
  withApp(browser, { query: "lang=en&panel=map&place=nyemo,damxung" }, async ({ page }) => {
    await followed(page);
    await page.locator("#compare").click();
    await page.waitForFunction(() => document.activeElement?.id === "comparison-title");
    assert.equal((await queryOf(page)).panel, "charts");
  }));

test("keys go on beside the two sides that are left", () =>
  withApp(browser, { query: "lang=en&compare=place:nyemo,damxung,chengguan" }, async ({ page }) => {
    await shown(page);
    await page.locator(".compared button").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "comparison-add");
  }));
