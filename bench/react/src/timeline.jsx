import { memo, useCallback, useMemo, useRef } from "react";
import { DAY, dataset, familyOf, monthOf } from "./data.js";
import { Drawing, Zoom } from "./drawing.jsx";
import { short, word } from "./format.js";
import { useSetting } from "./hooks.js";
import { brushed, FIRST, figureOf, LAST, periodRange, timelineView } from "./options/timeline.js";
import { change, hover, open, useLit } from "./view.js";

export const TimelinePanel = memo(function TimelinePanel({ records, from, to }) {
  const setting = useSetting();
  const { lang } = setting;
  const drawn = useMemo(() => timelineView(setting, records), [setting, records]);
  const range = useMemo(() => (from || to ? periodRange({ from, to }) : null), [from, to]);
  const handle = useRef(null);
  const onBrush = useCallback((area) => change(area ? brushed(...area) : { from: "", to: "" }), []);
  const undated = useMemo(() => records.filter(({ days }) => !days), [records]);
  return (
    <section className="panel" id="timeline-panel" aria-labelledby="timeline-title">
      <div className="panel-head">
        <h2 id="timeline-title">{word(lang, "timelineTitle")}</h2>
        <span className="hint">{`${records.length - undated.length} ${word(lang, "timed")}`}</span>
        <Zoom handle={handle} />
      </div>
      <div className="timeline-body">
        <div>
          <Handles range={range} />
          {drawn.empty && <p className="hint">{word(lang, "nothing")}</p>}
          <Drawing
            id="timeline"
            label={word(lang, "timelineLabel")}
            option={drawn.option}
            height={drawn.height}
            handle={handle}
            onBrush={onBrush}
            range={range}
          />
        </div>
        <div>
          <Undated records={undated} />
          <ul className="legend">
            {["openEnd", "knownToYear", "knownToDay", "planned", "folded"].map((key) => (
              <li key={key}>
                <span className={`sign ${key}`} /> {word(lang, key)}
              </li>
            ))}
          </ul>
          <p className="hint">{word(lang, "timelineNote")}</p>
        </div>
      </div>
    </section>
  );
});

// Both ends of the period, by pointer and by keys.
function Handles({ range }) {
  const { lang } = useSetting();
  const [from, to] = (range ?? [FIRST * DAY, LAST * DAY]).map((time) => Math.floor(time / DAY));
  const slide = (label, value, patch) => (
    <input
      type="range"
      aria-label={word(lang, label)}
      min={FIRST}
      max={LAST}
      step={30}
      value={value}
      onChange={(event) => change(patch(monthOf(Number(event.target.value))), true)}
    />
  );
  return (
    <div className="handles">
      {slide("startOfPeriod", from, (month) => ({ from: month }))}
      {slide("endOfPeriod", to, (month) => ({ to: month }))}
    </div>
  );
}

function Undated({ records }) {
  const { lang } = useSetting();
  if (!records.length) return null;
  const lanes = dataset.families
    .map((family, at) => ({ family, list: records.filter(({ sector }) => familyOf(sector) === at) }))
    .filter(({ list }) => list.length);
  return (
    <div id="undated">
      <h3>
        {word(lang, "undated")} <span className="hint">{records.length}</span>
      </h3>
      {lanes.map(({ family, list }) => (
        <div key={family.id}>
          <h4>{family.name[lang]}</h4>
          <ul>
            {list.map((record) => (
              <UndatedRow key={record.id} record={record} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

const UndatedRow = memo(function UndatedRow({ record }) {
  const { lang, theme } = useSetting();
  const lit = useLit(record.id);
  return (
    <li>
      <button
        type="button"
        className={lit ? "lit" : undefined}
        title={record.title[lang]}
        onClick={() => open(record.id)}
        onMouseEnter={() => hover([record.id])}
        onMouseLeave={() => hover([])}
      >
        <span className="hatched" style={{ color: theme.families[familyOf(record.sector)] }} />
        <span className="name">{short(lang, record)}</span>
        <span>{figureOf(lang, record)}</span>
      </button>
    </li>
  );
});
