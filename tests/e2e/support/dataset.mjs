// The built-in dataset, for tests that count.
import { readFile } from "node:fs/promises";

const FILE = new URL("../../../public/dataset/beijing-lhasa.json", import.meta.url);

export const DATASET = JSON.parse(await readFile(FILE, "utf8"));
export const RECORDS = DATASET.records.length;
