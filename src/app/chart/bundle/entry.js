// The part of ECharts that the app uses, and the JavaScript half of the bridge
// (the other is src/app/chart/bridge.rs). Trunk's pre-build hook bundles this
// into .bundle/charts.js, whose exports become window.AidAtlasCharts.
import { getInstanceByDom, init, registerMap, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { area, fitLabels, revive } from "./revive.js";
import { PARTS } from "./use.js";

use([...PARTS, CanvasRenderer]);

const LINE_BRUSH = { brushType: "lineX", brushMode: "single" };

const drawings = new WeakMap();
const maps = {};

// In place of a series: an area of the map.
const AREA = -1;

// A chart in `element`; `emit(name, a, b)` tells what a reader does with it.
class Drawing {
  constructor(element, emit) {
    this.chart = init(element, null, { renderer: "canvas" });
    this.observer = new ResizeObserver(() => {
      this.chart.resize();
      // Also told once at the start, when nothing has changed yet.
      if (this.option && this.fitted !== this.chart.getWidth()) this.apply();
    });
    this.observer.observe(element);
    drawings.set(element, this);
    this.chart.on("click", ({ data, name }) => {
      const key = (data ?? area(this.option, name))?.key;
      if (key) emit("click", key, 0);
    });
    this.chart.on("mouseover", ({ componentType, seriesIndex, dataIndex, name }) => {
      if (componentType === "series") emit("over", seriesIndex, dataIndex);
      else if (componentType === "geo") emit("over", AREA, this.option.geo.regions.indexOf(area(this.option, name)));
    });
    this.chart.on("mouseout", () => emit("out", 0, 0));
    this.chart.on("globalout", () => emit("out", 0, 0));
    this.chart.on("brushEnd", ({ areas }) => {
      const range = areas[0]?.coordRange;
      if (range) emit("brush", range[0], range[1]);
      else emit("unbrush", 0, 0);
    });
  }

  draw(json) {
    this.json = json;
    this.option = revive(json);
    this.apply();
    if (this.option.brush && !this.brushing) {
      this.brushing = true;
      this.chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: LINE_BRUSH });
    }
  }

  apply() {
    this.fitted = this.chart.getWidth();
    fitLabels(this.option, this.fitted);
    // Series are replaced; pan, zoom and axes stay as the reader has them.
    this.chart.setOption(this.option, { replaceMerge: ["series"] });
  }

  // Marks as [series, datum, series, datum, ...]; an area's series is AREA.
  highlight(marks) {
    const { series = [], geo } = this.option ?? {};
    for (const seriesIndex of series.keys()) this.chart.dispatchAction({ type: "downplay", seriesIndex });
    if (geo) this.chart.dispatchAction({ type: "downplay", geoIndex: 0, name: geo.regions.map(({ name }) => name) });
    for (let at = 0; at < marks.length; at += 2) {
      const [seriesIndex, dataIndex] = [marks[at], marks[at + 1]];
      if (seriesIndex !== AREA) this.chart.dispatchAction({ type: "highlight", seriesIndex, dataIndex });
      else this.chart.dispatchAction({ type: "highlight", geoIndex: 0, name: geo.regions[dataIndex].name });
    }
  }

  // Shows a range that was not brushed here; an empty one shows none.
  showBrush(range) {
    const areas = range.length ? [{ ...LINE_BRUSH, xAxisIndex: 0, coordRange: [...range] }] : [];
    this.chart.dispatchAction({ type: "brush", areas });
  }

  // Zooms the map or the time axis by a factor; the axis also moves by a share
  // of what is visible.
  navigate(factor, move) {
    const { dataZoom, geo } = this.chart.getOption();
    if (geo?.length) {
      const zoom = Math.min(20, Math.max(1, (geo[0].zoom ?? 1) * factor));
      const box = this.chart.getModel().getComponent("geo", 0).coordinateSystem.getBoundingRect();
      const center = geo[0].center ?? [box.x + box.width / 2, box.y + box.height / 2];
      this.chart.setOption({ geo: { zoom, center: zoom === 1 ? null : center } });
      return;
    }
    const { start, end } = dataZoom[0];
    const half = Math.min(50, ((end - start) * 0.5) / factor);
    const middle = (start + end) / 2 + move * (end - start);
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
export function addMap(name, geojson) {
  registerMap(name, geojson);
  maps[name] = geojson;
}

// What a picture of a chart is made from: its option as JSON, its size, the maps.
export function source(element) {
  const drawing = drawings.get(element);
  if (!drawing?.json) return undefined;
  return { json: drawing.json, width: drawing.chart.getWidth(), height: drawing.chart.getHeight(), maps };
}

// For tests: the chart of an element, to find a datum's pixel.
export { getInstanceByDom };
