// The records as a plain table, and where they come from.
import { QUALIFIERS, type Words } from "../generated/names.ts";
import { element } from "./element.ts";
import { parameter, pick, zh } from "./link.ts";

// No file is sure to hold what its schema says.
type Text = Words | undefined;

// Words around a number, by language: for all numbers, or by plural form.
type Forms = { [language: string]: string | { [form: string]: string } };

// As in the schema; of version 1 a file holds no units.
interface Unit {
  id: string;
  words?: Forms;
  currency?: string;
  per?: Text;
  percent?: boolean;
}

interface Locator {
  document: string;
  section: string;
  paragraph: number;
}

interface Value {
  amount: number;
  unit: string;
  qualifier?: string;
}

interface Dataset {
  title: Text;
  documents?: { id: string; sections?: { id: string; title: Text }[] }[];
  currencies?: { code: string; words?: Text }[];
  units?: Unit[];
  records: { title: Text; note?: Text; values?: Value[]; source?: Locator | Locator[] }[];
}

// Without an answer for so long, in milliseconds, a file is given up.
var PATIENCE = 20000;

// Loads the records of the dataset that the link asks for, not of another.
export function load(then: (table: HTMLElement) => void, otherwise: (file: string, why: string) => void): void {
  var wanted = parameter("data") || parameter("dataset");
  var file = wanted && /^[\w./-]+$/.test(wanted) && !/^\/|\.\.|\/\//.test(wanted) ? wanted : BUILT_IN;
  // The table; what cannot be read as one is as good as missing.
  function give(read: () => unknown, or: (why: string) => void): void {
    var made: HTMLElement;
    try {
      made = table(read() as Dataset);
    } catch (error) {
      or((error as Error).message);
      return;
    }
    then(made);
  }
  var request = new XMLHttpRequest();
  request.open("GET", file);
  setTimeout(function () {
    request.abort();
  }, PATIENCE);
  request.onload = function () {
    if (request.status !== 200) refused("HTTP " + request.status);
    else {
      give(function () {
        return JSON.parse(request.responseText);
      }, refused);
    }
  };
  request.onerror = function () {
    refused(pick("无法读取", "it cannot be read"));
  };
  request.onabort = function () {
    refused(pick("没有回应", "no answer"));
  };
  request.send();

  // From the disk, and under some policies, a page may not read files but may
  // run scripts.
  function refused(why: string): void {
    if (file !== BUILT_IN) {
      otherwise(file, why);
      return;
    }
    var script = document.createElement("script");
    script.src = "records.js";
    var ended = false;
    function end(): void {
      if (ended) return;
      ended = true;
      give(
        function () {
          return window.aidAtlasRecords;
        },
        function () {
          otherwise(file, why);
        },
      );
    }
    script.onload = script.onerror = end;
    setTimeout(end, PATIENCE);
    document.head.appendChild(script);
  }
}

// In the reader's language; else in English, else in the first that there is.
function words(text: Text): string {
  if (!text) return "";
  return text[zh ? "zh" : "en"] || text.en || text[Object.keys(text)[0] || ""] || "";
}

function named<T extends { id: string }>(list: T[] | undefined, id: string): T | undefined {
  return (list || []).filter(function (item) {
    return item.id === id;
  })[0];
}

function figure(dataset: Dataset, value: Value): string {
  var qualifier = words(QUALIFIERS[value.qualifier || ""]);
  var around = pattern(dataset, named(dataset.units, value.unit), value.amount === 1) || "{n} " + value.unit;
  return (qualifier && qualifier + " ") + around.replace("{n}", value.amount.toLocaleString("en"));
}

// The words around a number of a unit; nothing of an unknown one.
function pattern(dataset: Dataset, unit: Unit | undefined, one: boolean): string {
  if (!unit) return "";
  if (unit.percent) return "{n}%";
  if (unit.currency) return money(dataset, unit.currency) + words(unit.per);
  var plain: Text = {};
  for (var language in unit.words) plain[language] = form(unit.words[language], one);
  return words(plain);
}

function money(dataset: Dataset, code: string): string {
  var currency = (dataset.currencies || []).filter(function (item) {
    return item.code === code;
  })[0];
  return words(currency && currency.words) || code + " {n}";
}

function form(forms: string | { [form: string]: string } | undefined, one: boolean): string {
  if (!forms || typeof forms === "string") return forms || "";
  return (one && forms.one) || forms.other || "";
}

function place(dataset: Dataset, at: Locator): string {
  var source = named(dataset.documents, at.document);
  var section = named(source && source.sections, at.section);
  var title = section ? words(section.title) : at.section;
  return pick(title + "，第 " + at.paragraph + " 段", title + ", paragraph " + at.paragraph);
}

function row(name: string, cells: string[]): HTMLElement {
  var made = cells.map(function (text) {
    return element(name, text);
  });
  return element("tr", "", made);
}

function table(dataset: Dataset): HTMLElement {
  var rows = dataset.records.map(function (record) {
    var figures = (record.values || []).map(function (value) {
      return figure(dataset, value);
    });
    // One place in the source, or a list of them.
    var places = ([] as Locator[]).concat(record.source || []).map(function (at) {
      return place(dataset, at);
    });
    return row("td", [words(record.title), figures.join("; "), words(record.note), places.join(pick("；", "; "))]);
  });
  var heads = zh ? ["标题", "数值", "说明", "出处"] : ["Title", "Figure", "Note", "Source"];
  var made = element("table", "", [
    element("caption", words(dataset.title)),
    element("thead", "", [row("th", heads)]),
    element("tbody", "", rows),
  ]);
  made.className = "records";
  made.lang = pick("zh-Hans", "en");
  made.setAttribute("translate", "yes");
  return made;
}
