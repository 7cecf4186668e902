// Charts whose every place follows from the width: laid out here, shape by shape,
// and drawn by ECharts as a custom series without axes. So words are measured
// before they are placed, none hides another or leaves the drawing, and the
// drawing is as tall as it needs.
import { bars } from "./bars.ts";
import { fontOf, type Placed } from "./flow.ts";
import { group, type Shape } from "./group.ts";
import { standing } from "./motion.ts";
import { nest } from "./nest.ts";
import { slope } from "./slope.ts";
import { units } from "./units.ts";

export type { Shape };

// A datum of such a chart. Its look: 0 filled, 1 hollow (expected), 2 pale, of
// another nature.
export interface Figured {
  figure: string;
  title: string;
  more?: string;
  // What an editor wrote of it, where the form has a place of its own for that.
  label?: string;
  color: string;
  look: 0 | 1 | 2;
  // Of a form; see there.
  at: number[];
}

// What Rust says of the whole; `lists` and `words` are a form's own.
export interface Figure {
  font: string;
  text: string;
  muted: string;
  faint: string;
  panel: string;
  line: string;
  lit: string;
  edge: string;
  lists: Record<string, [number, number, string][]>;
  words: Record<string, string>;
}

// What a form makes: shapes of each datum, those of none, words, the height.
export interface Laid {
  shapes: Shape[][];
  still: Shape[];
  words: Placed[];
  height: number;
}

export type Form = (data: Figured[], figure: Figure, width: number) => Laid;

const forms: Record<string, Form> = { bars, nest, slope, units };

// The groups of all data, one more for what belongs to none, and the height.
export function lay(name: string, data: Figured[], figure: Figure, width: number): { groups: Shape[]; height: number } {
  const laid = forms[name]?.(data, figure, width) ?? { shapes: [], still: [], words: [], height: 0 };
  const lines = (of: number | undefined) =>
    laid.words.filter((word) => word.of === of).map((word) => textOf(word, figure));
  const parts = (nth: number) => [...(laid.shapes[nth] ?? []).map(moving), ...lines(nth)];
  const groups = data.map((_, nth) => group(parts(nth).map((shape) => standing(shape, figure.faint))));
  return { groups: [...groups, group([...laid.still, ...lines(undefined)])], height: Math.ceil(laid.height) };
}

// What has a size of its own gets to its new one.
const moving = (shape: Shape): Shape =>
  ["rect", "circle"].includes(shape.type) ? ({ ...shape, transition: ["shape"] } as Shape) : shape;

const textOf = ({ text, x, y, fill, bold, of }: Placed, { font }: Figure): Shape => ({
  type: "text",
  silent: of === undefined,
  z2: 20,
  x,
  y,
  style: { text, fill, font: fontOf(font, bold), verticalAlign: "middle" },
});

// A colour with an alpha of two hexadecimal digits.
export const faint = (color: string, alpha: string): string => (/^#[0-9a-f]{6}$/i.test(color) ? color + alpha : color);

// A box in a datum's colour and look.
export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  datum: Figured,
  figure: Figure,
  dashed?: boolean,
): Shape {
  const { color, look } = datum;
  const edged = look > 0 || dashed !== undefined;
  return {
    type: "rect",
    shape: edged
      ? { x: x + 0.75, y: y + 0.75, width: Math.max(0.5, width - 1.5), height: height - 1.5 }
      : { x, y, width: Math.max(1, width), height },
    style: {
      fill: look === 1 ? figure.panel : edged ? faint(color, "2b") : color,
      stroke: edged ? color : undefined,
      lineWidth: edged ? 1.5 : 0,
      lineDash: look === 1 || dashed ? [4, 2] : undefined,
    },
    emphasis: { style: { stroke: figure.text, lineWidth: 2 } },
  };
}

// What lies behind a range that an editor has named.
export const shade = (x: number, y: number, width: number, height: number, { edge }: Figure): Shape => ({
  type: "rect",
  silent: true,
  z2: -3,
  shape: { x, y, width, height },
  style: { fill: edge, opacity: 0.15 },
});

// What is behind a row that is pointed at, and takes the pointer.
export const band = (x: number, y: number, width: number, height: number, { lit }: Figure): Shape => ({
  type: "rect",
  z2: -2,
  shape: { x, y, width, height },
  style: { fill: "rgba(0,0,0,0)" },
  emphasis: { style: { fill: lit } },
});

export const stroke = (points: number[][], color: string, dash?: number[]): Shape => ({
  type: "polyline",
  silent: true,
  z2: -1,
  shape: { points },
  style: { stroke: color, lineWidth: 1, fill: undefined, lineDash: dash },
});
