// Pictures as files: the view (title, figures, map and timeline, as a link's
// preview shows it) and each part, as SVG in each language, and as PNG but for
// Chinese, whose letters no font at hand has.
import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import type { Frame } from "../bridge.ts";
import { framed } from "../share/framed.ts";
import { addMap, type Drawn, draw } from "./draw.ts";
import { drawable, FILES } from "./letters.ts";
import { poster } from "./poster.ts";
import { tabled } from "./tabled.ts";
import type { Color, Told, View } from "./told.ts";

// Widths in pixels.
const MAP = { width: 720, height: 440 };
const TIMELINE = 960;
const CHART = 640;
// Pixels of a PNG for each of the SVG.
const DENSITY = 2;
const SPARE = "DejaVu Sans";

export interface Still {
  // What it is of: "view", "map", "timeline" or a chart's id; and in which language.
  of: string;
  lang: string;
  svg: string;
  png: Uint8Array | undefined;
}

// The Chinese letters are not at hand. Of other languages single words may be
// missing at most.
const isPaintable = (lang: string) => lang !== "zh";

export function stills({ colors, maps, views }: Told): Still[] {
  for (const [name, geojson] of Object.entries(maps)) addMap(name, geojson);
  const lit = (text: string) => colored(text, colors, ({ light }) => light);
  return views.flatMap((view) => {
    const { lang } = view;
    const plain = isPaintable(lang) ? parts(withoutAsides(view)) : [];
    return parts(view).map(([of, drawing], nth) => {
      const [, picture] = plain[nth] ?? [];
      return { of, lang, svg: withFonts(lit(drawing)), png: picture ? painted(lit(picture), of) : undefined };
    });
  });
}

// Signs of colours by what stands for them.
export function colored(text: string, colors: Color[], by: (color: Color) => string): string {
  const all = new Map(colors.map((color) => [color.sign, by(color)]));
  return text.replace(/#a1b2[0-9a-f]{2}/g, (sign) => all.get(sign) ?? sign);
}

function parts(view: View): [string, string][] {
  const { map, timeline, charts } = view;
  const all: [string, string][] = [["view", poster(view)]];
  const put = (of: string, { svg, width, height }: Drawn, frame: Parameters<typeof framed>[3]) => {
    all.push([of, framed(svg, width, height, frame)]);
  };
  if (map) put("map", draw(map.option, MAP.width, MAP.height), map.frame);
  if (timeline) put("timeline", draw(timeline.option, TIMELINE, timeline.height), timeline.frame);
  for (const { id, option, height, table, frame } of charts) {
    if (option) put(id, draw(option, CHART, height), frame);
    else if (table?.length) put(id, tabled(table, CHART, frame), frame);
  }
  return all;
}

// Without what stands in brackets and cannot be drawn, as a publisher's name in
// its own language.
function withoutAsides(view: View): View {
  const plain = (text: string) => text.replace(/ ?[(（][^()（）]*[)）]/g, (aside) => (drawable(aside) ? aside : ""));
  const { words, map, timeline, charts } = view;
  const around = <T extends { frame: Frame }>(part: T): T => ({
    ...part,
    frame: { ...part.frame, footer: part.frame.footer.map(plain) },
  });
  return {
    ...view,
    words: { ...words, source: plain(words.source ?? "") },
    map: map && around(map),
    timeline: timeline && around(timeline),
    charts: charts.map(around),
  };
}

function painted(svg: string, of: string): Uint8Array {
  const font = { fontFiles: FILES, loadSystemFonts: false, defaultFontFamily: SPARE };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: densityOf(of) } }).render().asPng();
}

// As an image an SVG gets no fonts from the page: it has its own.
function withFonts(svg: string): string {
  const faces = [
    { name: "Sans", weight: "400 600", file: "public/fonts/atlas-sans.woff2" },
    { name: "Serif", weight: "600", file: "public/fonts/atlas-serif.woff2" },
  ]
    .filter(({ name }) => svg.includes(`Atlas ${name}`))
    .flatMap(({ name, weight, file }) => {
      const source = `url(data:font/woff2;base64,${readFileSync(file).toString("base64")})`;
      // Chinese text takes letters and digits alone from it.
      const [family, range] = svg.includes(`Atlas ${name} zh`)
        ? [`Atlas ${name} zh`, "unicode-range:U+20-7E,U+A0,U+B7,U+C0-24F,U+2212;"]
        : [`Atlas ${name}`, ""];
      return `@font-face{font-family:"${family}";font-weight:${weight};${range}src:${source}}`;
    });
  return svg.replace(/<title>/, `<style>${faces.join("")}</style>\n<title>`);
}

// How wide and high a PNG is.
export const pixels = (png: Uint8Array): [number, number] => {
  const file = Buffer.from(png);
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
};

const densityOf = (of: string) => (of === "view" ? 1 : DENSITY);

// The name of its file, which stays as it is.
export const nameOf = ({ of, lang }: Pick<Still, "of" | "lang">, ending: "svg" | "png"): string =>
  `stills/${of}.${lang}.${ending}`;
