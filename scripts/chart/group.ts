// What is drawn of one datum, shape by shape. ECharts takes for each shape the one that
// was at its place before, and where that is of another type the new one inherits its
// look and where it was. So each has a name of its type, and keeps its level.
import type { CustomSeriesRenderItem } from "echarts";

// What a custom series is asked with, and what it answers.
export type Params = Parameters<CustomSeriesRenderItem>[0];
export type Api = Parameters<CustomSeriesRenderItem>[1];
export type Drawn = ReturnType<CustomSeriesRenderItem>;
export type Shape = NonNullable<Drawn>;

// Between two levels of one datum lie so many shapes.
const MOST = 10_000;

export function group(children: Shape[], y = 0): Shape {
  const counts = new Map<string, number>();
  const named = children.map((shape, place) => {
    const nth = counts.get(shape.type) ?? 0;
    counts.set(shape.type, nth + 1);
    return { ...shape, name: `${shape.type} ${nth}`, z2: ((shape as { z2?: number }).z2 ?? 0) + place / MOST };
  });
  return { type: "group", y, $mergeChildren: "byName", children: named } as Shape;
}
