// A chart in an element of the page. The ECharts instance behind it is made
// again where the pixels of the screen or the renderer change; what the reader
// has zoomed, brushed and lit stays.
import { init } from "echarts/core";
import { densest, fits } from "./canvas.js";
import { listen, onDensity } from "./gestures.js";
import { maps } from "./maps.js";
import { area, fitLabels, revive } from "./revive.js";
import { tools } from "./tools.js";

const LINE_BRUSH = { brushType: "lineX", brushMode: "single" };

// In place of a series: an area of the map.
const AREA = -1;

const clamp = (value, least, most) => Math.max(least, Math.min(most, value));

export class Drawing {
  // `emit(name, a, b)` tells what a reader does with the chart.
  constructor(element, emit) {
    this.element = element;
    this.emit = emit;
    this.range = [];
    this.marks = [];
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(element);
    this.ends = [listen(element, this), onDensity(() => this.resized())];
  }

  draw(json) {
    this.json = json;
    this.option = revive(json);
    // The marks may have moved away from below the pointer.
    this.leave();
    if (this.stale()) this.rebuild();
    else this.apply();
  }

  // Whether another instance is needed.
  stale() {
    return !this.chart || this.density !== devicePixelRatio || this.renderer !== this.wanted();
  }

  // SVG for what no canvas holds.
  wanted() {
    const { clientWidth, clientHeight } = this.element;
    return fits(clientWidth, clientHeight, devicePixelRatio) ? "canvas" : "svg";
  }

  rebuild() {
    if (!this.option) return;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    if (this.wanted() === "canvas") {
      this.open("canvas", init, devicePixelRatio);
      return;
    }
    const latest = () => this.option && turn === this.turn;
    tools().then(
      (loaded) => latest() && this.open("svg", loaded.init, 1),
      // Without the other renderer: a canvas that fits, less sharp but there.
      () => latest() && this.open("svg", init, densest(this.element.clientWidth, this.element.clientHeight)),
    );
  }

  // An instance of ECharts made by `make`, with so many pixels for each CSS
  // pixel; `renderer` is the one that the size asks for.
  open(renderer, make, density) {
    const view = this.view();
    this.chart?.dispose();
    this.renderer = renderer;
    this.density = devicePixelRatio;
    this.chart = make(this.element, null, {
      renderer: make === init ? "canvas" : "svg",
      devicePixelRatio: Math.min(density, devicePixelRatio),
    });
    this.hear();
    this.apply();
    if (view) this.setView(view);
    if (this.option.brush) {
      this.chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: LINE_BRUSH });
      this.showBrush(this.range);
    }
    this.select(this.selecting);
    this.highlight(this.marks);
  }

  apply() {
    this.fitted = this.chart.getWidth();
    fitLabels(this.option, this.fitted);
    // Series are replaced; pan, zoom and axes stay as the reader has them.
    this.chart.setOption(this.option, { replaceMerge: ["series"] });
  }

  resized() {
    if (!this.option) return;
    if (this.stale()) {
      this.rebuild();
      return;
    }
    this.chart.resize();
    // Also told once at the start, when nothing has changed yet.
    if (this.fitted !== this.chart.getWidth()) this.apply();
  }

  hear() {
    const { chart } = this;
    const markOf = ({ componentType, seriesIndex, dataIndex, name }) =>
      componentType === "series" ? [seriesIndex, dataIndex]
      : componentType === "geo" ? [AREA, this.option.geo.regions.indexOf(area(this.option, name))]
      : undefined;
    chart.on("click", (event) => {
      const mark = markOf(event);
      if (mark) this.emit("click", ...mark);
    });
    const over = (event) => {
      const mark = markOf(event);
      if (!mark || this.pointed?.join() === mark.join()) return;
      this.pointed = mark;
      if (!this.finger) this.emit("over", ...mark);
    };
    chart.on("mouseover", over);
    // Tells it again after a change below a pointer that rests.
    chart.on("mousemove", over);
    chart.on("mouseout", () => this.leave());
    chart.on("globalout", () => this.leave());
    // A mark that went away is never left.
    chart.getZr().on("mousemove", ({ target }) => target || this.leave());
    chart.on("brushEnd", ({ areas }) => {
      const range = areas[0]?.coordRange;
      if (range) this.emit("brush", range[0], range[1]);
      // A click on a record opens it; beside it, it takes the brush away.
      else if (this.pointed) this.showBrush(this.range);
      else this.emit("unbrush", 0, 0);
    });
  }

  leave() {
    if (!this.pointed) return;
    this.pointed = undefined;
    this.emit("out", 0, 0);
  }

  // Marks as [series, datum, series, datum, ...]; an area's series is AREA.
  highlight(marks) {
    this.marks = [...marks];
    const { chart } = this;
    if (!chart) return;
    const { series = [], geo } = this.option;
    for (const seriesIndex of series.keys()) chart.dispatchAction({ type: "downplay", seriesIndex });
    if (geo) chart.dispatchAction({ type: "downplay", geoIndex: 0, name: geo.regions.map(({ name }) => name) });
    for (let at = 0; at < marks.length; at += 2) {
      const [seriesIndex, dataIndex] = [marks[at], marks[at + 1]];
      if (seriesIndex !== AREA) chart.dispatchAction({ type: "highlight", seriesIndex, dataIndex });
      else chart.dispatchAction({ type: "highlight", geoIndex: 0, name: geo.regions[dataIndex].name });
    }
  }

  // Shows a range that was not brushed here; an empty one shows none.
  showBrush(range) {
    this.range = [...range];
    const areas = range.length ? [{ ...LINE_BRUSH, xAxisIndex: 0, coordRange: [...range] }] : [];
    this.chart?.dispatchAction({ type: "brush", areas });
  }

  // Whether a finger draws a brush, in place of scrolling the page.
  select(on) {
    this.selecting = Boolean(on);
    const scrolls = this.option?.geo ? "pan-x pan-y" : this.slides ? "pan-y" : "";
    this.element.style.touchAction = this.selecting ? "none" : scrolls;
  }

  // Whether there is anything to zoom: the map or the time axis.
  get navigable() {
    return Boolean(this.chart && (this.option.geo || this.option.dataZoom));
  }

  // Whether it moves sideways alone.
  get slides() {
    return Boolean(this.option?.dataZoom);
  }

  // Zooms by a factor and keeps what is at a point of the element where it is,
  // but for what the point `moved`; all in pixels.
  zoomAt(factor, at, moved) {
    if (!this.navigable) return;
    if (this.option.geo) {
      const geo = { type: "geoRoam", geoIndex: 0 };
      this.chart.dispatchAction({ ...geo, dx: moved.x, dy: moved.y });
      this.chart.dispatchAction({ ...geo, zoom: factor, originX: at.x, originY: at.y });
      if (this.view().zoom <= 1) this.reset();
      return;
    }
    const { start, end } = this.view();
    const { x, width } = this.chart.getModel().getComponent("grid").coordinateSystem.getRect();
    const share = clamp((at.x - x) / width, 0, 1);
    const { min, max } = this.option.xAxis;
    const least = (100 * this.option.dataZoom[0].minValueSpan) / (max - min);
    const span = clamp((end - start) / factor, Math.min(least, 100), 100);
    const from = start + share * (end - start - span) - (moved.x / width) * span;
    this.setView({ start: clamp(from, 0, 100 - span), end: clamp(from, 0, 100 - span) + span });
  }

  // Zooms about the middle; the axis also moves by a share of what is visible.
  navigate(factor, move) {
    const [width, height] = [this.chart?.getWidth(), this.chart?.getHeight()];
    this.zoomAt(factor, { x: width / 2, y: height / 2 }, { x: 0, y: 0 });
    if (move) this.slide(move);
  }

  slide(move) {
    if (!this.navigable || !this.slides) return;
    const { start, end } = this.view();
    const from = clamp(start + move * (end - start), 0, 100 - (end - start));
    this.setView({ start: from, end: from + end - start });
  }

  reset() {
    if (!this.navigable) return;
    this.setView(this.option.geo ? { zoom: 1, center: null } : { start: 0, end: 100 });
  }

  // The part that is on screen: {zoom, center} of the map, {start, end} of the
  // time axis in percent.
  view() {
    const { dataZoom, geo } = this.chart?.getOption() ?? {};
    if (geo?.length) return { zoom: geo[0].zoom ?? 1, center: geo[0].center ?? null };
    return dataZoom?.length ? { start: dataZoom[0].start, end: dataZoom[0].end } : undefined;
  }

  setView(view) {
    if (this.option.geo) this.chart.setOption({ geo: view });
    else this.chart.dispatchAction({ type: "dataZoom", ...view });
  }

  // The part of the time axis that is on screen, in milliseconds since 1970.
  span() {
    if (!this.chart || !this.slides) return [];
    const { start, end } = this.view();
    const { min, max } = this.option.xAxis;
    return [start, end].map((percent) => min + ((max - min) * percent) / 100);
  }

  // What a picture of the chart is made from.
  source() {
    if (!this.chart) return undefined;
    const { clientWidth: width, clientHeight: height } = this.element;
    return { json: this.json, view: this.view(), width, height, maps };
  }

  dispose() {
    this.leave();
    this.observer.disconnect();
    for (const end of this.ends) end();
    this.chart?.dispose();
    this.chart = undefined;
    this.option = undefined;
  }
}
