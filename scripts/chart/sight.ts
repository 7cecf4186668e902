// What of a chart is on screen: how often the map is enlarged and where, or which
// part of the time axis.
import type { EChartsType } from "echarts/core";
import type { Emit } from "../bridge.ts";
import type { Point } from "./gestures.ts";
import { gridOf } from "./grid.ts";
import { AT_ONCE } from "./motion.ts";
import type { Option, View } from "./option.ts";

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

export class Sight {
  // The instance behind it, if there is one.
  chart?: EChartsType;
  readonly emit: Emit;
  protected option?: Option;

  constructor(emit: Emit) {
    this.emit = emit;
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
      const geo = { type: "geoRoam", geoIndex: 0, ...AT_ONCE };
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

  protected setView(view: View): void {
    if (this.option?.geo) this.chart?.setOption({ geo: view });
    else this.chart?.dispatchAction({ type: "dataZoom", ...view, ...AT_ONCE });
  }

  // The part of the time axis that is on screen, in milliseconds since 1970.
  span(): number[] {
    const view = this.view();
    if (!view || !("start" in view) || !this.option?.xAxis) return [];
    const { min, max } = this.option.xAxis;
    return [view.start, view.end].map((percent) => min + ((max - min) * percent) / 100);
  }
}
