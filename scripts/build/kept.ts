// What takes seconds to draw is drawn again only where something that it is made
// of is new: what is told of the dataset, the fonts, or the code of the build.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { FILES } from "./letters.ts";

const WEB_FONTS = ["public/fonts/atlas-sans.woff2", "public/fonts/atlas-serif.woff2"];
const STORE = "node_modules/.cache/aid-atlas/stills";

export async function kept<T>(of: string, make: () => T): Promise<T> {
  const sources = [fileURLToPath(import.meta.url), ...FILES, ...WEB_FONTS];
  const hash = createHash("sha256").update(of);
  for (const source of await Promise.all(sources.map((file) => readFile(file)))) hash.update(source);
  const file = `${STORE}/${hash.digest("hex")}`;
  const before = await readFile(file).catch(() => null);
  if (before) return deserialize(before);
  const made = make();
  // One build's is enough.
  await rm(STORE, { recursive: true, force: true });
  await mkdir(STORE, { recursive: true });
  await writeFile(file, serialize(made));
  return made;
}
