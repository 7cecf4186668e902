// The forms of charts as shapes: bars, blocks one below the other, a slope, dots.
import { familyOf } from "../data.js";
import { short, time, word } from "../format.js";
import { box, words } from "./laid.js";
import { faint } from "./theme.js";

const LINE = 17;

const colorOf = (theme, record) => theme.families[familyOf(record.sector)];
function look(theme, { second, derived }, { record, uncertain }) {
  const color = colorOf(theme, record);
  const hollow = second || uncertain;
  return { fill: hollow ? faint(color, "33") : color, stroke: hollow || derived ? color : theme.panel, lineWidth: 1 };
}
const datum = ({ key, record, tip }, shapes) => ({ key, ids: [record.id], tip, shapes });

// Bars from zero on one scale, their words above them.
export function bars({ theme }, rows, width) {
  const sum = ({ segments }) => segments.reduce((all, { amount }) => all + amount, 0);
  const scale = width / Math.max(...rows.map(sum));
  let y = 0;
  const data = rows.flatMap((row) => {
    let x = 0;
    const drawn = row.segments.map((segment, nth) => {
      const wide = segment.amount * scale;
      const shapes = [box(x, y + LINE, wide, 10, look(theme, row, segment), theme)];
      if (nth === 0) shapes.push(words(`${row.text}  ${row.label}`, 0, y + 2, width, theme.text));
      x += wide;
      return datum(segment, shapes);
    });
    y += LINE + 18;
    return drawn;
  });
  return { data, height: y };
}

// Width is the amount; what stands below another lies within it or overlaps it.
export function nest({ theme }, rows, width) {
  const scale = width / Math.max(...rows.map(({ segments }) => segments[0].amount));
  const taken = new Map();
  const at = new Map();
  let [y, last] = [0, null];
  const data = rows.map((row) => {
    const [segment] = row.segments;
    if (last !== null && row.second !== last) y += 12;
    last = row.second;
    const whole = at.get(row.above);
    const from = (whole?.x ?? 0) + (taken.get(row.above) ?? 0);
    const wide = segment.amount * scale;
    if (row.above) taken.set(row.above, (taken.get(row.above) ?? 0) + wide);
    const x = Math.min(from, Math.max(0, width - wide));
    at.set(row.id, { x });
    const fits = wide > 320;
    const shapes = [
      box(
        x,
        y,
        wide,
        fits ? 22 : 14,
        { ...look(theme, row, segment), fill: faint(colorOf(theme, segment.record), "33") },
        theme,
      ),
      words(
        `${row.text}  ${row.label}`,
        fits ? x + 7 : Math.min(x + wide + 8, width - 320),
        y + (fits ? 5 : 1),
        fits ? wide - 14 : 320,
        theme.text,
      ),
    ];
    y += fits ? 26 : 18;
    return datum(segment, shapes);
  });
  return { data, height: y };
}

// Figures over time, joined.
export function slope({ lang, theme }, rows, width) {
  const [height, left, right, top] = [190, 60, 150, 24];
  const most = Math.max(...rows.map(({ segments }) => segments[0].amount)) * 1.1;
  const middle = ({ counted: { record } }) => (record.days[0] + record.days[1]) / 2;
  const dated = rows.filter(({ counted }) => counted.record.days);
  const [first, last] = [Math.min(...dated.map(middle)), Math.max(...dated.map(middle))];
  const x = (row) => left + ((middle(row) - first) / Math.max(1, last - first)) * (width - left - right);
  const y = (value) => height - top - (value / most) * (height - 2 * top);
  const data = dated.map((row, nth) => {
    const [segment] = row.segments;
    const { record } = segment;
    const color = colorOf(theme, record);
    const [cx, cy] = [x(row), y(segment.amount)];
    const shapes = [
      { type: "circle", shape: { cx, cy, r: 5 }, style: { fill: color }, emphasis: { style: { stroke: theme.text } } },
      words(row.text, cx + 10, cy - 18, right, theme.text, true),
      words(time(lang, record.time), cx + 10, cy - 3, right, theme.muted),
    ];
    const before = dated[nth - 1];
    if (before) {
      const shape = { x1: x(before), y1: y(before.segments[0].amount), x2: cx, y2: cy };
      shapes.unshift({ type: "line", shape, style: { stroke: color, lineWidth: 2 } });
    }
    if (nth === 0) {
      const shape = { x1: 0, x2: width, y1: y(0), y2: y(0) };
      shapes.push({ type: "line", silent: true, shape, style: { stroke: theme.hairline } });
      shapes.push(words("0", 0, y(0) - 15, left, theme.muted));
    }
    return datum(segment, shapes);
  });
  return { data, height };
}

// A dot for each of what is counted, in blocks side by side; those of another unit
// are named.
export function units({ lang, theme }, rows, width) {
  const DOT = 4;
  const across = 12;
  const unit = rows[0].counted.value.unit;
  let [x, y, tall] = [0, 0, 0];
  const data = rows.map((row) => {
    const [segment] = row.segments;
    if (row.counted.value.unit !== unit) {
      const shapes = [words(`${row.text}  ${row.label}`, 0, y + tall + 6, width, theme.text)];
      y += LINE;
      return datum(segment, shapes);
    }
    const count = Math.round(segment.amount);
    const columns = Math.max(across, Math.ceil(count / 20));
    const wide = Math.max(90, columns * (DOT + 1) + 14);
    if (x + wide > width) [x, y, tall] = [0, y + tall + 8, 0];
    let path = "";
    for (let nth = 0; nth < count; nth++) {
      const [left, top] = [x + (nth % columns) * (DOT + 1), y + 34 + Math.floor(nth / columns) * (DOT + 1)];
      path += `M${left},${top}h${DOT}v${DOT}h-${DOT}z`;
    }
    const shapes = [
      words(row.text, x, y, wide - 8, theme.text, true),
      words(short(lang, segment.record), x, y + 16, wide - 8, theme.muted),
      { type: "path", shape: { pathData: path }, style: { fill: colorOf(theme, segment.record) } },
    ];
    x += wide;
    tall = Math.max(tall, 34 + Math.ceil(count / columns) * (DOT + 1));
    return datum(segment, shapes);
  });
  data.at(-1)?.shapes.push(words(word(lang, "oneDot"), 0, y + tall + 6, width, theme.muted));
  return { data, height: y + tall + 24 };
}

export const FORMS = { nesting: nest, slope, each: bars, total: bars, units };
