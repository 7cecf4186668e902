// A row a record on a time axis, in lanes by sector, below a strip in true scale.
import { asOf, byTime, DAY, dataset, extent, familyOf, firstDay, lastDay, monthOf, records } from "../data.js";
import { labelled, qualified, short, time, word } from "../format.js";
import { drawRow } from "./row.js";
import { drawStrip } from "./strip.js";
import { FONT } from "./theme.js";
import { TOOLTIP } from "./tip.js";

const ROW = 13;
const GAP = 5;
const TOP = 62;
const FADE = 400;

export const [FIRST, LAST] = [extent[0] - 365, Math.max(extent[1], asOf) + 366];

// Years in which nothing begins or ends are folded: four in a row at least.
const folds = (() => {
  const busy = new Set();
  for (const {
    days,
    time: { type },
  } of records.filter((record) => record.days)) {
    for (const day of type === "since" ? [days[0]] : days) busy.add(Number(monthOf(day).slice(0, 4)));
  }
  const years = [...busy].sort((a, b) => a - b);
  return years.slice(1).flatMap((year, at) => (year - years[at] > 4 ? [[years[at] + 1, year]] : []));
})();

export const brushed = (from, to) => ({
  from: monthOf(Math.floor(Math.min(from, to) / DAY)),
  to: monthOf(Math.floor(Math.max(from, to) / DAY)),
});
export const periodRange = ({ from, to }) => [
  (from ? firstDay(from) : FIRST) * DAY,
  (to ? lastDay(to) + 1 : LAST) * DAY,
];

// How the time of a record looks: a bar, a year's capsule, a moment's diamond.
function lookOf({ time: { type, at, to } }) {
  if (type !== "point" && type !== "until") return "bar";
  if (type === "until") return "bar";
  return (at ?? to).length > 4 ? "moment" : "year";
}

export function figureOf(lang, record) {
  if (!record.values.length) return "";
  return qualified(lang, record.values[0]) + (record.values.length > 1 ? " …" : "");
}
const tipOf = (lang, record) =>
  [
    record.title[lang],
    time(lang, record.time),
    record.time.note?.[lang],
    ...record.values.map((value) => qualified(lang, value)),
  ]
    .filter(Boolean)
    .join("\n");

function rowsOf(lang, theme, dated) {
  const data = [];
  const rules = [];
  let y = 0;
  for (const sector of dataset.sectors) {
    const lane = dated.filter((record) => record.sector === sector.id).sort(byTime);
    if (lane.length && data.length) {
      rules.push(y + GAP / 2);
      y += GAP;
    }
    for (const [nth, record] of lane.entries()) {
      const { type } = record.time;
      const [openStart, openEnd] = [type === "until", type === "since"];
      const [first, last] = record.days;
      data.push({
        value: [
          (openStart ? first - FADE : first) * DAY,
          ((openEnd ? last + FADE : last) + 1) * DAY,
          y + ROW / 2,
          (asOf + 1) * DAY,
        ],
        key: `record:${record.id}`,
        ids: [record.id],
        tip: tipOf(lang, record),
        color: theme.families[familyOf(record.sector)],
        look: lookOf(record),
        open: [openStart, openEnd],
        title: short(lang, record),
        figure: figureOf(lang, record),
        lane: nth === 0 ? sector.name[lang] : null,
      });
      y += ROW;
    }
  }
  return { data, rules, height: Math.max(y, ROW) };
}

export function timelineView({ lang, theme, compact }, selected) {
  const dated = selected.filter(({ days }) => days);
  const { data, rules, height } = rowsOf(lang, theme, dated);
  const look = compact
    ? { lanes: 0, titles: 130, figures: 90, theme, height: ROW }
    : { lanes: 95, titles: 152, figures: 140, theme, height: ROW };
  const grid = { left: look.lanes + look.titles, right: look.figures };
  const axis = { type: "time", min: FIRST * DAY, max: LAST * DAY };
  const hidden = { show: false, type: "value" };
  const plans = dataset.periods.filter(({ from, to }) => lastDay(to) > FIRST && firstDay(from) < LAST);
  const option = {
    animation: false,
    textStyle: { fontFamily: FONT },
    tooltip: TOOLTIP,
    grid: [
      { ...grid, top: TOP, height },
      { ...grid, top: 16, height: 14 },
    ],
    xAxis: [
      {
        ...axis,
        position: "top",
        breaks: folds.map(([from, to]) => ({
          start: Date.UTC(from, 0, 1),
          end: Date.UTC(to, 0, 1),
          gap: "3%",
        })),
        breakArea: { itemStyle: { color: theme.band, opacity: 1 }, zigzagAmplitude: 2 },
        axisLabel: { color: theme.muted, fontSize: 10, hideOverlap: true, formatter: "{yyyy}" },
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: true, lineStyle: { color: theme.hairline } },
      },
      { ...axis, gridIndex: 1, show: false },
    ],
    yAxis: [
      { ...hidden, inverse: true, min: 0, max: height },
      { ...hidden, gridIndex: 1, min: 0 },
    ],
    dataZoom: [{ type: "inside", xAxisIndex: 0, filterMode: "none", minValueSpan: DAY * 90, moveOnMouseMove: false }],
    brush: {
      xAxisIndex: 0,
      transformable: false,
      brushStyle: { color: "rgba(80,130,220,0.18)", borderColor: theme.text, borderWidth: 1 },
      outOfBrush: { colorAlpha: 1 },
    },
    series: [
      {
        type: "custom",
        renderItem: (params, api) => drawRow(params, api, look, data[params.dataIndex]),
        encode: { x: [0, 1], y: 2 },
        data,
        clip: false,
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          data: [
            ...rules.map((y) => ({ yAxis: y, lineStyle: { color: theme.hairline, type: "solid" } })),
            { xAxis: (asOf + 1) * DAY, lineStyle: { color: theme.text, type: "dotted" } },
          ],
        },
      },
      drawStrip(dated, theme),
      {
        type: "line",
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: [],
        silent: true,
        markArea: {
          silent: true,
          data: plans.map((plan) => [
            {
              name: plan.short[lang],
              xAxis: Math.max(firstDay(plan.from), FIRST) * DAY,
              itemStyle: { color: "transparent" },
              label: { color: theme.muted, fontSize: 10, position: "insideTop", distance: -13 },
            },
            { xAxis: (Math.min(lastDay(plan.to), LAST) + 1) * DAY },
          ]),
        },
      },
    ],
  };
  return {
    option,
    height: TOP + height + 6,
    empty: !data.length,
    label: labelled(lang, word(lang, "strip"), dated.length),
  };
}
