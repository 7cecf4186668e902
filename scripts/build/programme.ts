// The built-in programme, as much of it as the build reads. Cargo.toml names its
// file; nothing here knows which programme it is.
import { readFile } from "node:fs/promises";
import type { Words } from "../generated/names.ts";

interface Place {
  id: string;
  parent?: string;
  name: Words;
}

export interface Dataset {
  schema: string;
  id: string;
  title: Words;
  summary?: Words;
  licence: string;
  asOf?: string;
  documents: { title: Words; publisher?: Words; published?: Words }[];
  maps?: { place?: string; file?: string }[];
  places?: Place[];
  charts?: { id: string; title: Words }[];
  records: {
    time?: { at?: string; from?: string; to?: string };
    values?: { indicator: string }[];
  }[];
}

export interface Programme {
  // The dataset's file below public/, and so below the app.
  file: string;
  dataset: Dataset;
}

export async function readProgramme(): Promise<Programme> {
  const cargo = await readFile("Cargo.toml", "utf8");
  const file = cargo.match(/^\[package\.metadata\.programme\]\s[^[]*?^dataset\s*=\s*"([^"]+)"/m)?.[1];
  if (!file) throw new Error('Cargo.toml has no `dataset = "…"` in [package.metadata.programme]');
  const dataset: Dataset = JSON.parse(await readFile(`public/${file}`, "utf8"));
  return { file, dataset };
}

// The languages of the dataset, English first: it is what most of those read who
// meet the programme elsewhere.
export function languages({ title }: Dataset): string[] {
  const all = Object.keys(title);
  return [...all.filter((language) => language === "en"), ...all.filter((language) => language !== "en")];
}

// A text in a language, else in the first that it has.
export function inLanguage(text: Words | undefined, language: string): string {
  return text?.[language] ?? Object.values(text ?? {})[0] ?? "";
}

// A text in all of the dataset's languages, each wording once.
export function inAll(dataset: Dataset, text: Words | undefined, between = " · "): string {
  const each = languages(dataset).map((language) => inLanguage(text, language));
  return [...new Set(each)].filter(Boolean).join(between);
}

// The first and the last year that records name, as far as the dataset is of
// its time: plans reach further.
export function years({ asOf, records }: Dataset): [string, string] | undefined {
  const dates = records.flatMap(({ time }) => [time?.at, time?.from, time?.to]);
  const all = [...dates, asOf].flatMap((date) => date?.match(/^\d{4}/)?.[0] ?? []).sort();
  const [first, last] = [all[0], asOf?.match(/^\d{4}/)?.[0] ?? all.at(-1)];
  return first && last ? [first, last] : undefined;
}

// What the maps show; without maps, the places that lie in no other.
export function covered({ maps = [], places = [] }: Dataset): Words[] {
  const mapped = new Set(maps.slice(0, 1).map(({ place }) => place));
  const shown = places.filter(({ id }) => mapped.has(id));
  return (shown.length > 0 ? shown : places.filter(({ parent }) => !parent)).map(({ name }) => name);
}
