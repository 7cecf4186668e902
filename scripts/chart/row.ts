// Draws one record of the timeline: its title, its time and its figure. The
// datum's value is [from, to, row, openStart, openEnd, look, plannedAfter], times
// in milliseconds. A side that the source leaves open fades out, what was still
// to come is hollow, a year is a capsule, a month or a day a diamond.
import { format } from "echarts/core";
import { type Api, type Drawn, group, type Params, type Shape } from "./group.ts";
import { entering, standing } from "./motion.ts";
import type { Datum } from "./option.ts";

// What a series says of its rows; widths in pixels. Without columns, title and
// figure stand above the mark.
export interface RowLook {
  behind: string;
  lit: string;
  text: string;
  muted: string;
  faint: string;
  panel: string;
  font: string;
  letters: number;
  lanes: number;
  titles: number;
  figures: number;
}

const [HEAD, BAR, YEAR, MOMENT] = [-2, 0, 1, 2];
// The most of a mark's height, and what of a row stays free.
const HEIGHT = 11;
const FREE = 4;
// How long a side fades, in pixels.
const FADE = 45;
// How much is left of the mark of what only reaches into the chosen period.
const LIGHTER = 0.4;
// Between a title and its mark.
const GAP = 6;

export function row(params: Params, api: Api, look: RowLook, datum: Datum): Drawn {
  const number = Number(api.value(2));
  const x = (dimension: number) => api.coord?.([api.value(dimension), number])?.[0] ?? 0;
  // The group of a row is where the row is, and all else from there: it moves as one.
  const [, top = 0] = api.coord?.([api.value(0), number]) ?? [];
  const y = 0;
  const [, space = HEIGHT] = [api.size?.([0, 1]) ?? []].flat();
  const area = params.coordSys as unknown as { x: number; width: number };
  const color = String(api.visual("color"));
  const columns = look.titles > 0;
  // Without columns words reach beyond the axis, which leaves its outermost years room.
  const beside = columns ? [look.titles, look.figures] : [area.x - GAP, area.x - GAP];
  const [left, right] = [area.x - (beside[0] ?? 0), area.x + area.width + (beside[1] ?? 0)];
  const kind = Number(api.value(5));
  // In a column a title and its mark share a line.
  const line = columns ? y : kind === HEAD ? y + space / 4 : y - space / 4 + 2;
  const bar = columns ? y : y + space / 4 - 1;

  const at = { from: x(0), to: x(1), planned: x(6), open: [api.value(3) === 1, api.value(4) === 1] as const };
  // A drawing that has no height yet leaves a row none.
  const tall = columns ? Math.max(1, Math.min(HEIGHT + look.letters - 12, space - FREE)) : HEIGHT;
  const shapes = kind < 0 ? [] : marked(kind, at, bar, tall, area, color, look);
  const mark = datum.reaches ? shapes.map(lighter) : shapes;
  const extent = mark.length ? reach(kind, at, tall, area) : undefined;

  const style = { font: `${look.letters}px ${look.font}`, verticalAlign: "middle" as const };
  const { title = "", figure = "" } = datum;
  const font = kind === HEAD ? `600 ${style.font}` : style.font;
  const shared = columns ? undefined : share(right - left - GAP, wide(title, font), wide(figure, font));
  const limit = extent ? Math.max(extent[0] - GAP, area.x - GAP) : right;
  const words = {
    ...style,
    font,
    text: title,
    x: left,
    y: line,
    align: "left" as const,
    fill: kind < 0 && kind !== HEAD ? look.muted : look.text,
    // No wider than what parts two rows: it covers letters of neither.
    stroke: look.panel,
    lineWidth: 2,
    width: shared?.title ?? limit - left,
    overflow: "truncate" as const,
  };
  const amount = {
    ...style,
    text: figure,
    x: columns ? right - 4 : right,
    y: line,
    align: "right" as const,
    fill: look.text,
    stroke: look.panel,
    lineWidth: 2,
    // Over empty time too, as titles are.
    width: shared?.figure ?? Math.max(look.figures, right - (extent?.[1] ?? area.x) - 4) - GAP,
    overflow: "truncate" as const,
  };
  const band = (from: number, to: number) => ({ x: from, y: y - space / 2, width: to - from, height: space });
  const clear = { fill: "rgba(0,0,0,0)" };
  const said = datum.label && extent ? label(datum.label, extent, bar, area, look) : [];
  const lane = datum.lane && columns ? named(datum.lane, datum.family ?? color, left - look.lanes, line, look) : [];
  const faint = (shape: Shape) => entering(standing(shape, look.faint));
  return group(
    [
      // Behind a row that is pointed at. All of it is a target, as high as the
      // row: one that is brushed across is not clicked.
      {
        type: "rect",
        shape: band(left - GAP, right),
        style: clear,
        // Not over the letters of the rows beside it.
        z2: -1,
        emphasis: { z2: -1, style: { fill: look.behind } },
      },
      ...mark.map(faint),
      faint({ type: "text", silent: true, style: words }),
      faint({ type: "text", silent: true, style: amount }),
      ...said.map(faint),
      // A lane's name is of all its rows.
      ...lane.map((shape) => ({ ...shape, blur: { style: { opacity: 1 } } }) as Shape),
    ],
    top,
  );
}

// An editor's words at a mark.
function label(
  text: string,
  [start, end]: [number, number],
  y: number,
  area: { x: number; width: number },
  look: RowLook,
): Shape[] {
  const font = `italic ${look.letters}px ${look.font}`;
  const [left, right] = [area.x, area.x + area.width];
  const size = wide(text, font);
  // After its mark, before it, or on it: the first that has room, or else the widest.
  const rooms = [
    { x: end + GAP, align: "left" as const, room: right - end - GAP },
    { x: start - GAP, align: "right" as const, room: start - GAP - left },
    { x: start + GAP, align: "left" as const, room: end - start - 2 * GAP },
  ];
  const widest = rooms.reduce((most, spot) => (spot.room > most.room ? spot : most));
  const { x, align, room } = rooms.find((spot) => spot.room >= size) ?? widest;
  return [
    {
      type: "text",
      silent: true,
      style: {
        text,
        x,
        y,
        align,
        verticalAlign: "middle",
        fill: look.text,
        stroke: look.panel,
        lineWidth: 3,
        font,
        width: room,
        overflow: "truncate",
      },
    },
  ];
}

// A lane's name beside its first row, with its family's colour.
function named(text: string, color: string, x: number, y: number, look: RowLook): Shape[] {
  const side = look.letters - 4;
  return [
    { type: "rect", silent: true, shape: { x, y: y - side / 2, width: side, height: side }, style: { fill: color } },
    {
      type: "text",
      silent: true,
      style: {
        text,
        x: x + side + GAP,
        y: y - look.letters / 2,
        align: "left",
        verticalAlign: "top",
        fill: look.text,
        font: `${look.letters}px ${look.font}`,
        lineHeight: look.letters + 1,
        width: look.lanes - side - GAP - 4,
        overflow: "truncate",
      },
    },
  ];
}

const wide = (text: string, font: string) => (text ? format.getTextRect(text, font).width : 0);

// How wide a title and its figure may be on one line. Each has what the other
// leaves; where that is too little for both, a figure has up to two thirds.
function share(room: number, title: number, figure: number): { title: number; figure: number } {
  const most = Math.max(room - title, (room * 2) / 3);
  // ECharts cuts what is within a pixel of its width.
  const given = figure && Math.ceil(Math.min(figure + 2, most));
  return { title: room - given, figure: given };
}

interface At {
  from: number;
  to: number;
  planned: number;
  open: readonly [boolean, boolean];
}

// From where to where a mark is seen, within the axes.
function reach(kind: number, { from, to }: At, tall: number, area: { x: number; width: number }): [number, number] {
  const middle = (from + to) / 2;
  const half = kind === MOMENT ? tall / 2 : Math.max(tall * 0.75, (to - from) / 2);
  const [start, end] = kind === BAR ? [from, Math.max(to, from + 2)] : [middle - half, middle + half];
  return [Math.max(start, area.x), Math.min(end, area.x + area.width)];
}

function marked(
  kind: number,
  at: At,
  y: number,
  tall: number,
  area: { x: number; width: number },
  color: string,
  look: RowLook,
): Shape[] {
  const [left, right] = reach(kind, at, tall, area);
  if (right <= left) return [];
  const emphasis = { style: { stroke: look.lit, lineWidth: 2 } };
  const box = (from: number, to: number, r: number) => ({
    x: from,
    y: y - tall / 2,
    width: to - from,
    height: tall,
    r,
  });
  if (kind === MOMENT) {
    const middle = (left + right) / 2;
    const half = tall / 2;
    const points = [
      [middle - half, y],
      [middle, y - half],
      [middle + half, y],
      [middle, y + half],
    ];
    return [{ type: "polygon", shape: { points }, style: { fill: color, stroke: color, lineWidth: 1 }, emphasis }];
  }
  if (kind === YEAR) {
    const style = { fill: faint(color, "55"), stroke: color, lineWidth: 1.5 };
    return [{ type: "rect", shape: box(left, right, tall / 2), style, emphasis }];
  }
  const [openStart, openEnd] = at.open;
  const split = Math.max(left, Math.min(at.planned, right));
  const open = openStart || openEnd;
  const fill = open ? fade(color, openStart, openEnd, FADE / (right - left)) : color;
  const shapes: Shape[] = [];
  if (split > left) {
    const style = { fill, stroke: open ? "none" : color, lineWidth: 1 };
    shapes.push({ type: "rect", shape: box(left, split, 2), style, emphasis });
  }
  if (split < right) {
    const style = { fill: faint(color, "1f"), stroke: color, lineWidth: 1, lineDash: [3, 2] };
    shapes.push({ type: "rect", shape: box(split, right, 2), style, emphasis });
  }
  return shapes;
}

const lighter = (shape: Shape): Shape =>
  ({ ...shape, style: { ...(shape as { style?: object }).style, opacity: LIGHTER } }) as Shape;

function fade(color: string, openStart: boolean, openEnd: boolean, wanted: number) {
  const clear = faint(color, "00");
  const share = Math.min(0.5, wanted);
  const colorStops = [
    { offset: 0, color: openStart ? clear : color },
    { offset: openStart ? share : 0, color },
    { offset: openEnd ? 1 - share : 1, color },
    { offset: 1, color: openEnd ? clear : color },
  ];
  return { type: "linear" as const, x: 0, y: 0, x2: 1, y2: 0, colorStops };
}

// A colour with an alpha of two hexadecimal digits.
function faint(color: string, alpha: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? `${color}${alpha}` : `rgba(128,128,128,${Number.parseInt(alpha, 16) / 255})`;
}
