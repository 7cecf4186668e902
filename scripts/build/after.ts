// After each build, in the folder where Trunk has put all of it together: what can be
// said only of the whole. Dev servers' pages have a script of Trunk's in them, which no
// policy could allow, and no use for a worker.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { NAMED_BY_CONTENT } from "../named.ts";
import { hash } from "./hash.ts";
import { headers } from "./headers.ts";
import { policy } from "./policy.ts";
import { withList } from "./precache.ts";
import { readProgramme } from "./programme.ts";

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

const files = await read();
const html = Buffer.from(files.get("index.html") ?? []).toString();
const isServed = html.includes(".well-known/trunk/ws");
const write = (name: string, text: string) => {
  files.set(name, Buffer.from(text));
  return writeFile(join(folder as string, name), text);
};

if (!isServed) {
  const whole = withIntegrity(html, files.get("charts.js") ?? Buffer.from(""));
  const rules = policy(whole);
  // fallback.js, the first script, puts it to work.
  const meta = `<meta name="policy" content="${rules}" />`;
  await write(
    "index.html",
    whole.replace(/<meta charset="[^"]*" ?\/?>/, (charset) => `${charset}\n    ${meta}`),
  );
  const root = new URL(site, "https://host/").pathname.replace(/\/*$/, "/");
  await write("_headers", headers(root, rules, [...files.keys()].filter((name) => NAMED_BY_CONTENT.test(name)).sort()));
}
const isOff = isServed || process.env.AID_ATLAS_WORKER === "off";
const code = await readFile(`.bundle/worker/${isOff ? "retired" : "kept"}.js`, "utf8");
await write("worker.js", isOff ? code : withList(code, files, (await readProgramme()).file));
