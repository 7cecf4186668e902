// Before each build, in the repository's root: bundles scripts and styles and derives,
// from the built-in dataset, what other programs read (previews, oEmbed, JSON-LD,
// a data package) and what the page says before the app runs.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { bundles } from "./bundles.ts";
import { first } from "./first.ts";
import { installed } from "./installed.ts";
import { kept } from "./kept.ts";
import { live } from "./live.ts";
import { dataPackage, head, oembeds } from "./metadata.ts";
import { readProgramme } from "./programme.ts";
import { skeleton } from "./skeleton.ts";
import { nameOf, stills } from "./stills.ts";
import { styles } from "./styles.ts";
import { published, told } from "./told.ts";

// Where the app will stand. What other sites read must name it in full; without
// it, addresses stay relative.
const site = (process.env.AID_ATLAS_URL ?? "./").replace(/\/*$/, "/");

// Writes only what changed, so that `trunk serve` does not build in a circle.
async function write(name: string, content: string | Uint8Array): Promise<void> {
  const target = `.bundle/${name}`;
  const bytes = Buffer.from(content);
  const before = await readFile(target).catch(() => null);
  if (before && bytes.equals(before)) return;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
}

const programme = await readProgramme();
const address = site === "./" ? "" : site;
const view = told("public", programme.file, address);
const { edition, files: tables } = published("public", programme.file, address);
const [pictures, page] = await kept(JSON.stringify(view), () => [stills(view), first(view)] as const);
// What a link's preview shows.
const preview = pictures.find(({ of, png }) => of === "view" && png)?.png;
const files: [string, string | Uint8Array][] = [
  ...(await bundles(programme.file)),
  ["style.css", await styles()],
  // The same data as a script, for pages that may run scripts but read no files.
  ["records.js", `window.aidAtlasRecords = ${JSON.stringify(programme.dataset)};`],
  ...installed(programme),
  ["head.html", head(programme, site)],
  ["skeleton.html", skeleton(programme.file, page)],
  ["site/datapackage.json", dataPackage(programme, edition, tables)],
  ...tables.map(({ path, text }): [string, string] => [`site/${path}`, text]),
  ...(preview ? [["site/preview.png", preview] satisfies [string, Uint8Array]] : []),
  ...pictures.flatMap((still): [string, string | Uint8Array][] => [
    [`site/${nameOf(still, "svg")}`, still.svg],
    ...(still.png ? [[`site/${nameOf(still, "png")}`, still.png] satisfies [string, Uint8Array]] : []),
  ]),
  ...live(view).map(([name, text]): [string, string] => [`site/${name}`, text]),
  ...oembeds(programme.dataset, site, pictures).map(({ name, text }): [string, string] => [
    `site/oembed/${name}`,
    text,
  ]),
];
await Promise.all(files.map(([name, content]) => write(name, content)));
// Whole folders are published: what is of a former build or of another dataset goes.
const made = new Set(files.map(([name]) => name));
for (const entry of await readdir(".bundle/site", { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const name = relative(".bundle", path).split(sep).join("/");
  if (entry.isFile() && !made.has(name)) await rm(path);
}
