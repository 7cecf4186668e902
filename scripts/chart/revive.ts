// Options travel as JSON, which holds no functions: a custom series names its
// renderer, a datum gives its tooltip.
import type { CustomSeriesRenderItem } from "echarts";
import { type Figured, lay } from "./figure.ts";
import { label } from "./label.ts";
import { labels } from "./labels.ts";
import type { Area, Marked, Option, Sent, Series } from "./option.ts";
import { row } from "./row.ts";
import { strip } from "./strip.ts";
import type { Calendar } from "./tick.ts";
import { tip } from "./tip.ts";

// The area of that name in an option's map.
export const area = ({ geo }: Option, name: string): Area | undefined =>
  geo?.regions.find((region) => region.name === name);

export function revive(json: string): Option {
  const { calendar, ...option } = JSON.parse(json) as Sent;
  for (const [index, series] of option.series?.entries() ?? []) {
    // By which it is the same series after a change, and what it draws moves.
    series.id = String(index);
    if (series.type === "custom") series.renderItem = renderer(series, calendar);
  }
  const hint = (params: { data?: Marked; name: string }) => tip(params.data ?? area(option, params.name));
  if (option.tooltip) option.tooltip.formatter = hint;
  // Areas are no series, whose formatter ECharts does not ask for them.
  if (option.geo) option.geo.tooltip.formatter = hint;
  return option;
}

function renderer(series: Series, calendar?: Calendar): CustomSeriesRenderItem {
  const { row: rows, strip: span, labels: written, look, figure, data } = series;
  if (figure) {
    const name = String(series.renderItem);
    const figured = [...data] as unknown as Figured[];
    let laid: ReturnType<typeof lay> | undefined;
    series.fit = (width) => {
      laid = lay(name, figured, figure, width);
      return laid.height;
    };
    // What belongs to no datum has one of its own.
    data.push({ value: 0 });
    return ({ dataIndex }) => laid?.groups[dataIndex];
  }
  return (params, api) => {
    if (span && calendar) return strip(params, api, span, calendar);
    const datum = data[params.dataIndex];
    if (!datum || typeof datum !== "object") return undefined;
    if (written) return labels(params, api, written, datum);
    if (look) return label(params, api, look, datum, data);
    return rows ? row(params, api, rows, datum) : undefined;
  };
}

// Lays out what depends on the width, and tells how tall it is then.
export function fit({ series = [] }: Option, width: number): number | undefined {
  for (const { fit } of series) {
    if (fit) return fit(width);
  }
  return undefined;
}
