// Words in lines: measured, wrapped, and each with the datum that it belongs to.
import { format } from "echarts/core";

// Words of one look. `of` is their datum; none for words that belong to the
// whole drawing.
export interface Run {
  text: string;
  fill: string;
  bold?: boolean;
  of?: number;
}

export interface Placed extends Run {
  x: number;
  y: number;
}

export interface Flowed {
  words: Placed[];
  height: number;
  width: number;
}

export const LINE = 16;
const SIZE = 12.5;

export const fontOf = (family: string, bold = false) => `${bold ? "600 " : ""}${SIZE}px ${family}`;

export const wide = (text: string, family: string, bold = false): number =>
  text ? format.getTextRect(text, fontOf(family, bold)).width : 0;

// Chinese letters each, with the marks that close behind them; words with the
// space after them.
const PIECES = /[\u2e80-\uffef][，。、；：！？）」』》”’]*|[^\s\u2e80-\uffef]+\s*|\s+/g;

// Lays runs in lines no wider than `width`, and `most` of them: what is then
// left over ends in dots.
export function flow(runs: Run[], x: number, y: number, width: number, family: string, most = 99): Flowed {
  const words: Placed[] = [];
  let [at, line, reached] = [0, 0, 0];
  const put = (run: Run, text: string) => {
    const last = words[words.length - 1];
    const top = y + line * LINE + LINE / 2;
    const size = wide(text, family, run.bold);
    if (last && last.y === top && last.of === run.of && last.bold === run.bold && last.fill === run.fill)
      last.text += text;
    else words.push({ ...run, text, x: x + at, y: top });
    at += size;
    reached = Math.max(reached, at);
  };
  for (const run of runs) {
    for (const piece of run.text.match(PIECES) ?? []) {
      if (at > 0 && at + wide(piece.trimEnd(), family, run.bold) > width) {
        if (line + 1 === most) {
          cut(words, width, x, family);
          return { words, height: most * LINE, width };
        }
        [at, line] = [0, line + 1];
      }
      if (at > 0 || piece.trim()) put(run, piece);
    }
  }
  // A word that is wider than all is cut.
  for (const word of words) shorten(word, x + width - word.x, family, "");
  return { words, height: words.length ? (line + 1) * LINE : 0, width: Math.min(reached, width) };
}

function cut(words: Placed[], width: number, x: number, family: string): void {
  const last = words[words.length - 1];
  if (last) shorten(last, x + width - last.x, family, "…");
}

function shorten(word: Placed, room: number, family: string, end: string): void {
  let text = word.text.trimEnd();
  let tail = end;
  while (text && wide(text + tail, family, word.bold) > room + 1) {
    text = text.slice(0, -1).trimEnd();
    tail = "…";
  }
  word.text = text + tail;
}
