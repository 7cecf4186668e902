// ECharts' renderers, each by its own address: "echarts/renderers" names both,
// and with it both would come to every reader.
declare module "echarts/lib/renderer/*" {
  export const install: (registers: unknown) => void;
}
