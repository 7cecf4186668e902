// Options travel as JSON, which holds no functions: a custom series names its
// renderer, an axis of lanes gives their names, one of time its words, a datum
// gives its tooltip.
import type { CustomSeriesRenderItem } from "echarts";
import { label } from "./label.ts";
import type { Area, Datum, Marked, Option, Sent } from "./option.ts";
import { type RowLook, row } from "./row.ts";
import { tick } from "./tick.ts";
import { tip } from "./tip.ts";

type Renderer = (
  params: Parameters<CustomSeriesRenderItem>[0],
  api: Parameters<CustomSeriesRenderItem>[1],
  look: RowLook,
  datum: Datum,
) => ReturnType<CustomSeriesRenderItem>;

const renderers: Record<string, Renderer> = { row };

// The area of that name in an option's map.
export const area = ({ geo }: Option, name: string): Area | undefined =>
  geo?.regions.find((region) => region.name === name);

export function revive(json: string): Option {
  const { lanes, calendar, ...option } = JSON.parse(json) as Sent;
  for (const series of option.series ?? []) {
    if (series.type !== "custom") continue;
    const draw = renderers[String(series.renderItem)];
    const { row: look, look: said, data } = series;
    const rendered: CustomSeriesRenderItem = (params, api) => {
      const datum = data[params.dataIndex];
      if (said) return datum && typeof datum === "object" ? label(params, api, said, datum, data) : undefined;
      return look && datum && typeof datum === "object" ? draw?.(params, api, look, datum) : undefined;
    };
    series.renderItem = rendered;
  }
  const hint = (params: { data?: Marked; name: string }) => tip(params.data ?? area(option, params.name));
  if (option.tooltip) option.tooltip.formatter = hint;
  // Areas are no series, whose formatter ECharts does not ask for them.
  if (option.geo) option.geo.tooltip.formatter = hint;
  if (lanes && option.yAxis) option.yAxis.axisLabel.formatter = (row: number) => lanes[row] ?? "";
  if (calendar && option.xAxis) {
    option.xAxis.axisLabel.formatter = (at: number, _: number, { level }: { level: number }) =>
      tick(calendar, at, level);
  }
  return option;
}

// A bar's label stands above it and may take the whole width, no more.
export function fitLabels({ series = [] }: Option, width: number): void {
  for (const { type, data } of series) {
    if (type !== "bar") continue;
    for (const datum of data) {
      if (typeof datum === "object" && datum?.label) datum.label.width = width - 14;
    }
  }
}
