// A dataset in other languages than the page's own, one of them from right to left.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./support/axe.mjs";
import { launch, list, openFolds, queryOf, withApp } from "./support/browser.mjs";
import { DATASET } from "./support/dataset.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const FILE = "dataset/three.json";
const ARABIC = "أموال المساعدة";
const SAID = "nyemo-funds";
const NOT_SAID = "nyemo-baseline";

// The built-in one without its Chinese; what one record says is in Arabic too.
function made() {
  const without = (value) => {
    if (Array.isArray(value)) return value.map(without);
    if (value === null || typeof value !== "object") return value;
    if ("en" in value) return { en: value.en };
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, without(of)]));
  };
  const dataset = without(DATASET);
  const record = dataset.records.find(({ id }) => id === SAID);
  record.title.ar = ARABIC;
  record.note.ar = ARABIC;
  return { ...dataset, languages: ["en", "ar", "fr"] };
}

const DATA = JSON.stringify(made());
const open = (query, options, use) =>
  withApp(
    browser,
    { query: `dataset=${FILE}&${query}`, overrides: { [FILE]: { body: DATA } }, ...options },
    async ({ page }) => {
      await page.locator("#map canvas").waitFor();
      await use(page);
    },
  );
const htmlOf = (page, lang, dir) => page.locator(`html[lang=${lang}][dir=${dir}]`).waitFor();

test("of more than two languages there is a list, each by its own name, and a key goes round", () =>
  open("lang=en", {}, async (page) => {
    assert.equal(await page.locator(".notice").count(), 0);
    const list = page.locator("select#language");
    const names = await list
      .locator("option")
      .evaluateAll((all) => all.map(({ value, textContent }) => [value, textContent]));
    assert.deepEqual(names, [
      ["en", "English"],
      ["ar", "العربية"],
      ["fr", "français"],
      ["zh", "中文"],
    ]);
    await list.selectOption("ar");
    await htmlOf(page, "ar", "rtl");
    assert.equal((await queryOf(page)).lang, "ar");
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("l");
    await htmlOf(page, "fr", "ltr");
    assert.equal(await list.inputValue(), "fr");
    await page.goBack();
    await htmlOf(page, "ar", "rtl");
    assert.equal(await list.inputValue(), "ar");
  }));

test("text in another language than the page's says in which, and where it begins", () =>
  open("lang=ar", {}, async (page) => {
    const title = (id) => page.locator(`[data-record=${id}] button`);
    const said = (locator) => locator.evaluate((e) => [e.getAttribute("lang"), e.getAttribute("dir")]);
    assert.equal(await title(SAID).innerText(), ARABIC);
    // What is not marked is in English: the page has no words of its own in Arabic.
    assert.equal(await page.locator("body").getAttribute("lang"), "en");
    assert.deepEqual(await said(title(SAID)), ["ar", "rtl"]);
    await list(page, "sector");
    for (const english of [title(NOT_SAID), page.locator("h1"), page.locator("#filter-sector .name").first()]) {
      assert.deepEqual(await said(english), ["en", "ltr"]);
    }
    await title(SAID).click();
    assert.deepEqual(await said(page.locator("#record-title")), ["ar", "rtl"]);
    assert.deepEqual(await said(page.locator("#record p").first()), ["ar", "rtl"]);
    await page.locator("#record .sheet-head button").click();
    await title(NOT_SAID).click();
    assert.deepEqual(await said(page.locator("#record-title")), ["en", "ltr"]);
    assert.deepEqual(await said(page.locator("#record p").first()), ["en", "ltr"]);
  }));

for (const width of [390, 1440]) {
  test(`${width} pixels, from right to left: fits, begins on the right, breaks no accessibility rule`, () =>
    open("lang=ar", { width }, async (page) => {
      await htmlOf(page, "ar", "rtl");
      await openFolds(page);
      const box = (selector) => page.locator(selector).first().boundingBox();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      const [title, tools] = [await box("#map-title"), await box("#map-panel .buttons")];
      // On a phone they stand below it, and end where it ends.
      assert.ok(title.x + title.width >= tools.x + tools.width, "the title stands before its tools");
      if (width > 900) {
        const [aside, main] = [await box("aside"), await box("main")];
        assert.ok(aside.y < main.y, "the filters stand before what they filter");
      }
      assert.deepEqual(await violations(page), []);
      await page.locator(`[data-record=${SAID}] button`).click();
      const dialog = await box("#record");
      assert.ok(dialog.x <= 0 || width === 390, "a dialog stands at the page's end");
    }));
}
