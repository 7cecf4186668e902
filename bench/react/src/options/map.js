// The map with amounts as circles by area, its sites, and the inset of the provider.
import {
  byLocation,
  CITY,
  dataset,
  familyOf,
  insetMap,
  isArea,
  isOnMap,
  lineage,
  measures,
  NONE,
  placeOrder,
  places,
  SEVERAL,
  sortCounted,
  valuesOf,
} from "../data.js";
import { placeName, plain, qualified, recordCount, word } from "../format.js";
import { FONT, faint, SYMBOLS } from "./theme.js";
import { TOOLTIP, tip } from "./tip.js";

const LARGEST = 76;
const APART = 17;
const areas = (onMap) => dataset.places.filter(({ id }) => isArea(id) && isOnMap(id) === onMap).map(({ id }) => id);
const AREAS = areas(true);
const PROVIDER = areas(false);

// The values of a measure among records, the largest first; for counts of records
// one that stands for all.
function valuesIn(list, measure) {
  const { indicator, beside = [], unit } = measures.get(measure) ?? {};
  if (!indicator) return list.length ? [{ amount: list.length, records: list, unit: null }] : [];
  return [indicator, ...beside].flatMap((one) =>
    sortCounted(valuesOf(list, one, unit)).map((counted) => ({
      ...counted,
      records: [counted.record],
      second: one !== indicator,
    })),
  );
}
const figure = (lang, { value, amount }) => (value ? qualified(lang, value) : plain(amount));

// A circle's look: filled, or of another indicator, or only expected.
function lookOf(theme, { record, value, second }) {
  const color = record ? theme.families[familyOf(record.sector)] : theme.muted;
  const uncertain = ["estimated", "expected"].includes(value?.qualifier);
  return {
    color: second ? faint(color, "33") : color,
    borderColor: color,
    borderWidth: second || uncertain ? 1.5 : 0,
    borderType: uncertain ? "dashed" : "solid",
  };
}

export function mapView({ lang, theme }, records, chosen, measure, points) {
  const groups = new Map(byLocation(records));
  const all = [...groups].map(([at, list]) => [at, list, valuesIn(list, measure)]);
  const most = Math.max(1, ...all.flatMap(([, , values]) => values.map(({ amount }) => amount)));
  const size = (amount) => Math.max(4, LARGEST * Math.sqrt(amount / most));

  const regions = AREAS.map((id) => {
    const list = records.filter(({ choices }) => choices.has(id));
    return {
      name: id,
      key: `place:${id}`,
      ids: list.map((record) => record.id),
      tip: [placeName(lang, id), recordCount(lang, list.length)].join("\n"),
      itemStyle: {
        areaColor: list.length ? theme.noFigure : theme.panel,
        borderColor: chosen.includes(id) ? theme.text : theme.line,
        borderWidth: chosen.includes(id) ? 3 : 1,
        borderType: list.length || chosen.includes(id) ? "solid" : "dashed",
      },
      emphasis: { label: { show: false }, itemStyle: { borderColor: theme.text, borderWidth: 2 } },
    };
  });

  const circles = [];
  for (const [at, list, values] of all.filter(([id]) => points[id])) {
    const sizes = values.map(({ amount }) => size(amount));
    let x = -sizes.reduce((sum, one) => sum + one, 0) / 2;
    for (const [nth, value] of values.entries()) {
      circles.push({
        value: points[at],
        symbolSize: sizes[nth],
        symbolOffset: [x + sizes[nth] / 2, 0],
        itemStyle: lookOf(theme, value),
        key: value.record ? `record:${value.record.id}` : `place:${at}`,
        ids: value.records.map(({ id }) => id),
        tip: [placeName(lang, at), figure(lang, value), value.record?.title[lang]].filter(Boolean).join("\n"),
      });
      x += sizes[nth];
    }
    const others = list.filter((record) => !values.some((value) => value.records.includes(record)));
    if (!others.length || !values.length) continue;
    circles.push({
      value: points[at],
      symbolSize: 16,
      symbolOffset: [x + 10, 0],
      label: { show: true, formatter: String(others.length), color: theme.text, fontSize: 10 },
      itemStyle: { color: theme.panel, borderColor: theme.muted, borderType: "dashed", borderWidth: 1 },
      key: `place:${at}`,
      ids: others.map(({ id }) => id),
      tip: [placeName(lang, at), recordCount(lang, others.length)].join("\n"),
    });
  }
  const labels = AREAS.filter((id) => points[id]).map((id) => {
    const values = all.find(([at]) => at === id)?.[2] ?? [];
    const lines = values.map((value) => figure(lang, value)).join("\n");
    const tall = Math.max(0, ...values.map(({ amount }) => size(amount))) / 2;
    return {
      name: placeName(lang, id),
      value: points[id],
      label: { formatter: `{name|${placeName(lang, id)}}${tall ? `\n\n\n${lines}` : ""}` },
    };
  });
  const halo = { show: true, color: theme.text, fontSize: 11, textBorderColor: theme.panel, textBorderWidth: 3 };
  const regionTip = (name) => regions.find((region) => region.name === name)?.tip;
  const { data: sites, looks } = sitesOf(lang, theme, records, points);
  const scatter = { type: "scatter", coordinateSystem: "geo", geoIndex: 0 };
  const option = {
    animation: false,
    textStyle: { fontFamily: FONT },
    tooltip: { ...TOOLTIP, formatter: ({ data, name }) => tip(data?.tip ?? regionTip(name)) },
    geo: {
      map: "recipient",
      nameProperty: "id",
      roam: true,
      scaleLimit: { min: 1, max: 20 },
      aspectScale: 0.87,
      preserveAspect: "contain",
      top: 8,
      bottom: 8,
      left: 8,
      right: 8,
      itemStyle: { areaColor: theme.noFigure, borderColor: theme.line },
      label: { show: false },
      selectedMode: false,
      tooltip: { show: true },
      regions,
    },
    series: [
      { ...scatter, data: circles, z: 5, emphasis: { scale: 1.1 } },
      {
        ...scatter,
        silent: true,
        symbolSize: 0.1,
        data: labels,
        label: { ...halo, rich: { name: { fontWeight: 600, fontSize: 12 } } },
        labelLayout: { hideOverlap: true },
        z: 7,
      },
      { ...scatter, symbolSize: 11, data: sites, z: 6, emphasis: { scale: 1.4 } },
    ],
  };
  const untied = [SEVERAL, CITY, NONE].flatMap((at) => {
    const [, list, values] = all.find(([id]) => id === at) ?? [];
    if (!list) return [];
    const circlesOf = values.map((value) => ({
      id: value.record?.id ?? at,
      size: size(value.amount),
      color: value.record ? theme.families[familyOf(value.record.sector)] : theme.muted,
      words: figure(lang, value),
    }));
    return [{ at, name: placeName(lang, at), count: recordCount(lang, list.length), circles: circlesOf }];
  });
  const figures = all.map(([at, list, values]) => ({
    at,
    name: placeName(lang, at),
    words: values.length ? values.map((value) => figure(lang, value)).join("; ") : word(lang, "noFigure"),
    count: recordCount(lang, list.length),
  }));
  return { option, untied, figures, looks };
}

// Places below the areas, at their own point, or hollow at that of what they lie in.
function sitesOf(lang, theme, records, points) {
  const groups = new Map();
  for (const record of records) {
    for (const place of record.places.filter((id) => isOnMap(id) && !isArea(id) && places.get(id).parent)) {
      groups.set(place, [...(groups.get(place) ?? []), record]);
    }
  }
  const taken = new Map();
  const looks = new Map();
  const data = [...groups]
    .sort(([a], [b]) => placeOrder.get(a) - placeOrder.get(b))
    .flatMap(([place, list]) => {
      const at = lineage(place).find((id) => points[id] || places.get(id).coordinates);
      if (!at) return [];
      const { coordinates } = places.get(at);
      const point = isArea(at) || !coordinates ? points[at] : [coordinates.longitude, coordinates.latitude];
      const nth = taken.get(at) ?? 0;
      taken.set(at, nth + 1);
      const family = familyOf(list[0].sector);
      const color = theme.families[family];
      looks.set(family, { family, color, symbol: SYMBOLS[family] });
      const hollow = at !== place;
      return [
        {
          name: placeName(lang, place),
          value: point,
          symbol: SYMBOLS[family],
          symbolOffset: [[0, APART, -APART][nth % 3], APART * (1.2 + Math.floor(nth / 3))],
          itemStyle: { color: hollow ? theme.panel : color, borderColor: color, borderWidth: 2 },
          key: `place:${place}`,
          ids: list.map(({ id }) => id),
          tip: [placeName(lang, place), ...list.map(({ title }) => title[lang])].join("\n"),
        },
      ];
    });
  return { data, looks: [...looks.values()].sort((a, b) => a.family - b.family) };
}

export function insetView({ lang, theme }, records, chosen) {
  const data = PROVIDER.map((id) => {
    const list = records.filter(({ choices }) => choices.has(id));
    return {
      name: id,
      key: `place:${id}`,
      ids: list.map((record) => record.id),
      tip: `${placeName(lang, id)}\n${recordCount(lang, list.length)}`,
      itemStyle: {
        areaColor: theme.line,
        borderColor: chosen.includes(id) ? theme.text : theme.panel,
        borderWidth: chosen.includes(id) ? 3 : 1,
      },
    };
  });
  return {
    animation: false,
    tooltip: TOOLTIP,
    series: [
      {
        type: "map",
        map: insetMap.id,
        nameProperty: "id",
        roam: false,
        data,
        selectedMode: false,
        aspectScale: 0.77,
        preserveAspect: "contain",
        top: 2,
        bottom: 2,
        left: 2,
        right: 2,
        itemStyle: { areaColor: theme.panel, borderColor: theme.line, borderWidth: 0.6 },
        label: { show: false },
        emphasis: { label: { show: false }, itemStyle: { borderColor: theme.text, borderWidth: 2 } },
      },
    ],
  };
}
