// What the build makes of other programmes than the built-in one.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { script } from "./support/scripts.mjs";

const { head, dataPackage, oembeds } = await script("build/metadata.ts");
const { stills } = await script("build/stills.ts");
const { skeleton } = await script("build/skeleton.ts");

const SITE = "https://example.org/atlas/";

// In French and Arabic, with points alone, and a title that markup would break on.
const POINTS = {
  file: "dataset/puits.json",
  dataset: {
    schema: "aid-atlas/2",
    id: "puits",
    title: { fr: "Puits & forages <rural>", ar: "آبار" },
    licence: "CC-BY-4.0",
    documents: [{ title: { fr: "Rapport" } }],
    places: [
      { id: "nord", name: { fr: "Nord" } },
      { id: "sud", name: { fr: "Sud" }, parent: "nord" },
    ],
    charts: [{ id: "cout", title: { fr: "Coût", ar: "تكلفة" } }],
    records: [{ time: { from: "2003-04", to: "2004" }, values: [{ indicator: "spent" }] }, { time: { at: "2001" } }],
  },
};

// The least that there can be.
const BARE = {
  file: "dataset/x.json",
  dataset: { schema: "aid-atlas/2", id: "x", title: { en: "X" }, licence: "MIT", documents: [], records: [] },
};

// The pictures of it, as far as the answers ask.
const PICTURES = [{ of: "view", lang: "en", svg: "", png: new Uint8Array(24) }];

test("tags and linked data are in the dataset's languages, with its years and places", () => {
  const html = head(POINTS, SITE);
  assert.match(html, /<title>Puits &amp; forages &lt;rural&gt; · آبار – Aid Atlas<\/title>/);
  assert.equal(html.match(/name="description"/g).length, 1);
  const linked = JSON.parse(html.match(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/)[1]);
  assert.equal(linked.name, "Puits & forages <rural>");
  assert.deepEqual(linked.alternateName, ["آبار"]);
  assert.deepEqual(linked.inLanguage, ["fr", "ar"]);
  assert.equal(linked.temporalCoverage, "2001/2004");
  assert.deepEqual(
    linked.spatialCoverage.map(({ name }) => name),
    ["Nord"],
  );
  assert.equal(linked.distribution[0].contentUrl, `${SITE}dataset/puits.json`);
  assert.equal(linked.distribution[1].contentUrl, `${SITE}data/records.csv`);
  const fields = [{ name: "record", type: "string", description: "Id of the record" }];
  const table = { path: "data/records.csv", title: "Every record", text: "record", fields };
  const { version, resources } = JSON.parse(dataPackage(POINTS, "an-edition", [table]));
  assert.equal(version, "an-edition");
  assert.equal(resources[0].path, "dataset/puits.json");
  assert.deepEqual([resources[1].name, resources[1].schema], ["records-csv", { fields }]);
  assert.match(skeleton(POINTS.file, ""), /href="dataset\/puits\.json"/);
});

test("there is an oEmbed answer for each of the dataset's charts, and none of another's", () => {
  const answers = oembeds(POINTS.dataset, SITE, PICTURES);
  const names = answers.map(({ name }) => name).sort();
  const parts = ["all", "checks", "comparison", "coverage", "map", "table", "timeline", "view"].map(
    (name) => `${name}.json`,
  );
  assert.deepEqual(names, [...parts, "chart-cout.json"].sort());
  const chart = JSON.parse(answers.find(({ name }) => name === "chart-cout.json").text);
  assert.match(chart.html, /\?embed=chart:cout"/);
  assert.ok(chart.title.includes("Coût") && chart.title.includes("تكلفة"));
  assert.equal(chart.thumbnail_url, `${SITE}stills/view.en.png`, "a chart without a picture of its own has the view's");
  assert.ok(!oembeds(POINTS.dataset, SITE, []).some(({ text }) => text.includes("thumbnail")));
});

test("a dataset without anything has a picture, of its name", () => {
  const none = { colors: [], maps: {}, views: [] };
  assert.deepEqual(stills(none), []);
  const words = { map: "Map", timeline: "When", source: "" };
  const view = {
    lang: "en",
    title: "X & Y",
    finding: "0 records.",
    figures: [],
    charts: [],
    font: "serif",
    serif: "serif",
  };
  const [one, ...others] = stills({ ...none, views: [{ ...view, words, map: null, rows: null, timeline: null }] });
  assert.deepEqual(others, []);
  assert.match(one.svg, /X &amp; Y/);
  assert.ok(one.png.length > 1000);
  assert.match(head(BARE, "./"), /content="0 records"/);
});

test("ECharts is in one script alone", async () => {
  const [charts, tools] = await Promise.all(
    ["charts.js", "tools.js"].map((name) => readFile(new URL(`../../dist/${name}`, import.meta.url), "utf8")),
  );
  // A word of ECharts' core, which no minifier shortens.
  assert.ok(charts.includes("replaceMerge"));
  assert.ok(!tools.includes("replaceMerge"));
  assert.ok(tools.length < charts.length / 10, `${tools.length} letters of tools.js`);
});
