// Outlines by name, as GeoJSON text: each copy of ECharts registers its own.
export const maps = {};
