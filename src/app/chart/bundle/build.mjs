// Trunk's pre-build hook: bundles entry.js into .bundle/charts.js, and writes
// it only when it changed, so that `trunk serve` does not build in a circle.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const target = new URL("../../../../.bundle/charts.js", import.meta.url);
const result = await build({
  entryPoints: [fileURLToPath(new URL("entry.js", import.meta.url))],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "AidAtlasCharts",
  target: "es2020",
  // ECharts asks for NODE_ENV to drop its development messages.
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "eof",
  write: false,
});
const text = result.outputFiles[0].text;
const before = await readFile(target, "utf8").catch(() => "");
if (text !== before) {
  await mkdir(new URL(".", target), { recursive: true });
  await writeFile(target, text);
}
