// Files that nobody wrote by hand, as large as those that readers bring: the same at
// every run.

// Mulberry32: numbers from 0 to below 1 that follow from the seed alone.
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SECTORS = ["Water", "Schools", "Clinics", "Roads", "Farming", "Energy", "Courts", "Forests"];
const WORDS = ["wells", "canal", "bridge", "nursery", "ward", "depot", "market", "survey", "terrace", "line"];
const HEAD =
  "project_id,transaction_id,title,sector,kind,place,latitude,longitude,start,end,amount,currency,funding,implementing";

// A table in CSV of `records` payments, each of one or two of `places` places.
export function written({ records, places, seed = 20_261_128 }) {
  const random = numbers(seed);
  const below = (end) => Math.floor(random() * end);
  const pick = (list) => list[below(list.length)];
  const points = Array.from({ length: places }, (_, at) => ({
    name: `Site ${at + 1}`,
    latitude: (random() * 30 - 10).toFixed(4),
    longitude: (random() * 60 + 10).toFixed(4),
  }));
  const lines = Array.from({ length: records }, (_, at) => {
    // Every place is named.
    const first = points[at < places ? at : below(places)];
    const held = records < places || below(2) ? [first, points[(at + records) % places]] : [first];
    const list = (key) => held.map((place) => place[key]).join("|");
    const year = 1995 + below(28);
    return [
      `P-${at + 1}`,
      `T-${at + 1}`,
      `${pick(SECTORS)} ${pick(WORDS)} ${at + 1}`,
      pick(SECTORS),
      pick(["grant", "loan", "training"]),
      list("name"),
      list("latitude"),
      list("longitude"),
      `${year}-0${1 + below(9)}-1${below(10)}`,
      year + 1 + below(4),
      below(9_000_000) + 1000,
      pick(["USD", "EUR"]),
      `Fund ${1 + below(30)}`,
      `Agency ${1 + below(120)}`,
    ].join(",");
  });
  return `${[HEAD, ...lines].join("\n")}\n`;
}
