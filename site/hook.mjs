// What Trunk runs before a build. In a fresh clone, where somebody calls Trunk
// itself, the packages that the build needs are not there yet.
import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
if (!existsSync(new URL("node_modules/esbuild", root))) {
  console.log("npm packages (half a minute)");
  execSync("npm ci --no-audit --no-fund --loglevel=error", { cwd: fileURLToPath(root), stdio: "inherit" });
}
await import("./build.mjs");
