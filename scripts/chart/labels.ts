// What whoever made the link wrote above the rows of the timeline: a line each, so
// that none hides another, and what it is of down to the last row. A datum's value is
// [from, to, line, end], times in milliseconds, places in rows.
import { format } from "echarts/core";
import { type Api, type Drawn, group, type Params, type Shape } from "./group.ts";
import type { Datum } from "./option.ts";

// What a series says of its labels; the height of a line in pixels.
export interface LabelsLook {
  text: string;
  edge: string;
  panel: string;
  height: number;
  font: string;
}

const LETTERS = 12;
const GAP = 4;
// So much of what lies below is dimmed by a range.
const SHADE = 0.07;
const DASH = [2, 3];

export function labels(params: Params, api: Api, look: LabelsLook, { title = "" }: Datum): Drawn {
  const area = params.coordSys as unknown as { x: number; width: number };
  const [left, right] = [area.x, area.x + area.width];
  const at = (time: number, line: number) => api.coord?.([api.value(time), api.value(line)]) ?? [left, 0];
  const [[from = left, y = 0], [to = left]] = [at(0, 2), at(1, 2)];
  const [, end = y] = at(0, 3);
  const [start, stop] = [Math.max(from, left), Math.min(to, right)];
  const top = y - look.height / 2;
  const isSeen = start <= right && stop >= left;
  const line = (x: number): Shape => ({
    type: "polyline",
    shape: {
      points: [
        [x, top + 2],
        [x, end],
      ],
    },
    style: { stroke: look.edge, lineWidth: 1, fill: "none", lineDash: DASH },
  });
  const range: Shape[] = isSeen
    ? [
        {
          type: "rect",
          shape: { x: start, y: top + 2, width: Math.max(0, stop - start), height: Math.max(0, end - top - 2) },
          style: { fill: look.edge, opacity: SHADE },
        },
        ...[from, to].filter((x) => x >= left && x <= right).map(line),
      ]
    : [];
  // What lies beyond the part that is shown, and on which side.
  const words = isSeen ? title : from > right ? `${title} →` : `← ${title}`;
  const font = `italic ${LETTERS}px ${look.font}`;
  const size = format.getTextRect(words, font).width;
  // Within the range, or after it, or before it.
  const spots = [start + GAP, stop + GAP, start - GAP - size];
  const [inside = left, ...beside] = spots;
  const fits = (x: number) => x >= left && x + size <= right;
  const x = isSeen
    ? stop - start >= size + 2 * GAP
      ? inside
      : (beside.find(fits) ?? Math.max(left, right - size))
    : from > right
      ? Math.max(left, right - size)
      : left;
  return group([
    ...range,
    {
      type: "text",
      style: {
        text: words,
        x,
        y,
        align: "left",
        verticalAlign: "middle",
        fill: look.text,
        stroke: look.panel,
        lineWidth: 3,
        font,
        width: right - left,
        overflow: "truncate",
      },
    },
  ]);
}
