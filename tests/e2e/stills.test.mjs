// The pictures that the build makes: they are there under their names, say what
// they show, and no words in them lie on others.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { DATASET } from "./support/dataset.mjs";
import { PROGRAMMES } from "./support/fixtures.mjs";
import { script } from "./support/scripts.mjs";
import { told } from "./support/told.mjs";

const { stills } = await script("build/stills.ts");
const DIST = new URL("../../dist/", import.meta.url);
const LANGUAGES = ["en", "zh"];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const sizeOf = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];
const file = (name) => readFile(new URL(name, DIST));

// Pairs of words that lie on each other, and words that leave the picture, of an
// SVG as a browser draws it.
async function faults(svg) {
  const page = await browser.newPage();
  try {
    await page.setContent(`<body style="margin:0">${svg}</body>`);
    await page.evaluate(() => document.fonts.ready);
    return await page.evaluate(() => {
      const whole = document.querySelector("svg").getBoundingClientRect();
      const texts = [...document.querySelectorAll("text")].filter((text) => text.textContent.trim());
      const boxes = texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        // Between the lines of letters there is room that boxes count.
        const spare = (bottom - top) * 0.2;
        return { words: text.textContent, left, right, top: top + spare, bottom: bottom - spare };
      });
      const found = boxes
        .filter(
          ({ left, right, top, bottom }) =>
            left < -1 || top < -1 || right > whole.right + 1 || bottom > whole.bottom + 1,
        )
        .map(({ words }) => `${words} leaves the picture`);
      for (const [nth, one] of boxes.entries())
        for (const other of boxes.slice(nth + 1))
          if (
            one.left + 1 < other.right &&
            other.left + 1 < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom
          )
            found.push(`${one.words} / ${other.words}`);
      return found;
    });
  } finally {
    await page.close();
  }
}

test("the view and each part are files in every language, and the preview is the view", async () => {
  const { charts, title } = DATASET;
  const parts = ["view", "map", "timeline", ...charts.map(({ id }) => id)];
  // A release build has each compressed as well.
  const names = (await readdir(new URL("stills/", DIST))).filter((name) => /\.(svg|png)$/.test(name));
  for (const lang of LANGUAGES) {
    for (const part of parts) {
      const svg = String(await file(`stills/${part}.${lang}.svg`));
      assert.ok(svg.includes(title[lang]), `${part}.${lang} says its title`);
      assert.ok(!/#a1b2|NaN|undefined/.test(svg), `${part}.${lang}`);
    }
  }
  for (const part of parts) {
    const [width, height] = sizeOf(await file(`stills/${part}.en.png`));
    assert.ok(width >= 1200 && height >= 300, `${part}: ${width} x ${height}`);
  }
  assert.equal(names.length, parts.length * 3);
  const preview = await file("preview.png");
  assert.deepEqual(preview, await file("stills/view.en.png"));
  assert.deepEqual(sizeOf(preview), [1200, 630]);
});

test("a drawing has nothing of chance: the edges of folded years are straight", async () => {
  for (const lang of LANGUAGES) {
    const lines = String(await file(`stills/timeline.${lang}.svg`)).matchAll(/<polyline points="([^"]+)"/g);
    const points = [...lines].map(([, all]) => all.split(" ").length / 2);
    assert.ok(points.length > 2, "its lines are found");
    assert.deepEqual([...new Set(points)], [2]);
  }
});

test("no words in them lie on others or are cut by the edge", async () => {
  const found = [];
  for (const name of await readdir(new URL("stills/", DIST))) {
    if (!name.endsWith(".svg")) continue;
    const svg = String(await file(`stills/${name}`));
    found.push(...(await faults(svg)).map((fault) => `${name}: ${fault}`));
  }
  assert.deepEqual(found, []);
});

test("an oEmbed answer names a picture of what it embeds, with its size", async () => {
  for (const [name, picture] of [
    ["map", "map"],
    ["view", "view"],
    ["all", "view"],
    ["chart-income", "income"],
  ]) {
    const answer = JSON.parse(await file(`oembed/${name}.json`));
    assert.equal(answer.thumbnail_url, `./stills/${picture}.en.png`);
    const size = sizeOf(await file(`stills/${picture}.en.png`));
    assert.deepEqual([answer.thumbnail_width, answer.thumbnail_height], size);
  }
});

for (const { dataset } of PROGRAMMES) {
  test(`${dataset.id} has its pictures too`, async () => {
    const found = stills(told(dataset));
    const views = found.filter(({ of }) => of === "view");
    assert.deepEqual(views.map(({ lang }) => lang).sort(), LANGUAGES);
    for (const { of, lang, svg } of views) {
      assert.ok(!/#a1b2|NaN|undefined/.test(svg));
      assert.deepEqual(await faults(svg), [], `${of}.${lang}`);
    }
    for (const chart of dataset.charts ?? [])
      assert.ok(
        found.some(({ of }) => of === chart.id),
        chart.id,
      );
  });
}
