// A chart in an element of the page. The ECharts instance behind it is made
// again where the pixels of the screen or the renderer change; what the reader
// has zoomed, brushed and lit stays.
import { type EChartsType, init } from "echarts/core";
import type { Chart, Emit } from "../bridge.ts";
import { densest, fits } from "./canvas.ts";
import { type Gestured, listen, onDensity, onFonts } from "./gestures.ts";
import { light, stand } from "./light.ts";
import { isStill, motion } from "./motion.ts";
import { AREA, type View } from "./option.ts";
import { fit, revive } from "./revive.ts";
import { Sight } from "./sight.ts";
import { tools } from "./tools.ts";
import { finish, forget, hold, isHeld, isWaiting, wait } from "./turns.ts";

const LINE_BRUSH = { brushType: "lineX", brushMode: "single" };

type Renderer = "canvas" | "svg";

// What ECharts tells of a mark below the pointer.
interface Below {
  componentType: string;
  seriesIndex?: number;
  dataIndex: number;
  name: string;
}

export class Drawing extends Sight implements Chart, Gestured {
  finger = false;
  private readonly element: HTMLElement;
  private readonly observer: ResizeObserver;
  private readonly ends: (() => void)[];
  private json = "";
  private kept?: { json: string; height: number };
  private range: number[] = [];
  // What stands out and what stands back, and whether anything did.
  private marks: [number[], number[]] = [[], []];
  private hasDim = false;
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
    super(emit);
    this.element = element;
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(element);
    this.ends = [listen(element, this), onDensity(() => this.resized()), onFonts((families) => this.redraw(families))];
  }

  draw(json: string): void {
    // As it was drawn before the program was there.
    if (this.isOf(json)) return;
    this.json = json;
    this.option = revive(json);
    // The marks may have moved away from below the pointer.
    this.leave();
    // The first one, too: it needs the page's layout, which the program is making.
    wait(this, () => this.follow());
  }

  // Whether it is drawn from that option.
  isOf(json: string): boolean {
    return this.chart !== undefined && this.json === json;
  }

  isInPage(): boolean {
    return this.element.isConnected;
  }

  // Fills another element from now on, with all that is drawn.
  moveInto(element: HTMLElement): void {
    this.element.style.height = "100%";
    element.append(this.element);
    this.pointed = undefined;
  }

  // Draws what there is to draw now, when it is its turn.
  private follow(): void {
    try {
      this.renew();
      this.light();
    } catch (error) {
      this.emit("failed", 0, 0);
      throw error;
    }
  }

  private renew(): void {
    if (!this.option) return;
    if (this.stale()) this.rebuild();
    else this.apply(!isStill());
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
    this.apply(false);
    if (view) this.setView(view);
    if (option.brush) {
      this.chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: LINE_BRUSH });
      this.paintBrush();
    }
    this.touched();
    this.light();
  }

  private apply(moves: boolean): void {
    const { chart, option, element } = this;
    if (!chart || !option) return;
    this.fitted = element.clientWidth;
    const height = fit(option, this.fitted);
    if (height !== undefined) element.style.setProperty("--drawn", `${height}px`);
    // Its size alone: what was drawn is not drawn once more, and moves from there.
    if (!this.isFull()) chart.getZr().resize();
    // Series are replaced; pan, zoom and axes stay as the reader has them.
    chart.setOption({ ...option, ...motion(moves) }, { replaceMerge: ["series"] });
  }

  // Whether the instance is as large as its element.
  private isFull(): boolean {
    const { clientWidth, clientHeight } = this.element;
    return this.chart?.getWidth() === clientWidth && this.chart.getHeight() === clientHeight;
  }

  // The same in fonts that were not there before.
  private redraw(families: string[]): void {
    // What waits is drawn in them already, and may be more than this.
    if (isWaiting(this)) return;
    const named = new Set(this.json.split(/["'\\,]+/).map((part) => part.trim()));
    if (!families.some((family) => named.has(family))) return;
    wait(this, () => {
      this.apply(false);
      this.light();
    });
  }

  private resized(): void {
    // On its way from one place in the page to another it has no size.
    if (!this.element.isConnected) return;
    // What waits for its turn is drawn in the size of then; here a first drawing,
    // which makes its element as high as it needs, would be a size in answer to a size.
    if (!this.option || isWaiting(this)) return;
    if (!this.chart || this.stale()) {
      this.rebuild();
      return;
    }
    // Also told once at the start, and where a change of what is drawn made it so.
    if (this.isFull()) return;
    this.chart.resize();
    if (this.fitted !== this.chart.getWidth()) this.apply(false);
    // Either draws anew what was lit.
    this.light();
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
    // A brush that has begun ends with the drawing in which it did.
    chart.getZr().on("mousedown", ({ event }) => {
      const { range } = this;
      const freed = () => this.range !== range && this.paintBrush();
      if (this.option?.brush && (event as unknown as MouseEvent).button === 0) hold(this, freed);
    });
    // ECharts draws the rows anew for these, and forgets what stands back.
    for (const name of ["brush", "datazoom"]) chart.on(name, () => this.hasDim && this.light());
    chart.on("brushEnd", (event) => {
      const { areas } = event as { areas: { coordRange?: [number, number] }[] };
      const range = areas[0]?.coordRange;
      if (range) this.emit("brush", range[0], range[1]);
      // A click on a record opens it; beside it, it takes the brush away.
      else if (this.pointed) this.paintBrush();
      else this.emit("unbrush", 0, 0);
    });
  }

  private leave(): void {
    if (!this.pointed) return;
    this.pointed = undefined;
    this.emit("out", 0, 0);
  }

  highlight(marks: ArrayLike<number>, dim: ArrayLike<number>): void {
    this.marks = [Array.from(marks), Array.from(dim)];
    // They are those of what is drawn next.
    if (!isWaiting(this)) this.light();
  }

  private light(): void {
    const { chart, option } = this;
    const [marks, dim] = this.marks;
    if (!chart || !option) return;
    light(chart, option, marks);
    // Most of the time nothing stands back, nor did.
    if (dim.length || this.hasDim) stand(chart, option, dim, marks);
    this.hasDim = dim.length > 0;
  }

  // What a reader moves is what they see.
  override navigate(factor: number, move: number): void {
    finish(this);
    super.navigate(factor, move);
  }

  override reset(): void {
    finish(this);
    super.reset();
  }

  override look(x: number, y: number, zoom: number): void {
    finish(this);
    super.look(x, y, zoom);
  }

  showBrush(range: ArrayLike<number>): void {
    const before = this.range;
    this.range = Array.from(range);
    // Told with each change of what is drawn, which keeps the brush as it is.
    if (before.length === 0 && range.length === 0) return;
    // It would take the place of one that has begun.
    if (!isHeld(this)) this.paintBrush();
  }

  private paintBrush(): void {
    const { range } = this;
    const areas = range.length ? [{ ...LINE_BRUSH, xAxisIndex: 0, coordRange: [...range] }] : [];
    this.chart?.dispatchAction({ type: "brush", areas });
  }

  keep(json: string, height: number): void {
    this.kept = json ? { json, height } : undefined;
  }

  // A finger scrolls the page; what else it moves is moved by the page's scripts.
  private touched(): void {
    this.element.style.touchAction = this.option?.geo ? "pan-x pan-y" : this.slides ? "pan-y" : "";
  }

  // What a picture of the chart is made from.
  source(): { json: string; view: View | undefined; width: number; height: number } | undefined {
    finish(this);
    if (!this.chart) return undefined;
    const { clientWidth: width, clientHeight: height } = this.element;
    return { json: this.json, view: this.view(), width, height, ...this.kept };
  }

  dispose(): void {
    forget(this);
    this.leave();
    this.observer.disconnect();
    for (const end of this.ends) end();
    this.chart?.dispose();
    this.chart = undefined;
    this.option = undefined;
  }
}
