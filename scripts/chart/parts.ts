// The parts of ECharts that the app's options use, whatever renders them.
import { CustomChart, LineChart, MapChart, ScatterChart } from "echarts/charts";
import {
  BrushComponent,
  DataZoomInsideComponent,
  GeoComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { AxisBreak, LabelLayout } from "echarts/features";

export const PARTS = [
  CustomChart,
  LineChart,
  MapChart,
  ScatterChart,
  BrushComponent,
  DataZoomInsideComponent,
  GeoComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  LabelLayout,
  AxisBreak,
];
