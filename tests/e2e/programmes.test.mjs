// What the build makes of other programmes than the built-in one.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { script } from "./support/scripts.mjs";

const { head, dataPackage, oembeds } = await script("build/metadata.ts");
const { outlinesOf } = await script("build/programme.ts");
const { preview } = await script("build/preview.ts");
const { skeleton } = await script("build/skeleton.ts");

const SITE = "https://example.org/atlas/";

// In French and Arabic, with points alone, and a title that markup would break on.
const POINTS = {
  file: "dataset/puits.json",
  outlines: [],
  dataset: {
    schema: "aid-atlas/2",
    id: "puits",
    title: { fr: "Puits & forages <rural>", ar: "آبار" },
    licence: "CC-BY-4.0",
    documents: [{ title: { fr: "Rapport" } }],
    places: [
      { id: "nord", name: { fr: "Nord" }, coordinates: { longitude: -12.5, latitude: 68.2 } },
      { id: "sud", name: { fr: "Sud" }, parent: "nord", coordinates: { longitude: -11, latitude: 66 } },
    ],
    charts: [{ id: "cout", title: { fr: "Coût", ar: "تكلفة" } }],
    records: [
      { places: ["sud"], time: { from: "2003-04", to: "2004" }, values: [{ indicator: "spent" }] },
      { places: ["nord"], time: { at: "2001" } },
    ],
  },
};

// The least that there can be.
const BARE = {
  file: "dataset/x.json",
  outlines: [],
  dataset: { schema: "aid-atlas/2", id: "x", title: { en: "X" }, licence: "MIT", documents: [], records: [] },
};

const isPicture = (bytes) => {
  const png = Buffer.from(bytes);
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
};

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
  assert.equal(JSON.parse(dataPackage(POINTS)).resources[0].path, "dataset/puits.json");
  assert.match(skeleton(POINTS.file), /href="dataset\/puits\.json"/);
});

test("there is an oEmbed answer for each of the dataset's charts, and none of another's", () => {
  const answers = oembeds(POINTS.dataset, SITE);
  const names = answers.map(({ name }) => name).sort();
  assert.deepEqual(names, ["all.json", "chart-cout.json", "map.json", "timeline.json", "view.json"]);
  const chart = JSON.parse(answers.find(({ name }) => name === "chart-cout.json").text);
  assert.match(chart.html, /\?embed=chart:cout"/);
  assert.ok(chart.title.includes("Coût") && chart.title.includes("تكلفة"));
});

test("a dataset of points, and one without anything, have a picture", () => {
  isPicture(preview(POINTS));
  isPicture(preview(BARE));
  assert.notDeepEqual(
    preview(POINTS),
    preview({ ...POINTS, dataset: { ...POINTS.dataset, places: [] } }),
    "points are drawn",
  );
  assert.match(head(BARE, "./"), /content="0 records"/);
});

test("outlines are read from GeoJSON and TopoJSON alike", () => {
  const ring = [
    [10, 50],
    [11, 50],
    [11, 51],
    [10, 50],
  ];
  const wanted = [{ place: "a", rings: [ring] }];
  const properties = { id: "a" };
  const geometry = { type: "Polygon", coordinates: [ring] };
  const feature = { type: "Feature", properties, geometry };
  assert.deepEqual(outlinesOf({ type: "FeatureCollection", features: [feature] }), wanted);
  const areas = { type: "GeometryCollection", geometries: [{ type: "Polygon", properties, arcs: [[0]] }] };
  assert.deepEqual(outlinesOf({ type: "Topology", objects: { areas }, arcs: [ring] }), wanted);
  isPicture(preview({ ...POINTS, outlines: [{ place: "sud", rings: [ring] }] }));
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
