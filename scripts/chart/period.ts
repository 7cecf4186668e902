// Draws one record of the timeline. The datum is
// [from, to, row, openStart, openEnd], times in milliseconds; a side that the
// source leaves open fades out, a point is a diamond. `lit` is the outline of one
// that is pointed at.
import type { CustomSeriesRenderItem } from "echarts";

const HEIGHT = 14;
// How long a side fades, in pixels.
const FADE = 45;

type Params = Parameters<CustomSeriesRenderItem>[0];
type Api = Parameters<CustomSeriesRenderItem>[1];
type Drawn = ReturnType<CustomSeriesRenderItem>;

export function period(params: Params, api: Api, lit?: string): Drawn {
  const row = Number(api.value(2));
  const at = (dimension: number) => api.coord?.([api.value(dimension), row]) ?? [0, 0];
  const [x0 = 0, y = 0] = at(0);
  const [x1 = 0] = at(1);
  const area = params.coordSys as unknown as { x: number; width: number };
  const color = String(api.visual("color"));
  const [, lane = HEIGHT] = [api.size?.([0, 1]) ?? []].flat();
  const height = Math.min(HEIGHT, lane * 0.7);
  const outline = { style: { stroke: lit, lineWidth: 2 } };
  const openStart = api.value(3) === 1;
  const openEnd = api.value(4) === 1;
  if (x1 - x0 < height && !openStart && !openEnd) {
    const middle = (x0 + x1) / 2;
    if (middle < area.x - 1 || middle > area.x + area.width + 1) return undefined;
    const half = height / 2;
    const points = [
      [middle - half, y],
      [middle, y - half],
      [middle + half, y],
      [middle, y + half],
    ];
    return {
      type: "polygon",
      shape: { points },
      style: { fill: color, stroke: color, lineWidth: 1 },
      emphasis: outline,
    };
  }
  const left = Math.max(x0, area.x);
  const right = Math.min(x1, area.x + area.width);
  if (right <= left) return undefined;
  const open = openStart || openEnd;
  const fill = open ? fade(color, openStart, openEnd, FADE / (right - left)) : color;
  return {
    type: "rect",
    shape: { x: left, y: y - height / 2, width: right - left, height, r: 3 },
    style: { fill, stroke: open ? "none" : color, lineWidth: 1 },
    emphasis: outline,
  };
}

function fade(color: string, openStart: boolean, openEnd: boolean, wanted: number) {
  const clear = transparent(color);
  const share = Math.min(0.5, wanted);
  const colorStops = [
    { offset: 0, color: openStart ? clear : color },
    { offset: openStart ? share : 0, color },
    { offset: openEnd ? 1 - share : 1, color },
    { offset: 1, color: openEnd ? clear : color },
  ];
  return { type: "linear" as const, x: 0, y: 0, x2: 1, y2: 0, colorStops };
}

function transparent(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? `${color}00` : "rgba(128,128,128,0)";
}
