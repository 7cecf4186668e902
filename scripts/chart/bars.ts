// Bars from zero on one linear scale, each with its figure and its name. A
// datum's `at` is [row, from, to, end]; the first of a row has its words. How a
// bar ends: 1 more than that (it fades out beyond), 2 less (it fades before), 3
// about (both). `lists.ranges` has what an editor named of the scale, as [from, to,
// words]: a line each above the bars, so that none hides another.
import {
  band,
  box,
  type Figure,
  type Figured,
  type Form,
  faint,
  type Laid,
  type Shape,
  shade,
  stroke,
} from "./figure.ts";
import { flow, LINE, type Run, wide } from "./flow.ts";

const ROW = 22;
const BAR = 12;
const GAP = 6;
// How far an end fades, in pixels.
const FADE = 12;

export const bars: Form = (data, figure, width) => {
  const { font } = figure;
  const { ranges = [] } = figure.lists;
  const laid: Laid = { shapes: data.map(() => []), still: [], words: [], height: ranges.length * LINE };
  const reach = (nth: 1 | 2) => data.map(({ at }) => at[nth] ?? 0);
  const named = [...ranges.map(([from]) => from), ...ranges.map(([, to]) => to)];
  const least = Math.min(0, ...reach(1), ...reach(2), ...named);
  const most = Math.max(0, ...reach(1), ...reach(2), ...named);
  const widest = Math.max(...data.map(({ figure: words }) => wide(words, font, true)));
  // The longest has room for its figure beside it.
  const scale = Math.max(40, Math.min(width * 0.66, width - widest - 2 * GAP - FADE)) / (most - least || 1);
  const zero = -least * scale;

  for (const row of new Set(data.map(({ at }) => at[0] ?? 0))) {
    const these = data.flatMap((datum, nth) => (datum.at[0] === row ? [nth] : []));
    const [first = 0] = these;
    const head = data[first];
    if (!head) continue;
    const ends = these.map((nth) => {
      const { at, look } = data[nth] ?? head;
      return zero + Math.max(at[1] ?? 0, at[2] ?? 0, 0) * scale + ((at[3] ?? 0) % 2 && !look ? FADE : 0);
    });
    const end = Math.max(zero, ...ends);
    const label: Run[] = [{ text: head.figure, fill: figure.text, bold: true, of: first }];
    const title: Run = { text: head.title, fill: figure.muted, of: first };
    const [size, name] = [wide(head.figure, font, true), wide(head.title, font)];
    const top = laid.height;
    // How far the bar stands below the head of its row.
    let lift = 0;
    let height = ROW;
    const room = width - end - GAP;
    const [only] = these.length === 1 ? these : [];
    const inside = only !== undefined && end - zero > name + 2 * GAP + FADE && (head.at[2] ?? 0) > 0;
    if (room >= size + GAP + name) {
      put(laid, [...label, { ...title, text: ` ${head.title}` }], end + GAP, top + (ROW - LINE) / 2, room, font);
    } else if (inside && room >= size) {
      put(laid, label, end + GAP, top + (ROW - LINE) / 2, room, font);
      const fill = head.look === 0 ? figure.panel : figure.text;
      put(laid, [{ ...title, fill }], zero + GAP, top + (ROW - LINE) / 2, end - zero - GAP, font);
    } else if (room >= Math.max(width / 2, size)) {
      const beside = [...label, { ...title, text: ` ${head.title}` }];
      height = Math.max(ROW, put(laid, beside, end + GAP, top + (ROW - LINE) / 2, room, font, 3) + ROW - LINE);
    } else {
      const above = [...label, { ...title, text: ` ${head.title}` }];
      lift = put(laid, above, 0, top, width, font, 2) - (ROW - BAR) / 2 + 2;
      height = lift + ROW;
    }
    const tall = inside && height === ROW ? BAR + 4 : BAR;
    const bottom = top + lift + (ROW - tall) / 2;
    for (const nth of these) {
      const datum = data[nth];
      if (!datum) continue;
      const shapes = laid.shapes[nth] ?? [];
      if (nth === first) shapes.push(band(0, top, width, height, figure));
      shapes.push(...bar(datum, zero, scale, bottom, tall, figure, these.length > 1));
    }
    laid.height += height;
  }
  for (const [nth, [from, to, words]] of ranges.entries()) {
    const [start, stop] = [zero + from * scale, zero + to * scale];
    const top = nth * LINE;
    const size = wide(words, font);
    const fits = stop - start > size + 2 * GAP || stop + GAP + size > width;
    const x = Math.max(0, Math.min(fits ? start + GAP : stop + GAP, width - size));
    put(laid, [{ text: words, fill: figure.text }], x, top, width - x, font);
    laid.still.push(shade(start, top, stop - start, laid.height - top, figure));
    for (const edge of new Set([start, stop])) {
      const points = [
        [edge, top],
        [edge, laid.height],
      ];
      laid.still.push(stroke(points, figure.edge, [2, 3]));
    }
  }
  if (least < 0) {
    const points = [
      [zero, 0],
      [zero, laid.height],
    ];
    laid.still.push({
      type: "polyline",
      silent: true,
      shape: { points },
      style: { stroke: figure.line, lineWidth: 1 },
    });
  }
  return laid;
};

function put(laid: Laid, runs: Run[], x: number, y: number, width: number, font: string, most = 1): number {
  const { words, height } = flow(runs, x, y, width, font, most);
  laid.words.push(...words);
  return height;
}

function bar(
  datum: Figured,
  zero: number,
  scale: number,
  y: number,
  tall: number,
  figure: Figure,
  parted: boolean,
): Shape[] {
  const [, from = 0, to = 0, end = 0] = datum.at;
  const [left, right] = [zero + Math.min(from, to) * scale, zero + Math.max(from, to) * scale];
  const width = Math.max(1.5, right - left - (parted ? 1 : 0));
  if (!end || datum.look || to < from) return [box(left, y, width, tall, datum, figure)];
  const before = end === 1 ? 0 : Math.min(FADE, width / 2);
  const full = width + (end === 2 ? 0 : FADE);
  const whole = box(left, y, full, tall, datum, figure) as { style: { fill: unknown } };
  const colorStops = [
    { offset: (width - before) / full, color: datum.color },
    { offset: (width - before) / full, color: end === 1 ? faint(datum.color, "99") : datum.color },
    { offset: 1, color: faint(datum.color, end === 2 ? "33" : "00") },
  ];
  whole.style.fill = { type: "linear", x: 0, y: 0, x2: 1, y2: 0, colorStops };
  return [whole as Shape];
}
