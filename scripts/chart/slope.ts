// Figures over a true scale of time, from zero. A datum's `at` is [value, from,
// to, hollow], times in any unit; one without a time has words below. `lists` has
// the ticks of both axes (`values`, `times`, as [at, -, words]), what is connected
// (`links`, as [datum, datum, words]). `ranges` and `spans` are what an editor named of
// its values and of its times, as [from, to, words].
import { type Figured, type Form, type Laid, type Shape, shade, stroke } from "./figure.ts";
import { flow, LINE, type Run, wide } from "./flow.ts";

const HIGH = 190;
const RADIUS = 4.5;
// So many figures that have no room beside their point stand below.
const BELOW = 4;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const slope: Form = (data, figure, width) => {
  const { font, text, muted } = figure;
  const { values = [], times = [], links = [], ranges = [], spans = [] } = figure.lists;
  const laid: Laid = { shapes: data.map(() => []), still: [], words: [], height: 0 };
  const timed = data.filter(({ at }) => at.length > 1);
  const left = Math.max(...values.map(([, , words]) => wide(words, font))) + 8;
  const [first, last] = [
    Math.min(...timed.map(({ at }) => at[1] ?? 0)),
    Math.max(...timed.map(({ at }) => at[2] ?? 0)),
  ];
  const named = [...values.map(([at]) => at), ...ranges.map(([from]) => from), ...ranges.map(([, to]) => to)];
  const [least, most] = [Math.min(...named), Math.max(...named)];
  const room = { x: left, width: width - left - 8 };
  // The words of the last point have room at its side, where there is any.
  const inner = Math.max(
    room.width * 0.55,
    room.width - Math.max(...timed.map(({ figure: words }) => wide(words, font, true))) - 20,
  );
  const xOf = (time: number) => room.x + 14 + ((time - first) / (last - first || 1)) * (inner - 28);
  // Above the points each span has a line of its own; what lies beyond the times of the
  // chart is named in words alone.
  const seen = spans.filter(([from, to]) => xOf(from) <= width && xOf(to) >= room.x);
  const head = seen.length * LINE;
  const area = { ...room, y: LINE + head, height: HIGH };
  const yOf = (value: number) => area.y + area.height - ((value - least) / (most - least || 1)) * area.height;
  const taken: Box[] = [];

  for (const [at, , words] of values) {
    const y = yOf(at);
    laid.still.push(
      stroke(
        [
          [area.x, y],
          [width, y],
        ],
        at === 0 ? figure.edge : figure.line,
      ),
    );
    laid.words.push({ text: words, fill: muted, x: area.x - 8 - wide(words, font), y });
  }
  let ended = Number.NEGATIVE_INFINITY;
  for (const [at, , words] of times) {
    const size = wide(words, font);
    const x = Math.max(0, Math.min(xOf(at) - size / 2, width - size));
    if (x < ended + 8) continue;
    ended = x + size;
    laid.words.push({ text: words, fill: muted, x, y: area.y + area.height + LINE });
  }

  const middle = ({ at: [, from = 0, to = 0] }: Figured) => xOf((from + to) / 2);
  for (const [nth, datum] of data.entries()) {
    if (datum.at.length < 2) continue;
    const [value = 0, from = 0, to = 0] = datum.at;
    const [x, y] = [middle(datum), yOf(value)];
    const half = Math.max(RADIUS, (xOf(to) - xOf(from)) / 2);
    taken.push({ x: x - half, y: y - RADIUS, width: 2 * half, height: 2 * RADIUS });
    laid.shapes[nth]?.push(...point(datum, x, y, xOf(from), xOf(to), figure.panel, figure.text));
  }
  for (const [from, to] of links) {
    const [a, b] = [data[from], data[to]];
    if (!a || !b) continue;
    const points = [a, b].map((datum) => [middle(datum), yOf(datum.at[0] ?? 0)]);
    laid.still.push(stroke(points, a.color, [2, 3]));
    // What is written keeps clear of the line.
    for (let step = 1; step < 40; step += 1) {
      const part = (end: 0 | 1) =>
        (points[0]?.[end] ?? 0) + (((points[1]?.[end] ?? 0) - (points[0]?.[end] ?? 0)) * step) / 40;
      taken.push({ x: part(0) - 2, y: part(1) - 2, width: 4, height: 4 });
    }
  }
  const free = (box: Box) =>
    box.x >= area.x &&
    box.x + box.width <= width &&
    box.y >= head &&
    box.y + box.height <= area.y + area.height &&
    !taken.some(
      (other) =>
        box.x < other.x + other.width &&
        other.x < box.x + box.width &&
        box.y < other.y + other.height &&
        other.y < box.y + box.height,
    );
  const place = (runs: Run[][], x: number, y: number, half: number): boolean => {
    const size = Math.max(...runs.map((line) => line.reduce((sum, run) => sum + wide(run.text, font, run.bold), 0)));
    const height = runs.length * LINE;
    const [before, after] = [x - half - size - 8, x + half + 8];
    const spots = [
      [after, y - LINE / 2],
      [x - 6, y - height - 6],
      [before, y - LINE / 2],
      [after, y + 6],
      [x - size / 2, y - height - 8],
      [x - size / 2, y + 8],
      [before, y - height - 4],
      [after, y - height - 4],
    ];
    const spot = spots.map(([at = 0, top = 0]) => ({ x: at, y: top, width: size + 2, height })).find(free);
    if (!spot) return false;
    taken.push(spot);
    for (const [nth, line] of runs.entries())
      laid.words.push(...flow(line, spot.x, spot.y + nth * LINE, size + 2, font).words);
    return true;
  };
  const below: Run[][] = [];
  for (const [from, to] of ranges) {
    const [top, bottom] = [yOf(to), yOf(from)];
    laid.still.push(shade(area.x, top, width - area.x, bottom - top, figure));
    for (const y of new Set([top, bottom])) {
      const points = [
        [area.x, y],
        [width, y],
      ];
      laid.still.push(stroke(points, figure.edge, [2, 3]));
    }
  }
  for (const [nth, [from, to, words]] of seen.entries()) {
    const [start, stop] = [Math.max(xOf(from), area.x), Math.min(xOf(to), width)];
    const [top, bottom] = [nth * LINE, area.y + area.height];
    laid.still.push(shade(start, top, stop - start, bottom - top, figure));
    // One that lies beyond the drawing ends elsewhere.
    for (const x of new Set([xOf(from), xOf(to)])) {
      if (x < area.x || x > width) continue;
      const points = [
        [x, top],
        [x, bottom],
      ];
      laid.still.push(stroke(points, figure.edge, [2, 3]));
    }
    const size = wide(words, font);
    const x = Math.max(0, Math.min(start + 4, width - size));
    laid.words.push(...flow([{ text: words, fill: text }], x, top, width - x, font).words);
  }
  // What an editor wrote comes after what the source states, and takes none of its room.
  const notes: Run[][] = [];
  for (const [of, datum] of data.entries()) {
    const lines: Run[][] = [[{ text: datum.figure, fill: text, bold: true, of }]];
    for (const words of [datum.title, datum.more]) if (words) lines.push([{ text: words, fill: muted, of }]);
    const label = datum.label ? [{ text: datum.label, fill: text, of }] : undefined;
    if (datum.at.length < 2) {
      const more = ` ${datum.title} · ${datum.more}`;
      below.push([...(lines[0] ?? []), { text: more, fill: muted, of }]);
      if (label) below.push(label);
      continue;
    }
    const [value = 0, from = 0, to = 0] = datum.at;
    const spot = [middle(datum), yOf(value), Math.max(RADIUS, (xOf(to) - xOf(from)) / 2)] as const;
    if (label && place([...lines, label], ...spot)) continue;
    if (label) notes.push([{ text: `${datum.figure} `, fill: text, bold: true, of }, ...label]);
    if (place(lines, ...spot) || place(lines.slice(0, 1), ...spot) || below.length >= BELOW) continue;
    below.push(lines.flatMap((line) => line.map((run) => ({ ...run, text: `${run.text} ` }))));
  }
  for (const [from, to, words] of links) {
    const [a, b] = [data[from], data[to]];
    if (!a || !b || !words) continue;
    const run = [{ text: words, fill: muted }];
    const [x, y] = [(middle(a) + middle(b)) / 2, (yOf(a.at[0] ?? 0) + yOf(b.at[0] ?? 0)) / 2];
    if (!place([run], x, y, RADIUS)) below.push(run);
  }
  for (const [from, to, words] of ranges) {
    const run = [{ text: words, fill: text }];
    const size = wide(words, font) + 2;
    const spots = [width - size, area.x + 4].flatMap((x) =>
      [yOf(to) + 2, yOf(to) - LINE - 2, yOf(from) + 2].map((y) => ({ x, y, width: size, height: LINE })),
    );
    const spot = spots.find(free);
    if (spot) {
      taken.push(spot);
      laid.words.push(...flow(run, spot.x, spot.y, size, font).words);
    } else notes.push(run);
  }
  laid.height = area.y + area.height + 2 * LINE;
  for (const runs of [...below, ...notes]) {
    const flowed = flow(runs, 0, laid.height, width, font, 3);
    laid.words.push(...flowed.words);
    laid.height += flowed.height;
  }
  return laid;
};

function point(datum: Figured, x: number, y: number, from: number, to: number, panel: string, lit: string): Shape[] {
  const hollow = datum.at[3] === 1 || datum.look === 1;
  const shapes: Shape[] = [
    // As large as a finger.
    { type: "circle", shape: { cx: x, cy: y, r: 12 }, style: { fill: "rgba(0,0,0,0)" } },
    {
      type: "circle",
      shape: { cx: x, cy: y, r: RADIUS },
      style: {
        fill: hollow ? panel : datum.color,
        stroke: datum.color,
        lineWidth: 2,
        lineDash: datum.look === 1 ? [2, 2] : undefined,
      },
      emphasis: { style: { stroke: lit, lineWidth: 3 } },
    },
  ];
  if (to - from > 3 * RADIUS)
    shapes.unshift({
      type: "rect",
      shape: { x: from, y: y - 1, width: to - from, height: 2 },
      style: { fill: datum.color },
    });
  return shapes;
}
