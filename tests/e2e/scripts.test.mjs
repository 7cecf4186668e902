// The tables that the build publishes, read as docs/scripts.md tells it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { serve } from "./support/server.mjs";

const DIST = new URL("../../dist/", import.meta.url);
const DOCUMENT = await readFile(new URL("../../docs/scripts.md", import.meta.url), "utf8");
const dataset = JSON.parse(await readFile(new URL("dataset/beijing-lhasa.json", DIST), "utf8"));

let app;
before(async () => {
  app = await serve();
});
after(() => app.close());

// The lines that a snippet of the document prints, with the address of this app.
async function printed(language, program, take) {
  const snippet = DOCUMENT.match(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``))?.[1];
  assert.ok(snippet?.includes("https://your.host/aid-atlas/"), `a snippet in ${language}`);
  const text = snippet.replaceAll("https://your.host/aid-atlas/", app.url);
  const env = { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };
  const { stdout } = await promisify(execFile)(program, [take, text], { env });
  return stdout.trimEnd().split("\n");
}

test("the snippet in Python prints what the dataset states", async () => {
  const money = new Set(dataset.units.filter(({ currency }) => currency).map(({ id }) => id));
  const wanted = dataset.records
    .filter(({ places }) => places.includes("nyemo"))
    .flatMap(({ id, values = [], source: { section, paragraph } }) =>
      values
        .filter(({ unit }) => money.has(unit))
        .map(({ amount, unit, qualifier }) => [id, qualifier ?? "exact", amount, unit, section, paragraph].join(" ")),
    );
  assert.ok(wanted.length >= 3, `${wanted.length} figures`);
  assert.deepEqual(await printed("python", process.env.PYTHON ?? "python3", "-c"), wanted);
});

test("the snippet in R prints what the chart shows", async () => {
  const chart = JSON.parse(await readFile(new URL("data/charts/income.json", DIST), "utf8"));
  const lines = await printed("r", process.env.RSCRIPT ?? "Rscript", "-e");
  const cells = lines.map((line) => line.split("\t"));
  assert.deepEqual(
    cells.map(([label, qualifier, amount, , records]) => [label, qualifier, Number(amount), records]),
    chart.rows.flatMap(({ label, parts }) =>
      parts.map(({ qualifier, amount, records }) => [label.en, qualifier, amount, records.join("; ")]),
    ),
  );
  for (const [, , , unit] of cells) assert.equal(unit, "CNY per person");
});

test("the data package names every table, with the columns that it has", async () => {
  const { resources } = JSON.parse(await readFile(new URL("datapackage.json", DIST), "utf8"));
  const names = resources.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, "each name once");
  for (const path of [
    "data/records.csv",
    "data/codes.csv",
    "data/map.csv",
    "data/timeline.csv",
    "data/dictionary.csv",
  ]) {
    assert.ok(
      resources.some((one) => one.path === path),
      path,
    );
  }
  for (const { id } of dataset.charts) {
    for (const ending of ["csv", "json"]) {
      assert.ok(
        resources.some(({ path }) => path === `data/charts/${id}.${ending}`),
        id,
      );
    }
  }
  for (const { path, schema, format } of resources) {
    const response = await fetch(app.url + path);
    assert.equal(response.status, 200, path);
    assert.equal(response.headers.get("access-control-allow-origin"), "*", "any page may read it");
    const text = await response.text();
    if (format === "json") JSON.parse(text);
    else {
      const [head] = text.replace(/^\ufeff/, "").split("\r\n");
      assert.deepEqual(
        schema.fields.map(({ name }) => name),
        head.split(","),
        path,
      );
    }
  }
});
