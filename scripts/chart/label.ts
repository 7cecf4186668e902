// Names and amounts on the map. Only here is known how wide they are: each takes
// the first place beside its symbol where it hides nothing, in the order in which
// they come, and none where there is no such place (its tooltip and the list of
// figures have it).
import { format } from "echarts/core";
import type { Api, Drawn, Params } from "./group.ts";
import type { Datum } from "./option.ts";

export interface LabelLook {
  strong: string;
  plain: string;
  faint: string;
  halo: string;
  font: string;
}

// Left, top, right, bottom; pixels.
type Box = [number, number, number, number];
interface Line {
  text: string;
  font: string;
  fill: string;
  width: number;
}
interface Taken {
  boxes?: Box[];
}

const HEIGHT = 14;
const GAP = 2;
const [STRONG, , FAINT, SMALL] = [0, 1, 2, 3];
// How far from its symbol a label may stand.
const STEPS = [0, 7, 14];

export function label(params: Params, api: Api, look: LabelLook, datum: Datum, all: (Datum | number | null)[]): Drawn {
  const taken = params.context as Taken;
  taken.boxes ??= all.flatMap((other) => (typeof other === "object" && other ? [around(api, other)] : []));
  const lines = linesOf(datum, look);
  if (!lines.length) return undefined;
  const [x, y] = pixel(api, datum);
  const own = around(api, datum);
  const outside = x < 0 || y < 0 || x > api.getWidth() || y > api.getHeight();
  if (outside) return undefined;
  const { boxes } = taken;
  let found: Placed[] | undefined;
  for (const placed of candidates(lines, own, datum.weight === SMALL)) {
    found = placed.every((part) => isFree(part.box, boxes, own, api)) ? placed : undefined;
    if (found) break;
  }
  if (!found) return undefined;
  boxes.push(...found.map(({ box }) => box));
  return {
    type: "group",
    silent: true,
    children: found.map(({ line, x: at, y: middle, align }) => ({
      type: "text" as const,
      x: at,
      y: middle,
      style: {
        text: line.text,
        font: line.font,
        fill: line.fill,
        stroke: look.halo,
        lineWidth: 3,
        align,
        verticalAlign: "middle" as const,
      },
    })),
  };
}

function linesOf({ name, lines = [], note, weight = 0 }: Datum, look: LabelLook): Line[] {
  const size = weight === SMALL ? 11 : 12;
  const fill = weight === STRONG ? look.strong : weight === FAINT ? look.faint : look.plain;
  const made = (text: string, font: string, color: string) => ({
    text,
    font,
    fill: color,
    width: format.getTextRect(text, font).width,
  });
  return [
    ...(name ? [made(name, `${weight === STRONG ? "600 " : ""}${size}px ${look.font}`, fill)] : []),
    ...lines.map((line) => made(line, `11px ${look.font}`, look.strong)),
    ...(note ? [made(note, `11px ${look.font}`, look.plain)] : []),
  ];
}

function pixel(api: Api, datum: Datum): [number, number] {
  const [x = 0, y = 0] = api.coord?.((datum.value ?? []) as number[]) ?? [];
  return [x, y];
}

// What a datum's symbols cover.
function around(api: Api, datum: Datum): Box {
  const [x, y] = pixel(api, datum);
  const [left = 0, up = 0, right = 0, down = 0] = datum.reach ?? [];
  return [x - left, y - up, x + right, y + down];
}

interface Placed {
  line: Line;
  box: Box;
  x: number;
  y: number;
  align: "left" | "center" | "right";
}

// The places of a label, the best one first: its name above and its amounts
// below, all below, all above, or beside; a site's name beside it.
function* candidates(lines: Line[], [left, top, right, bottom]: Box, isSmall: boolean): Generator<Placed[]> {
  const middle = (left + right) / 2;
  const heart = (top + bottom) / 2;
  const stack = (some: Line[], x: number, from: number, align: Placed["align"]): Placed[] =>
    some.map((line, at) => {
      const start = align === "left" ? x : align === "right" ? x - line.width : x - line.width / 2;
      const y = from + at * HEIGHT + HEIGHT / 2;
      return { line, x, y, align, box: [start, y - HEIGHT / 2, start + line.width, y + HEIGHT / 2] };
    });
  const [name, ...rest] = lines;
  const high = lines.length * HEIGHT;
  for (const step of STEPS) {
    const beside = [
      stack(lines, right + GAP + 1 + step, heart - high / 2, "left"),
      stack(lines, left - GAP - 1 - step, heart - high / 2, "right"),
    ];
    if (isSmall) yield* beside;
    if (bottom - top < 1) yield stack(lines, middle, heart - high / 2 + step, "center");
    else if (name && rest.length) {
      const below = stack(rest, middle, bottom + GAP + step, "center");
      yield [...stack([name], middle, top - GAP - HEIGHT - step, "center"), ...below];
    }
    yield stack(lines, middle, top - GAP - high - step, "center");
    yield stack(lines, middle, bottom + GAP + step, "center");
    if (!isSmall) yield* beside;
    // Under its symbol and as far to one side as it may be.
    for (const [x, align] of [
      [left, "left"],
      [right, "right"],
    ] as const) {
      yield stack(lines, x, bottom + GAP + step, align);
      yield stack(lines, x, top - GAP - high - step, align);
    }
  }
  // Better an amount without its name, or a name alone, than nothing.
  if (rest.length) {
    yield* candidates(rest.slice(0, 1), [left, top, right, bottom], isSmall);
    if (name) yield* candidates([name], [left, top, right, bottom], isSmall);
  }
}

function isFree(box: Box, boxes: Box[], own: Box, api: Api): boolean {
  const [left, top, right, bottom] = box;
  if (left < 1 || top < 0 || right > api.getWidth() - 1 || bottom > api.getHeight()) return false;
  return boxes.every(
    (other) =>
      other.join() === own.join() || right <= other[0] || left >= other[2] || bottom <= other[1] || top >= other[3],
  );
}
