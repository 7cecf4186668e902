// Which marks of a chart stand out, and which stand back behind others. It is a
// state of what is drawn: nothing is drawn anew for it.
import type { EChartsType } from "echarts/core";
import { FADE, isStill } from "./motion.ts";
import { AREA, type Option } from "./option.ts";

// What is drawn of a mark.
interface Drawn {
  hoverState?: number;
  stateTransition?: object | null;
  traverse?(each: (part: Drawn) => void): void;
}

// ECharts' own types leave these out.
interface Inner {
  getModel(): {
    getSeriesByIndex(index: number): { getData(): { getItemGraphicEl(datum: number): Drawn | undefined } } | undefined;
    getComponent(name: string): object;
  };
  getViewOfComponentModel(model: object): { findHighDownDispatchers?(name: string): Drawn[] };
  _api: { enterBlur(drawn: Drawn): void; leaveBlur(drawn: Drawn): void };
}

// As ECharts counts states.
const BACK = 1;

// A mark is [series, datum], one after the other in a list. These stand out, and
// no others.
export function light(chart: EChartsType, { series = [], geo }: Option, marks: number[]): void {
  for (const seriesIndex of series.keys()) chart.dispatchAction({ type: "downplay", seriesIndex });
  if (geo) chart.dispatchAction({ type: "downplay", geoIndex: 0, name: geo.regions.map(({ name }) => name) });
  for (const [seriesIndex, dataIndex] of pairs(marks)) {
    if (seriesIndex !== AREA) chart.dispatchAction({ type: "highlight", seriesIndex, dataIndex });
    else chart.dispatchAction({ type: "highlight", geoIndex: 0, name: geo?.regions[dataIndex]?.name });
  }
}

// Those of `dim` stand back, but for those that stand out; all others do not.
export function stand(chart: EChartsType, option: Option, dim: number[], marks: number[]): void {
  const inner = chart as unknown as Inner;
  const [back, lit] = [new Set(pairs(dim).map(String)), new Set(pairs(marks).map(String))];
  const fade = isStill() ? null : FADE;
  const changed: Drawn[] = [];
  each(inner, option, (drawn, mark) => {
    if (lit.has(mark)) return;
    let stood = false;
    all(drawn, (part) => {
      stood ||= part.hoverState === BACK;
    });
    const stands = back.has(mark);
    if (!stood && !stands) return;
    if (stood !== stands) {
      changed.push(drawn);
      hasten(drawn, fade);
    }
    // Said again to what stands back: ECharts forgets to show it after some actions.
    if (stands) inner._api.enterBlur(drawn);
    else inner._api.leaveBlur(drawn);
  });
  if (!changed.length || !fade) return;
  // It fades by now; what is pointed at later stands out at once.
  const begun = () => {
    chart.off("rendered", begun);
    for (const drawn of changed) hasten(drawn, null);
  };
  chart.on("rendered", begun);
}

const pairs = (flat: number[]): [number, number][] =>
  flat.flatMap((one, at): [number, number][] => (at % 2 ? [] : [[one, flat[at + 1] ?? 0]]));

const hasten = (drawn: Drawn, transition: object | null) =>
  all(drawn, (part) => {
    part.stateTransition = transition;
  });

// What is drawn of each mark.
function each(chart: Inner, { series = [], geo }: Option, found: (drawn: Drawn, mark: string) => void): void {
  const model = chart.getModel();
  for (const [index, { data }] of series.entries()) {
    const drawn = model.getSeriesByIndex(index)?.getData();
    for (const datum of data.keys()) {
      const element = drawn?.getItemGraphicEl(datum);
      if (element) found(element, `${index},${datum}`);
    }
  }
  const map = geo && chart.getViewOfComponentModel(model.getComponent("geo"));
  for (const [datum, { name }] of geo?.regions.entries() ?? []) {
    for (const element of map?.findHighDownDispatchers?.(name) ?? []) found(element, `${AREA},${datum}`);
  }
}

function all(drawn: Drawn, change: (part: Drawn) => void): void {
  change(drawn);
  drawn.traverse?.(change);
}
