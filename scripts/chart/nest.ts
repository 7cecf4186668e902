// Amounts as blocks on one scale: what stands below another lies within it, or
// may count some of the same. A datum's `at` is [lane, from, to, dashed]; `lists`
// has what parts a lane from those above it (`heads`), with words or none, and sums, a bracket below what they add up
// (`sums`, as [lane, -, words]; `from` and `to` as [from, to, -]).
import { box, type Form, type Laid, stroke } from "./figure.ts";
import { flow, LINE, type Run, wide } from "./flow.ts";

const PAD = 7;
const TALL = 2 * LINE + 6;
const LOW = 18;
const ONE = 22;
const GAP = 4;
// Words stand beside a lane where there is so much room, else below it.
const ROOM = 300;

export const nest: Form = (data, figure, width) => {
  const { font, text, muted } = figure;
  const { heads = [], sums = [], spans = [], notes = [] } = figure.lists;
  const laid: Laid = { shapes: data.map(() => []), still: [], words: [], height: 0 };
  const scale = width / Math.max(...data.map(({ at }) => at[2] ?? 0), Number.MIN_VALUE);
  const lanes = Math.max(...data.map(({ at }) => at[0] ?? 0));
  const put = (runs: Run[], x: number, y: number, room: number) => {
    const flowed = flow(runs, x, y, room, font);
    laid.words.push(...flowed.words);
    return flowed.height;
  };

  for (let lane = 0; lane <= lanes; lane += 1) {
    const blocks = data
      .map((datum, nth) => ({ datum, nth, from: (datum.at[1] ?? 0) * scale, to: (datum.at[2] ?? 0) * scale }))
      .filter(({ datum }) => datum.at[0] === lane)
      .sort((a, b) => a.from - b.from);
    for (const [, , head] of heads.filter(([of]) => of === lane)) {
      // A line between what is not related.
      if (lane > 0) {
        const y = laid.height + 6;
        const points = [
          [0, y],
          [width, y],
        ];
        laid.still.push(stroke(points, figure.line));
        laid.height += 12;
      }
      if (head) laid.height += put([{ text: head, fill: muted, bold: true }], 0, laid.height, width) + 4;
    }
    const fits = ({ datum: { figure: amount, title }, from, to }: (typeof blocks)[number]) =>
      to - from - 2 * PAD >= Math.max(wide(amount, font, true), wide(title, font));
    const end = Math.max(...blocks.map(({ to }) => to));
    const beside = width - end >= ROOM;
    // What has no room for its words stands in a list; a list below names all.
    const some = blocks.some((block) => !fits(block));
    const listed = blocks.filter((block) => !fits(block) || (some && !beside));
    const inside = blocks.filter((block) => !listed.includes(block));
    // One line where that has room for all.
    const one = inside.every(
      ({ datum, from, to }) => to - from - 3 * PAD >= wide(datum.figure, font, true) + wide(datum.title, font),
    );
    const tall = inside.length === 0 ? LOW : one ? ONE : TALL;
    const top = laid.height;
    for (const block of blocks) {
      const { datum, nth, from, to } = block;
      laid.shapes[nth]?.push(box(from, top, Math.max(2, to - from), tall, datum, figure, datum.at[3] === 1));
      if (listed.includes(block)) continue;
      const y = top + (tall - (one ? 1 : 2) * LINE) / 2;
      const [amount, title] = [datum.figure, datum.title].map((words) => ({ text: words, fill: text, of: nth }));
      if (!amount || !title) continue;
      const room = to - from - PAD;
      if (one) title.text = ` ${title.text}`;
      put(one ? [{ ...amount, bold: true }, title] : [{ ...amount, bold: true }], from + PAD, y, room);
      if (!one) put([title], from + PAD, y + LINE, room);
    }
    const runs: Run[] = listed.flatMap(({ datum, nth }, position) => [
      { text: `${position ? "; " : listed.length > 1 ? `${figure.words.row} ` : ""}`, fill: muted },
      { text: datum.figure, fill: text, bold: true, of: nth },
      { text: ` ${datum.title}`, fill: muted, of: nth },
    ]);
    const asides = [
      ...sums.filter(([of]) => of === lane).map(([, , words]) => words),
      ...notes.filter(([of]) => of === lane).map(([, , words]) => words),
    ];
    const paragraphs = [...(runs.length ? [runs] : []), ...asides.map((words) => [{ text: words, fill: muted }])];
    let [x, y, room] = beside
      ? [end + 12, top, width - end - 12]
      : [0, top + tall + (sums.some(([of]) => of === lane) ? 5 : 2), width];
    if (beside && paragraphs.length === 1 && tall > LOW) y += (tall - LINE) / 2;
    for (const paragraph of paragraphs) y += put(paragraph, x, y, room);
    laid.height = Math.max(top + tall, paragraphs.length ? y : 0) + GAP;
    for (const [at, , id] of sums) {
      const span = spans.find(([, , of]) => of === id);
      if (at !== lane || !span) continue;
      const [left, right] = [span[0] * scale + 1, span[1] * scale - 1];
      const under = top + tall;
      laid.still.push(
        stroke(
          [
            [left, under],
            [left, under + 3],
            [right, under + 3],
            [right, under],
          ],
          figure.edge,
        ),
      );
      laid.height = Math.max(laid.height, under + GAP + 3);
    }
  }
  return laid;
};
