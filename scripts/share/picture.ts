// Pictures of charts with title, filters and source.
import { init, use } from "echarts/core";
import { install as SVGRenderer } from "echarts/lib/renderer/installSVGRenderer.js";
import type { Frame } from "../bridge.ts";
import { densest } from "../chart/canvas.ts";
import { drawings } from "../chart/drawings.ts";
import { fit, revive } from "../chart/revive.ts";
import { framed } from "./framed.ts";

// Pixels of a PNG for each pixel on screen, the more the better.
const DENSITIES = [2, 1];

export const learnSvg = (): void => use(SVGRenderer);

// The chart of `element` as SVG text, in a frame of words.
export function svg(element: HTMLElement, frame: Frame): string {
  const source = drawings.get(element)?.source();
  if (!source) throw new Error("there is no chart to take a picture of");
  const { json, view, width, height } = source;
  learnSvg();
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    const { brush: _, ...option } = { ...revive(json), animation: false };
    // What is on screen: the reader has zoomed to it.
    if (option.geo) Object.assign(option.geo, view);
    if (option.dataZoom?.[0]) Object.assign(option.dataZoom[0], view);
    fit(option, width);
    chart.setOption(option);
    return framed(chart.renderToSVGString(), width, height, frame);
  } finally {
    chart.dispose();
  }
}

// The same as a PNG; where no canvas holds it, it would be blank.
export async function png(element: HTMLElement, frame: Frame): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg(element, frame))}`;
  await image.decode();
  const most = densest(image.width, image.height);
  const density = DENSITIES.find((each) => each <= most);
  if (!density) throw tooLarge();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * density;
  canvas.height = image.height * density;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(tooLarge())), "image/png");
  });
}

const tooLarge = () => Object.assign(new Error("the picture is too large"), { name: "TooLarge" });
