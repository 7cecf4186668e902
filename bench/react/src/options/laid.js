// A drawing without axes: each datum brings its shapes, laid out for the width.
import { FONT } from "./theme.js";
import { TOOLTIP } from "./tip.js";

export const laid = (data) => ({
  animation: false,
  textStyle: { fontFamily: FONT },
  tooltip: TOOLTIP,
  series: [
    {
      type: "custom",
      coordinateSystem: "none",
      data: data.map(({ shapes, ...datum }) => ({ ...datum, value: 0 })),
      renderItem: ({ dataIndex }) => ({ type: "group", children: data[dataIndex].shapes }),
    },
  ],
});

export const words = (text, x, y, width, fill, bold) => ({
  type: "text",
  style: { text, x, y, width, fill, overflow: "truncate", font: `${bold ? "600 " : ""}12px ${FONT}` },
});
export const box = (x, y, width, height, style, theme) => ({
  type: "rect",
  shape: { x, y, width: Math.max(2, width), height, r: 1 },
  style,
  emphasis: { style: { stroke: theme.text, lineWidth: 2 } },
});
