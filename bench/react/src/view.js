// The whole view, kept in the query of the address; and what the pointer is over.
import { useSyncExternalStore } from "react";
import { CITY, dataset, kinds, measures, NONE, organisations, parseDate, places, recordById, sectors } from "./data.js";

export const EMPTY = { place: [], sector: [], kind: [], org: [], from: "", to: "", q: "" };
export const PANELS = ["all", "map", "timeline", "charts", "table"];
export const COLUMNS = ["title", "value", "time", "place", "sector", "source"];
export const SCHEMES = ["system", "light", "dark"];
const DEFAULTS = {
  ...EMPTY,
  measure: dataset.defaultMeasure,
  sort: "source",
  record: "",
  panel: "all",
  lang: "",
  scheme: "system",
};

const VALID = {
  place: (id) => places.has(id) || id === CITY || id === NONE,
  sector: (id) => sectors.has(id),
  kind: (id) => kinds.has(id),
  org: (id) => organisations.has(id),
  from: parseDate,
  to: parseDate,
  q: () => true,
  measure: (id) => measures.has(id) || id === "records",
  sort: (value) => COLUMNS.includes(value.replace(/^-/, "")),
  record: (id) => recordById.has(id),
  panel: (id) => PANELS.includes(id),
  lang: (id) => dataset.languages.includes(id),
  scheme: (id) => SCHEMES.includes(id),
};

function decode(search) {
  const view = { ...DEFAULTS };
  for (const [key, value] of new URLSearchParams(search)) {
    if (!VALID[key]) continue;
    if (Array.isArray(DEFAULTS[key])) view[key] = value.split(",").filter(VALID[key]);
    else if (VALID[key](value)) view[key] = value;
  }
  return view;
}
function encode(view) {
  const query = new URLSearchParams();
  for (const [key, usual] of Object.entries(DEFAULTS)) {
    if (String(view[key]) !== String(usual)) query.set(key, String(view[key]));
  }
  return query.toString().replaceAll("%2C", ",");
}

function store(value) {
  const listeners = new Set();
  const subscribe = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const set = (next) => {
    value = next;
    for (const listener of listeners) listener();
  };
  return { subscribe, set, get: () => value };
}

const view = store(decode(location.search));
addEventListener("popstate", () => view.set(decode(location.search)));
export const useView = () => useSyncExternalStore(view.subscribe, view.get);

// Changes the view by a choice, which Back undoes, or by an adjustment.
export function change(patch, adjustment = false) {
  const next = { ...view.get(), ...patch };
  const query = encode(next);
  if (query === encode(view.get())) return;
  history[adjustment ? "replaceState" : "pushState"](null, "", query ? `?${query}` : location.pathname);
  view.set(next);
}
export function toggle(key, member) {
  const list = view.get()[key];
  change({ [key]: list.includes(member) ? list.filter((item) => item !== member) : [...list, member] });
}
export const open = (id) => change({ record: id });
// Does what a click on a mark means: "record:…", "place:…", "sector:…".
export function act(key) {
  const [kind, id] = key.split(":");
  if (kind === "record") open(id);
  else toggle(kind, id);
}

const hovered = store([]);
export function hover(ids) {
  if (hovered.get().length || ids.length) hovered.set(ids);
}
export const useLit = (id) => useSyncExternalStore(hovered.subscribe, () => hovered.get().includes(id));
export const getHovered = hovered.get;
export const onHover = hovered.subscribe;

const medias = new Map();
export function useMedia(query) {
  if (!medias.has(query)) {
    const media = matchMedia(query);
    const listen = (listener) => {
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    };
    medias.set(query, [listen, () => media.matches]);
  }
  return useSyncExternalStore(...medias.get(query));
}
