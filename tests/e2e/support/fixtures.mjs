// The invented programmes, served beside the app as a host would serve them.
import { readdirSync, readFileSync } from "node:fs";
import { generate } from "../../fixtures/generate.mjs";
import { withApp } from "./browser.mjs";

const FOLDER = new URL("../../fixtures/", import.meta.url);
const TYPES = { svg: "image/svg+xml", json: "application/json" };

const MANY = generate();

// What `serve` answers below the app, by path.
export function besideTheApp() {
  const files = { "fixtures/many-en-es.json": { body: JSON.stringify(MANY) } };
  for (const name of readdirSync(FOLDER).filter((file) => !file.endsWith(".mjs")))
    files[`fixtures/${name}`] = { body: readFileSync(new URL(name, FOLDER)), type: TYPES[name.split(".").at(-1)] };
  return files;
}

const read = (id) => JSON.parse(readFileSync(new URL(`${id}.json`, FOLDER), "utf8"));

// Each with a reader's language, that reader's search and what it leaves, the
// years of the brush, and the languages that the page offers.
export const PROGRAMMES = [
  {
    dataset: read("points-usd-fr"),
    lang: "fr",
    search: ["halle", 1],
    brush: ["2017-03-10", "2018-09-20"],
    languages: ["fr", "en", "zh"],
    record: "forages-kassila",
    filters: { place: "Kassila", sector: "Eau", kind: "Dépense", org: "Fondation inventée" },
  },
  {
    dataset: read("two-currencies-ar"),
    lang: "ar",
    search: ["القنوات", 4],
    brush: ["2017-03-10", "2019-09-20"],
    languages: ["ar", "en", "zh"],
    record: "school-qasr",
    filters: { place: "وادي النمل", sector: "المدارس", kind: "نتيجة", org: "مكتب التعليم" },
  },
  {
    dataset: MANY,
    lang: "es",
    search: ["Desembolso 19", null],
    brush: ["2008-03-10", "2012-09-20"],
    languages: ["en", "es", "zh"],
    record: "r1234",
    filters: { place: "Alto Llano (inventado)", sector: "Pesca", kind: "Producto", org: null },
  },
].map((programme) => ({ ...programme, file: `fixtures/${programme.dataset.id}.json` }));

// Runs `use({page, url})` with the app opened by the link of a programme, in its
// reader's language unless `query` says another.
export function withProgramme(browser, programme, options, use) {
  const { query = "", ...others } = options;
  const lang = new URLSearchParams(query).has("lang") ? "" : `lang=${programme.lang}`;
  const parts = [`dataset=${programme.file}`, query, lang].filter((part) => part);
  const overrides = { ...besideTheApp(), ...options.overrides };
  return withApp(browser, { ...others, overrides, query: parts.join("&") }, use);
}

// A text of the programme, as a reader of the language gets it.
export function said(programme, text, lang = programme.lang) {
  const known = [lang, ...programme.dataset.languages].find((tag) => text[tag]);
  return text[known];
}
