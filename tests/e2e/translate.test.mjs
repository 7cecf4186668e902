// The page after a browser's translator has been at it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { count, followed, launch, list, waitForCount, withApp } from "./support/browser.mjs";
import { RECORDS } from "./support/dataset.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// As translators do: each text node gives way to two elements with other text,
// wherever the nearest `translate` attribute does not say "no".
const translate = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    let translated = 0;
    for (const text of texts) {
      const parent = text.parentElement;
      if (!text.data.trim() || parent.closest("script, style, textarea, font")) continue;
      if (parent.closest("[translate]")?.getAttribute("translate") === "no") continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = `«${text.data}»`;
      outer.append(inner);
      text.replaceWith(outer);
      translated += 1;
    }
    return translated;
  });

test("a translated page still filters, switches language and opens records", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    await followed(page);
    assert.ok((await translate(page)) > 80, "titles and texts are translated");
    assert.match(await page.locator("h1").innerText(), /^«/);
    assert.match(await page.locator("[data-record=school-2014] button").innerText(), /^«/);

    const facet = async () => (await list(page, "sector")).locator(".count").first().textContent();
    const before = await facet();
    await (await list(page, "place")).getByText("Damxung", { exact: true }).click();
    await page.waitForFunction(() => location.search.includes("damxung"));
    await followed(page);
    const selected = await page.locator("table.records tbody tr").count();
    await waitForCount(page, selected);
    assert.ok(selected < RECORDS);
    assert.notEqual(await facet(), before);
    assert.equal(await page.locator(".chip").count(), 1);

    await translate(page);
    await page.locator("#language").click();
    await page.locator("html[lang=zh-Hans]").waitFor();
    assert.equal(await page.locator("h1").innerText(), "北京对口支援拉萨");
    assert.equal(await page.locator("#map-title").innerText(), "地图");
    assert.match(await page.locator("#count").innerText(), new RegExp(`^${RECORDS} 条记录中的`));
    const titles = await page.locator("table.records tbody th").allInnerTexts();
    assert.ok(
      titles.every((title) => /\p{Script=Han}/u.test(title) && !title.includes("«")),
      titles.join(),
    );

    await translate(page);
    await page.locator("table.records tbody th button").first().click();
    await page.locator("#record").waitFor();
    await followed(page);
    await translate(page);
    assert.match(await page.locator("#record p").first().innerText(), /^«/, "a record's note is translated");
    await page.keyboard.press("Escape");
    await page.locator("#record").waitFor({ state: "detached" });
    await page.locator("#clear").click();
    await waitForCount(page, RECORDS);
    await followed(page);
    assert.equal(await page.locator("table.records tbody tr").count(), RECORDS);
    assert.equal(await page.locator("#stopped").count(), 0);
  }));

test("a translated record, text on the method and notice follow the language", () =>
  withApp(browser, { query: "lang=en&panel=about&place=atlantis" }, async ({ page, url }) => {
    await page.locator("#about").waitFor();
    await translate(page);
    await page.locator("#about .sheet-head button").click();
    await page.locator("#about").waitFor({ state: "detached" });
    await page.locator(".notice .button").last().click();
    await page.locator(".notice").waitFor({ state: "detached" });
    await page.goto(`${url}?lang=en&record=school-2014`);
    await page.locator("#record").waitFor();
    await translate(page);
    await page.evaluate(() => document.getElementById("language").click());
    await page.locator("html[lang=zh-Hans]").waitFor();
    assert.match(await page.locator("#record p").first().innerText(), /^[^«A-Za-z]*\p{Script=Han}/u);
    assert.equal(await count(page), RECORDS);
  }));
