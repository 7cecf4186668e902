// Pages whose dataset speaks a language that the page has no words of its own in:
// each text says its language, and lines of two scripts keep their order.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./support/axe.mjs";
import { launch, withApp } from "./support/browser.mjs";
import { besideTheApp, PROGRAMMES } from "./support/fixtures.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const programme = (id) => PROGRAMMES.find(({ dataset }) => dataset.id === id);
const ARABIC = programme("two-currencies-ar");
const FRENCH = programme("points-usd-fr");

const open = ({ file, lang }, query, use) =>
  withApp(browser, { query: `dataset=${file}&lang=${lang}${query}`, overrides: besideTheApp() }, async ({ page }) => {
    await page.locator("#count").waitFor();
    await page.locator(`html[lang=${lang}]`).waitFor();
    await use(page);
  });

// Every text of the page with the language that an element around it says. Names
// of languages, ids and addresses are in none.
const textsOf = (page, selector) =>
  page.evaluate((root) => {
    const texts = [];
    for (const element of document.querySelectorAll(root)) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { data, parentElement: parent } = walker.currentNode;
        if (!data.trim() || parent.closest("script, style, textarea, select, code, a[href^=http], canvas")) continue;
        texts.push([data.trim(), parent.closest("[lang]").lang]);
      }
    }
    return texts;
  }, selector);

// Where each stands: the parts of the page, and what lies over it.
const PLACES = [
  ["", "body"],
  ["&place=PLACE&sector=SECTOR&q=x", ".chips"],
  ["&record=RECORD", "#record"],
  ["&panel=about", "#about"],
];
const at = ({ dataset, record }, query) =>
  query.replace("PLACE", dataset.places[0].id).replace("SECTOR", dataset.sectors[0].id).replace("RECORD", record);

// What charts say beside their drawing is the same text as in it: no element of it
// has a language.
const DRAWN = "#map-panel .map-side, #map-panel .untied, .figures";

for (const [query, selector] of PLACES) {
  test(`${selector} in Arabic: Arabic letters are in Arabic, words of the page in English`, () =>
    open(ARABIC, at(ARABIC, query), async (page) => {
      await page.locator("html[dir=rtl] > body[lang=en]").waitFor();
      await page.evaluate((other) => document.querySelectorAll(other).forEach((e) => void e.remove()), DRAWN);
      const texts = await textsOf(page, selector);
      assert.ok(texts.length > 2, `${texts.length} texts`);
      const wrong = texts.filter(([text, lang]) => {
        const arabic = /\p{Script=Arabic}/u.test(text);
        return arabic ? lang !== "ar" : /[a-z]{4}/.test(text) && lang !== "en";
      });
      assert.deepEqual(wrong, []);
    }));
}

test("a French dataset's texts are French, and the page's own words among them English", () =>
  open(FRENCH, "", async (page) => {
    await page.locator("html[dir=ltr] > body[lang=en]").waitFor();
    const said = new Set();
    JSON.stringify(FRENCH.dataset, (_, value) => {
      if (typeof value?.fr === "string") said.add(value.fr);
      return value;
    });
    await page.evaluate((other) => document.querySelectorAll(other).forEach((e) => void e.remove()), DRAWN);
    const texts = await textsOf(page, ".head, .filters, .charts, table.records, .source-line");
    // The same word in both languages, and here the page's own.
    const french = texts.filter(([text]) => said.has(text) && text !== "Organisation");
    assert.ok(french.length > 100, `${french.length} texts`);
    assert.deepEqual(
      french.filter(([, lang]) => lang !== "fr"),
      [],
    );
    for (const own of ["Filters", "by place", "Source and method"])
      assert.ok(
        texts.some(([text, lang]) => lang === "en" && text.includes(own)),
        own,
      );
  }));

test("where the page has words in the reader's language, all that is not marked is in it", () =>
  open(FRENCH, "", async (page) => {
    for (const [lang, tag] of [
      ["zh", "zh-Hans"],
      ["en", "en"],
    ]) {
      await page.locator("#language").selectOption(lang);
      await page.locator(`html[lang=${tag}] > body:not([lang])`).waitFor();
    }
    await page.locator("#language").selectOption("fr");
    await page.locator("html[lang=fr] > body[lang=en]").waitFor();
  }));

// The horizontal middle of the first text in an element that is just this.
const middle = (page, selector, text) =>
  page.evaluate(
    ([within, wanted]) => {
      const walker = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (!walker.currentNode.data.includes(wanted)) continue;
        const range = document.createRange();
        const start = walker.currentNode.data.indexOf(wanted);
        range.setStart(walker.currentNode, start);
        range.setEnd(walker.currentNode, start + wanted.length);
        const { left, width } = range.getBoundingClientRect();
        return left + width / 2;
      }
      return Number.NaN;
    },
    [selector, text],
  );

test("parts of a line follow each other from right to left, sentences of the page from left to right", () =>
  open(ARABIC, "&record=school-qasr", async (page) => {
    const record = "#record dl";
    const { places, records } = ARABIC.dataset;
    const name = (id) => places.find((place) => place.id === id).name.ar;
    const { places: its } = records.find(({ id }) => id === "school-qasr");
    const [inner, outer] = [its[0], places.find(({ id }) => id === its[0]).parent].map(name);
    const [first, next] = await Promise.all([inner, outer].map((text) => middle(page, record, text)));
    assert.ok(first > next, `${inner} (${first}) stands before ${outer} (${next})`);
    // "Section, paragraph 3": the page's sentence, with an Arabic name in it.
    const [section, paragraph] = await Promise.all(
      ["المدارس", ", paragraph"].map((text) => middle(page, "#record dd:has(> bdi):nth-last-of-type(2)", text)),
    );
    assert.ok(section < paragraph, `${section} before ${paragraph}`);
    assert.deepEqual(await violations(page), []);
  }));
