// node bench/main.mjs load|input|large|lighthouse --app DIR --react DIR --cache DIR [--runs N] [--write]
// Measures both pages and prints their tables; --write puts them into
// docs/benchmarks.md. `cargo xtask bench` calls it and makes what it needs.
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { replaced } from "./support/document.mjs";
import { busy, machine } from "./support/machine.mjs";
import { serve } from "./support/server.mjs";
import { table } from "./support/table.mjs";

const DOCUMENT = new URL("../docs/benchmarks.md", import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    app: { type: "string" },
    react: { type: "string" },
    cache: { type: "string" },
    runs: { type: "string", default: "5" },
    write: { type: "boolean", default: false },
  },
});
const [kind] = positionals;
const { TITLE, measure } = await import(`./${kind}.mjs`);

const servers = [];
const pages = [];
for (const [name, folder] of [
  ["React", values.react],
  ["app", values.app],
]) {
  const server = await serve(folder, values.cache);
  servers.push(server);
  pages.push({ name, url: server.url });
}
const before = busy();
const { browser, parts } = await measure(pages, Number(values.runs));
for (const server of servers) await server.close();

const all = pages.map(({ name }) => name);
const sections = parts.map(
  ({ title, names, rows, notes }) => `### ${title}\n\n${table(names ?? all, rows)}\n\n${notes.join(" ")}`,
);
const when = `${new Date().toISOString().slice(0, 10)}, ${machine(browser)}; ${before} before, ${busy()} after.`;
const text = `${when}\n\n${sections.join("\n\n")}`;
console.log(text);
if (values.write) {
  await writeFile(DOCUMENT, replaced(await readFile(DOCUMENT, "utf8"), TITLE, text));
  console.error("docs/benchmarks.md is written");
}
