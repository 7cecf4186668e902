// After each build, in the folder where Trunk has put all of it together: what can be
// said only of the whole. Dev servers' pages have a script of Trunk's in them, which no
// policy could allow, and no use for a worker.
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { NAMED_BY_CONTENT } from "../named.ts";
import { hash, short } from "./hash.ts";
import { headers } from "./headers.ts";
import { policy } from "./policy.ts";
import { withList } from "./precache.ts";
import { readProgramme } from "./programme.ts";
import { split } from "./split.ts";

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error("Trunk names the folder of its build in TRUNK_STAGING_DIR");
const site = process.env.AID_ATLAS_URL ?? "/";

async function read(): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder as string, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const files = paths.map(
    async (path): Promise<[string, Uint8Array]> => [
      relative(folder as string, path)
        .split(sep)
        .join("/"),
      await readFile(path),
    ],
  );
  return new Map(await Promise.all(files));
}

// Charts that are of another version than the program are not run. Other scripts have
// no integrity: start.js is a few lines, and fallback.js must speak wherever it can.
function withIntegrity(html: string, charts: Uint8Array): string {
  const tag = '<script src="charts.js"';
  if (!html.includes(tag)) throw new Error(`index.html has no ${tag}`);
  return html.replace(tag, `${tag} crossorigin="anonymous" integrity="${hash(charts, "sha384")}"`);
}

async function renamed(files: Map<string, Uint8Array>, from: string, to: string): Promise<void> {
  const content = files.get(from);
  if (!content) throw new Error(`the build has no ${from}`);
  files.delete(from);
  files.set(to, content);
  await rename(join(folder as string, from), join(folder as string, to));
}

// The second program and what calls it are of the page's own build, or not run: Trunk
// gives a worker's files no name of their content. Nor what is drawn before the program.
async function named(html: string, files: Map<string, Uint8Array>): Promise<string> {
  const [js, wasm] = ["reader.js", "reader_bg.wasm"].map((name) => files.get(name));
  if (!js || !wasm) throw new Error("Trunk has built no reader.js: see index.html");
  const name = `reader-${short(js, wasm)}`;
  await renamed(files, "reader.js", `${name}.js`);
  await renamed(files, "reader_bg.wasm", `${name}_bg.wasm`);
  let page = html.replace('<meta name="reader" content="reader.js"', `<meta name="reader" content="${name}.js"`);
  for (const [path, content] of [...files]) {
    const [, lang] = path.match(/^first\/(\w+)\.json$/) ?? [];
    if (!lang) continue;
    const to = `first/${lang}-${short(content)}.json`;
    await renamed(files, path, to);
    page = withMeta(page, `first-${lang}`, to);
  }
  return page;
}

// The program is most of a page's bytes. Where the plain view is shown, what draws it
// comes first and the program after that: fallback.js asks for it in all other cases.
function withoutPreload(html: string): string {
  const preload = html.match(/<link rel="preload" href="(?:\.\/)?([^"]+\.wasm)"[^>]*>/);
  if (!preload) throw new Error("Trunk has written no preload of the program");
  const [tag, name = ""] = preload;
  return withMeta(html.replace(tag, ""), "program", name);
}

// Before the first script.
const withMeta = (html: string, name: string, content: string) =>
  html.replace(
    /<meta charset="[^"]*" ?\/?>/,
    (charset) => `${charset}\n    <meta name="${name}" content="${content}" />`,
  );

const page = await split(folder, await readFile(join(folder, "index.html"), "utf8"));
const files = await read();
const html = await named(page, files);
const isServed = html.includes(".well-known/trunk/ws");
const write = (name: string, text: string) => {
  files.set(name, Buffer.from(text));
  return writeFile(join(folder as string, name), text);
};

if (isServed) await write("index.html", html);
else {
  const whole = withoutPreload(withIntegrity(html, files.get("charts.js") ?? Buffer.from("")));
  const rules = policy(whole);
  // fallback.js, the first script, puts it to work.
  await write("index.html", withMeta(whole, "policy", rules));
  const root = new URL(site, "https://host/").pathname.replace(/\/*$/, "/");
  await write("_headers", headers(root, rules, [...files.keys()].filter((name) => NAMED_BY_CONTENT.test(name)).sort()));
}
const isOff = isServed || process.env.AID_ATLAS_WORKER === "off";
const code = await readFile(`.bundle/worker/${isOff ? "retired" : "kept"}.js`, "utf8");
await write("worker.js", isOff ? code : withList(code, files, (await readProgramme()).file));
