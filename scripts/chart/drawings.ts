// The charts of the page, by their elements.
import type { Drawing } from "./drawing.ts";

export const drawings = new WeakMap<HTMLElement, Drawing>();
