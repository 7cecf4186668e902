// Numbers, times and names, in each language's own way.
import {
  CITY,
  dataset,
  indicators,
  isArea,
  isOnMap,
  kinds,
  NONE,
  operands,
  operandValue,
  organisations,
  parseDate,
  periods,
  places,
  records,
  resultOf,
  SEVERAL,
  sectors,
  units,
} from "./data.js";
import { WORDS } from "./words.js";

export const word = (lang, key) => WORDS[key][lang === "zh" ? 0 : 1];

const formats = new Map();
export function plain(number, digits = 4) {
  if (!formats.has(digits)) formats.set(digits, new Intl.NumberFormat("en-US", { maximumFractionDigits: digits }));
  return formats.get(digits).format(number);
}
function number(lang, value, digits) {
  const large =
    lang === "zh"
      ? [
          [1e8, " 亿"],
          [1e6, " 万", 1e4],
        ]
      : [
          [1e9, " billion"],
          [1e6, " million"],
        ];
  const [, name, by] = large.find(([from]) => value >= from) ?? [];
  const divisor = by ?? large.find(([from]) => value >= from)?.[0];
  return name ? `${plain(value / divisor)}${name}` : plain(value, digits);
}

export function amount(lang, value, id) {
  const unit = units.get(id);
  if (unit.percent) return `${plain(value, unit.decimals)}%`;
  if (unit.currency) {
    const { words } = dataset.currencies.find(({ code }) => code === unit.currency);
    const whole = unit.per && value >= 1e6 ? Math.round(value / 1e4) * 1e4 : value;
    return words[lang].replace("{n}", number(lang, whole)) + (unit.per?.[lang] ?? "");
  }
  const words = unit.words[lang];
  const form = typeof words === "string" ? words : value === 1 ? words.one : words.other;
  return form.replace("{n}", number(lang, value, unit.decimals));
}
export function qualified(lang, { amount: value, unit, qualifier }) {
  const text = amount(lang, value, unit);
  if (qualifier === "exact") return text;
  return `${word(lang, qualifier === "expected" ? "expected_qualifier" : qualifier)} ${text}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
export function date(lang, text) {
  const { year, month, day } = parseDate(text);
  if (lang === "zh") return `${year} 年${month ? ` ${month} 月` : ""}${day ? ` ${day} 日` : ""}`;
  return `${day ? `${day} ` : ""}${month ? `${MONTHS[month - 1]} ` : ""}${year}`;
}
export function time(lang, { type, at, from, to, period: id }) {
  const zh = lang === "zh";
  switch (type) {
    case "point":
      return date(lang, at);
    case "interval":
      return `${date(lang, from)} – ${date(lang, to)}`;
    case "period": {
      const { name, from: first, to: last } = periods.get(id);
      return `${name[lang]}${zh ? "（" : " ("}${first.slice(0, 4)}–${last.slice(0, 4)}${zh ? "）" : ")"}`;
    }
    case "since":
      return zh ? `${date(lang, from)}以来` : `since ${date(lang, from)}`;
    case "until":
      return zh ? `截至 ${date(lang, to)}` : `up to ${date(lang, to)}`;
    default:
      return word(lang, "unknown");
  }
}

export const list = (lang, items) => items.join(lang === "zh" ? "、" : ", ");
export const labelled = (lang, label, text) => (lang === "zh" ? `${label}：${text}` : `${label}: ${text}`);
export const countOf = (lang, shown) =>
  lang === "zh" ? `${records.length} 条记录中的 ${shown} 条` : `${shown} of ${records.length} records`;
export const recordCount = (lang, count) =>
  lang === "zh" ? `${count} 条记录` : `${count} record${count === 1 ? "" : "s"}`;
export const short = (lang, record) => record.shortTitle?.[lang] ?? record.title[lang];

const WIDE = { [CITY]: "cityWide", [NONE]: "programmeWide", [SEVERAL]: "several" };
export const placeName = (lang, choice) => (WIDE[choice] ? word(lang, WIDE[choice]) : places.get(choice).name[lang]);
export const placeNames = (lang, record) =>
  record.places.length
    ? list(
        lang,
        record.places.map((id) => placeName(lang, id)),
      )
    : word(lang, "programmeWide");
const NAMED = { sector: sectors, kind: kinds, org: organisations, indicator: indicators };
export const nameOf = (lang, group, id) => (group === "place" ? placeName(lang, id) : NAMED[group].get(id).name[lang]);

export function source(lang, { sources }) {
  const words = sources.map(({ document, section, paragraph }) => {
    const { title } = document.sections[section];
    return lang === "zh" ? `${title.zh}，第 ${paragraph} 段` : `${title.en}, paragraph ${paragraph}`;
  });
  return words.join("; ");
}
export function finding(lang) {
  const areas = dataset.places.filter(({ id }) => isArea(id) && isOnMap(id));
  const named = areas.filter(({ id }) => records.some(({ choices }) => choices.has(id)));
  const dated = records.filter(({ days }) => days).length;
  return lang === "zh"
    ? `记录提到 ${areas.length} 个区县中的 ${named.length} 个；${records.length} 条记录中 ${dated} 条写明时间。`
    : `The records name ${named.length} of ${areas.length} areas; ${dated} of ${records.length} records state a time.`;
}
export function sourceLine(lang) {
  const documents = dataset.documents.map(({ title, publisher, published }) =>
    list(lang, [title[lang], publisher[lang], published[lang]]),
  );
  return `${labelled(lang, word(lang, "source"), documents.join("; "))} ${dataset.notes.account[lang]}`;
}

// --- Derived figures ---
export function result(lang, figure) {
  const value = resultOf(figure);
  return value === null ? "—" : amount(lang, value, figure.unit);
}
export function formula(lang, figure) {
  const words = operands(figure).map((operand) => qualified(lang, operandValue(operand)));
  const [a, b] = words;
  switch (figure.formula.op) {
    case "sum":
      return words.join(" + ");
    case "product":
      return words.join(" × ");
    case "difference":
      return `${a} − ${b}`;
    case "ratio":
      return `${a} ÷ ${b}`;
    case "share":
      return `${a} ÷ ${b} × 100%`;
    default:
      return `(${b} − ${a}) ÷ ${a}`;
  }
}
export function stated(lang, figure) {
  if (!figure.stated) return null;
  const value = operandValue(figure.stated);
  const digits = (String(value.amount).split(".")[1] ?? "").length;
  return { text: qualified(lang, value), agrees: Number(resultOf(figure).toFixed(digits)) === value.amount };
}
