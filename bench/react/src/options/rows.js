// What charts show of the records that are selected: rows of segments.
import {
  byLocation,
  dataset,
  disjointTotal,
  isWithin,
  overlap,
  resultOf,
  SEVERAL,
  sectors,
  sortCounted,
  valuesOf,
} from "../data.js";
import { amount, labelled, placeName, qualified, source, time, word } from "../format.js";

const segment = (lang, { record, value, amount: size }) => ({
  amount: size,
  record,
  uncertain: ["estimated", "expected"].includes(value.qualifier),
  key: `record:${record.id}`,
  tip: [record.title[lang], qualified(lang, value), time(lang, record.time), source(lang, record)].join("\n"),
});
const single = (lang, counted, second = false) => ({
  id: `${counted.record.id}/${counted.value.key}`,
  label: counted.record.title[lang],
  text: qualified(lang, counted.value),
  counted,
  second,
  segments: [segment(lang, counted)],
});

const candidates = (chart, records, { indicator, unit }) =>
  valuesOf(chart.kinds ? records.filter(({ kind }) => chart.kinds.includes(kind)) : records, indicator, unit);
const each = (lang, chart, records) =>
  chart.values.flatMap((wanted) =>
    sortCounted(candidates(chart, records, wanted)).map((counted) => single(lang, counted, !!wanted.apart)),
  );

// A total: its parts are its segments, and what was left out is said.
function total(lang, label, { amount: sum, counted, leftOut }, unit, key, second) {
  const names = leftOut.map(({ record, value }) => labelled(lang, record.title[lang], qualified(lang, value)));
  return {
    id: label,
    label,
    second,
    remark: names.length ? labelled(lang, word(lang, "notAdded"), names.join("; ")) : null,
    text:
      counted.length === 1
        ? qualified(lang, counted[0].value)
        : `${amount(lang, sum, unit)} (${word(lang, "derived")})`,
    segments: counted.map((part) => ({ ...segment(lang, part), ...(key && { key }) })),
  };
}

function totals(lang, chart, records) {
  const groups =
    chart.by === "place"
      ? byLocation(records).map(([id, list]) => [placeName(lang, id), id === SEVERAL ? null : `place:${id}`, list])
      : dataset.sectors.map(({ id }) => [
          sectors.get(id).name[lang],
          `sector:${id}`,
          records.filter(({ sector }) => sector === id),
        ]);
  return groups.flatMap(([name, key, list]) =>
    chart.values.flatMap((wanted) => {
      const found = candidates(chart, list, wanted);
      if (!found.length) return [];
      const label = wanted.apart ? labelled(lang, name, wanted.apart[lang]) : name;
      return [total(lang, label, disjointTotal(found), wanted.unit, key, !!wanted.apart)];
    }),
  );
}

// Amounts one below the other: each as deep as what it lies within or overlaps.
function nesting(lang, chart, records) {
  const rows = each(lang, chart, records);
  const placed = [];
  for (const row of rows) {
    const { id } = row.counted.record;
    const over = placed.filter(({ counted, second }) => {
      const other = counted.record.id;
      return second === row.second && (isWithin(id, other) || overlap(id, other));
    });
    const above = over.at(-1);
    placed.push({ ...row, depth: above ? above.depth + 1 : 0, above: above?.id });
  }
  return placed;
}

// A sum that the dataset derives, where all its parts are drawn.
export function sumsOf(lang, rows) {
  const shown = new Set(rows.map(({ counted }) => counted.record.id));
  return dataset.derived
    .filter(({ formula }) => formula.op === "sum" && formula.of.every((part) => shown.has(part.split("/")[0])))
    .map(
      (figure) => `${figure.title[lang]}: ${amount(lang, resultOf(figure), figure.unit)} (${word(lang, "derived")})`,
    );
}

export function rowsOf(chart, lang, records) {
  if (chart.form === "total") return totals(lang, chart, records);
  if (chart.form === "nesting") return nesting(lang, chart, records);
  if (chart.form === "slope") {
    return each(lang, chart, records).sort(
      (a, b) => (a.counted.record.days?.[0] ?? 0) - (b.counted.record.days?.[0] ?? 0),
    );
  }
  return each(lang, chart, records);
}

// Results that the same paragraphs state beside what is drawn.
export function contextOf(chart, rows, records) {
  if (!chart.context) return [];
  const shown = rows.map(({ counted }) => counted.record);
  const same = ({ sources: [a] }, { sources: [b] }) => a.section === b.section && a.paragraph === b.paragraph;
  return records.filter(
    (record) =>
      chart.context.includes(record.kind) && !shown.includes(record) && shown.some((one) => same(one, record)),
  );
}
