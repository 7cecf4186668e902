// Fingers and the wheel over a chart. They belong to the page, which they
// scroll; only two fingers, or the wheel with Ctrl (a pinch on a touchpad is the
// same event) or the Mac's Command key, zoom. So zrender, which would take every
// finger for a mouse that draws a brush, hears of no finger unless the reader
// asked to select with it; a tap reaches it as the mouse events that the browser
// makes of it.

// How far a finger moves before it has a direction, in pixels.
const SLACK = 8;
// A notch of a wheel is some hundred pixels, a pinch a few at a time.
const NOTCH = 24;
// Pixels of a line, in which Firefox counts.
const LINE = 16;

const between = ([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) });

// `drawing`: {navigable, slides, selecting, zoomAt(factor, at, moved), emit}.
// Returns what takes the listeners away.
export function listen(element, drawing) {
  const ended = new AbortController();
  const on = (name, heard, passive = true) =>
    element.addEventListener(name, heard, { capture: true, passive, signal: ended.signal });
  const inside = ({ clientX, clientY }) => {
    const box = element.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };

  let start;
  let last = [];
  let sideways;

  const placed = (event) => {
    if (drawing.selecting) return;
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
      if (drawing.selecting) return;
      event.stopPropagation();
      const now = [...event.touches].map(inside);
      const before = last;
      if (now.length !== before.length) return;
      const keep = () => {
        if (event.cancelable) event.preventDefault();
        last = now;
      };
      if (now.length === 2 && drawing.navigable) {
        const [was, is] = [between(before), between(now)];
        keep();
        drawing.zoomAt(is.apart / Math.max(1, was.apart), is, { x: is.x - was.x, y: is.y - was.y });
      } else if (now.length === 1 && drawing.slides) {
        const [dx, dy] = [Math.abs(now[0].x - start.x), Math.abs(now[0].y - start.y)];
        if (sideways === undefined && Math.max(dx, dy) > SLACK) sideways = dx > dy;
        if (!sideways) return;
        const moved = { x: now[0].x - before[0].x, y: 0 };
        keep();
        drawing.zoomAt(1, now[0], moved);
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
  for (const name of ["pointerdown", "pointermove"]) {
    on(name, ({ pointerType }) => (drawing.finger = pointerType === "touch"));
  }
  return () => ended.abort();
}

// Calls `changed` whenever the screen may have another number of pixels for each
// CSS pixel: the page was zoomed, or its window moved to another screen. Not
// every browser tells both ways.
export function onDensity(changed) {
  const ended = new AbortController();
  let query;
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
    query.removeEventListener("change", heard);
  };
}
