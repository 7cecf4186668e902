// Colours of the two schemes, as the app has them, for what ECharts draws.
const LIGHT = {
  text: "#1b1c20",
  muted: "#4b4d55",
  line: "#8c8981",
  hairline: "#dedbd3",
  panel: "#fcfbf8",
  band: "#f1eee6",
  lit: "#ffedb0",
  second: "#0d7d5b",
  noFigure: "#ebe7dd",
  families: ["#2f3743", "#c04a08", "#0d7d5b", "#07589c", "#ab4d92"],
};
const DARK = {
  text: "#eeece7",
  muted: "#bdbcb8",
  line: "#6e7179",
  hairline: "#2f323a",
  panel: "#14161a",
  band: "#1f2228",
  lit: "#43380f",
  second: "#52cfa6",
  noFigure: "#2a2d34",
  families: ["#d3dae3", "#f09350", "#52cfa6", "#4f9fe0", "#cf78b6"],
};
export const themeOf = (dark) => (dark ? DARK : LIGHT);
export const SYMBOLS = ["circle", "rect", "triangle", "diamond", "roundRect"];
export const FONT = '"Atlas Sans", "Atlas Sans zh", system-ui, sans-serif';

// A colour with an alpha of two hexadecimal digits.
export const faint = (color, alpha) => `${color}${alpha}`;
