// What the app in Rust and the scripts call of each other, in one place. Rust's
// half of it: chart.rs, tools.rs, reading.rs and failure.rs in src/browser/.

// What a reader did with a chart, and up to two arguments:
//   click, over: series and datum of what is clicked or pointed at; an area's series is AREA (chart/option.ts)
//   zoom: how often the map is enlarged now
//   brush: from and to, in milliseconds since 1970
//   out, unbrush, wheel: nothing
//   failed: nothing; ECharts refused what it was to draw
export interface Emit {
  (name: "click" | "over", series: number, datum: number): void;
  (name: "zoom", times: number, nothing: 0): void;
  (name: "brush", from: number, to: number): void;
  (name: "out" | "unbrush" | "wheel" | "failed", none: 0, nothing: 0): void;
}

// A chart in an element of the page.
export interface Chart {
  // An option of ECharts, as JSON; chart/option.ts has its form. It is drawn when
  // it is its turn: chart/turns.ts.
  draw(json: string): void;
  // What stands out, and what stands back: [series, datum, series, datum, ...].
  highlight(marks: ArrayLike<number>, dim: ArrayLike<number>): void;
  // A range in milliseconds since 1970; an empty one shows none.
  showBrush(range: ArrayLike<number>): void;
  // What pictures show in place of what is drawn, as JSON, and its height in
  // pixels; an empty text is nothing else.
  keep(json: string, height: number): void;
  // By a factor; the time axis also by a share of what is visible.
  navigate(factor: number, move: number): void;
  // The map `zoom` times as large as a whole, that point of its sheet in the middle.
  look(x: number, y: number, zoom: number): void;
  reset(): void;
  dispose(): void;
}

// charts.js
export interface Charts {
  mount(element: HTMLElement, emit: Emit): Chart;
  // Outlines as GeoJSON text, by name.
  addMap(name: string, geojson: string): void;
  // What of an element's chart is on screen: how often the map is enlarged, or
  // the time axis from and to, in milliseconds since 1970; empty for others.
  shown(element: HTMLElement): number[];
  // For tests: the instance of ECharts, to find a datum's pixel.
  getInstanceByDom(element: HTMLElement): unknown;
}

// A language, a title, and of each step its title, its text and a link's query.
export type OwnStory = [string, string, [string, string, string][]];

// tools.js
export interface Tools {
  // A QR code as SVG text.
  qr(text: string): string;
  // A chart's picture; `frame` is the JSON of a Frame.
  svg(element: HTMLElement, frame: string): Promise<string>;
  // The same as a PNG. An error of the name "TooLarge" where no canvas holds it.
  png(element: HTMLElement, frame: string): Promise<Blob>;
  // A story of the reader's own, the JSON of an OwnStory, in a link's letters; and back.
  packed(story: string): Promise<string>;
  unpacked(letters: string): Promise<string>;
  // The same as a dataset has it.
  storyFile(story: string): string;
  // Hands a file to the reader.
  save(content: Blob | string, type: string, name: string): void;
  // Teaches the page's ECharts to draw as SVG. For charts.js.
  learnSvg(): Promise<void>;
}

// A circle, in colours and pixels.
export interface FrameCoin {
  diameter: number;
  fill: string;
  edge: string;
  dashed: boolean;
  text: string;
}

// The words around a chart's picture.
export interface Frame {
  title: string;
  notes: string[];
  legend: { color: string; text: string }[];
  // Circles that stand below the map.
  beside?: { title: string; groups: { name: string; coins: FrameCoin[] }[] };
  footer: string[];
  font: string;
  colors: { panel: string; text: string; muted: string };
}

// reading.js
export interface Reading {
  // A file's bytes, which are given away, its name and how its columns are read: a
  // packed `Result<Opened, Unread>` of crates/reader, and the dataset's text where one
  // could be read; or why it could not be unpacked. `progress` hears how much of it
  // is read, from 0 to 1; `places` are the bytes of a second table, with points.
  open(
    bytes: Uint8Array<ArrayBuffer>,
    name: string,
    columns: string,
    progress: (share: number) => void,
    places: Uint8Array<ArrayBuffer> | undefined,
    placesName: string,
  ): Promise<{ packed: Uint8Array; text?: Blob; refused?: "gzip" | "size" }>;
  // The dataset's text, or its file below the app, and a packed `Asked`: a packed `Taken`.
  take(text: Blob | string, asked: Uint8Array): Promise<Uint8Array>;
  stop(): Promise<void>;
}

declare global {
  // The built-in dataset's file below the app, in fallback.js: the build puts it in.
  var BUILT_IN: string;
  interface Window {
    AidAtlasCharts?: Charts;
    AidAtlasTools?: Tools;
    AidAtlasReading?: Reading;
    // What charts.js lends to tools.js: scripts/build/bundles.ts makes it.
    AidAtlasChunks?: object;
    // How start.js and the app tell fallback.js how far they have come.
    // So many bytes of the program are here.
    aidAtlasProgress?(bytes: number): void;
    // What is being waited for.
    aidAtlasLoading?(words: string): void;
    // The program runs and keeps its own time limits.
    aidAtlasRunning?(): void;
    // There is something to see.
    aidAtlasStarted?(): void;
    // The program broke down.
    aidAtlasFailed?(what: string): void;
    // The program did not come, or cannot run here.
    aidAtlasNotStarted?(what: string): void;
    // start.js tells the app that the next load is of a new version; also an event,
    // "aid-atlas-renewed", of the window.
    aidAtlasRenewed?: boolean;
    // The built-in dataset, where it came as records.js.
    aidAtlasRecords?: unknown;
  }
}
