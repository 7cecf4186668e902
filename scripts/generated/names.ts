// Made of the Rust code by `cargo xtask names`; a test tells when it is not new.

// The parameters of a link.
export type Parameter =
  | "dataset"
  | "place"
  | "sector"
  | "kind"
  | "org"
  | "from"
  | "to"
  | "q"
  | "measure"
  | "sort"
  | "record"
  | "panel"
  | "lang"
  | "scheme"
  | "embed"
  | "controls";

// What a message between an embedded view and the page around it is about.
export type Message =
  | "loading"
  | "ready"
  | "height"
  | "select"
  | "filterchange"
  | "error"
  | "view";

// Which protocol, in each message.
export var PROTOCOL: number = 1;

// A text by its languages.
export type Words = Record<string, string>;

// What an embedded view shows.
export type Embed = "all" | "map" | "timeline" | `chart:${string}`;

// Their names, but for the charts'.
export var EMBEDS: Record<string, Words> = {
  "all": {
    "en": "Everything",
    "zh": "全部"
  },
  "map": {
    "en": "Map",
    "zh": "地图"
  },
  "timeline": {
    "en": "Timeline",
    "zh": "时间线"
  }
};

// The charts of a dataset that names none.
export var CHARTS: { id: string; title: Words }[] = [
  {
    "id": "money-nesting",
    "title": {
      "en": "How the money nests",
      "zh": "资金如何相互包含"
    }
  },
  {
    "id": "money-by-place",
    "title": {
      "en": "Money by place",
      "zh": "资金：按地点"
    }
  },
  {
    "id": "money-by-sector",
    "title": {
      "en": "Money by sector",
      "zh": "资金：按领域"
    }
  },
  {
    "id": "personnel",
    "title": {
      "en": "Personnel by category",
      "zh": "派出人员：按类别"
    }
  },
  {
    "id": "people-reached",
    "title": {
      "en": "People reached by activity",
      "zh": "受益人数：按事项"
    }
  },
  {
    "id": "income",
    "title": {
      "en": "Income per head at stated times",
      "zh": "各时点的人均收入"
    }
  },
  {
    "id": "exchanges",
    "title": {
      "en": "Exchange activities by kind",
      "zh": "交流活动：按种类"
    }
  }
];

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

// A figure in a unit; # is the number.
export var UNITS: Record<string, Words> = {
  "agreements": {
    "en": "# agreements",
    "zh": "# 份协议"
  },
  "areas": {
    "en": "# areas",
    "zh": "# 个"
  },
  "classes": {
    "en": "# classes",
    "zh": "# 个班级"
  },
  "courses": {
    "en": "# courses",
    "zh": "# 期"
  },
  "departments": {
    "en": "# departments",
    "zh": "# 个学科"
  },
  "documents": {
    "en": "# documents",
    "zh": "# 份文件"
  },
  "events": {
    "en": "# events",
    "zh": "# 场"
  },
  "hospitals": {
    "en": "# hospitals",
    "zh": "# 家医院"
  },
  "households": {
    "en": "# households",
    "zh": "# 户"
  },
  "items": {
    "en": "# items",
    "zh": "# 项"
  },
  "percent": {
    "en": "#%",
    "zh": "#%"
  },
  "person-times": {
    "en": "# person-times",
    "zh": "# 人次"
  },
  "persons": {
    "en": "# persons",
    "zh": "# 人"
  },
  "persons-per-class": {
    "en": "# persons per class",
    "zh": "# 人/班"
  },
  "persons-per-household": {
    "en": "# persons per household",
    "zh": "# 人/户"
  },
  "projects": {
    "en": "# projects",
    "zh": "# 个项目"
  },
  "rank": {
    "en": "no. #",
    "zh": "第 #"
  },
  "rank-from-last": {
    "en": "no. # from the last",
    "zh": "倒数第 #"
  },
  "times": {
    "en": "# times",
    "zh": "# 倍"
  },
  "units": {
    "en": "# member units",
    "zh": "# 家单位"
  },
  "years": {
    "en": "# years",
    "zh": "# 年"
  },
  "yuan": {
    "en": "CNY #",
    "zh": "# 元"
  },
  "yuan-per-household": {
    "en": "CNY # per household",
    "zh": "# 元/户"
  },
  "yuan-per-household-year": {
    "en": "CNY # per household and year",
    "zh": "# 元/户·年"
  },
  "yuan-per-job": {
    "en": "CNY # per job",
    "zh": "# 元/岗位"
  },
  "yuan-per-person": {
    "en": "CNY # per person",
    "zh": "# 元/人"
  },
  "yuan-per-person-day": {
    "en": "CNY # per person and day",
    "zh": "# 元/人·天"
  },
  "yuan-per-project": {
    "en": "CNY # per project",
    "zh": "# 元/个项目"
  }
};
