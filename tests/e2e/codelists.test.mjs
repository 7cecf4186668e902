// Codes against the lists that come with the IATI schema's package. Here and
// not on the host, since only these tests have the package at hand.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DATASET } from "./support/dataset.mjs";

const folder = process.env.IATI_SCHEMAS;

// Code to English name of every item that is not withdrawn.
async function codes(list) {
  assert.ok(folder, "IATI_SCHEMAS names the folder of the official schema; `cargo xtask test` sets it");
  const xml = await readFile(`${folder}/../codelists/${list}.xml`, "utf8");
  const items = [...xml.matchAll(/<codelist-item([^>]*)>([\s\S]*?)<\/codelist-item>/g)];
  const known = items.filter(([, attributes]) => !attributes.includes("withdrawn"));
  const plain = (text) => text.trim().replaceAll("&amp;", "&");
  return new Map(
    known.map(([, , item]) => [
      item.match(/<code>(.*?)<\/code>/)[1],
      plain(item.match(/<narrative>([\s\S]*?)<\/narrative>/)[1]),
    ]),
  );
}

test("every purpose code and its English name are on the DAC code list", async () => {
  const known = await codes("Sector");
  assert.ok(known.size > 200, "the list was read");
  const own = DATASET.records.filter(({ codes }) => codes);
  assert.ok(own.length > 10, "records with a code of their own");
  for (const { id, codes } of [...DATASET.sectors, ...own]) {
    for (const { vocabulary, code, name } of codes) {
      assert.equal(vocabulary, "1", `${id}: the DAC's purposes of five digits`);
      assert.equal(known.get(code), name.en, `${id}: ${code}`);
    }
  }
});

test("a purpose code has one name in each language", () => {
  const names = new Map();
  for (const { codes = [] } of [...DATASET.sectors, ...DATASET.records]) {
    for (const { code, name } of codes) {
      assert.deepEqual(name, names.get(code) ?? name, code);
      names.set(code, name);
    }
  }
  assert.ok(names.size > 10, "there are codes");
});

test("country and currency are on their code lists", async () => {
  assert.ok((await codes("Country")).has(DATASET.country));
  const known = await codes("Currency");
  for (const { code } of DATASET.currencies) assert.ok(known.has(code), code);
});
