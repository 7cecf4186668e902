// Before each build: bundles the scripts and derives, from the dataset,
// what other programs read: previews, oEmbed, JSON-LD and a data package.
// Writes only what changed, so that `trunk serve` does not build in a circle.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { dataPackage, head, oembeds } from "./metadata.mjs";
import { preview } from "./preview.mjs";

const root = new URL("../", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));

// Where the app will stand. What other sites read must name it in full; without
// it, addresses stay relative.
const site = (process.env.AID_ATLAS_URL ?? "./").replace(/\/*$/, "/");

async function write(name, content) {
  const target = path(`.bundle/${name}`);
  const bytes = Buffer.from(content);
  const before = await readFile(target).catch(() => null);
  if (before && bytes.equals(before)) return;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
}

async function bundle(entry, name, { globalName, target = "es2020" } = {}) {
  const result = await build({
    entryPoints: [path(entry)],
    bundle: true,
    minify: true,
    format: "iife",
    globalName,
    target,
    // ECharts asks for NODE_ENV to drop its development messages.
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "eof",
    write: false,
  });
  await write(name, result.outputFiles[0].contents);
}

const dataset = JSON.parse(await readFile(path("public/dataset/beijing-lhasa.json"), "utf8"));
await Promise.all([
  bundle("src/app/chart/bundle/entry.js", "charts.js", { globalName: "AidAtlasCharts" }),
  bundle("src/app/share/bundle/entry.js", "tools.js", { globalName: "AidAtlasTools" }),
  bundle("site/embed.js", "embed.js"),
  // It speaks where nothing newer runs.
  bundle("public/fallback.js", "fallback.js", { target: "es5" }),
  // The same data as a script, for pages that may run scripts but read no files.
  write("records.js", `window.aidAtlasRecords = ${JSON.stringify(dataset)};`),
  write("head.html", head(dataset, site)),
  write("site/datapackage.json", dataPackage(dataset, site)),
  preview(dataset, await readFile(path("public/geometry/lhasa.json"), "utf8")).then((png) => write("site/preview.png", png)),
  ...oembeds(dataset, site).map(({ name, text }) => write(`site/oembed/${name}`, text)),
]);
