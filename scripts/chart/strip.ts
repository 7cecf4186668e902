// Draws the whole span of the timeline in true scale above its rows: the plans as
// a ruler, how many records there are at a time, and lines to the same years of
// the axis below, whose ticks it writes.
import { format } from "echarts/core";
import { type Api, type Drawn, group, type Params, type Shape } from "./group.ts";
import { type Calendar, tick } from "./tick.ts";
import { type Tick, ticks } from "./ticks.ts";

// What a series says of it: times in milliseconds, heights in pixels.
export interface StripLook {
  min: number;
  max: number;
  top: number;
  height: number;
  // Height of the lines; none where nothing lies below.
  fan: number;
  // From, to, of all records, of the selected ones.
  counts: [number, number, number, number][];
  most: number;
  plans: [number, number, string][];
  folds: [number, number][];
  window: [number, number] | null;
  // Words at the left of the plans, the counts and the axis, and at its right.
  ruler: string;
  scale: string;
  folded: string;
  stated: string;
  // The right edge of the figures, from that of the axis.
  figures: number;
  ground: string;
  line: string;
  faint: string;
  dark: string;
  text: string;
  muted: string;
  panel: string;
  shade: string;
  font: string;
}

const LETTERS = 11;
// Between words, and between words and the axis.
const GAP = 5;

export function strip(params: Params, api: Api, look: StripLook, calendar: Calendar): Drawn {
  const area = params.coordSys as unknown as { x: number; y: number; width: number; height: number };
  const [left, right] = [area.x, area.x + area.width];
  const share = (at: number) => left + (area.width * (at - look.min)) / (look.max - look.min);
  const below = (at: number) => (look.fan ? (api.coord?.([at, 0])?.[0] ?? left) : share(at));
  const base = look.top + look.height;
  // Chinese letters reach higher than others.
  const named = look.top / 2 + 1;
  const rect = (x: number, y: number, width: number, height: number, fill: string): Shape => ({
    type: "rect",
    shape: { x, y, width, height },
    style: { fill },
  });
  const line = (points: [number, number][], stroke: string, dashed = false): Shape => ({
    type: "polyline",
    shape: { points },
    style: { stroke, lineWidth: 1, fill: "none", ...(dashed ? { lineDash: [3, 2] } : {}) },
  });
  const words = (text: string, x: number, y: number, align: "left" | "center" | "right", fill = look.muted): Shape => ({
    type: "text",
    style: { text, x, y, align, verticalAlign: "middle", fill, font: `${LETTERS}px ${look.font}` },
  });
  const wide = (text: string) => format.getTextRect(text, `${LETTERS}px ${look.font}`).width;

  const counts = look.counts.flatMap(([from, to, all, selected]) => {
    // Whole pixels: between broken ones the ground would show.
    const x = Math.round(share(from));
    const width = Math.max(1, Math.round(share(to)) - x);
    const bar = (count: number, fill: string) => {
      const height = count ? Math.max(1, (look.height * count) / look.most) : 0;
      return rect(x, base - height, width, height, fill);
    };
    return [bar(all, look.shade), { ...bar(selected, look.dark), transition: ["shape"] } as Shape];
  });
  const plans = look.plans.flatMap(([from, to, name]) => {
    const [start, end] = [share(from), share(to)];
    const fits = wide(name) + 2 < end - start;
    const shapes = [
      line(
        [
          [start, look.top - 3],
          [start, look.top],
        ],
        look.line,
      ),
    ];
    return fits ? [...shapes, words(name, (start + end) / 2, named, "center")] : shapes;
  });
  const folded = (at: number) => look.folds.some(([from, to]) => at > from && at < to);
  const inside = (x: number) => x >= left - 0.5 && x <= right + 0.5;
  const [first, last] = [timeAt(left, below, look), timeAt(right, below, look)];
  const axis = area.y - 7;
  const found: Tick[] = ticks(first, last, (at) => (folded(at) || !inside(below(at)) ? undefined : below(at)), {
    month: Math.max(wide("0000"), wide(tick(calendar, Date.UTC(2000, 8, 1), 0))) + GAP,
    day: wide(tick(calendar, Date.UTC(2000, 11, 28), 0)) + GAP,
  });
  // What stands at the edges of the detail, and of what is folded; between them
  // what is enlarged is tinted.
  const ends = look.folds.flat();
  const corners = [first, ...ends, last].filter((at) => at >= first && at <= last);
  const foot = base + look.fan - 1;
  const fan = corners.flatMap((at, position): Shape[] => {
    if (!look.fan) return [];
    const edge = line(
      [
        [share(at), base],
        [below(at), foot],
      ],
      look.line,
      ends.includes(at),
    );
    const next = corners[position + 1];
    if (next === undefined || (ends.includes(at) && ends.indexOf(at) % 2 === 0)) return [edge];
    const points = [
      [share(at), base],
      [share(next), base],
      [below(next), foot],
      [below(at), foot],
    ];
    return [{ type: "polygon", shape: { points }, style: { fill: look.ground } }, edge];
  });
  const years = found.flatMap(({ at, x, level }) => {
    const text = tick(calendar, at, 0);
    const half = wide(text) / 2;
    // Alone it has the drawing's edges for its words.
    const spare = look.fan ? GAP : left;
    if (x - half < left - spare || x + half > right + spare) return [];
    const style = level > 0 ? look.text : look.muted;
    const rule = look.fan
      ? [
          line(
            [
              [x, area.y],
              [x, area.y + area.height],
            ],
            look.shade,
          ),
        ]
      : [];
    return [...rule, words(text, x, axis, "center", style)];
  });
  const window = look.window && [Math.max(left, share(look.window[0])), Math.min(right, share(look.window[1]))];
  const veiled = window
    ? [
        rect(left, look.top, (window[0] ?? left) - left, look.height, look.panel),
        rect(window[1] ?? right, look.top, right - (window[1] ?? right), look.height, look.panel),
      ].map((shape) => ({ ...shape, style: { fill: look.panel, opacity: 0.65 } }))
    : [];
  const edge = (text: string, y: number) => (text ? [words(text, left - GAP, y, "right")] : []);
  const height = look.fan
    ? [
        line(
          [
            [left, area.y],
            [left, area.y + area.height],
          ],
          look.shade,
        ),
      ]
    : [];
  return group([
    rect(left, look.top, area.width, look.height, look.ground),
    ...counts,
    line(
      [
        [left, base],
        [right, base],
      ],
      look.line,
    ),
    ...veiled,
    ...plans,
    ...fan,
    ...height,
    ...years,
    ...edge(look.ruler, named),
    ...edge(look.scale, look.top + look.height / 2),
    // The first year stands partly at its left.
    ...edge(look.folded, axis).map((shape) => ({ ...shape, x: -2 * GAP })),
    ...(look.stated ? [words(look.stated, right + look.figures, axis, "right")] : []),
  ] as Shape[]);
}

// The time at a pixel of the axis below, on which years may be folded.
function timeAt(pixel: number, below: (at: number) => number, { min, max }: StripLook): number {
  let [from, to] = [min, max];
  if (Math.abs(below(from) - pixel) < 0.5) return from;
  if (Math.abs(below(to) - pixel) < 0.5) return to;
  for (let turn = 0; turn < 40; turn += 1) {
    const middle = (from + to) / 2;
    if (below(middle) < pixel) from = middle;
    else to = middle;
  }
  return to;
}
