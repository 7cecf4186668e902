// Cuts the app's program into the parts that src/panels/later/ names. wasm-split-cli goes
// by the symbols of what Cargo has linked, so it comes before wasm-bindgen: what Trunk has
// bound and put together is whole, and what takes its place is made here.
import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { hash, short } from "./hash.ts";

const run = promisify(execFile);

const NAME = "aid-atlas";
const WORK = ".bundle/split";
// The module by which the first part asks for the others.
const LINKS = "__wasm_split.js";

// As index.html has them for the second program.
const WASM_OPT = [
  "-Oz",
  "--enable-bulk-memory",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-reference-types",
  "--enable-multivalue",
];

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`${LINKS} of wasm-split-cli has no ${from}`);
  return text.replaceAll(from, to);
}

async function optimised(file: string): Promise<void> {
  if (process.env.TRUNK_PROFILE !== "release") return;
  await run("wasm-opt", [...WASM_OPT, file, "-o", file]);
}

// The page's folder of which Trunk's own files go; the page with the names of the new ones.
export async function split(folder: string, html: string): Promise<string> {
  const whole = html.match(/data-js="(?:\.\/|\/)?(aid-atlas-[0-9a-f]+)\.js"/)?.[1];
  if (!whole) throw new Error("Trunk has written no script of the program");
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  const linked = join(target, "wasm32-unknown-unknown", process.env.TRUNK_PROFILE ?? "debug", `${NAME}.wasm`);
  await rm(WORK, { recursive: true, force: true });
  await mkdir(WORK, { recursive: true });
  await run("wasm-split-cli", [linked, WORK, "--out-name", NAME]);
  const parts = (await readdir(WORK)).filter((name) => name.endsWith(".wasm") && name !== `${NAME}.wasm`);
  const bound = join(WORK, "bound");
  await run("wasm-bindgen", [
    "--target",
    "web",
    "--no-typescript",
    // By the table of functions the parts call each other.
    "--keep-lld-exports",
    "--out-dir",
    bound,
    "--out-name",
    NAME,
    join(WORK, `${NAME}.wasm`),
  ]);
  const first = join(bound, `${NAME}_bg.wasm`);
  await Promise.all([first, ...parts.map((part) => join(WORK, part))].map(optimised));

  let links = await readFile(join(WORK, LINKS), "utf8");
  links = replaced(links, "WebAssembly.instantiateStreaming(src, imports)", "instantiate(src, imports)");
  links = replaced(links, "const src = fetch(", "const src = ask(");
  links = `import { ask, instantiate } from ${JSON.stringify(resolve("scripts/part.ts"))};\n${links}`;
  for (const part of parts) {
    const content = await readFile(join(WORK, part));
    const word = basename(part, ".wasm")
      .replace(/^split_/, "")
      .replace("chunk_", "shared-");
    const name = `${NAME}-${word}-${short(content)}.wasm`;
    await copyFile(join(WORK, part), join(folder, name));
    links = replaced(links, `"./${part}"`, `"./${name}"`);
  }
  await writeFile(join(bound, LINKS), links);
  const { outputFiles } = await build({
    stdin: { contents: `export { default } from "./${NAME}.js";`, resolveDir: bound },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    write: false,
    // wasm-bindgen names a module of imports once for each of them.
    logOverride: { "duplicate-object-key": "silent" },
  });
  const [script] = outputFiles;
  if (!script) throw new Error("esbuild has made no script of the program");
  const program = await readFile(first);
  const name = `${NAME}-${short(script.contents, program)}`;
  await Promise.all([rm(join(folder, `${whole}.js`)), rm(join(folder, `${whole}_bg.wasm`))]);
  await writeFile(join(folder, `${name}.js`), script.contents);
  await writeFile(join(folder, `${name}_bg.wasm`), program);
  // The script is preloaded with its integrity.
  const preload = new RegExp(`(<link rel="modulepreload" href="[^"]*${whole}\\.js"[^>]* integrity=")[^"]*`);
  if (!preload.test(html)) throw new Error("Trunk has written no preload of the program's script");
  return html.replace(preload, `$1${hash(script.contents, "sha384")}`).replaceAll(whole, name);
}
