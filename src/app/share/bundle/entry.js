// What the share dialog needs and most readers never load: QR codes, pictures
// of charts with title, filters and source, and saving files. Bundled into
// .bundle/tools.js, whose exports become window.AidAtlasTools.
import { init, registerMap, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { renderSVG } from "uqr";
import { fitLabels, revive } from "../../chart/bundle/revive.js";
import { PARTS } from "../../chart/bundle/use.js";
import { framed } from "./framed.js";

use([...PARTS, SVGRenderer]);

// Pixels of a PNG for each pixel on screen.
const DENSITY = 2;

export const qr = (text) => renderSVG(text, { border: 2, ecc: "M" });

// The chart of `element` as SVG text, in a frame of words.
export function svg(element, frame) {
  const source = window.AidAtlasCharts?.source(element);
  if (!source) throw new Error("there is no chart to take a picture of");
  const { json, width, height, maps } = source;
  for (const [name, geojson] of Object.entries(maps)) registerMap(name, geojson);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    const option = { ...revive(json), animation: false };
    delete option.brush;
    delete option.dataZoom;
    fitLabels(option, width);
    chart.setOption(option);
    return framed(chart.renderToSVGString(), width, height, JSON.parse(frame));
  } finally {
    chart.dispose();
  }
}

// The same as a PNG's bytes.
export async function png(element, frame) {
  const text = svg(element, frame);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * DENSITY;
  canvas.height = image.height * DENSITY;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the picture is too large"))), "image/png"),
  );
}

// Hands a file to the reader.
export function save(content, type, name) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the address by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
