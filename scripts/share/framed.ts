// Puts a chart's SVG between its words: title, filters and legend above,
// source and link below.
import type { Frame } from "../bridge.ts";
import { escaped } from "../escaped.ts";

const PADDING = 16;

// Chinese letters are about as wide as high, others half of that.
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? size : size * 0.56), 0);

function lines(text: string, size: number, width: number): string[] {
  const done: string[] = [];
  let line = "";
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (line && widthOf(line + piece, size) > width) {
      done.push(line);
      line = "";
    }
    line += piece;
    // A word without an end, such as a link, is cut.
    while (widthOf(line, size) > width) {
      let fits = line.length;
      while (widthOf(line.slice(0, fits), size) > width) fits -= 1;
      done.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  return line ? [...done, line] : done;
}

// Above the circles: a name in two lines. How wide an amount's column is at
// least, and a name.
const HEAD = 32;
const COLUMN = 58;
const NAME = 74;

const letters = (text: string, x: number, y: number, size: number, color: string, anchor: string): string =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${color}">${escaped(text)}</text>`;

export function framed(
  chart: string,
  width: number,
  height: number,
  { title, notes, legend, beside, footer, font, colors }: Frame,
): string {
  const inner = width;
  const full = width + 2 * PADDING;
  const out: string[] = [];
  let y = PADDING;
  const write = (text: string, size: number, color: string, weight = 400) => {
    for (const line of lines(text, size, inner)) {
      y += size;
      out.push(
        `<text x="${PADDING}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(line)}</text>`,
      );
      y += size * 0.4;
    }
  };
  write(title, 18, colors.text, 600);
  for (const note of notes) write(note, 12, colors.muted);
  let x = PADDING;
  for (const [index, { color, text }] of legend.entries()) {
    const needed = 28 + widthOf(text, 12) + 14;
    if (index === 0) y += 6;
    if (x + needed > full - PADDING && x > PADDING) {
      x = PADDING;
      y += 18;
    }
    out.push(
      `<rect x="${x}" y="${y}" width="20" height="12" fill="${escaped(color)}" stroke="${colors.muted}"/>`,
      `<text x="${x + 26}" y="${y + 10.5}" font-size="12" fill="${colors.text}">${escaped(text)}</text>`,
    );
    x += needed;
    if (index === legend.length - 1) y += 20;
  }
  y += 6;
  const body = chart.replace(/^<svg /, `<svg x="${PADDING}" y="${y}" `);
  y += height + 4;
  if (beside) {
    write(beside.title, 12, colors.muted);
    const highest = Math.max(...beside.groups.flatMap(({ coins }) => coins.map((coin) => coin.diameter)), 0);
    let bottom = y + HEAD + highest;
    let from = PADDING;
    let lowest = bottom;
    for (const { name, coins } of beside.groups) {
      const columns = coins.map((coin) => {
        const width = Math.max(coin.diameter, COLUMN);
        return { coin, width, words: lines(coin.text, 11, width) };
      });
      const wide = Math.max(
        columns.reduce((sum, { width }) => sum + width + 4, 0),
        NAME,
      );
      if (from > PADDING && from + wide > full - PADDING) {
        from = PADDING;
        bottom = lowest + HEAD + highest;
      }
      const top = bottom - highest - HEAD + 14;
      out.push(
        ...lines(name, 11, wide).map((line, at) => letters(line, from, top + at * 13, 11, colors.text, "start")),
      );
      let x = from;
      for (const { coin, words, width } of columns) {
        const radius = coin.diameter / 2;
        const dash = coin.dashed ? ' stroke-dasharray="3 2"' : "";
        out.push(
          `<circle cx="${x + width / 2}" cy="${bottom - radius}" r="${radius}" fill="${escaped(coin.fill)}" stroke="${escaped(coin.edge)}" stroke-width="1.4"${dash}/>`,
          ...words.map((line, at) => letters(line, x + width / 2, bottom + 14 + at * 13, 11, colors.text, "middle")),
        );
        lowest = Math.max(lowest, bottom + words.length * 13 + 6);
        x += width + 4;
      }
      from += wide + 6;
    }
    y = lowest + 6;
  }
  for (const text of footer) write(text, 11, colors.muted);
  y += PADDING;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${full}" height="${Math.ceil(y)}" viewBox="0 0 ${full} ${Math.ceil(y)}" font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${colors.panel}"/>`,
    ...out,
    body,
    "</svg>",
  ].join("\n");
}
