// charts.js: the part of ECharts that the app uses, and the scripts' half of the
// bridge to it.
import { registerMap, use } from "echarts/core";
import { install as CanvasRenderer } from "echarts/lib/renderer/installCanvasRenderer.js";
import { Drawing } from "./drawing.ts";
import { drawings } from "./drawings.ts";
import { drawEarly, takeEarly } from "./early.ts";
import { PARTS } from "./parts.ts";
import { finish } from "./turns.ts";

use([...PARTS, CanvasRenderer]);

window.AidAtlasCharts = {
  mount(element, emit) {
    const drawing = takeEarly(element, emit) ?? new Drawing(element, emit);
    drawings.set(element, drawing);
    return drawing;
  },
  addMap: registerMap,
  shown(element) {
    const drawing = drawings.get(element);
    const view = drawing?.view();
    return view && "zoom" in view ? [view.zoom] : (drawing?.span() ?? []);
  },
  getInstanceByDom(element) {
    const drawing = drawings.get(element);
    if (drawing) finish(drawing);
    return drawing?.chart;
  },
};

// The pictures of the build stay where it cannot.
drawEarly().catch(() => undefined);
