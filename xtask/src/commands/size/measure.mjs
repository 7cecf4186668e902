// Prints the bytes of every file below the folder that is named, as it lies
// there and as hosts send it: [{ name, raw, gzip, brotli }, …].
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const [folder] = process.argv.slice(2);
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries
  // What a build has compressed already is the same once more.
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

async function measure(file) {
  const bytes = await readFile(file);
  // Both at the best that they can do.
  const [zipped, brotli] = await Promise.all([promisify(gzip)(bytes, { level: 9 }), promisify(brotliCompress)(bytes)]);
  const name = relative(folder, file).split(sep).join("/");
  return { name, raw: bytes.length, gzip: zipped.length, brotli: brotli.length };
}

console.log(JSON.stringify(await Promise.all(files.map(measure))));
