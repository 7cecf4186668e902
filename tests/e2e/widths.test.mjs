// What a reader must be able to read at each width: no words on others, none
// cut, none out of reach, and all in colours that can be told apart.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { contrast } from "./support/axe.mjs";
import { click, launch, withApp } from "./support/browser.mjs";
import { faint } from "./support/contrast.mjs";
import { DATASET } from "./support/dataset.mjs";
import { hasDrawn, SIZES, standUpright } from "./support/screens.mjs";
import { cut, overlaps, texts } from "./support/texts.mjs";
import { reach } from "./support/timeline.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const MORE = { en: /^and \d+ more$/, zh: /^另有 \d+ 项$/ };

// What ECharts ends a text with that it has no room for.
const DOTS = "...";

const named = (record, lang) => record.shortTitle?.[lang] ?? record.title[lang];

for (const [width, height] of SIZES) {
  for (const lang of ["en", "zh"]) {
    test(`${width} pixels, ${lang}`, (t) =>
      withApp(browser, { query: `lang=${lang}`, width, height, motion: "reduce" }, async ({ page }) => {
        await hasDrawn(page);
        if (width === 390) await t.test("the page ends before one is tired", () => isShort(page));
        if (width === 1440) await t.test("the first screen is complete", () => isComplete(page, lang, height));
        await t.test("nothing is beside the screen", () => isWithin(page));
        await standUpright(page, width);
        await t.test("no words lie on others", async () => assert.deepEqual(overlaps(await texts(page)), []));
        await t.test("what is cut has a title with the whole", () => isWhole(page, lang));
        await t.test("each record is named, or in a list one step away", () => hasAllRecords(page, lang));
      }));
  }
}

for (const width of [1440, 390]) {
  for (const scheme of ["light", "dark"]) {
    test(`every text can be told from its ground, ${width} pixels, ${scheme}`, () =>
      withApp(browser, { query: "lang=en", width, scheme, motion: "reduce" }, async ({ page }) => {
        await hasDrawn(page);
        for (const fold of await page.locator("#open-charts, #open-records").all()) await fold.click();
        await hasDrawn(page);
        assert.deepEqual(await contrast(page), []);
        assert.deepEqual(await faint(page), []);
      }));
  }
}

async function isWithin(page) {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= window, `${wide} pixels in ${window}`);
  const found = await texts(page);
  const beyond = found.filter(({ x, width }) => x < -1 || x + width > window + 1);
  assert.deepEqual(
    beyond.map(({ where, text }) => `${where}: ${text}`),
    [],
  );
}

async function isShort(page) {
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(tall < 6000, `${tall} pixels`);
}

// What the page begins with, down to the last row of either list.
async function isComplete(page, lang, height) {
  const parts = ["h1", "#finding", ".key-figures", "aside.above", "#map-panel", "#timeline", "#undated"];
  for (const part of parts) {
    const box = await page.locator(part).first().boundingBox();
    assert.ok(box, `${part} is there`);
    assert.ok(box.y >= 0 && box.y + box.height <= height, `${part} ends at ${Math.round(box.y + box.height)}`);
  }
  const seen = (await texts(page)).filter((text) => text.y + text.height <= height);
  const timeline = new Set(seen.filter(({ where }) => where === "#timeline").map(({ text }) => text));
  const dated = DATASET.records.filter(({ time }) => time.type !== "unknown");
  assert.deepEqual(
    dated.map((record) => named(record, lang)).filter((title) => !timeline.has(title)),
    [],
    "rows with a time",
  );
}

// All words of the timeline, with what it folds away, each fold opened once. A
// drawn title may end in dots where the page has the whole below.
async function hasAllRecords(page, lang) {
  const folded = page.locator("#timeline-panel :is(.undated-more[aria-expanded=false], .time-more)");
  for (let many = await folded.count(); many > 0; many--) await folded.first().click();
  const lanes = (await texts(page)).filter(({ where, text }) => where === "#timeline" && MORE[lang].test(text));
  for (const more of lanes.reverse()) await click(page, await reach(page, more));
  const all = await texts(page);
  const whole = new Set(all.map(({ text }) => text));
  const rows = all.filter(({ where }) => /^#(timeline|undated)/.test(where)).map(({ text }) => text);
  const starts = rows.filter((text) => text.endsWith(DOTS)).map((text) => text.slice(0, -DOTS.length));
  const isNamed = (record) =>
    rows.includes(named(record, lang)) ||
    (whole.has(record.title[lang]) && starts.some((start) => named(record, lang).startsWith(start)));
  const missing = DATASET.records.filter((record) => !isNamed(record));
  assert.deepEqual(
    missing.map((record) => named(record, lang)),
    [],
  );
}

// Dots of letters that are drawn are those of a record's title.
async function isWhole(page, lang) {
  const wholes = DATASET.records.map((record) => [named(record, lang), record.title[lang]]);
  assert.deepEqual(await cut(page, Object.fromEntries(wholes)), []);
  const dotted = (await texts(page)).filter(({ ink, text }) => ink && text.endsWith(DOTS)).map(({ text }) => text);
  const isTitle = (text) => wholes.some(([name]) => name.startsWith(text.slice(0, -DOTS.length)));
  assert.deepEqual(
    dotted.filter((text) => !isTitle(text)),
    [],
  );
}
