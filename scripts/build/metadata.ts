// What search engines, link previews and embedding sites read.
import { escaped } from "../escaped.ts";
import { EMBEDS, type Embed, type Words } from "../generated/names.ts";
import { covered, type Dataset, inAll, inLanguage, languages, type Programme, years } from "./programme.ts";
import { nameOf, pixels, type Still } from "./stills.ts";
import type { Published } from "./told.ts";

const NAME = "Aid Atlas";

interface Panel {
  embed: Embed;
  title: Words;
  // The frame's size in pixels.
  width: number;
  height: number;
}

const WHOLE = { width: 1000, height: 1400 };
const SIZES: Record<string, { width: number; height: number }> = {
  map: { width: 1000, height: 900 },
  timeline: { width: 1000, height: 1100 },
};
const CHART = { width: 700, height: 700 };

// What can be embedded: all of the page, its parts, and each chart.
function panels({ charts = [] }: Dataset): Panel[] {
  const parts = Object.entries(EMBEDS) as [Embed, Words][];
  return [
    ...parts.map(([embed, title]) => ({ embed, title, ...(SIZES[embed] ?? WHOLE) })),
    ...charts.map(({ id, title }) => ({ embed: `chart:${id}` as const, title, ...CHART })),
  ];
}

const fileOf = ({ embed }: Panel) => `${embed.replace(":", "-")}.json`;

const spdx = (licence: string) => `https://spdx.org/licenses/${licence}`;

const counted = ({ records }: Dataset) => `${records.length} records`;

const description = (dataset: Dataset) => inAll(dataset, dataset.summary, " ") || counted(dataset);

// The title, Open Graph and Twitter tags, oEmbed discovery and JSON-LD for
// index.html.
export function head({ dataset, file }: Programme, site: string): string {
  const title = inAll(dataset, dataset.title);
  const image = `${site}preview.png`;
  const tags = [
    ["name", "description", description(dataset)],
    ["property", "og:type", "website"],
    ["property", "og:site_name", NAME],
    ["property", "og:title", title],
    ["property", "og:description", description(dataset)],
    ["property", "og:url", site],
    ["property", "og:image", image],
    ["property", "og:image:width", "1200"],
    ["property", "og:image:height", "630"],
    ["property", "og:image:alt", `${title}: ${counted(dataset)}`],
    ["name", "twitter:card", "summary_large_image"],
    ["name", "twitter:title", title],
    ["name", "twitter:description", description(dataset)],
    ["name", "twitter:image", image],
  ].map(([kind, name, content = ""]) => `<meta ${kind}="${name}" content="${escaped(content)}">`);
  const discovery = panels(dataset).map((panel) => {
    const name = escaped(inAll(dataset, panel.title));
    const address = escaped(`${site}oembed/${fileOf(panel)}`);
    return `<link rel="alternate" type="application/json+oembed" href="${address}" title="${name}">`;
  });
  // What the map needs comes beside the program, not after it.
  const outlines = (dataset.maps ?? []).flatMap(({ file }) =>
    file ? [`<link rel="preload" href="${escaped(file)}" as="fetch" crossorigin>`] : [],
  );
  const linked = JSON.stringify(jsonLd(dataset, file, site)).replaceAll("<", "\\u003c");
  return [
    `<title>${escaped(title)} – ${NAME}</title>`,
    ...tags,
    ...discovery,
    ...outlines,
    `<script type="application/ld+json">${linked}</script>`,
  ].join("\n");
}

function jsonLd(dataset: Dataset, file: string, site: string) {
  const [first = "", ...others] = languages(dataset);
  const [document] = dataset.documents;
  const publisher = inLanguage(document?.publisher, first);
  const indicators = dataset.records.flatMap(({ values = [] }) => values.map(({ indicator }) => indicator));
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: inLanguage(dataset.title, first),
    alternateName: others.map((language) => inLanguage(dataset.title, language)),
    description: `${counted(dataset)}. ${description(dataset)}`,
    identifier: dataset.id,
    url: site,
    inLanguage: languages(dataset),
    license: spdx(dataset.licence),
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: NAME },
    isBasedOn: document && {
      "@type": "Article",
      name: inLanguage(document.title, first),
      publisher: publisher ? { "@type": "Organization", name: publisher } : undefined,
    },
    temporalCoverage: years(dataset)?.join("/"),
    spatialCoverage: covered(dataset).map((name) => ({ "@type": "Place", name: inLanguage(name, first) })),
    variableMeasured: [...new Set(indicators)],
    distribution: [
      { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: `${site}${file}` },
      { "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: `${site}data/records.csv` },
    ],
  };
}

export function dataPackage({ dataset, file }: Programme, edition: string, tables: Published[]): string {
  const [first = ""] = languages(dataset);
  const described = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: dataset.id,
    version: edition,
    title: inAll(dataset, dataset.title),
    description: description(dataset),
    licenses: [{ name: dataset.licence, path: spdx(dataset.licence) }],
    sources: dataset.documents.map(({ title, publisher, published }) => ({
      title: [title, publisher, published]
        .map((text) => inLanguage(text, first))
        .filter(Boolean)
        .join(", "),
    })),
    resources: [
      {
        name: dataset.id,
        path: file,
        format: "json",
        mediatype: "application/json",
        encoding: "utf-8",
        title: `${counted(dataset)} of the schema ${dataset.schema}`,
      },
      ...tables.map(({ path, title, fields }) => ({
        name: path.replace(/^data\//, "").replace(/[^a-z0-9]+/g, "-"),
        path,
        format: fields ? "csv" : "json",
        mediatype: fields ? "text/csv" : "application/json",
        encoding: "utf-8",
        title,
        ...(fields && { schema: { fields } }),
      })),
    ],
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

// oEmbed 1.0 answers, one a panel.
export function oembeds(dataset: Dataset, site: string, stills: Still[]): { name: string; text: string }[] {
  return panels(dataset).map((panel) => {
    const { embed, width, height } = panel;
    const source = `${site}?embed=${embed}`;
    const title = languages(dataset)
      .map((language) => `${inLanguage(dataset.title, language)}: ${inLanguage(panel.title, language)}`)
      .join(" · ");
    const html = `<iframe src="${escaped(source)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0;width:100%" loading="lazy"></iframe>`;
    // Of all of the page there is no picture: its first screen is what it begins with.
    const of = embed === "all" ? "view" : embed.replace("chart:", "");
    const still = stills.find((each) => each.of === of && each.png) ?? stills.find((each) => each.png);
    const [thumbnail_width, thumbnail_height] = still?.png ? pixels(still.png) : [];
    const answer = {
      version: "1.0",
      type: "rich",
      title,
      provider_name: NAME,
      provider_url: site,
      thumbnail_url: still && `${site}${nameOf(still, "png")}`,
      thumbnail_width,
      thumbnail_height,
      html,
      width,
      height,
    };
    return { name: fileOf(panel), text: `${JSON.stringify(answer, null, 2)}\n` };
  });
}
