// What the build is told of a dataset: by the program that the build runs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export function told(dataset) {
  const folder = mkdtempSync(join(tmpdir(), "told-"));
  writeFileSync(join(folder, "dataset.json"), JSON.stringify(dataset));
  const run = ["run", "--quiet", "--package", "stills", "--", folder, "dataset.json", "https://example.org/atlas/"];
  return JSON.parse(execFileSync("cargo", run, { cwd: ROOT, encoding: "utf8", maxBuffer: 1e9 }));
}
