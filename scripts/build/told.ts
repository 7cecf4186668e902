// What crates/stills tells of the plain view: its words, and options of ECharts
// whose colours are signs, to be replaced by those of a scheme. And the tables of
// crates/published.
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from "node:child_process";
import type { Frame } from "../bridge.ts";

export interface Color {
  sign: string;
  name: string;
  light: string;
  dark: string;
}

export interface Picture {
  option: object;
  // Of a drawing that does not follow from its width.
  height: number;
}

export interface TableRow {
  name: string;
  text: string;
  remark: string | null;
  share: number | null;
  color: string | null;
}

export interface Chart {
  id: string;
  title: string;
  // Nothing of a table, or of a chart without figures.
  option: object | null;
  height: number;
  table: TableRow[] | null;
  frame: Frame;
}

// A record in a list.
export interface Row {
  title: string;
  figure: string | null;
  about: string;
  color: string;
}

// Records of one stated time, and the form of their mark.
export interface Moment {
  time: string;
  form: string;
  rows: Row[];
}

// A circle beside the map: its class, and its diameter on a screen and on a phone.
export interface Circle {
  look: string;
  color: string;
  text: string;
  size: number;
  small: number;
}

// What stands beside the map.
export interface Side {
  groups: { name: string; count: string | null; figure: string | null; coins: Circle[] }[];
  circles: string;
  sizes: Circle[];
  areas: { color: string; dashed: boolean; text: string }[];
  sites: string;
  symbols: { text: string; color: string; symbol: string }[];
  position: string;
  certainties: { look: string; text: string }[];
  figures: string;
}

// What the app draws first in a room, letter for letter as it does.
export interface Live {
  id: string;
  room: string;
  option: string;
  height: number;
}

// The view in one language.
export interface View {
  lang: string;
  tag: string;
  rtl: boolean;
  title: string;
  summary: string;
  finding: string;
  stories: string[];
  figures: { amount: string; meaning: string }[];
  families: { name: string; color: string }[];
  font: string;
  serif: string;
  words: Record<string, string>;
  tabs: string[];
  map: (Picture & { frame: Frame; measure: string; untied: string; side: Side }) | null;
  insets: { id: string; option: object }[];
  timeline: (Picture & { frame: Frame; said: string }) | null;
  rows: (Picture & { said: string }) | null;
  overview: Picture | null;
  narrow: Picture;
  undated: { title: string; count: string; groups: { name: string; rows: Row[]; rest: Row[]; more: string }[] };
  moments: Moment[];
  charts: Chart[];
  live: Live[];
}

export interface Told {
  colors: Color[];
  maps: Record<string, string>;
  views: View[];
}

// A file that crates/published makes of the dataset, and the columns of a table.
export interface Published {
  path: string;
  title: string;
  text: string;
  fields: { name: string; type: string; description: string }[] | null;
}

// Of a dataset's file below `folder`.
export const told = (folder: string, file: string, site: string): Told => asked("stills", folder, file, site);
export const published = (folder: string, file: string, site: string): { edition: string; files: Published[] } =>
  asked("published", folder, file, site);

// What a program of the workspace prints; Cargo compiles it where it is new.
function asked<T>(program: string, folder: string, file: string, site: string): T {
  const options: ExecFileSyncOptionsWithStringEncoding = {
    encoding: "utf8",
    maxBuffer: 1e9,
    stdio: ["ignore", "pipe", "inherit"],
  };
  const run = ["run", "--quiet", "--package", program, "--", folder, file, site];
  return JSON.parse(execFileSync(process.env.CARGO ?? "cargo", run, options));
}
