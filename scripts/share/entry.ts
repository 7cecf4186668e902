// tools.js: what the share dialog needs and most readers never load, among it
// what ECharts needs to draw as SVG. ECharts itself is charts.js's: what needs
// it is loaded late, for the rest works without charts too.
import { renderSVG } from "uqr";
import { packed, storyFile, unpacked } from "./story.ts";

// How long a file's address holds, in milliseconds: the browser has taken it by then.
const KEPT = 10_000;

async function picture() {
  if (!window.AidAtlasCharts) throw new Error("charts.js did not load");
  return import("./picture.ts");
}

window.AidAtlasTools = {
  qr: (text) => renderSVG(text, { border: 2, ecc: "M" }),
  svg: async (element, frame) => (await picture()).svg(element, JSON.parse(frame)),
  png: async (element, frame) => (await picture()).png(element, JSON.parse(frame)),
  learnSvg: async () => (await picture()).learnSvg(),
  packed,
  unpacked,
  storyFile,
  save(content, type, name) {
    const blob = content instanceof Blob ? content : new Blob([content], { type });
    const url = URL.createObjectURL(blob);
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), KEPT);
  },
};
