// The picture that a shared link shows: the first map's areas shaded by their
// number of records, or points, with title and source, drawn from the dataset.
import { Resvg } from "@resvg/resvg-js";
import { escaped } from "../escaped.ts";
import { COLORS } from "../generated/names.ts";
import { type Dataset, inLanguage, languages, type Outline, type Programme, years } from "./programme.ts";

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 48;
// Where the map lies: to the right, below the title.
const BOX = { x: 420, y: 150, width: 730, height: 420 };
// From little to much, in three steps.
const [FEW = "", , SOME = "", , MANY = ""] = COLORS.ramp;
const RAMP = [FEW, SOME, MANY];
const NONE = COLORS.land;
const FONT = "DejaVu Sans";
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) => `node_modules/dejavu-fonts-ttf/ttf/${name}`);

type Degrees = [number, number];

export function preview({ dataset, outlines }: Programme): Uint8Array {
  const language = drawable(dataset);
  const title = inLanguage(dataset.title, language) || dataset.id;
  const publisher = inLanguage(dataset.documents[0]?.publisher, language).replace(/ \(.*/, "");
  const about = [years(dataset)?.join("–"), `${dataset.records.length} records`, "Aid Atlas"]
    .filter(Boolean)
    .join(" · ");
  const marks = outlines.length > 0 ? areas(dataset, outlines) : points(dataset);
  const line = (y: number, size: number, color: string, text: string, weight = "normal") =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(text)}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${FONT}">
    <rect width="100%" height="100%" fill="${COLORS.ground}"/>
    ${marks.join("\n")}
    ${line(84, fitting(title, 40), COLORS.text, title, "bold")}
    ${line(124, 22, COLORS.muted, about)}
    ${line(592, fitting(publisher, 19), COLORS.muted, publisher)}
  </svg>`;
  const font = {
    fontFiles: FONTS,
    loadSystemFonts: false,
    defaultFontFamily: FONT,
  };
  return new Resvg(svg, { font }).render().asPng();
}

// The first language whose letters the font has; it has no Chinese ones.
function drawable(dataset: Dataset): string {
  const all = languages(dataset);
  return all.find((language) => !/[\u2e80-\uffef]/.test(inLanguage(dataset.title, language))) ?? all[0] ?? "";
}

// A size of letters with which a line fits: they are some 0.7 as wide as high.
const fitting = (text: string, size: number) => Math.min(size, (WIDTH - 2 * MARGIN) / (0.7 * Math.max(1, text.length)));

function areas(dataset: Dataset, outlines: Outline[]): string[] {
  const counts = outlines.map(({ place }) => touching(dataset, place));
  const different = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b);
  const color = (count: number) =>
    RAMP[Math.floor((different.indexOf(count) * (RAMP.length - 1)) / Math.max(1, different.length - 1))] ?? NONE;
  const project = fit(outlines.flatMap(({ rings }) => rings.flat()));
  return outlines.map(({ rings }, nth) => {
    const path = rings.map((ring) => `M${ring.map((at) => project(at).join(",")).join("L")}Z`);
    return `<path d="${path.join("")}" fill="${color(counts[nth] ?? 0)}" stroke="${COLORS.line}" stroke-width="1.5"/>`;
  });
}

function points(dataset: Dataset): string[] {
  const all = (dataset.places ?? []).flatMap(({ id, coordinates }): { at: Degrees; count: number }[] =>
    coordinates
      ? [
          {
            at: [coordinates.longitude, coordinates.latitude],
            count: touching(dataset, id),
          },
        ]
      : [],
  );
  const project = fit(all.map(({ at }) => at));
  return all.map(({ at, count }) => {
    const [x, y] = project(at);
    return `<circle cx="${x}" cy="${y}" r="${6 + Math.sqrt(count)}" fill="${SOME}" stroke="${MANY}"/>`;
  });
}

// Records that name the place or one in it.
function touching({ records, places = [] }: Dataset, place: string): number {
  const parents = new Map(places.map(({ id, parent }) => [id, parent]));
  const within = (id: string): boolean => {
    for (let at: string | undefined = id, steps = places.length; at && steps >= 0; at = parents.get(at), steps -= 1) {
      if (at === place) return true;
    }
    return false;
  };
  return records.filter((record) => record.places?.some(within)).length;
}

// Degrees to pixels in the box; a degree to the east is as long as it is in the
// middle of what is drawn.
function fit(all: Degrees[]): (at: Degrees) => [string, string] {
  const [bottom, top] = range(all.map(([, y]) => y));
  const squeeze = Math.cos((((bottom + top) / 2) * Math.PI) / 180);
  const [left, right] = range(all.map(([x]) => x * squeeze));
  // A single point has no size.
  const scale = Math.min(BOX.width / Math.max(right - left, 1e-3), BOX.height / Math.max(top - bottom, 1e-3));
  return ([x, y]) => [
    (BOX.x + BOX.width - (right - x * squeeze) * scale).toFixed(1),
    (BOX.y + (top - y) * scale).toFixed(1),
  ];
}

const range = (numbers: number[]): [number, number] => [
  numbers.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY),
  numbers.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY),
];
