// The view as one picture, as large as previews of links are and to be read where
// they are shown small: title, finding, key figures, and map and timeline as the
// page draws them, in larger letters and with the weightiest rows alone.
import { escaped } from "../escaped.ts";
import { draw } from "./draw.ts";
import { wide } from "./letters.ts";
import type { View } from "./told.ts";

export const WIDTH = 1200;
export const HEIGHT = 630;
const MARGIN = 40;
const INNER = WIDTH - 2 * MARGIN;
// So many figures stand side by side.
const FIGURES = 4;
// What the drawings are enlarged by.
const MAP_ZOOM = 1.25;
const TIME_ZOOM = 1.55;
// Of the line at the foot, which may take two.
const FOOT = 584;
const SMALL = 15;

export function poster(view: View): string {
  const { title, finding, font, serif, map, rows, words, figures } = view;
  const { colors } = map?.frame ?? view.timeline?.frame ?? view.charts[0]?.frame ?? { colors: undefined };
  const { panel = "#fff", text = "#000", muted = "#444" } = colors ?? {};
  const out: string[] = [];
  const line = (said: string, x: number, y: number, size: number, color: string, more = "") =>
    out.push(`<text x="${x}" y="${y}" font-size="${size}" fill="${color}"${more}>${escaped(said)}</text>`);
  const heading = ` font-family="${escaped(serif)}" font-weight="600"`;

  const size = fitting(title, INNER, 46, `600 1px ${serif}`);
  line(title, MARGIN, 74, size, text, heading);
  line(finding, MARGIN, 110, fitting(finding, INNER, 24, `1px ${font}`), muted);

  const column = INNER / Math.min(FIGURES, Math.max(1, figures.length));
  const room = column - 24;
  const shown = figures.slice(0, FIGURES);
  const large = Math.min(...shown.map(({ amount }) => fitting(amount, room, 32, `600 1px ${serif}`)));
  let lowest = 122;
  for (const [nth, { amount, meaning }] of shown.entries()) {
    const x = MARGIN + nth * column;
    line(amount, x, 164, large, text, heading);
    for (const [row, words] of wrapped(meaning, room, `18px ${font}`).entries()) {
      line(words, x, 190 + row * 22, 18, muted);
      lowest = Math.max(lowest, 196 + row * 22);
    }
  }

  const top = lowest + 46;
  const height = FOOT - 20 - top;
  const half = map && rows ? 470 : INNER;
  const place = (drawn: { svg: string; width: number; height: number }, x: number, zoom: number) =>
    out.push(
      drawn.svg.replace(
        /^<svg width="[^"]*" height="[^"]*"/,
        `<svg x="${x}" y="${top}" width="${drawn.width * zoom}" height="${drawn.height * zoom}"`,
      ),
    );
  const label = (said: string, note: string, x: number) => {
    line(said, x, top - 14, 22, text, ' font-weight="600"');
    line(note, x + wide(said, `600 22px ${font}`) + 12, top - 14, 18, muted);
  };
  if (map) {
    label(words.map ?? "", map.measure, MARGIN);
    place(draw(map.option, half / MAP_ZOOM, height / MAP_ZOOM), MARGIN, MAP_ZOOM);
  }
  if (rows) {
    const x = map ? MARGIN + half + 30 : MARGIN;
    const zoom = Math.min(TIME_ZOOM, height / rows.height);
    label(words.timeline ?? "", rows.said, x);
    place(draw(rows.option, (WIDTH - MARGIN - x) / zoom, rows.height), x, zoom);
  }
  const foot = `${words.source} · Aid Atlas`;
  for (const [row, words] of wrapped(foot, INNER, `${SMALL}px ${font}`).slice(0, 2).entries()) {
    line(words, MARGIN, FOOT + 6 + row * 19, SMALL, muted);
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${panel}"/>`,
    ...out,
    "</svg>",
  ].join("\n");
}

// The most that letters may be for a line to fit; `font` is one of 1 pixel.
const fitting = (text: string, room: number, most: number, font: string): number =>
  Math.floor(Math.min(most, room / Math.max(wide(text, font), 1)) * 10) / 10;

function wrapped(text: string, room: number, font: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[\u2e80-\uffef][，。、；：！？）”’]*|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (line && wide((line + piece).trimEnd(), font) > room) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line ? [...lines, line] : lines;
}
