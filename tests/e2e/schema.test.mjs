// The published JSON Schema, by a validator that knows nothing of the app: what
// the app reads is valid, and what is not of the schema is not.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";

const read = async (name) => JSON.parse(await readFile(new URL(`../../${name}`, import.meta.url), "utf8"));

const schema = await read("public/schema/aid-atlas-2.json");
// Formats of numbers, such as uint32, are the types' own and say nothing more.
const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  formats: { uint32: true, uint8: true, double: true },
}).compile(schema);
const errors = () => JSON.stringify(validate.errors?.slice(0, 5));

const fixtures = (await readdir(new URL("../fixtures/", import.meta.url))).filter((name) => name.endsWith(".json"));
const datasets = ["public/dataset/beijing-lhasa.json", "public/schema/example.json"];
for (const name of fixtures) {
  const file = `tests/fixtures/${name}`;
  if ((await read(file)).schema === "aid-atlas/2") datasets.push(file);
}

for (const file of datasets) {
  test(`${file} is of the schema`, async () => {
    assert.ok(validate(await read(file)), errors());
  });
}

const changes = {
  "another version": (file) => (file.schema = "aid-atlas/1"),
  "no records": (file) => delete file.records,
  "a field that nobody knows": (file) => (file.records[0].surprise = 1),
  "an amount in words": (file) => (file.records[0].values[0].amount = "twelve"),
  "a qualifier of one's own": (file) => (file.records[0].values[0].qualifier = "roughly"),
  "a text that is no map": (file) => (file.title = "Wells"),
  "a text in no language": (file) => (file.title = {}),
  "a time without its date": (file) => (file.records[0].time = { type: "point" }),
  "a plural form that CLDR does not have": (file) => (file.units[2].words.en = { several: "{n} wells" }),
  "a chart of another form": (file) => (file.charts[0].form = "pie"),
  "a formula of another operation": (file) => (file.derived[0].formula.op = "guess"),
};

for (const [what, change] of Object.entries(changes)) {
  test(`${what} is not of the schema`, async () => {
    const file = await read("public/schema/example.json");
    change(file);
    assert.equal(validate(file), false);
  });
}
