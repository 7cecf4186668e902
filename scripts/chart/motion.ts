// How what changes moves to its new place. It is the same there as before: data
// have ids. Nothing moves for a reader who wants no motion, nor for what a hand
// moves itself (zooming, dragging, another width), nor at first.
import type { Shape } from "./group.ts";

// How long, in milliseconds.
export const LONG = 200;
const EASING = "cubicOut" as const;

export const isStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

// What an option says of it. States of marks change at once: a pointer waits for
// nothing.
export const motion = (moves: boolean) =>
  moves
    ? {
        animation: true,
        animationDuration: LONG,
        animationDurationUpdate: LONG,
        animationEasing: EASING,
        animationEasingUpdate: EASING,
        stateAnimation: { duration: 0 },
      }
    : { animation: false };

// Of an action that a hand makes.
export const AT_ONCE = { animation: { duration: 0 } };

// How one mark fades into another state.
export const FADE = { duration: LONG, easing: EASING } as const;

// What is left of a mark that stands back.
const LESS = 0.35;
// Of one that is pale already.
const LEAST = 0.2;

// The same shape, which stands back in quiet colours where others are kept lit.
// ECharts keeps the state of those alone that have one for the pointer, too.
export function standing(shape: Shape, faint: string): Shape {
  const { type, style = {}, emphasis } = shape as { type: string; style?: Look; emphasis?: object };
  const { fill, stroke, font, opacity = 1 } = style;
  const blur = type === "text" ? { opacity: 1, fill: faint } : { opacity: Math.max(LEAST, opacity * LESS) };
  const same = { style: { ...(fill ? { fill } : {}), ...(stroke ? { stroke } : {}), ...(font ? { font } : {}) } };
  return { ...shape, blur: { style: blur }, emphasis: emphasis ?? same } as Shape;
}

interface Look {
  fill?: unknown;
  stroke?: unknown;
  font?: unknown;
  opacity?: number;
}

// The same shape, which fades in where it is new.
export const entering = (shape: Shape): Shape =>
  ({ ...shape, style: { ...(shape as { style?: object }).style, enterFrom: { opacity: 0 } } }) as Shape;
