// Beside each file of the folder that is named, where that saves bytes: the same as .br
// and .gz, for hosts that send what lies there (docs/hosting.md). Both at their best.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

// What is compressed already, and what hosts read themselves.
const LEFT = /\.(br|gz|png|webp|woff2)$|^_headers$/;

const [folder] = process.argv.slice(2);
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && !LEFT.test(entry.name));

async function compress(file) {
  const bytes = await readFile(file);
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const made = {
    br: await promisify(brotliCompress)(bytes, { params: size }),
    gz: await promisify(gzip)(bytes, { level: 9 }),
  };
  const smaller = Object.entries(made).filter(([, less]) => less.length < bytes.length);
  await Promise.all(smaller.map(([ending, less]) => writeFile(`${file}.${ending}`, less)));
}

await Promise.all(files.map((entry) => compress(join(entry.parentPath ?? entry.path, entry.name))));
