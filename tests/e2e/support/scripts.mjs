// A module of the scripts, which are TypeScript: not every Node.js reads it.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export async function script(path) {
  // Below node_modules, where it finds packages.
  const outfile = at(`node_modules/.cache/aid-atlas/tests/${path.replace(/\.ts$/, ".mjs")}`);
  const [platform, format, packages] = ["node", "esm", "external"];
  await build({ entryPoints: [at(`scripts/${path}`)], bundle: true, platform, format, packages, outfile });
  return import(outfile);
}
