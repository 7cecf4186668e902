// The parts of ECharts that the app's options use, whatever renders them.
import { CustomChart, MapChart, ScatterChart } from "echarts/charts";
import {
  BrushComponent,
  DataZoomInsideComponent,
  GeoComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { AxisBreak } from "echarts/features";

export const PARTS = [
  CustomChart,
  MapChart,
  ScatterChart,
  BrushComponent,
  DataZoomInsideComponent,
  GeoComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  AxisBreak,
];
