// The dataset of the app with what is looked up for every record, computed once.
import raw from "../../../public/dataset/beijing-lhasa.json";

export const DAY = 86_400_000;
const byId = (list) => new Map(list.map((item) => [item.id, item]));
const positions = (list) => new Map(list.map(({ id }, at) => [id, at]));

export const dataset = raw;
export const places = byId(raw.places);
export const sectors = byId(raw.sectors);
export const families = byId(raw.families);
export const organisations = byId(raw.organisations);
export const kinds = byId(raw.kinds);
export const indicators = byId(raw.indicators);
export const units = byId(raw.units);
export const periods = byId(raw.periods);
export const measures = byId(raw.measures);
export const derived = byId(raw.derived);
const documents = byId(raw.documents);
export const placeOrder = positions(raw.places);
export const sectorOrder = positions(raw.sectors);
const familyOrder = positions(raw.families);
const recordOrder = positions(raw.records);
const derivedOrder = positions(raw.derived);
export const familyOf = (sector) => familyOrder.get(sectors.get(sector).family);
export const CITY = "city-wide";
export const NONE = "programme-wide";
export const SEVERAL = "several";

// Dates: YYYY, YYYY-MM or YYYY-MM-DD; days since 1970.
export function parseDate(text) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text ?? "");
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return month > 12 || month === 0 || day === 0 || day > 31 ? null : { year, month, day };
}
export function firstDay(text) {
  const { year, month = 1, day = 1 } = parseDate(text);
  return Date.UTC(year, month - 1, day) / DAY;
}
export function lastDay(text) {
  const { year, month = 12, day } = parseDate(text);
  return (day ? Date.UTC(year, month - 1, day) : Date.UTC(year, month, 0)) / DAY;
}
export const monthOf = (days) => new Date(days * DAY).toISOString().slice(0, 7);
export const asOf = lastDay(raw.asOf);

function daysOf(time) {
  switch (time.type) {
    case "point":
      return [firstDay(time.at), lastDay(time.at)];
    case "interval":
      return [firstDay(time.from), lastDay(time.to)];
    case "period": {
      const period = periods.get(time.period);
      return [firstDay(period.from), lastDay(period.to)];
    }
    case "since":
      return [firstDay(time.from), Math.max(asOf, lastDay(time.from))];
    case "until":
      return [firstDay(time.to), lastDay(time.to)];
    default:
      return null;
  }
}

export function lineage(id) {
  const line = [];
  for (let at = id; at; at = places.get(at).parent) line.push(at);
  return line;
}
const areaLevels = new Set(raw.levels.filter(({ area }) => area).map(({ id }) => id));
export const isArea = (id) => areaLevels.has(places.get(id).level);
const mainMap = raw.maps.find(({ role }) => role === "main");
export const insetMap = raw.maps.find(({ role }) => role === "inset");
export const isOnMap = (id) => lineage(id).includes(mainMap.place);

function locate(record) {
  const inside = record.places.filter(isOnMap);
  const areas = new Set(inside.map((place) => lineage(place).find(isArea)).filter(Boolean));
  if (areas.size === 1) return [...areas][0];
  if (areas.size > 1) return SEVERAL;
  return inside.length ? CITY : NONE;
}

// "nyemo" finds Nyêmo.
const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("’", "'");

export const records = raw.records.map((record, order) => {
  const located = locate(record);
  const choices = new Set(record.places.flatMap(lineage));
  if (located !== SEVERAL) choices.add(located);
  const named = record.places.map((place) => places.get(place));
  const sources = [record.source].flat().map(({ document: id, section, paragraph }) => {
    const document = documents.get(id);
    return { document, section: document.sections.findIndex((one) => one.id === section), paragraph };
  });
  const texts = [record.title, record.note, ...named.map(({ name }) => name)].flatMap(Object.values);
  return {
    ...record,
    order,
    located,
    choices,
    days: daysOf(record.time),
    sources,
    words: fold([...texts, ...named.flatMap(({ aliases = [] }) => aliases)].join("\n")),
    values: record.values.map((value) => ({ ...value, key: value.id ?? value.indicator })),
    orgs: new Set(record.organisations.map(({ organisation }) => organisation)),
  };
});
export const recordById = byId(records);

const known = records.map(({ days }) => days).filter(Boolean);
export const extent = [Math.min(...known.map(([first]) => first)), Math.max(...known.map(([, last]) => last))];

// All choices of place, each below what it lies in.
function tree(parent, depth) {
  return raw.places
    .filter((place) => place.parent === parent)
    .flatMap(({ id }) => [{ id, depth }, ...tree(id, depth + 1)]);
}
const flat = (list) => list.map(({ id }) => ({ id, depth: 0 }));
export const CHOICES = {
  place: [{ id: CITY, depth: 0 }, { id: NONE, depth: 0 }, ...tree(undefined, 0)],
  sector: flat(raw.sectors),
  kind: flat(raw.kinds),
  org: flat(raw.organisations),
};

// --- Filters ---
const members = {
  place: (record) => record.choices,
  sector: (record) => [record.sector],
  kind: (record) => [record.kind],
  org: (record) => record.orgs,
};
const has = (set, member) => (set.has ? set.has(member) : set.includes(member));

function admits({ from, to }, days) {
  if (!from && !to) return true;
  if (!days) return false;
  return (!from || days[1] >= firstDay(from)) && (!to || days[0] <= lastDay(to));
}

export function select(filter, without) {
  const terms = filter.q.split(/\s+/).filter(Boolean).map(fold);
  const lists = Object.keys(members).filter((name) => name !== without && filter[name].length);
  return records.filter(
    (record) =>
      lists.every((name) => filter[name].some((choice) => has(members[name](record), choice))) &&
      admits(filter, record.days) &&
      terms.every((term) => record.words.includes(term)),
  );
}

export function countFacets(filter) {
  const facets = {};
  for (const [name, of] of Object.entries(members)) {
    const counts = new Map();
    for (const record of select(filter, name)) {
      for (const member of of(record)) counts.set(member, (counts.get(member) ?? 0) + 1);
    }
    facets[name] = counts;
  }
  return facets;
}

// --- Order ---
export const byTime = (a, b) => a.days[0] - b.days[0] || a.days[1] - b.days[1] || a.order - b.order;
const bySource = ({ sources: [a], order }, { sources: [b], order: other }) =>
  a.section - b.section || a.paragraph - b.paragraph || order - other;
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
export function sortRecords(list, sort, lang) {
  const descending = sort.startsWith("-");
  const turn = (order) => (descending ? -order : order);
  const stated = (of, order) => (a, b) => {
    const [x, y] = [of(a), of(b)];
    if (x === undefined || y === undefined) return (x === undefined) - (y === undefined);
    return order(x, y);
  };
  const orders = {
    source: (a, b) => turn(bySource(a, b)),
    title: (a, b) => turn(compare(a.title[lang], b.title[lang])),
    value: stated(
      ({ values }) => values[0],
      (a, b) => compare(a.unit, b.unit) || turn(a.amount - b.amount),
    ),
    time: stated(
      ({ days }) => days ?? undefined,
      (a, b) => turn(a[0] - b[0] || a[1] - b[1]),
    ),
    place: stated(
      ({ places: own }) => placeOrder.get(own[0]),
      (a, b) => turn(a - b),
    ),
    sector: (a, b) => turn(compare(sectors.get(a.sector).name[lang], sectors.get(b.sector).name[lang])),
  };
  return [...list].sort(orders[sort.replace("-", "")]);
}

// --- What is counted within what ---
const wholes = new Map();
const overlaps = new Map();
const put = (map, a, b) => map.set(a, (map.get(a) ?? new Set()).add(b));
for (const { id, relations } of records) {
  for (const { type, target } of relations) {
    if (type === "part_of") put(wholes, id, target);
    else if (type === "includes") put(wholes, target, id);
    else {
      put(overlaps, id, target);
      put(overlaps, target, id);
    }
  }
}
export const operands = ({ formula }) =>
  Array.isArray(formula.of) ? formula.of : [formula.from ?? formula.of, formula.to ?? formula.minus];
const targetOf = (operand) => operand.split("/")[0];
for (const figure of raw.derived) {
  if (figure.formula.op === "sum") for (const operand of figure.formula.of) put(wholes, targetOf(operand), figure.id);
}
export const wholesOf = (part) => [...(wholes.get(part) ?? [])];
function allWholes(part) {
  const found = new Set();
  const open = [part];
  while (open.length) {
    for (const whole of wholesOf(open.pop())) {
      if (!found.has(whole)) open.push(whole);
      found.add(whole);
    }
  }
  return found;
}
export const overlap = (a, b) => !!overlaps.get(a)?.has(b);
const conflict = (a, b) => a === b || overlap(a, b) || allWholes(a).has(b) || allWholes(b).has(a);
export const isWithin = (part, whole) => allWholes(part).has(whole);
export const targetOrder = (id) => recordOrder.get(id) ?? records.length + derivedOrder.get(id);

// --- Figures computed from records ---
const results = new Map();
export function operandValue(operand) {
  const [id, key] = operand.split("/");
  if (key === undefined) return { amount: results.get(id), unit: derived.get(id).unit, qualifier: "exact" };
  return recordById.get(id).values.find((value) => value.key === key);
}
for (const figure of raw.derived) {
  const [a, b, ...rest] = operands(figure).map((operand) => operandValue(operand).amount);
  const compute = {
    sum: () => [a, b, ...rest].reduce((x, y) => x + y),
    product: () => [a, b, ...rest].reduce((x, y) => x * y),
    difference: () => a - b,
    ratio: () => a / b,
    share: () => (a / b) * 100,
    growth: () => (b - a) / a,
  };
  const result = compute[figure.formula.op]();
  results.set(figure.id, Number.isFinite(result) ? result : null);
}
export const resultOf = ({ id }) => results.get(id);
export const derivedFrom = (id) =>
  raw.derived.filter((figure) => [...operands(figure), figure.stated].some((operand) => operand?.startsWith(`${id}/`)));

// --- Totals ---
export const valuesOf = (list, indicator, unit) =>
  list.flatMap((record) =>
    record.values
      .filter((value) => value.indicator === indicator && value.unit === unit)
      .map((value) => ({ record, value, amount: value.amount })),
  );
export const sortCounted = (list) => [...list].sort((a, b) => b.amount - a.amount || a.record.order - b.record.order);

// Only what does not overlap is added.
export function disjointTotal(candidates) {
  const total = { amount: 0, counted: [], leftOut: [] };
  for (const candidate of sortCounted(candidates)) {
    if (total.counted.some((other) => conflict(candidate.record.id, other.record.id))) total.leftOut.push(candidate);
    else {
      total.amount += candidate.amount;
      total.counted.push(candidate);
    }
  }
  return total;
}
export function byLocation(list) {
  const groups = new Map();
  for (const record of list) groups.set(record.located, [...(groups.get(record.located) ?? []), record]);
  const order = (key) => placeOrder.get(key) ?? 1000 + [SEVERAL, CITY, NONE].indexOf(key);
  return [...groups].sort(([a], [b]) => order(a) - order(b));
}
