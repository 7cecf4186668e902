// Derives public/fonts/*.woff2, the letters that the page needs of two fonts, and
// style/generated/fonts.css, which names them and gives system fonts their
// measures until they have come; and the same letters, a file a weight, as the
// build's own tools read them. Run by `cargo xtask fonts`.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { entireMetricsCollection as METRICS } from "@capsizecss/metrics/entireMetricsCollection";
import { fromFile } from "@capsizecss/unpack/fs";
import { convert } from "fontverter";
import subsetFont from "subset-font";
import { renamed } from "./names.mjs";

const here = new URL(".", import.meta.url);
const packages = new URL("node_modules/", here);
const fonts = new URL("../../public/fonts/", here);
const styles = new URL("../../style/generated/fonts.css", here);
// For pictures that the build draws: no browser sees them.
const plain = new URL("../../scripts/build/fonts/", here);
// All that readers load before they see the page.
const LIMIT = 30_000;

const range = (first, last) => Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
const points = (letters) => [...letters].map((letter) => letter.codePointAt(0));
const BASIC = [...range(0x20, 0x7e), 0xa0, ...points("–—‘’“”…·−×")];
const WESTERN = [...range(0xc0, 0xff), ...points("ŒœŸ°±÷§¶€£¥«»©¡¿")];
// What a Chinese text takes from a Latin font: letters, digits, their signs and
// the middle dot. Its quotes, dashes and dots are as wide as its own letters.
const LATIN_ALONE = "U+20-7E, U+A0, U+B7, U+C0-24F, U+2212";

// As the fonts' own name tables have it.
const COPYRIGHTS = [
  "Atlas Sans: © 2023 Adobe (http://www.adobe.com/), with Reserved Font Name ‘Source’",
  "Atlas Serif: © 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.",
];

const FONTS = [
  {
    name: "Atlas Sans",
    file: "atlas-sans.woff2",
    from: "source-sans-3",
    original: "Source Sans 3",
    axes: { wght: { min: 400, max: 600 } },
    weights: "400 600",
    letters: [...BASIC, ...WESTERN],
    metrics: METRICS.sourceSans3,
    fallbacks: [
      { name: "Arial", local: ["Arial", "Liberation Sans", "Arimo"], metrics: METRICS.arial },
      { name: "Roboto", local: ["Roboto"], metrics: METRICS.roboto },
      { name: "DejaVu", local: ["DejaVu Sans"], files: ["DejaVuSans", "DejaVuSans-Bold"] },
    ],
  },
  {
    name: "Atlas Serif",
    file: "atlas-serif.woff2",
    from: "source-serif-4",
    original: "Source Serif 4",
    axes: { wght: 600 },
    weights: "600",
    letters: [...BASIC, ...points("éèêëàâäáãåçíîïñóôöõøúùûüœæßÉÈÀÇÖÄÜÅ°€£¥«»")],
    metrics: METRICS.sourceSerif4,
    fallbacks: [
      { name: "Georgia", local: ["Georgia", "Gelasio"], metrics: METRICS.georgia },
      { name: "Times", local: ["Times New Roman", "Liberation Serif", "Tinos"], metrics: METRICS.timesNewRoman },
      { name: "Noto", local: ["Noto Serif"], metrics: METRICS.notoSerif },
      { name: "DejaVu", local: ["DejaVu Serif"], files: ["DejaVuSerif", "DejaVuSerif-Bold"] },
    ],
  },
];

const css = ["/* Made by `cargo xtask fonts`; public/fonts/ORIGIN.md says of what. */"];
await mkdir(fonts, { recursive: true });
await mkdir(plain, { recursive: true });
let bytes = 0;
for (const font of FONTS) {
  const file = await convert(await subset(font, font.axes), "woff2");
  bytes += file.length;
  await writeFile(new URL(font.file, fonts), file);
  for (const weight of font.weights.split(" ")) {
    const name = font.file.replace(".woff2", `-${weight}.ttf`);
    await writeFile(new URL(name, plain), await subset(font, { wght: Number(weight) }));
  }
  const letters = ranges(font.letters);
  for (const [name, of] of [
    [font.name, letters],
    [`${font.name} zh`, LATIN_ALONE],
  ]) {
    css.push(
      face(
        name,
        [`url("./fonts/${font.file}") format("woff2")`],
        [`font-weight: ${font.weights}`, "font-display: swap", `unicode-range: ${of}`],
      ),
    );
  }
  for (const fallback of font.fallbacks) css.push(...(await stand(font, fallback)));
}
if (bytes > LIMIT) throw new Error(`the fonts have ${bytes} bytes, more than ${LIMIT}`);
await writeFile(styles, `${css.join("\n")}\n`);
const licence = await readFile(new URL("@fontsource-variable/source-sans-3/LICENSE", packages), "utf8");
// The package names its distributor where the authors stand.
await writeFile(new URL("LICENSE.txt", fonts), [...COPYRIGHTS, licence.slice(licence.indexOf("\n"))].join("\n"));
console.log(`${bytes} bytes of fonts`);

async function subset({ name, from, original, letters }, axes) {
  const source = new URL(`@fontsource-variable/${from}/files/${from}-latin-wght-normal.woff2`, packages);
  const text = String.fromCodePoint(...letters);
  const made = await subsetFont(await readFile(source), text, {
    targetFormat: "sfnt",
    variationAxes: axes,
    // No ligatures and no other digits: the plain ones are as wide as each other.
    noLayoutClosure: true,
    noHinting: true,
  });
  // Some names have no spaces; a font of several weights is named by its least,
  // which is not in the subset.
  const joined = (words) => words.replaceAll(" ", "");
  const rename = (words) =>
    words
      .replaceAll(original, name)
      .replaceAll(joined(original), joined(name))
      .replaceAll(/[ -]ExtraLight/g, "");
  return renamed(Buffer.from(made), rename);
}

// The faces of a system font, plain and bold, as large as the font's.
async function stand(font, { name, local, metrics, files }) {
  const plain = metrics ?? (await measured(files[0]));
  const bold = metrics?.variants["700"] ?? (files && (await measured(files[1])));
  const weights = [
    { weight: "1 599", suffix: "", of: font.metrics, by: plain },
    { weight: "600 900", suffix: " Bold", of: font.metrics.variants["600"], by: bold },
  ].filter(({ weight }) => weight !== "1 599" || font.weights !== "600");
  return weights.map(({ weight, suffix, of, by }) => {
    const size = of.xWidthAvg / of.unitsPerEm / (by.xWidthAvg / by.unitsPerEm);
    const height = (of) => percent(of / font.metrics.unitsPerEm / size);
    const sources = local.map((family) => `local("${family}${suffix}")`);
    return face(`${font.name} ${name}`, sources, [
      `font-weight: ${weight}`,
      `size-adjust: ${percent(size)}`,
      `ascent-override: ${height(font.metrics.ascent)}`,
      `descent-override: ${height(-font.metrics.descent)}`,
      "line-gap-override: 0%",
      `unicode-range: ${LATIN_ALONE}`,
    ]);
  });
}

function measured(file) {
  return fromFile(fileURLToPath(new URL(`dejavu-fonts-ttf/ttf/${file}.ttf`, packages)));
}

function percent(part) {
  return `${(part * 100).toFixed(2)}%`;
}

function face(name, sources, rest) {
  const lines = [`font-family: "${name}"`, `src: ${sources.join(", ")}`, ...rest];
  return `@font-face {\n${lines.map((line) => `  ${line};\n`).join("")}}`;
}

function ranges(letters) {
  const sorted = [...new Set(letters)].sort((a, b) => a - b);
  const runs = [];
  for (const point of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point) => point.toString(16).toUpperCase();
  return runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(", ");
}
