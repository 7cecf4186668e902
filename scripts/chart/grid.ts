import type { EChartsType } from "echarts/core";

// Where the axes lie, in pixels. ECharts' own types leave its model out.
export function gridOf(chart: EChartsType): { x: number; width: number } {
  const { getModel } = chart as unknown as {
    getModel(): { getComponent(name: string): { coordinateSystem: { getRect(): { x: number; width: number } } } };
  };
  return getModel.call(chart).getComponent("grid").coordinateSystem.getRect();
}
