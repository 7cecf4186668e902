// The part of ECharts that the app uses, and the JavaScript half of the bridge
// (the other is src/app/chart/bridge.rs). Trunk's pre-build hook bundles this
// into .bundle/charts.js, whose exports become window.AidAtlasCharts.
import { getInstanceByDom, init, registerMap, use } from "echarts/core";
import { BarChart, CustomChart, LineChart, MapChart, ScatterChart } from "echarts/charts";
import {
  BrushComponent,
  DataZoomInsideComponent,
  GeoComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";
import { period } from "./period.js";
import { tip } from "./tip.js";

use([
  BarChart,
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
  LabelLayout,
  CanvasRenderer,
]);

// Options travel as JSON, which holds no functions: a custom series names its
// renderer, an axis of lanes gives their names, a datum gives its tooltip.
const renderers = { period };

function revive(option) {
  for (const series of option.series ?? []) {
    if (series.type === "custom") series.renderItem = renderers[series.renderItem];
  }
  if (option.tooltip) option.tooltip.formatter = tip;
  const { lanes, ...plain } = option;
  if (lanes) plain.yAxis.axisLabel.formatter = (row) => lanes[row] ?? "";
  return plain;
}

const LINE_BRUSH = { brushType: "lineX", brushMode: "single" };

// A chart in `element`; `emit(name, a, b)` tells what a reader does with it.
class Drawing {
  constructor(element, emit) {
    this.chart = init(element, null, { renderer: "canvas" });
    this.observer = new ResizeObserver(() => this.chart.resize());
    this.observer.observe(element);
    this.chart.on("click", ({ data }) => data?.key && emit("click", data.key, 0));
    this.chart.on("mouseover", ({ seriesIndex, dataIndex }) => emit("over", seriesIndex, dataIndex));
    this.chart.on("mouseout", () => emit("out", 0, 0));
    this.chart.on("globalout", () => emit("out", 0, 0));
    this.chart.on("brushEnd", ({ areas }) => {
      const range = areas[0]?.coordRange;
      if (range) emit("brush", range[0], range[1]);
      else emit("unbrush", 0, 0);
    });
  }

  draw(json) {
    const option = revive(JSON.parse(json));
    // Series are replaced; pan, zoom and axes stay as the reader has them.
    this.chart.setOption(option, { replaceMerge: ["series"] });
    if (option.brush && !this.brushing) {
      this.brushing = true;
      this.chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: LINE_BRUSH });
    }
  }

  // Marks as [series, datum, series, datum, ...].
  highlight(marks) {
    this.chart.dispatchAction({ type: "downplay" });
    for (let at = 0; at < marks.length; at += 2) {
      this.chart.dispatchAction({ type: "highlight", seriesIndex: marks[at], dataIndex: marks[at + 1] });
    }
  }

  // Shows a range that was not brushed here; an empty one shows none.
  showBrush(range) {
    const areas = range.length ? [{ ...LINE_BRUSH, xAxisIndex: 0, coordRange: [...range] }] : [];
    this.chart.dispatchAction({ type: "brush", areas });
  }

  // Zooms by a factor and moves by a share of what is visible: time axis or map.
  navigate(factor, moveX, moveY) {
    const { dataZoom, geo } = this.chart.getOption();
    if (geo?.length) {
      const zoom = Math.min(20, Math.max(1, (geo[0].zoom ?? 1) * factor));
      const box = this.chart.getModel().getComponent("geo", 0).coordinateSystem.getBoundingRect();
      const center = geo[0].center ?? [box.x + box.width / 2, box.y + box.height / 2];
      const moved = [center[0] + (moveX * box.width) / zoom, center[1] - (moveY * box.height) / zoom];
      this.chart.setOption({ geo: { zoom, center: zoom === 1 ? null : moved } });
      return;
    }
    const { start, end } = dataZoom[0];
    const half = Math.min(50, ((end - start) * 0.5) / factor);
    const middle = (start + end) / 2 + moveX * (end - start);
    const from = Math.min(Math.max(0, middle - half), 100 - 2 * half);
    this.chart.dispatchAction({ type: "dataZoom", start: from, end: from + 2 * half });
  }

  reset() {
    const { geo } = this.chart.getOption();
    if (geo?.length) this.chart.setOption({ geo: { zoom: 1, center: null } });
    else this.chart.dispatchAction({ type: "dataZoom", start: 0, end: 100 });
  }

  dispose() {
    this.observer.disconnect();
    this.chart.dispose();
  }
}

export const mount = (element, emit) => new Drawing(element, emit);
export const addMap = (name, geojson) => registerMap(name, geojson);
// For tests: the chart of an element, to find a datum's pixel.
export { getInstanceByDom };
