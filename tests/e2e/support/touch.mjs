// Fingers, as the browser gets them from a screen: it makes scrolling, taps and
// pinches of them as it would for a reader.
async function play(page, frames) {
  const session = await page.context().newCDPSession(page);
  const send = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  const [first, ...rest] = frames;
  await send("touchStart", first);
  for (const points of rest) await send("touchMove", points);
  await send("touchEnd", []);
  await session.detach();
}

const STEPS = 12;
const along = (from, to) =>
  Array.from({ length: STEPS + 1 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / STEPS,
    y: from.y + ((to.y - from.y) * step) / STEPS,
  }));

// One finger from a point to another.
export const swipe = (page, from, to) =>
  play(
    page,
    along(from, to).map((point) => [{ ...point, id: 0 }]),
  );

// Two fingers, side by side around a point, from a distance to another.
export function pinch(page, { x, y }, from, to) {
  const [left, right] = [-1, 1].map((side) => along({ x: x + (side * from) / 2, y }, { x: x + (side * to) / 2, y }));
  return play(
    page,
    left.map((point, step) => [
      { ...point, id: 0 },
      { ...right[step], id: 1 },
    ]),
  );
}
