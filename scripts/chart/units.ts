// A dot for so many of what is counted. A datum's `at` is [dots]; one without
// dots has words alone. `lists.wholes` has the parts of totals, which stand side by
// side below the total that comes before them, as [first, last, -].
import { type Figured, type Form, type Laid, type Shape, stroke } from "./figure.ts";
import { flow, type Run, wide } from "./flow.ts";

const STEP = 7;
const RADIUS = 2.6;
const HIGH = 11;
const GAP = 18;

export const units: Form = (data, figure, width) => {
  const { font, text, muted } = figure;
  const { wholes = [] } = figure.lists;
  const laid: Laid = { shapes: data.map(() => []), still: [], words: [], height: 0 };
  const put = (runs: Run[], x: number, y: number, room: number, most = 4) => {
    const flowed = flow(runs, x, y, room, font, most);
    laid.words.push(...flowed.words);
    return flowed.height;
  };
  const name = (datum: Figured, of: number): Run[] => [
    { text: datum.figure, fill: text, bold: true, of },
    { text: ` ${datum.title}`, fill: muted, of },
  ];
  const dots = (nth: number, x: number, y: number, columns: number, down: boolean): number => {
    const datum = data[nth];
    const count = datum?.at[0] ?? 0;
    const rows = down ? HIGH : Math.ceil(count / columns);
    for (let dot = 0; datum && dot < count; dot += 1) {
      const [column, row] = down ? [Math.floor(dot / rows), dot % rows] : [dot % columns, Math.floor(dot / columns)];
      laid.shapes[nth]?.push(
        circle(x + column * STEP + STEP / 2, y + row * STEP + STEP / 2, datum, figure.panel, figure.text),
      );
    }
    return Math.min(rows, count) * STEP;
  };

  let nth = 0;
  while (nth < data.length) {
    const whole = wholes.find(([first]) => first === nth + 1);
    if (nth > 0) {
      laid.still.push(
        stroke(
          [
            [0, laid.height + 8],
            [width, laid.height + 8],
          ],
          figure.line,
        ),
      );
      laid.height += 16;
    }
    const datum = data[nth];
    if (datum) laid.height += put(name(datum, nth), 0, laid.height, width);
    if (!whole) {
      if (datum?.at[0]) laid.height += 3 + dots(nth, 0, laid.height + 3, Math.max(1, Math.floor(width / STEP)), false);
      nth += 1;
      continue;
    }
    const [first, last] = whole;
    laid.height += 4;
    // Side by side, and in the next line where there is no room.
    const parts = data.slice(first, last + 1);
    const columns = parts.map(({ at }) => Math.ceil((at[0] ?? 0) / HIGH));
    const widths = parts.map(({ figure: amount }, part) =>
      Math.max((columns[part] ?? 0) * STEP, wide(amount, font, true) + 2, 52),
    );
    let [x, top, tallest] = [0, laid.height, 0];
    for (const [part, datum] of parts.entries()) {
      const size = Math.min(widths[part] ?? 0, width);
      if (x > 0 && x + size > width) [x, top, tallest] = [0, top + tallest + 8, 0];
      let y = top + put([{ text: datum.figure, fill: text, bold: true, of: first + part }], x, top, size) + 2;
      y += dots(first + part, x, y, 1, true) + 2;
      y += put([{ text: datum.title, fill: muted, of: first + part }], x, y, size + GAP - 4);
      tallest = Math.max(tallest, y - top);
      x += size + GAP;
    }
    laid.height = top + tallest;
    nth = last + 1;
  }
  return laid;
};

const circle = (cx: number, cy: number, { color, look }: Figured, panel: string, lit: string): Shape => ({
  type: "circle",
  shape: { cx, cy, r: look ? RADIUS - 0.5 : RADIUS },
  style: { fill: look ? panel : color, stroke: look ? color : undefined, lineWidth: look ? 1 : 0 },
  emphasis: { style: { fill: lit } },
});
