// The picture that a shared link shows: the divisions shaded by their number
// of records, with title and source, drawn from the dataset itself.
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const WIDTH = 1200;
const HEIGHT = 630;
const RAMP = ["#d3e3f6", "#6da2d8", "#1a5494"];
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
  fileURLToPath(new URL(`../node_modules/dejavu-fonts-ttf/ttf/${name}`, import.meta.url)),
);

export async function preview(dataset, geojson) {
  const { features } = JSON.parse(geojson);
  const counts = new Map(features.map(({ properties }) => [properties.id, touching(dataset, properties.id)]));
  const different = [...new Set(counts.values())].filter((count) => count > 0).sort((a, b) => a - b);
  const color = (count) =>
    count === 0 ? "#ece9e4" : RAMP[Math.floor((different.indexOf(count) * (RAMP.length - 1)) / Math.max(1, different.length - 1))];
  const project = fit(features.flatMap(({ geometry }) => rings(geometry).flat()));
  const areas = features.map(({ properties, geometry }) => {
    const path = rings(geometry).map((ring) => `M${ring.map((at) => project(at).join(",")).join("L")}Z`);
    return `<path d="${path.join("")}" fill="${color(counts.get(properties.id))}" stroke="#8791a1" stroke-width="1.5"/>`;
  });
  const [document] = dataset.documents;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="DejaVu Sans">
    <rect width="100%" height="100%" fill="#f4f5f7"/>
    ${areas.join("\n")}
    <text x="48" y="84" font-size="40" font-weight="bold" fill="#1d2430">${dataset.title.en}</text>
    <text x="48" y="124" font-size="22" fill="#566072">1994 to 2018 · ${dataset.records.length} records on a map, a timeline and charts</text>
    <text x="48" y="592" font-size="19" fill="#566072">Source: ${document.publisher.en.replace(/ \(.*/, "")}; the publisher’s own account</text>
  </svg>`;
  const drawn = new Resvg(svg, { font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" } });
  return drawn.render().asPng();
}

// Records that name the division or a place in it.
function touching({ records, places }, division) {
  const parents = new Map(places.map(({ id, parent }) => [id, parent]));
  const within = (id) => id === division || (parents.get(id) !== undefined && within(parents.get(id)));
  return records.filter((record) => record.places.some(within)).length;
}

const rings = ({ type, coordinates }) => (type === "Polygon" ? coordinates : coordinates.flat());

// Degrees to pixels, into the lower right of the picture.
function fit(points) {
  const squeeze = Math.cos((29.9 * Math.PI) / 180);
  const [xs, ys] = [points.map(([x]) => x * squeeze), points.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const box = { x: 420, y: 150, width: 730, height: 420 };
  const scale = Math.min(box.width / (right - left), box.height / (top - bottom));
  return ([x, y]) => [
    (box.x + box.width - (right - x * squeeze) * scale).toFixed(1),
    (box.y + (top - y) * scale).toFixed(1),
  ];
}
