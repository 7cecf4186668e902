// Made of the Rust code by `cargo xtask names`; a test tells when it is not new.

// The parameters of a link.
export type Parameter =
  | "dataset"
  | "data"
  | "columns"
  | "places"
  | "edition"
  | "story"
  | "step"
  | "place"
  | "sector"
  | "kind"
  | "org"
  | "lacks"
  | "from"
  | "to"
  | "q"
  | "measure"
  | "sort"
  | "coverage"
  | "compare"
  | "as"
  | "focus"
  | "record"
  | "panel"
  | "lang"
  | "scheme"
  | "embed"
  | "controls"
  | "labels";

// What a message between an embedded view and the page around it is about.
export type Message =
  | "loading"
  | "ready"
  | "height"
  | "select"
  | "focuschange"
  | "filterchange"
  | "error"
  | "view";

// Which protocol, in each message.
export var PROTOCOL: number = 1;

// A text by its languages.
export type Words = Record<string, string>;

// What an embedded view shows.
export type Embed = "all" | "view" | "map" | "timeline" | "coverage" | "comparison" | "checks" | "table" | `chart:${string}` | `record:${string}`;

// Their names, but for those of charts and records.
export var EMBEDS: Record<string, Words> = {
  "all": {
    "en": "Everything",
    "zh": "全部"
  },
  "checks": {
    "en": "Derived figures and checks",
    "zh": "推算与核对"
  },
  "comparison": {
    "en": "Side by side",
    "zh": "并排比较"
  },
  "coverage": {
    "en": "What is stated, and what is not",
    "zh": "写了什么，没写什么"
  },
  "map": {
    "en": "Map",
    "zh": "地图"
  },
  "table": {
    "en": "Records",
    "zh": "记录表"
  },
  "timeline": {
    "en": "Timeline",
    "zh": "时间线"
  },
  "view": {
    "en": "Map and timeline",
    "zh": "地图与时间线"
  }
};

// What stands before a figure.
export var QUALIFIERS: Record<string, Words> = {
  "about": {
    "en": "about",
    "zh": "约"
  },
  "at_least": {
    "en": "at least",
    "zh": "不少于"
  },
  "estimated": {
    "en": "estimated",
    "zh": "估算"
  },
  "expected": {
    "en": "expected",
    "zh": "预期"
  },
  "nearly": {
    "en": "nearly",
    "zh": "近"
  },
  "over": {
    "en": "over",
    "zh": "逾"
  },
  "up_to": {
    "en": "up to",
    "zh": "至多"
  }
};
