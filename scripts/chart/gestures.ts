// Fingers and the wheel over a chart. They belong to the page, which they
// scroll; only two fingers, or the wheel with Ctrl (a pinch on a touchpad is the
// same event) or the Mac's Command key, zoom. So zrender, which would take every
// finger for a mouse that draws a brush, hears of no finger; a tap reaches it as
// the mouse events that the browser makes of it.
import type { Emit } from "../bridge.ts";

// How far a finger moves before it has a direction, in pixels.
const SLACK = 8;
// A notch of a wheel is some hundred pixels, a pinch a few at a time.
const NOTCH = 24;
// Pixels of a line, in which Firefox counts.
const LINE = 16;

// A point of the element, or a way, in pixels.
export interface Point {
  x: number;
  y: number;
}

// What is zoomed and moved.
export interface Gestured {
  // Whether there is anything to zoom, and whether it moves sideways alone.
  readonly navigable: boolean;
  readonly slides: boolean;
  // Whether what points is a finger.
  finger: boolean;
  readonly emit: Emit;
  zoomAt(factor: number, at: Point, moved: Point): void;
}

const between = (a: Point, b: Point) => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  apart: Math.hypot(a.x - b.x, a.y - b.y),
});

// Returns what takes the listeners away.
export function listen(element: HTMLElement, drawing: Gestured): () => void {
  const ended = new AbortController();
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    heard: (event: HTMLElementEventMap[Name]) => void,
    passive = true,
  ) =>
    element.addEventListener(name, heard, {
      capture: true,
      passive,
      signal: ended.signal,
    });
  const inside = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const box = element.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };

  let start: Point | undefined;
  let last: Point[] = [];
  let sideways: boolean | undefined;

  const placed = (event: TouchEvent) => {
    event.stopPropagation();
    last = [...event.touches].map(inside);
    [start] = last;
    sideways = undefined;
  };
  on("touchstart", placed);
  on("touchend", placed);
  on("touchcancel", placed);
  on(
    "touchmove",
    (event) => {
      event.stopPropagation();
      const now = [...event.touches].map(inside);
      const before = last;
      if (now.length !== before.length) return;
      const keep = () => {
        if (event.cancelable) event.preventDefault();
        last = now;
      };
      const [one, two] = now;
      const [former, other] = before;
      if (!one || !former) return;
      if (two && other && now.length === 2 && drawing.navigable) {
        const [was, is] = [between(former, other), between(one, two)];
        keep();
        drawing.zoomAt(is.apart / Math.max(1, was.apart), is, {
          x: is.x - was.x,
          y: is.y - was.y,
        });
      } else if (start && now.length === 1 && drawing.slides) {
        const [dx, dy] = [Math.abs(one.x - start.x), Math.abs(one.y - start.y)];
        if (sideways === undefined && Math.max(dx, dy) > SLACK) sideways = dx > dy;
        if (!sideways) return;
        keep();
        drawing.zoomAt(1, one, { x: one.x - former.x, y: 0 });
      }
    },
    false,
  );
  on(
    "wheel",
    (event) => {
      if (!drawing.navigable) return;
      if (!event.ctrlKey && !event.metaKey) {
        if (event.deltaY) drawing.emit("wheel", 0, 0);
        return;
      }
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === 0 ? 1 : LINE);
      drawing.zoomAt(Math.exp(-Math.max(-NOTCH, Math.min(NOTCH, pixels)) / 100), inside(event), { x: 0, y: 0 });
    },
    false,
  );
  // A finger leaves without saying so: nothing is pointed at with it.
  for (const name of ["pointerdown", "pointermove"] as const) {
    on(name, ({ pointerType }) => {
      drawing.finger = pointerType === "touch";
    });
  }
  return () => ended.abort();
}

// Calls `came` whenever fonts have come that text on a canvas may be drawn in.
export function onFonts(came: (families: string[]) => void): () => void {
  const heard = ({ fontfaces }: FontFaceSetLoadEvent) => {
    // Some browsers give names as they stand in a style sheet.
    if (fontfaces.length > 0) came(fontfaces.map(({ family }) => family.replace(/["']/g, "")));
  };
  document.fonts.addEventListener("loadingdone", heard);
  return () => document.fonts.removeEventListener("loadingdone", heard);
}

// Calls `changed` whenever the screen may have another number of pixels for each
// CSS pixel: the page was zoomed, or its window moved to another screen. Not
// every browser tells both ways.
export function onDensity(changed: () => void): () => void {
  const ended = new AbortController();
  let query: MediaQueryList | undefined;
  const arm = () => {
    query?.removeEventListener("change", heard);
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener("change", heard);
  };
  const heard = () => {
    arm();
    changed();
  };
  arm();
  addEventListener("resize", heard, { signal: ended.signal });
  return () => {
    ended.abort();
    query?.removeEventListener("change", heard);
  };
}
