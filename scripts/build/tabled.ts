// A chart that is a table: its rows, each with its figure and a mark as long as
// it is among those of its unit.
import type { Frame } from "../bridge.ts";
import { escaped } from "../escaped.ts";
import type { Drawn } from "./draw.ts";
import { wide } from "./letters.ts";
import type { TableRow } from "./told.ts";

const LETTERS = 13;
const ROW = 24;
const MARK = 120;
const GAP = 16;

export function tabled(rows: TableRow[], width: number, { font, colors }: Frame): Drawn {
  const figures = Math.max(...rows.map(({ text }) => wide(text, `${LETTERS}px ${font}`)));
  const marks = rows.some(({ share }) => share !== null) ? MARK + GAP : 0;
  const names = width - marks - figures - GAP;
  const lines = rows.flatMap(({ name, text, share, color }, nth) => {
    const y = nth * ROW;
    const base = y + ROW / 2 + LETTERS * 0.35;
    const mark =
      share === null
        ? []
        : [`<rect x="${width - MARK}" y="${y + 7}" width="${(MARK * share).toFixed(1)}" height="10" fill="${color}"/>`];
    return [
      `<text x="0" y="${base}" fill="${colors.text}">${escaped(cut(name, names, font))}</text>`,
      `<text x="${names + GAP + figures}" y="${base}" text-anchor="end" font-weight="600" fill="${colors.text}">${escaped(text)}</text>`,
      ...mark,
    ];
  });
  const height = rows.length * ROW;
  const head = `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg" font-size="${LETTERS}" font-family="${escaped(font)}">`;
  return { svg: `${head}${lines.join("")}</svg>`, width, height };
}

function cut(name: string, room: number, font: string): string {
  const fits = (text: string) => wide(text, `${LETTERS}px ${font}`) <= room;
  if (fits(name)) return name;
  let text = name;
  while (text && !fits(`${text}…`)) text = text.slice(0, -1).trimEnd();
  return `${text}…`;
}
