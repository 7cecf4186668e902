// Names that change with the content of their file, as Trunk makes them.
export const NAMED_BY_CONTENT = /-[0-9a-f]{10,16}(_bg)?\.\w+$/;

// The event of the window by which charts.js tells that it has come.
export const CHARTS_CAME = "aid-atlas-charts";
