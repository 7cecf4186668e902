// The part of ECharts that the app uses, and the JavaScript half of the bridge
// (the other is src/app/chart/bridge.rs). Trunk's pre-build hook bundles this
// into .bundle/charts.js, whose exports become window.AidAtlasCharts.
import { registerMap, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { Drawing } from "./drawing.js";
import { maps } from "./maps.js";
import { PARTS } from "./use.js";

use([...PARTS, CanvasRenderer]);

const drawings = new WeakMap();

export function mount(element, emit) {
  const drawing = new Drawing(element, emit);
  drawings.set(element, drawing);
  return drawing;
}

export function addMap(name, geojson) {
  registerMap(name, geojson);
  maps[name] = geojson;
}

// What a picture of an element's chart is made from.
export const source = (element) => drawings.get(element)?.source();

// What of an element's chart is on screen: how often the map is enlarged, or
// the time axis from and to, in milliseconds since 1970; empty for others.
export function shown(element) {
  const drawing = drawings.get(element);
  const zoom = drawing?.view()?.zoom;
  return zoom === undefined ? (drawing?.span() ?? []) : [zoom];
}

// For tests: the chart of an element, to find a datum's pixel.
export const getInstanceByDom = (element) => drawings.get(element)?.chart;
