// What the share dialog needs and most readers never load: QR codes, pictures
// of charts with title, filters and source, and saving files; and charts that
// are too tall for a canvas. Bundled into .bundle/tools.js, whose exports become
// window.AidAtlasTools.
import { init, registerMap, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { renderSVG } from "uqr";
import { densest } from "../../chart/bundle/canvas.js";
import { fitLabels, revive } from "../../chart/bundle/revive.js";
import { PARTS } from "../../chart/bundle/use.js";
import { framed } from "./framed.js";

use([...PARTS, SVGRenderer]);

// Pixels of a PNG for each pixel on screen, the more the better.
const DENSITIES = [2, 1];

export { init };

export const qr = (text) => renderSVG(text, { border: 2, ecc: "M" });

// The chart of `element` as SVG text, in a frame of words.
export function svg(element, frame) {
  const source = window.AidAtlasCharts?.source(element);
  if (!source) throw new Error("there is no chart to take a picture of");
  const { json, view, width, height, maps } = source;
  for (const [name, geojson] of Object.entries(maps)) registerMap(name, geojson);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    const option = { ...revive(json), animation: false };
    delete option.brush;
    // What is on screen: the reader has zoomed to it.
    if (option.geo) Object.assign(option.geo, view);
    if (option.dataZoom) Object.assign(option.dataZoom[0], view);
    fitLabels(option, width);
    chart.setOption(option);
    return framed(chart.renderToSVGString(), width, height, JSON.parse(frame));
  } finally {
    chart.dispose();
  }
}

// The same as a PNG's bytes. An error of the name "TooLarge" where no canvas
// holds it: it would be blank.
export async function png(element, frame) {
  const text = svg(element, frame);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const most = densest(image.width, image.height);
  const density = DENSITIES.find((each) => each <= most);
  if (!density) throw tooLarge();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * density;
  canvas.height = image.height * density;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(tooLarge())), "image/png"),
  );
}

const tooLarge = () => Object.assign(new Error("the picture is too large"), { name: "TooLarge" });

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
