// worker.js, with the list of the files that it keeps.
import { hash } from "./hash.ts";

// All that the app itself asks for, with any view: not what is for other sites, other
// programs or pages without the app, and no dataset but the one that is built in.
const KEPT =
  /^([^/]+\.(js|wasm|css)|index\.html|manifest\.webmanifest|fonts\/[^/]+\.woff2|(geometry|first)\/[^/]+\.json)$/;
// Nor what few readers ask for and is as large as the rest: the second program.
const LEFT = /^((worker|embed|records)\.js|reader-\w+\.(js|wasm))$/;

// `files` are the build's, by path; `code` is the worker's own.
export function withList(code: string, files: Map<string, Uint8Array>, dataset: string): string {
  const kept = [...files].filter(([path]) => path === dataset || (KEPT.test(path) && !LEFT.test(path)));
  const list = Object.fromEntries(
    kept.map(([path, content]): [string, string] => [path === "index.html" ? "" : path, hash(content)]).sort(),
  );
  const text = JSON.stringify(list, null, 1);
  const version = hash(text + code)
    .slice("sha256-".length)
    .replace(/\W/g, "")
    .slice(0, 16);
  return `const VERSION = "${version}";\nconst FILES = ${text};\n${code}`;
}
