// Options travel as JSON, which holds no functions: a custom series names its
// renderer, an axis of lanes gives their names, one of time its words, a datum
// gives its tooltip.
import { period } from "./period.js";
import { tick } from "./tick.js";
import { tip } from "./tip.js";

const renderers = { period };

// The area of that name in an option's map.
export const area = ({ geo }, name) => geo?.regions.find((region) => region.name === name);

export function revive(json) {
  const { lanes, calendar, ...option } = JSON.parse(json);
  for (const series of option.series ?? []) {
    if (series.type !== "custom") continue;
    const draw = renderers[series.renderItem];
    series.renderItem = (params, api) => draw(params, api, series.lit);
  }
  if (option.tooltip) option.tooltip.formatter = (params) => tip(params.data ?? area(option, params.name));
  // Areas are no series, whose formatter ECharts does not ask for them.
  if (option.geo) option.geo.tooltip.formatter = option.tooltip.formatter;
  if (lanes) option.yAxis.axisLabel.formatter = (row) => lanes[row] ?? "";
  if (calendar) option.xAxis.axisLabel.formatter = (at, _, { level }) => tick(calendar, at, level);
  return option;
}

// A bar's label stands above it and may take the whole width, no more.
export function fitLabels({ series }, width) {
  for (const { type, data } of series) {
    if (type !== "bar") continue;
    for (const datum of data) if (datum?.label) datum.label.width = width - 14;
  }
}
