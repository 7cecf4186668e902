// An option as Rust sends it: ECharts' own, and beside it what JSON cannot say
// in ECharts' words (see revive.ts). Only what the scripts look at is named.
import type { Figure } from "./figure.ts";
import type { LabelLook } from "./label.ts";
import type { LabelsLook } from "./labels.ts";
import type { RowLook } from "./row.ts";
import type { StripLook } from "./strip.ts";
import type { Calendar } from "./tick.ts";

// In place of a series: an area of the map.
export const AREA = -1;

// A datum of a series, or an area of the map.
export interface Marked {
  // What its tooltip says, its first line as the heading.
  tip?: string;
}

export interface Datum extends Marked {
  value?: unknown;
  // Of a row of the timeline: what stands beside its mark.
  title?: string;
  figure?: string;
  // Whether it only reaches into the chosen period.
  reaches?: boolean;
  // What whoever made the link wrote beside its mark.
  label?: string;
  // Of a label of the map: where, how far its symbols reach, and what it says.
  reach?: number[];
  name?: string;
  lines?: string[];
  note?: string;
  weight?: number;
  // Of a lane's first row: its name and its colour.
  lane?: string;
  family?: string;
}

export interface Area extends Marked {
  name: string;
}

export interface Series {
  id?: string;
  type: string;
  data: (Datum | number | null)[];
  // Of a custom series: its renderer's name, and how what it draws looks.
  renderItem?: unknown;
  row?: RowLook;
  // The same of its labels.
  look?: LabelLook;
  strip?: StripLook;
  labels?: LabelsLook;
  // Of one that is laid out by the width: how it looks; and what lays it out and
  // tells how tall it is.
  figure?: Figure;
  fit?: (width: number) => number;
}

// Formatters are functions, which JSON does not hold.
interface Formatted {
  formatter?: unknown;
}

export interface Option {
  series?: Series[];
  geo?: {
    regions: Area[];
    tooltip: Formatted;
    zoom?: number;
    center?: unknown;
  };
  dataZoom?: { minValueSpan: number; start?: number; end?: number }[];
  brush?: object;
  tooltip?: Formatted;
  xAxis?: { min: number; max: number };
  animation?: boolean;
}

export interface Sent extends Option {
  // The words of the time axis.
  calendar?: Calendar;
}

// The part that is on screen: of the map, or of the time axis in percent.
export type View = { zoom: number; center: unknown } | { start: number; end: number };
