// What Trunk runs before a build (main.ts) and after it (after.ts), as its argument says.
// In a fresh clone, where somebody calls Trunk
// itself, the packages that the build needs are not there yet. The build is
// TypeScript, which not every Node.js runs: esbuild makes JavaScript of it.
import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("../../", import.meta.url)));
if (!existsSync("node_modules/esbuild")) {
  console.log("npm packages (half a minute)");
  execSync("npm ci --no-audit --no-fund --loglevel=error", {
    stdio: "inherit",
  });
}
const { build } = await import("esbuild");
const [entry] = process.argv.slice(2);
const outfile = `node_modules/.cache/aid-atlas/${entry}.mjs`;
await build({
  entryPoints: [`scripts/build/${entry}.ts`],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile,
});
await import(new URL(`../../${outfile}`, import.meta.url).href);
