// A chart in an element of the page. The ECharts instance behind it is made
// again where the pixels of the screen or the renderer change; what the reader
// has zoomed, brushed and lit stays.
import { type EChartsType, init } from "echarts/core";
import type { Chart, Emit } from "../bridge.ts";
import { densest, fits } from "./canvas.ts";
import { type Gestured, listen, onDensity, onFonts, type Point } from "./gestures.ts";
import { gridOf } from "./grid.ts";
import { AREA, type Option, type View } from "./option.ts";
import { fit, revive } from "./revive.ts";
import { tools } from "./tools.ts";

const LINE_BRUSH = { brushType: "lineX", brushMode: "single" };

type Renderer = "canvas" | "svg";

// What ECharts tells of a mark below the pointer.
interface Below {
  componentType: string;
  seriesIndex?: number;
  dataIndex: number;
  name: string;
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

export class Drawing implements Chart, Gestured {
  // The instance behind it, if there is one.
  chart?: EChartsType;
  finger = false;
  readonly emit: Emit;
  private readonly element: HTMLElement;
  private readonly observer: ResizeObserver;
  private readonly ends: (() => void)[];
  private json = "";
  private kept?: { json: string; height: number };
  private option?: Option;
  private range: number[] = [];
  private marks: number[] = [];
  // The mark below the pointer: series and datum.
  private pointed?: [number, number];
  // With what the instance was made.
  private renderer?: Renderer;
  private density?: number;
  // How often one was asked for.
  private turn = 0;
  // The width that it is laid out for.
  private fitted?: number;

  constructor(element: HTMLElement, emit: Emit) {
    this.element = element;
    this.emit = emit;
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(element);
    this.ends = [listen(element, this), onDensity(() => this.resized()), onFonts(() => this.redraw())];
  }

  draw(json: string): void {
    this.json = json;
    this.option = revive(json);
    // The marks may have moved away from below the pointer.
    this.leave();
    if (this.stale()) this.rebuild();
    else this.apply();
  }

  // Whether another instance is needed.
  private stale(): boolean {
    return !this.chart || this.density !== devicePixelRatio || this.renderer !== this.wanted();
  }

  // SVG for what no canvas holds.
  private wanted(): Renderer {
    const { clientWidth, clientHeight } = this.element;
    return fits(clientWidth, clientHeight, devicePixelRatio) ? "canvas" : "svg";
  }

  private rebuild(): void {
    if (!this.option) return;
    this.turn += 1;
    const { turn } = this;
    if (this.wanted() === "canvas") {
      this.open("canvas", "canvas", devicePixelRatio);
      return;
    }
    const latest = () => this.option && turn === this.turn;
    const { clientWidth, clientHeight } = this.element;
    tools()
      .then((loaded) => loaded.learnSvg())
      .then(
        () => latest() && this.open("svg", "svg", 1),
        // Without the other renderer: a canvas that fits, less sharp but there.
        () => latest() && this.open("svg", "canvas", densest(clientWidth, clientHeight)),
      );
  }

  // An instance of ECharts with so many pixels for each CSS pixel; `wanted` is
  // the renderer that the size asks for, `renderer` the one that there is.
  private open(wanted: Renderer, renderer: Renderer, density: number): void {
    const { option } = this;
    if (!option) return;
    const view = this.view();
    this.chart?.dispose();
    this.renderer = wanted;
    this.density = devicePixelRatio;
    this.chart = init(this.element, null, { renderer, devicePixelRatio: Math.min(density, devicePixelRatio) });
    this.hear(this.chart);
    this.apply();
    if (view) this.setView(view);
    if (option.brush) {
      this.chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: LINE_BRUSH });
      this.showBrush(this.range);
    }
    this.touched();
    this.highlight(this.marks);
  }

  private apply(): void {
    const { chart, option } = this;
    if (!chart || !option) return;
    this.fitted = chart.getWidth();
    const height = fit(option, this.fitted);
    if (height !== undefined && height !== chart.getHeight()) {
      this.element.style.setProperty("--drawn", `${height}px`);
      chart.resize();
    }
    // Series are replaced; pan, zoom and axes stay as the reader has them.
    chart.setOption({ ...option }, { replaceMerge: ["series"] });
  }

  // The same in fonts that were not there before.
  private redraw(): void {
    this.apply();
    this.highlight(this.marks);
  }

  private resized(): void {
    if (!this.option) return;
    if (!this.chart || this.stale()) {
      this.rebuild();
      return;
    }
    this.chart.resize();
    // Also told once at the start, when nothing has changed yet.
    if (this.fitted !== this.chart.getWidth()) this.apply();
    // Either draws anew what was lit.
    this.highlight(this.marks);
    // What is lit is painted with the next frame, for which paper does not wait.
    this.chart.getZr().animation.update();
  }

  private hear(chart: EChartsType): void {
    const markOf = ({ componentType, seriesIndex, dataIndex, name }: Below): [number, number] | undefined => {
      if (componentType === "series") return [seriesIndex ?? 0, dataIndex];
      if (componentType !== "geo") return undefined;
      return [AREA, this.option?.geo?.regions.findIndex((region) => region.name === name) ?? -1];
    };
    chart.on("click", (event) => {
      const mark = markOf(event as Below);
      if (mark) this.emit("click", ...mark);
    });
    const over = (below: Below) => {
      const mark = markOf(below);
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
    chart.getZr().on("mousemove", ({ target }) => {
      if (!target) this.leave();
    });
    chart.on("brushEnd", (event) => {
      const { areas } = event as { areas: { coordRange?: [number, number] }[] };
      const range = areas[0]?.coordRange;
      if (range) this.emit("brush", range[0], range[1]);
      // A click on a record opens it; beside it, it takes the brush away.
      else if (this.pointed) this.showBrush(this.range);
      else this.emit("unbrush", 0, 0);
    });
  }

  private leave(): void {
    if (!this.pointed) return;
    this.pointed = undefined;
    this.emit("out", 0, 0);
  }

  highlight(marks: ArrayLike<number>): void {
    this.marks = Array.from(marks);
    const { chart, option } = this;
    if (!chart || !option) return;
    const { series = [], geo } = option;
    for (const seriesIndex of series.keys()) chart.dispatchAction({ type: "downplay", seriesIndex });
    if (geo) chart.dispatchAction({ type: "downplay", geoIndex: 0, name: geo.regions.map(({ name }) => name) });
    for (let at = 0; at < marks.length; at += 2) {
      const [seriesIndex, dataIndex = 0] = [marks[at], marks[at + 1]];
      if (seriesIndex !== AREA) chart.dispatchAction({ type: "highlight", seriesIndex, dataIndex });
      else chart.dispatchAction({ type: "highlight", geoIndex: 0, name: geo?.regions[dataIndex]?.name });
    }
  }

  showBrush(range: ArrayLike<number>): void {
    this.range = Array.from(range);
    const areas = range.length ? [{ ...LINE_BRUSH, xAxisIndex: 0, coordRange: [...this.range] }] : [];
    this.chart?.dispatchAction({ type: "brush", areas });
  }

  keep(json: string, height: number): void {
    this.kept = json ? { json, height } : undefined;
  }

  // A finger scrolls the page; what else it moves is moved by the page's scripts.
  private touched(): void {
    this.element.style.touchAction = this.option?.geo ? "pan-x pan-y" : this.slides ? "pan-y" : "";
  }

  // Whether there is anything to zoom: the map or the time axis.
  get navigable(): boolean {
    return Boolean(this.chart && (this.option?.geo || this.option?.dataZoom));
  }

  // Whether it moves sideways alone.
  get slides(): boolean {
    return Boolean(this.option?.dataZoom);
  }

  // Zooms by a factor and keeps what is at a point of the element where it is,
  // but for what the point `moved`; all in pixels.
  zoomAt(factor: number, at: Point, moved: Point): void {
    const { chart, option } = this;
    const view = this.view();
    if (!chart || !option || !view) return;
    if ("zoom" in view) {
      const geo = { type: "geoRoam", geoIndex: 0 };
      chart.dispatchAction({ ...geo, dx: moved.x, dy: moved.y });
      chart.dispatchAction({ ...geo, zoom: factor, originX: at.x, originY: at.y });
      const after = this.view();
      if (after && "zoom" in after && after.zoom <= 1) this.reset();
      else this.zoomed();
      return;
    }
    const { width } = gridOf(chart);
    const { min = 0, max = 0 } = option.xAxis ?? {};
    // By time, not by pixels: folded years take up few.
    const time = Number(chart.convertFromPixel({ xAxisIndex: 0 }, at.x));
    const share = clamp(((100 * (time - min)) / (max - min) - view.start) / (view.end - view.start), 0, 1);
    const least = (100 * (option.dataZoom?.[0]?.minValueSpan ?? 0)) / (max - min);
    const span = clamp((view.end - view.start) / factor, Math.min(least, 100), 100);
    const from = view.start + share * (view.end - view.start - span) - (moved.x / width) * span;
    this.setView({ start: clamp(from, 0, 100 - span), end: clamp(from, 0, 100 - span) + span });
  }

  // Zooms about the middle.
  navigate(factor: number, move: number): void {
    const [width = 0, height = 0] = [this.chart?.getWidth(), this.chart?.getHeight()];
    this.zoomAt(factor, { x: width / 2, y: height / 2 }, { x: 0, y: 0 });
    if (move) this.slide(move);
  }

  private slide(move: number): void {
    const view = this.view();
    if (!view || !("start" in view)) return;
    const length = view.end - view.start;
    const start = clamp(view.start + move * length, 0, 100 - length);
    this.setView({ start, end: start + length });
  }

  reset(): void {
    if (!this.navigable) return;
    this.setView(this.option?.geo ? { zoom: 1, center: null } : { start: 0, end: 100 });
    this.zoomed();
  }

  look(x: number, y: number, zoom: number): void {
    this.setView({ zoom, center: [x, y] });
    this.zoomed();
  }

  // Tells how often the map is enlarged; later, since who asked for it may be
  // listening to a click yet.
  private zoomed(): void {
    queueMicrotask(() => {
      const view = this.view();
      if (view && "zoom" in view) this.emit("zoom", view.zoom, 0);
    });
  }

  // The part that is on screen, of what can be zoomed.
  view(): View | undefined {
    const { dataZoom, geo } = (this.chart?.getOption() ?? {}) as {
      dataZoom?: { start: number; end: number }[];
      geo?: { zoom?: number; center?: unknown }[];
    };
    const [map] = geo ?? [];
    if (map) return { zoom: map.zoom ?? 1, center: map.center ?? null };
    const [axis] = dataZoom ?? [];
    return axis && { start: axis.start, end: axis.end };
  }

  private setView(view: View): void {
    if (this.option?.geo) this.chart?.setOption({ geo: view });
    else this.chart?.dispatchAction({ type: "dataZoom", ...view });
  }

  // The part of the time axis that is on screen, in milliseconds since 1970.
  span(): number[] {
    const view = this.view();
    if (!view || !("start" in view) || !this.option?.xAxis) return [];
    const { min, max } = this.option.xAxis;
    return [view.start, view.end].map((percent) => min + ((max - min) * percent) / 100);
  }

  // What a picture of the chart is made from.
  source(): { json: string; view: View | undefined; width: number; height: number } | undefined {
    if (!this.chart) return undefined;
    const { clientWidth: width, clientHeight: height } = this.element;
    return { json: this.json, view: this.view(), width, height, ...this.kept };
  }

  dispose(): void {
    this.leave();
    this.observer.disconnect();
    for (const end of this.ends) end();
    this.chart?.dispose();
    this.chart = undefined;
    this.option = undefined;
  }
}
