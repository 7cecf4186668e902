// The parts of ECharts that the app has, and a chart as a component. A chunk of its own.

import { CustomChart, LineChart, MapChart, ScatterChart } from "echarts/charts";
import {
  BrushComponent,
  DataZoomInsideComponent,
  GeoComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import * as echarts from "echarts/core";
import { AxisBreak, LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";
import ReactEChartsCore from "echarts-for-react/esm/core";
import { useEffect, useImperativeHandle, useMemo, useRef } from "react";
import { act, getHovered, hover, onHover } from "./view.js";

echarts.use([
  CustomChart,
  LineChart,
  MapChart,
  ScatterChart,
  BrushComponent,
  DataZoomInsideComponent,
  GeoComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  AxisBreak,
  LabelLayout,
  CanvasRenderer,
]);

const REPLACED = ["series"];
const LINE_BRUSH = { brushType: "lineX", brushMode: "single" };
const showBrush = (chart, range) =>
  chart.dispatchAction({ type: "brush", areas: range ? [{ ...LINE_BRUSH, xAxisIndex: 0, coordRange: range }] : [] });

// What marks stand for: each datum has `key`, what a click on it means, and `ids`,
// its records.
export default function Chart({ id, label, option, height, handle, onBrush, range, maps }) {
  for (const [name, geojson] of Object.entries(maps ?? {})) {
    if (!echarts.getMap(name)) echarts.registerMap(name, geojson);
  }
  const ready = useRef(null);
  const latest = useRef();
  latest.current = { option, onBrush, range };

  const events = useMemo(() => {
    const datumOf = ({ data, componentType, name }) =>
      componentType === "geo" ? latest.current.option.geo.regions.find((region) => region.name === name) : data;
    return {
      click: (event) => {
        const key = datumOf(event)?.key;
        if (key) act(key);
      },
      mouseover: (event) => hover(datumOf(event)?.ids ?? []),
      mouseout: () => hover([]),
      globalout: () => hover([]),
      brushEnd: ({ areas }) => latest.current.onBrush?.(areas[0]?.coordRange ?? null),
    };
  }, []);

  // Highlights the marks of the records that the reader points at.
  useEffect(
    () =>
      onHover(() => {
        const chart = ready.current;
        if (!chart) return;
        const lit = new Set(getHovered());
        const isLit = (datum) => datum?.ids?.some((record) => lit.has(record));
        const { series, geo } = latest.current.option;
        for (const [seriesIndex, { data = [] }] of series.entries()) {
          chart.dispatchAction({ type: "downplay", seriesIndex });
          const dataIndex = [...data.keys()].filter((at) => isLit(data[at]));
          if (dataIndex.length) chart.dispatchAction({ type: "highlight", seriesIndex, dataIndex });
        }
        if (!geo) return;
        const names = (regions) => regions.map(({ name }) => name);
        chart.dispatchAction({ type: "downplay", geoIndex: 0, name: names(geo.regions) });
        chart.dispatchAction({ type: "highlight", geoIndex: 0, name: names(geo.regions.filter(isLit)) });
      }),
    [],
  );

  // The brush shows the period, wherever it was chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new option takes the brush away
  useEffect(() => {
    if (onBrush && ready.current) showBrush(ready.current, range);
  }, [onBrush, range, option]);

  useImperativeHandle(handle, () => ({
    zoom(factor) {
      const chart = ready.current;
      const { dataZoom, geo } = chart?.getOption() ?? {};
      if (geo?.length) {
        chart.setOption({ geo: { zoom: Math.min(20, Math.max(1, (geo[0].zoom ?? 1) * factor)) } });
      } else if (dataZoom?.length) {
        const { start, end } = dataZoom[0];
        const half = Math.min(50, ((end - start) * 0.5) / factor);
        const from = Math.min(Math.max(0, (start + end) / 2 - half), 100 - 2 * half);
        chart.dispatchAction({ type: "dataZoom", start: from, end: from + 2 * half });
      }
    },
    reset() {
      const chart = ready.current;
      if (chart?.getOption().geo?.length) chart.setOption({ geo: { zoom: 1, center: null } });
      else chart?.dispatchAction({ type: "dataZoom", start: 0, end: 100 });
    },
  }));

  const onReady = (chart) => {
    ready.current = chart;
    if (!onBrush) return;
    chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: LINE_BRUSH });
    if (latest.current.range) showBrush(chart, latest.current.range);
  };
  const style = useMemo(() => ({ height, width: "100%" }), [height]);
  return (
    <ReactEChartsCore
      className="chart"
      id={id}
      role="img"
      aria-label={label}
      echarts={echarts}
      option={option}
      replaceMerge={REPLACED}
      style={style}
      onEvents={events}
      onChartReady={onReady}
    />
  );
}
