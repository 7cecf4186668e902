// Draws one record of the timeline: its title, its time and its figure. A side that
// is open fades out, what was still to come is hollow, a year is a capsule, a month
// or a day a diamond.
import { FONT, faint } from "./theme.js";

const LETTERS = 11;
const FADE = 45;
const PAD = 6;

function fade(color, [openStart, openEnd], wanted) {
  const [clear, share] = [faint(color, "00"), Math.min(0.5, wanted)];
  const colorStops = [
    { offset: 0, color: openStart ? clear : color },
    { offset: openStart ? share : 0, color },
    { offset: openEnd ? 1 - share : 1, color },
    { offset: 1, color: openEnd ? clear : color },
  ];
  return { type: "linear", x: 0, y: 0, x2: 1, y2: 0, colorStops };
}

function marks({ look, color, open }, [from, to, planned], y, tall, area, theme) {
  const emphasis = { style: { stroke: theme.text, lineWidth: 2 } };
  const [left, right] = [Math.max(from, area.x), Math.min(to, area.x + area.width)];
  if (look === "moment") {
    const [x, half] = [(from + to) / 2, tall / 2];
    if (x < area.x || x > area.x + area.width) return [];
    const points = [
      [x - half, y],
      [x, y - half],
      [x + half, y],
      [x, y + half],
    ];
    return [{ type: "polygon", shape: { points }, style: { fill: color }, emphasis }];
  }
  if (right <= left) return [];
  const box = (x, end, r) => ({ x, y: y - tall / 2, width: end - x, height: tall, r });
  if (look === "year") {
    const style = { fill: faint(color, "55"), stroke: color, lineWidth: 1.5 };
    return [{ type: "rect", shape: box(left, Math.max(right, left + tall * 1.5), tall / 2), style, emphasis }];
  }
  const split = open[1] ? right : Math.max(left, Math.min(planned, right));
  const fill = open[0] || open[1] ? fade(color, open, FADE / (right - left)) : color;
  const shapes = [];
  if (split > left) shapes.push({ type: "rect", shape: box(left, split, 2), style: { fill }, emphasis });
  if (split < right) {
    const style = { fill: faint(color, "1f"), stroke: color, lineWidth: 1, lineDash: [3, 2] };
    shapes.push({ type: "rect", shape: box(split, right, 2), style, emphasis });
  }
  return shapes;
}

export function drawRow({ coordSys: area }, api, { lanes, titles, figures, theme, height }, datum) {
  const x = (dimension) => api.coord([api.value(dimension), api.value(2)])[0];
  const [, y] = api.coord([api.value(0), api.value(2)]);
  const words = (text, at, align, width, color = theme.text) => ({
    type: "text",
    silent: true,
    style: {
      text,
      x: at,
      y,
      align,
      width,
      verticalAlign: "middle",
      overflow: "truncate",
      fill: color,
      stroke: theme.panel,
      lineWidth: 2,
      font: `${LETTERS}px ${FONT}`,
    },
  });
  const [left, right] = [area.x - titles, area.x + area.width + figures];
  const behind = {
    type: "rect",
    shape: { x: left - PAD, y: y - height / 2, width: right - left + PAD, height },
    style: { fill: "rgba(0,0,0,0)" },
    emphasis: { style: { fill: theme.lit } },
  };
  const children = [behind, ...marks(datum, [x(0), x(1), x(3)], y, height - 4, area, theme)];
  children.push(words(datum.title, left, "left", titles + Math.max(0, x(0) - area.x) - PAD));
  children.push(words(datum.figure, right - 4, "right", figures - PAD));
  if (datum.lane && lanes) {
    const side = LETTERS - 4;
    const shape = { x: left - lanes, y: y - side / 2, width: side, height: side };
    children.push({ type: "rect", silent: true, shape, style: { fill: datum.color } });
    children.push(words(datum.lane, left - lanes + side + PAD, "left", lanes - side - 2 * PAD));
  }
  return { type: "group", children };
}
