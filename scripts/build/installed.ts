// What a browser asks of an app that a reader installs: the manifest, and its icons,
// all of one drawing (icon.svg).
import { readFile } from "node:fs/promises";
import { Resvg } from "@resvg/resvg-js";
import { escaped } from "../escaped.ts";
import { inLanguage, languages, type Programme } from "./programme.ts";

// Systems cut an icon that is `maskable` to a form of theirs, and keep four fifths of
// it across: the ground reaches the edges, and the drawing the middle.
const ICONS = [
  { name: "icons/192.png", size: 192, purpose: "any" },
  { name: "icons/512.png", size: 512, purpose: "any" },
  { name: "icons/maskable.png", size: 512, purpose: "maskable" },
] as const;

const GROUND = (await readFile("style/generated/tokens.css", "utf8")).match(/--page: (#\w+);/)?.[1];
const drawing = await readFile("scripts/build/icon.svg", "utf8");

function full(svg: string): string {
  const [, ground = "", figure = ""] = svg.match(/<rect[^>]* fill="([^"]+)"\/>(.*)<\/svg>/s) ?? [];
  if (!figure) throw new Error("icon.svg is a ground and a drawing on it");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="${ground}"/><g transform="translate(1.6 1.6) scale(.8)">${figure}</g></svg>`;
}

const png = (svg: string, size: number): Uint8Array =>
  new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();

// Names and contents of files.
export function installed(programme: Programme): [string, string | Uint8Array][] {
  return [
    ["manifest.webmanifest", manifest(programme)],
    ["installed.html", links()],
    // What Apple's systems cut themselves.
    ["icons/apple.png", png(full(drawing), 180)],
    ...ICONS.map(({ name, size, purpose }): [string, Uint8Array] => [
      name,
      png(purpose === "maskable" ? full(drawing) : drawing, size),
    ]),
  ];
}

function manifest({ dataset }: Programme): string {
  const [first = "", ...others] = languages(dataset);
  const name = (language: string) => inLanguage(dataset.title, language);
  const described = {
    id: "./",
    start_url: "./",
    scope: "./",
    lang: first,
    name: name(first),
    // For browsers that ask for the reader's language.
    name_localized: Object.fromEntries(others.map((language) => [language, name(language)])),
    short_name: "Aid Atlas",
    description: inLanguage(dataset.summary, first) || undefined,
    // With Back: what a reader did is in the history.
    display: "minimal-ui",
    background_color: GROUND,
    theme_color: GROUND,
    icons: ICONS.map(({ name, size, purpose }) => ({
      src: name,
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose,
    })),
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

function links(): string {
  const address = `data:image/svg+xml,${encodeURIComponent(drawing.trim())}`;
  return [
    `<link rel="icon" href="${escaped(address)}">`,
    `<link rel="apple-touch-icon" href="icons/apple.png">`,
    `<link rel="manifest" href="manifest.webmanifest">`,
  ].join("\n");
}
