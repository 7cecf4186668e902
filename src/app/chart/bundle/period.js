// Draws one record of the timeline. The datum is
// [from, to, row, openStart, openEnd], times in milliseconds; a side that the
// source leaves open fades out, a point is a diamond. `lit` is the outline of one
// that is pointed at.
const HEIGHT = 14;
// How long a side fades, in pixels.
const FADE = 45;

export function period(params, api, lit) {
  const row = api.value(2);
  const [x0, y] = api.coord([api.value(0), row]);
  const [x1] = api.coord([api.value(1), row]);
  const area = params.coordSys;
  const color = api.visual("color");
  const height = Math.min(HEIGHT, api.size([0, 1])[1] * 0.7);
  const styled = { fill: color, stroke: color, lineWidth: 1 };
  const openStart = api.value(3) === 1;
  const openEnd = api.value(4) === 1;
  if (x1 - x0 < height && !openStart && !openEnd) {
    const middle = (x0 + x1) / 2;
    if (middle < area.x - 1 || middle > area.x + area.width + 1) return undefined;
    const half = height / 2;
    return {
      type: "polygon",
      shape: { points: [[middle - half, y], [middle, y - half], [middle + half, y], [middle, y + half]] },
      style: styled,
      emphasis: { style: { stroke: lit, lineWidth: 2 } },
    };
  }
  const left = Math.max(x0, area.x);
  const right = Math.min(x1, area.x + area.width);
  if (right <= left) return undefined;
  const fill = openStart || openEnd ? fade(color, openStart, openEnd, FADE / (right - left)) : color;
  return {
    type: "rect",
    shape: { x: left, y: y - height / 2, width: right - left, height, r: 3 },
    style: { fill, stroke: openStart || openEnd ? "none" : color, lineWidth: 1 },
    emphasis: { style: { stroke: lit, lineWidth: 2 } },
  };
}

function fade(color, openStart, openEnd, wanted) {
  const clear = transparent(color);
  const share = Math.min(0.5, wanted);
  const stops = [
    { offset: 0, color: openStart ? clear : color },
    { offset: openStart ? share : 0, color },
    { offset: openEnd ? 1 - share : 1, color },
    { offset: 1, color: openEnd ? clear : color },
  ];
  return { type: "linear", x: 0, y: 0, x2: 1, y2: 0, colorStops: stops };
}

function transparent(color) {
  return /^#[0-9a-f]{6}$/i.test(color) ? `${color}00` : "rgba(128,128,128,0)";
}
