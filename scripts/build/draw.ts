// Draws an option of ECharts as SVG, without a browser: with the same parts and
// the same renderers of custom series as the page.
import { init, registerMap, setPlatformAPI, use } from "echarts/core";
import { install as SVGRenderer } from "echarts/lib/renderer/installSVGRenderer.js";
import { PARTS } from "../chart/parts.ts";
import { fit, revive } from "../chart/revive.ts";
import { wide } from "./letters.ts";

use([...PARTS, SVGRenderer]);
setPlatformAPI({ measureText: (text: string, font?: string) => ({ width: wide(text, font ?? "12px sans-serif") }) });

export const addMap = (name: string, geojson: string): void => registerMap(name, geojson);

export interface Drawn {
  svg: string;
  width: number;
  height: number;
}

// `height` is that of the drawing, unless it follows from the width.
export function draw(option: object, width: number, height: number): Drawn {
  const { brush: _, dataZoom: __, tooltip: ___, ...still } = option as Record<string, unknown>;
  const revived = { ...revive(JSON.stringify({ ...still, tooltip: {} })), animation: false };
  const tall = fit(revived, width) ?? height;
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height: tall });
  try {
    chart.setOption(revived);
    return { svg: tidy(chart.renderToSVGString()), width, height: tall };
  } finally {
    chart.dispose();
  }
}

// Without what only a page that listens needs, with shorter numbers, and each
// colour apart from how much it covers.
function tidy(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>\n?/, "")
    .replace(/ ecmeta_[a-z_]+="[^"]*"/g, "")
    .replace(/ class="zr\d+-cls-\d+"/g, "")
    .replace(/<[^>]*>/g, (tag) => (tag.includes("transform=") ? tag : shorter(tag)))
    .replace(/(fill|stroke|stop)(-color)?="(#[0-9a-f]{6})([0-9a-f]{2})"/g, (_, of, color = "", rgb, alpha) => {
      const share = (Number.parseInt(alpha, 16) / 255).toFixed(2);
      return `${of}${color}="${rgb}" ${of}-opacity="${share}"`;
    });
}

// A symbol's own numbers, which its transformation enlarges, stay as they are.
const shorter = (tag: string): string =>
  tag.replace(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1))));
