// How wide letters are in the page's own fonts, for what is laid out without a
// browser. The files are the page's fonts, a file a weight: `cargo xtask fonts`.
import { readFileSync } from "node:fs";

export interface Face {
  file: string;
  // In parts of the letters' size; nothing of a letter that it lacks.
  width(letter: number): number | undefined;
}

const OWN = "scripts/build/fonts/";
const DEJAVU = "node_modules/dejavu-fonts-ttf/ttf/";
const PLAIN = face(`${OWN}atlas-sans-400.ttf`);
const BOLD = face(`${OWN}atlas-sans-600.ttf`);
const SERIF = face(`${OWN}atlas-serif-600.ttf`);
// For what the page's fonts lack, where a picture is made without a browser.
const SPARE = [face(`${DEJAVU}DejaVuSans.ttf`), face(`${DEJAVU}DejaVuSans-Bold.ttf`)];

export const FILES = [PLAIN, BOLD, SERIF, ...SPARE].map(({ file }) => file);

// Chinese, Japanese and Korean letters, and marks as wide as they are.
const isWide = (letter: number) => letter >= 0x2e80 && letter <= 0xffef;
// What a Chinese text does not take from a Latin font.
const TAKES_WIDE = new Set([..."“”‘’…—"].map((letter) => letter.codePointAt(0)));

// A CSS font: "600 12px 'Atlas Sans', ...".
export function wide(text: string, font: string): number {
  const size = Number(font.match(/([\d.]+)px/)?.[1] ?? 12);
  const isBold = /\b(bold|[6-9]00)\b/.test(font);
  const own = /Serif/.test(font.split(",")[0] ?? "") ? SERIF : isBold ? BOLD : PLAIN;
  const isChinese = /zh['"]/.test(font.split(",")[0] ?? "");
  let sum = 0;
  for (const each of text) {
    const letter = each.codePointAt(0) ?? 0;
    // Signs that turn the direction of words.
    if (letter >= 0x2066 && letter <= 0x2069) continue;
    if (isWide(letter) || (isChinese && TAKES_WIDE.has(letter))) sum += 1;
    else sum += own.width(letter) ?? SPARE[0]?.width(letter) ?? 0.6;
  }
  return sum * size;
}

// Whether all letters can be drawn without a browser.
export const drawable = (text: string): boolean =>
  [...text].every((each) => {
    const letter = each.codePointAt(0) ?? 0;
    return letter < 0x20 || [PLAIN, ...SPARE].some((face) => face.width(letter) !== undefined);
  });

// A TrueType file's map of letters and their advance widths.
function face(file: string): Face {
  const font = readFileSync(file);
  const tables = new Map<string, number>();
  for (let nth = 0; nth < font.readUInt16BE(4); nth += 1) {
    const at = 12 + nth * 16;
    tables.set(font.toString("latin1", at, at + 4), font.readUInt32BE(at + 8));
  }
  const table = (name: string) => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`${file} has no table ${name}`);
    return at;
  };
  const units = font.readUInt16BE(table("head") + 18);
  const measured = font.readUInt16BE(table("hhea") + 34);
  const widths = table("hmtx");
  const glyphs = glyphsOf(font, table("cmap"));
  return {
    file,
    width(letter) {
      const glyph = glyphs.get(letter);
      if (glyph === undefined) return undefined;
      return font.readUInt16BE(widths + 4 * Math.min(glyph, measured - 1)) / units;
    },
  };
}

// The glyphs of letters: of the table of Windows' Unicode, which every font has.
function glyphsOf(font: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let nth = 0; nth < font.readUInt16BE(cmap + 2); nth += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + nth * 8 + 4);
    if (font.readUInt16BE(at) !== 4) continue;
    const segments = font.readUInt16BE(at + 6) / 2;
    for (let segment = 0; segment < segments; segment += 1) {
      const end = font.readUInt16BE(at + 14 + segment * 2);
      const start = font.readUInt16BE(at + 16 + (segments + segment) * 2);
      const delta = font.readUInt16BE(at + 16 + (2 * segments + segment) * 2);
      const place = at + 16 + (3 * segments + segment) * 2;
      const offset = font.readUInt16BE(place);
      for (let letter = start; letter <= end && letter < 0xffff; letter += 1) {
        const found = offset ? font.readUInt16BE(place + offset + (letter - start) * 2) : letter;
        const glyph = offset && !found ? 0 : (found + delta) & 0xffff;
        if (glyph) glyphs.set(letter, glyph);
      }
    }
  }
  return glyphs;
}
