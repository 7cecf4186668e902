// What search engines, link previews and embedding sites read.

export const PANELS = [
  ["all", "全部", "Everything", 1000, 1400],
  ["map", "地图", "Map", 1000, 900],
  ["timeline", "时间线", "Timeline", 1000, 1100],
  ["chart:money-nesting", "资金如何相互包含", "How the money nests", 700, 480],
  ["chart:money-by-place", "资金：按地点", "Money by place", 700, 480],
  ["chart:money-by-sector", "资金：按领域", "Money by sector", 700, 440],
  ["chart:personnel", "派出人员：按类别", "Personnel by category", 700, 520],
  ["chart:people-reached", "受益人数：按事项", "People reached by activity", 700, 700],
  ["chart:income", "各时点的人均收入", "Income per head at stated times", 700, 420],
  ["chart:exchanges", "交流活动：按种类", "Exchange activities by kind", 700, 660],
];

const escape = (text) =>
  text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]);

const fileOf = (panel) => `${panel.replace(":", "-")}.json`;

const description = ({ summary }) => `${summary.en} ${summary.zh}`;

// Open Graph and Twitter tags, oEmbed discovery and JSON-LD for index.html.
export function head(dataset, site) {
  const title = `${dataset.title.en} · ${dataset.title.zh}`;
  const tags = [
    ["property", "og:type", "website"],
    ["property", "og:site_name", "Aid Atlas"],
    ["property", "og:title", title],
    ["property", "og:description", description(dataset)],
    ["property", "og:url", site],
    ["property", "og:image", `${site}preview.png`],
    ["property", "og:image:width", "1200"],
    ["property", "og:image:height", "630"],
    ["property", "og:image:alt", `Map of Lhasa’s county-level divisions`],
    ["name", "twitter:card", "summary_large_image"],
    ["name", "twitter:title", title],
    ["name", "twitter:description", description(dataset)],
    ["name", "twitter:image", `${site}preview.png`],
  ].map(([kind, name, content]) => `<meta ${kind}="${name}" content="${escape(content)}">`);
  const discovery = PANELS.map(
    ([panel, , english]) =>
      `<link rel="alternate" type="application/json+oembed" href="${site}oembed/${fileOf(panel)}" title="${escape(english)}">`,
  );
  const linked = JSON.stringify(jsonLd(dataset, site)).replaceAll("<", "\\u003c");
  return [...tags, ...discovery, `<script type="application/ld+json">${linked}</script>`].join("\n");
}

function jsonLd(dataset, site) {
  const [document] = dataset.documents;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: dataset.title.en,
    alternateName: dataset.title.zh,
    description: `${dataset.records.length} records. ${description(dataset)}`,
    identifier: dataset.id,
    url: site,
    inLanguage: ["zh", "en"],
    license: `https://spdx.org/licenses/${dataset.licence}`,
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: "Aid Atlas" },
    isBasedOn: { "@type": "Article", name: document.title.en, publisher: { "@type": "Organization", name: document.publisher.en } },
    temporalCoverage: `1994/${dataset.asOf}`,
    spatialCoverage: { "@type": "Place", name: "Lhasa" },
    variableMeasured: [...new Set(dataset.records.flatMap(({ values }) => values.map(({ indicator }) => indicator)))],
    distribution: [{ "@type": "DataDownload", encodingFormat: "application/json", contentUrl: `${site}dataset/${dataset.id}.json` }],
  };
}

export function dataPackage(dataset) {
  return `${JSON.stringify(
    {
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: dataset.id,
      title: `${dataset.title.en} · ${dataset.title.zh}`,
      description: description(dataset),
      licenses: [{ name: dataset.licence, path: `https://spdx.org/licenses/${dataset.licence}` }],
      sources: dataset.documents.map(({ title, publisher, published }) => ({
        title: `${title.en}, ${publisher.en}, ${published.en}`,
      })),
      resources: [
        {
          name: dataset.id,
          path: `dataset/${dataset.id}.json`,
          format: "json",
          mediatype: "application/json",
          encoding: "utf-8",
          title: `${dataset.records.length} records of the schema ${dataset.schema}`,
        },
      ],
    },
    null,
    2,
  )}\n`;
}

// oEmbed 1.0 answers, one a panel.
export function oembeds(dataset, site) {
  return PANELS.map(([panel, chinese, english, width, height]) => {
    const source = `${site}?embed=${panel}`;
    const title = `${dataset.title.en}: ${english} · ${dataset.title.zh}：${chinese}`;
    const html = `<iframe src="${escape(source)}" title="${escape(title)}" width="${width}" height="${height}" style="border:0;width:100%" loading="lazy"></iframe>`;
    const answer = {
      version: "1.0",
      type: "rich",
      title,
      provider_name: "Aid Atlas",
      provider_url: site,
      thumbnail_url: `${site}preview.png`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
      html,
      width,
      height,
    };
    return { name: fileOf(panel), text: `${JSON.stringify(answer, null, 2)}\n` };
  });
}
