// node bench/react/build.mjs FOLDER: a production build of the React page, as a
// bundler's defaults would make it: modules in chunks with a hash, each preloaded.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = (name) => fileURLToPath(new URL(`src/${name}`, import.meta.url));
const [folder] = process.argv.slice(2);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { main: source("main.jsx"), style: source("style.css") },
  outdir: folder,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  charset: "utf8",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  external: ["./fonts/*"],
  metafile: true,
});

const outputs = Object.entries(metafile.outputs);
const made = (name) => outputs.find(([, { entryPoint }]) => entryPoint === relative(root, source(name)))[0];
const [main, style, chart] = [made("main.jsx"), made("style.css"), made("Chart.jsx")];

// What the entry needs, and the chunk of charts, which it asks for at once.
const preloaded = new Set([chart]);
const follow = (file) => {
  for (const { path, kind } of metafile.outputs[file].imports) {
    if (kind !== "import-statement" || path === main || preloaded.has(path)) continue;
    preloaded.add(path);
    follow(path);
  }
};
follow(main);
follow(chart);

const letters = ["sans", "serif"].map((name) => `./fonts/atlas-${name}.woff2`);
const links = [
  ...letters.map((file) => `<link rel="preload" href="${file}" as="font" type="font/woff2" crossorigin />`),
  `<script type="module" src="./${basename(main)}"></script>`,
  ...[...preloaded].map((file) => `<link rel="modulepreload" href="./${basename(file)}" />`),
];
const page = (await readFile(source("index.html"), "utf8"))
  .replace("<!--css-->", `<link rel="stylesheet" href="./${basename(style)}" />`)
  .replace("<!--js-->", links.join("\n    "));
await writeFile(join(folder, "index.html"), page);
for (const part of ["fonts", "geometry"]) await cp(join(root, "public", part), join(folder, part), { recursive: true });
