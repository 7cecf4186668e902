// The whole span in true scale: how many records each year has.
import { DAY, extent, monthOf } from "../data.js";

const yearOf = (day) => Number(monthOf(day).slice(0, 4));

export function drawStrip(dated, theme) {
  const [first, last] = extent.map(yearOf);
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const data = years.map((year) => {
    const [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
    const within = dated.filter(({ days }) => days[0] * DAY < to && days[1] * DAY >= from);
    return { value: [from, to, within.length] };
  });
  return {
    type: "custom",
    xAxisIndex: 1,
    yAxisIndex: 1,
    silent: true,
    encode: { x: [0, 1], y: 2 },
    data,
    renderItem: (_, api) => {
      const [left, top] = api.coord([api.value(0), api.value(2)]);
      const [right, bottom] = api.coord([api.value(1), 0]);
      const shape = { x: left, y: top, width: right - left, height: bottom - top };
      return { type: "rect", shape, style: { fill: theme.muted } };
    },
  };
}
