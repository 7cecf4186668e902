// The page until the app runs, and where it never does: the plain view in each
// language, of which fallback.ts shows the reader's. Its markup has the classes of
// the app's, so that the same styles lay it out.
import { escaped } from "../escaped.ts";
import { draw } from "./draw.ts";
import { colored } from "./stills.ts";
import type { Circle, Color, Moment, Row, Side, Told, View } from "./told.ts";

// As wide as their places on a common screen, a small one, and a phone.
const MAP = { width: 360, height: 282 };
const TIMELINE = 672;
const NARROW = 428;
const PHONE = 364;
// Colours that the page has under the same names.
const TOKENS = /^(text|muted|faint|strong-line|line|panel|accent-soft|lit|lit-edge|land|family-\d)$/;

export function first({ colors, views }: Told): string {
  const html = colored(views.map(view).join("\n"), colors, ({ name }) => `var(--${named(name)})`);
  return `${own(html, colors)}\n${shown(views)}\n${html}`;
}

const named = (name: string) => (TOKENS.test(name) ? name : `first-${name}`);

// The colours that only drawings have.
function own(html: string, colors: Color[]): string {
  const used = colors.filter(({ name }) => html.includes(`var(--first-${name})`));
  const rule = (scheme: "light" | "dark") => used.map((of) => `--first-${of.name}:${of[scheme]}`).join(";");
  return used.length ? `<style>.first{${rule("light")}}[data-scheme="dark"] .first{${rule("dark")}}</style>` : "";
}

// Where scripts run, the reader's language alone.
function shown(views: View[]): string {
  const rules = views.map(({ lang }) => `[data-first="${lang}"] .first:not([data-lang="${lang}"])`);
  return `<style>${[...rules, '[data-first="none"] .first'].join()}{display:none}</style>`;
}

function view(of: View): string {
  const { lang, tag, rtl, title, summary, finding, stories, figures, words } = of;
  const text = (said: string) => escaped(said);
  const key = figures.map(
    ({ amount, meaning }) =>
      `<li><button type="button" disabled><span class="key-amount">${text(amount)}</span><span class="key-meaning">${text(meaning)}</span></button></li>`,
  );
  const said = (name: string) => text(words[name] ?? "");
  const button = (name: string) => `<button type="button" class="button" disabled>${said(name)}</button>`;
  const select = (name: string, value: string, kind: string) =>
    `<label class="${kind}"><span>${said(name)}</span> <select disabled><option>${said(value)}</select></label>`;
  const tools = `${["share", "open", "about", "language"].map(button).join("")}${select("scheme", "system", "select")}`;
  const ways = stories.map(
    (name) => ` <button type="button" class="as-link story-button" disabled>${text(name)}</button>`,
  );
  const tabs = of.tabs.map(
    (name, nth) => `<button type="button" disabled${nth ? "" : ' aria-current="page"'}>${text(name)}</button>`,
  );
  const lists = ["place", "sector", "kind", "organisation"].map(
    (name) => `<details class="choices"><summary><h3>${said(name)}</h3></summary></details>`,
  );
  const filters = `<details class="filters" open><summary><h2>${said("filters")}</h2></summary><div class="filter-row"><label class="field"><input type="search" disabled placeholder="${said("search")}"></label><div class="period">${select("from", "any", "field")}${select("to", "any", "field")}</div>${lists.join("")}</div></details>`;
  const families = of.families.map(
    ({ name, color }) => `<li><span class="family" style="--mark:${color}">${text(name)}</span></li>`,
  );
  return `<div class="first" data-lang="${lang}" lang="${tag}" dir="${rtl ? "rtl" : "ltr"}">
<p class="first-note">${text(words.elsewhere ?? "")}</p>
<header class="head"><div class="titles"><h1>${text(title)}</h1>${ways.join("")} <p>${text(summary)}</p> <p>${text(finding)}</p></div><div class="head-tools"><div class="tools">${tools}</div><nav class="tabs">${tabs.join("")}</nav></div></header>
<ul class="key-figures">${key.join("")}</ul>
<div class="body"><aside class="above">${filters}<p class="first-count">${said("count")}</p><ul class="families">${families.join("")}</ul></aside>
<div class="first-parts">${map(of)}${timeline(of)}</div></div>
<p class="source-line">${text(words.source ?? "")}</p>
</div>`;
}

function map({ map: of, words }: View): string {
  if (!of) return "";
  const drawing = compact(draw(of.option, MAP.width, MAP.height).svg);
  return `<section class="panel first-map"><div class="panel-head"><h2>${escaped(words.map ?? "")}</h2><span class="hint">${escaped(of.measure)}</span></div>
<div class="map-layout"><div class="map-main">${drawing}</div>${side(of.side, of.untied)}</div></section>`;
}

// Amounts that are tied to no one area, and what the map's signs mean.
function side(of: Side, title: string): string {
  const sized = ({ size, small }: Circle) => `--size:${size}px;--small:${small}px`;
  const circle = (one: Circle) => `<span class="${one.look}" style="--circle:${one.color};${sized(one)}"></span>`;
  const coin = (one: Circle) =>
    `<span class="coin" style="${sized(one)}">${circle(one)}<span>${escaped(one.text)}</span></span>`;
  const groups = of.groups.map(({ name, count, figure, coins }) => {
    const counted = count ? `<span class="count">${escaped(count)}</span>` : "";
    const stated = figure ? `<strong class="figure">${escaped(figure)}</strong>` : "";
    return `<li><button type="button" disabled><span class="named"><strong>${escaped(name)}</strong>${counted}</span><span class="coins">${coins.map(coin).join("")}${stated}</span></button></li>`;
  });
  const untied = groups.length ? `<h3>${escaped(title)}</h3><ul>${groups.join("")}</ul>` : "";
  const item = (sign: string, text: string) => `<li>${sign}${escaped(text)}</li>`;
  const after = (title: string, items: string[]) =>
    items.length ? [`<li class="next">${escaped(title)}</li>`, ...items] : [];
  const legend = [
    ...after(
      of.circles,
      of.sizes.map((one) => item(circle(one), one.text)),
    ),
    ...of.areas.map(({ color, dashed, text }) =>
      item(`<span class="swatch${dashed ? " dashed" : ""}" style="background:${color}"></span>`, text),
    ),
    ...after(
      of.sites,
      of.symbols.map(({ symbol, color, text }) =>
        item(`<span class="symbol ${symbol}" style="background:${color}"></span>`, text),
      ),
    ),
    ...after(
      of.position,
      of.certainties.map(({ look, text }) => item(`<span class="site ${look}"></span>`, text)),
    ),
  ];
  return `<div class="map-side"><div class="untied">${untied}</div><div class="legend"><ul>${legend.join("")}</ul></div><p class="first-figures" aria-hidden="true">${escaped(of.figures)}</p></div>`;
}

function timeline({ timeline: of, narrow, overview, moments, undated, words }: View): string {
  const drawn = (name: string, picture: { option: object; height: number } | null, width: number) =>
    picture ? `<div class="first-${name}">${compact(draw(picture.option, width, picture.height).svg)}</div>` : "";
  const drawings = of
    ? drawn("wide", of, TIMELINE) + drawn("narrow", narrow, NARROW) + drawn("phone", overview, PHONE)
    : "";
  const groups = undated.groups.map(
    ({ name, rows, rest, more }) =>
      `<section><h4>${escaped(name)}</h4><ul>${rows.map(undatedRow).join("")}</ul>${
        rest.length
          ? `<ul class="first-rest">${rest.map(undatedRow).join("")}</ul><span class="undated-more">${escaped(more)}</span>`
          : ""
      }</section>`,
  );
  const rest = groups.length
    ? `<div class="undated"><h3>${escaped(undated.title)} <span class="hint">${escaped(undated.count)}</span></h3><div class="undated-lanes">${groups.join("")}</div></div>`
    : "";
  return `<section class="panel first-time"><div class="panel-head"><h2>${escaped(words.timeline ?? "")}</h2><span class="hint">${escaped(of?.said ?? "")}</span></div>
<div class="first-body"><div>${drawings}<div class="time-list first-phone">${moments.map(moment).join("")}</div></div>${rest}</div></section>`;
}

const undatedRow = ({ title, figure, color }: Row): string =>
  `<li><span class="record-row" style="--mark:${color}"><span class="row-title">${escaped(title)}</span> <span class="row-figure">${escaped(figure ?? "")}</span></span></li>`;

const moment = ({ time, form, rows }: Moment): string => {
  const row = ({ title, figure, about, color }: Row) =>
    `<li><div class="time-row" style="--mark:${color}"><span class="time-mark ${form}"></span><span class="time-title">${escaped(title)}</span><strong class="time-figure">${escaped(figure ?? "")}</strong><span class="time-about">${escaped(about)}</span></div></li>`;
  return `<section><h3>${escaped(time)}</h3><ul>${rows.map(row).join("")}</ul></section>`;
};

// The page has the fonts, and says once what is the same of all words.
function compact(svg: string): string {
  const [, width, height] = svg.match(/^<svg width="([\d.]+)" height="([\d.]+)"/) ?? [];
  return svg
    .replace(/^<svg [^>]*>/, `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">`)
    .replace(/\n/g, "")
    .replace(/ (dominant-baseline="central"|text-anchor="start"|xml:space="preserve"|pointer-events="visible")/g, "")
    .replace(/style="font: ?((?:600|bold) )?([\d.]+)px [^"]*"/g, (_, bold, size) =>
      bold ? `font-size="${size}" font-weight="600"` : `font-size="${size}"`,
    )
    .replace(/ stroke="[^"]*" stroke-width="2" paint-order="stroke" stroke-miterlimit="2"/g, ' class="h"')
    .replace(/ stroke="[^"]*" stroke-width="3" paint-order="stroke" stroke-miterlimit="2"/g, ' class="h g"')
    .replace(/<path [^>]*fill="(rgba\(0,0,0,0\)|none|#000" fill-opacity="0)"(?![^>]*stroke)[^>]*><\/path>/g, "")
    .replace(/<g>\s*<\/g>/g, "")
    .replaceAll("></path>", "/>")
    .replaceAll("></polyline>", "/>");
}
