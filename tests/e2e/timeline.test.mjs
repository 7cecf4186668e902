// The rows of the timeline: a title and a figure beside each mark, and lanes
// that fold.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { click, launch, queryOf, withApp } from "./support/browser.mjs";
import { DATASET } from "./support/dataset.mjs";
import { PROGRAMMES, withProgramme } from "./support/fixtures.mjs";
import { drawn, reach } from "./support/timeline.mjs";

// Boxes are as high as lines: what they share of a pixel holds no ink.
const HAIR = 0.5;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const WIDTHS = [1440, 390];
const MORE = { en: /^and \d+ more$/, zh: /^另有 \d+ 项$/, es: /^y \d+ más$/ };
const MANY = PROGRAMMES.find(({ dataset }) => dataset.id === "many-en-es");

// What a row calls a record.
const named = (record, lang) => record.shortTitle?.[lang] ?? record.title[lang];
const timed = DATASET.records.filter(({ time }) => time.type !== "unknown");

// Shows the rows that are folded away, lane by lane.
async function unfold(page, pattern) {
  for (;;) {
    const texts = await drawn(page);
    const more = texts.find(({ text }) => pattern.test(text));
    if (!more) return texts;
    await click(page, await reach(page, more));
    await page.waitForFunction(
      ([name, wanted]) => {
        const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById(name));
        return chart.getOption().series[1].data.length !== wanted;
      },
      ["timeline", texts.rows],
    );
  }
}

for (const width of WIDTHS) {
  for (const lang of ["en", "zh"]) {
    test(`every record with a time is named in its row, and no words lie on others, ${width} wide in ${lang}`, () =>
      withApp(browser, { query: `lang=${lang}&panel=timeline`, width }, async ({ page }) => {
        const texts = await unfold(page, MORE[lang]);
        for (const record of timed) {
          const title = named(record, lang);
          const found = texts.find(({ text }) => text === title) ?? cut(texts, title);
          assert.ok(found, title);
        }
        const titles = timed.map((record) => named(record, lang));
        for (const { text } of texts.filter(({ text }) => text.endsWith("...")))
          assert.ok(
            titles.some((title) => title.startsWith(text.slice(0, -3))),
            `${text}: figures are whole`,
          );
        for (const [at, one] of texts.entries()) {
          for (const other of texts.slice(at + 1)) {
            const apart =
              one.x + one.width <= other.x + HAIR ||
              other.x + other.width <= one.x + HAIR ||
              one.y + one.height <= other.y + HAIR ||
              other.y + other.height <= one.y + HAIR;
            assert.ok(apart, `${JSON.stringify(one)} lies on ${JSON.stringify(other)}`);
          }
        }
        const box = await page.locator("#timeline").boundingBox();
        for (const { text, x, width: wide } of texts)
          assert.ok(x >= box.x - 2 && x + wide <= box.x + box.width + 2, `${text} is within the drawing`);
      }));
  }

  test(`a click on a title or a figure opens its record, ${width} wide`, () =>
    withApp(browser, { query: "lang=en&panel=timeline", width }, async ({ page }) => {
      const opens = async (text, record) => {
        const at = await reach(page, text);
        if (width < 700) await page.touchscreen.tap(at.x, at.y);
        else await click(page, at);
        await page.locator("#record").waitFor();
        assert.equal(queryOf(page).record, record.id, text.text);
        await page.keyboard.press("Escape");
        await page.locator("#record").waitFor({ state: "detached" });
      };
      const texts = await drawn(page);
      const shown = texts
        .map((text) => ({ text, record: timed.find((each) => named(each, "en") === text.text) }))
        .filter(({ record }) => record);
      const figured = shown.find(({ record }) => record.values.length === 1);
      for (const { text, record } of [shown[0], figured, shown[Math.floor(shown.length / 2)], shown.at(-1)])
        await opens(text, record);
      const middle = ({ y, height }) => y + height / 2;
      const figure = texts
        .filter((text) => text.x > figured.text.x + figured.text.width)
        .find((text) => Math.abs(middle(text) - middle(figured.text)) < 4);
      await opens(figure, figured.record);
    }));

  test(`a lane of many records opens and folds by its last row, ${width} wide`, () =>
    withProgramme(browser, MANY, { query: "lang=en&panel=timeline", width }, async ({ page }) => {
      const folded = await drawn(page);
      const more = folded.find(({ text }) => MORE.en.test(text));
      const hidden = Number(more.text.match(/\d+/)[0]);
      const changed = (rows) =>
        page.waitForFunction(
          (wanted) =>
            window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline")).getOption().series[1].data
              .length === wanted,
          rows,
        );
      await click(page, await reach(page, more));
      await changed(folded.rows + hidden);
      const open = await drawn(page);
      assert.equal(open.filter(({ text }) => text === "Show fewer").length, 1);
      assert.equal(
        open.filter(({ text }) => MORE.en.test(text)).length,
        folded.filter(({ text }) => MORE.en.test(text)).length - 1,
        "the other lanes stay folded",
      );
      const sign = folded.filter(({ text }) => / \d+: /.test(text)).length;
      assert.equal(open.filter(({ text }) => / \d+: /.test(text)).length, sign + hidden, "each has its title");
      await click(
        page,
        await reach(
          page,
          open.find(({ text }) => text === "Show fewer"),
        ),
      );
      await changed(folded.rows);
      assert.deepEqual(
        (await drawn(page)).map(({ text }) => text),
        folded.map(({ text }) => text),
      );
    }));
}

// A title that gives way to its figure: cut where that begins, not before.
function cut(texts, title) {
  return texts.find(({ text, x, y, width, height }) => {
    if (!text.endsWith("...") || !title.startsWith(text.slice(0, -3))) return false;
    return texts.some((figure) => {
      const gap = figure.x - x - width;
      return Math.abs(figure.y + figure.height / 2 - y - height / 2) < 4 && gap >= 0 && gap < 24;
    });
  });
}
