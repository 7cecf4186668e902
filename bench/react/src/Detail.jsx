// One record with all that the dataset holds of it; a chunk of its own.
import { DerivedFigure, RecordLink } from "./charts.jsx";
import {
  derived as derivedById,
  derivedFrom,
  lineage,
  organisations,
  recordById,
  records,
  sectors,
  wholesOf,
} from "./data.js";
import { labelled, list, nameOf, placeName, qualified, source, time, word } from "./format.js";
import { useSetting } from "./hooks.js";
import { open } from "./view.js";

const INVERSE = { part_of: "includes", includes: "part_of" };

// The relations that the record states and those that others state of it.
function relationsOf({ id, relations }) {
  const all = [...relations];
  const known = (target) => all.some((relation) => relation.target === target);
  for (const other of records) {
    for (const { type, target, basis } of other.relations) {
      if (target === id && !known(other.id)) all.push({ type: INVERSE[type] ?? type, target: other.id, basis });
    }
  }
  for (const whole of wholesOf(id)) if (!known(whole)) all.push({ type: "part_of", target: whole, basis: "stated" });
  return all;
}

export default function Detail({ id }) {
  const { lang } = useSetting();
  const record = recordById.get(id);
  const w = (key) => word(lang, key);
  const orgs = record.organisations.map(
    ({ organisation, role }) => `${organisations.get(organisation).name[lang]} (${w(role)})`,
  );
  const derived = derivedFrom(id);
  return (
    <section className="panel" id="record" aria-labelledby="record-title">
      <div className="panel-head">
        <h2 id="record-title">{record.title[lang]}</h2>
        <button type="button" onClick={() => open("")}>
          {w("close")}
        </button>
      </div>
      <p>{record.note[lang]}</p>
      <dl>
        <dt>{w("value")}</dt>
        {record.values.length === 0 && <dd>{w("noValues")}</dd>}
        {record.values.map((value) => (
          <dd key={value.key}>
            {value.label ? value.label[lang] : nameOf(lang, "indicator", value.indicator)}{" "}
            <strong>{qualified(lang, value)}</strong>
          </dd>
        ))}
        <dt>{w("time")}</dt>
        <dd>
          {time(lang, record.time)} <span className="hint">{record.time.note?.[lang]}</span>
        </dd>
        <dt>{w("place")}</dt>
        {record.places.length === 0 && <dd>{w("programmeWide")}</dd>}
        {record.places.map((place) => (
          <dd key={place}>
            {lineage(place)
              .map((one) => placeName(lang, one))
              .join(" ‹ ")}
          </dd>
        ))}
        <dt>{w("sector")}</dt>
        <dd>
          {nameOf(lang, "sector", record.sector)}{" "}
          <span className="hint">
            {sectors
              .get(record.sector)
              .codes.map(({ code, name }) => `${code} ${name[lang]}`)
              .join(", ")}
          </span>
        </dd>
        <dt>{w("kind")}</dt>
        <dd>{nameOf(lang, "kind", record.kind)}</dd>
        {orgs.length > 0 && (
          <>
            <dt>{w("organisations")}</dt>
            <dd>{list(lang, orgs)}</dd>
          </>
        )}
        <dt>{w("relations")}</dt>
        {relationsOf(record).map(({ type, target, basis }) => (
          <dd key={target}>
            {labelled(lang, w(type), "")}
            {recordById.has(target) ? (
              <RecordLink record={recordById.get(target)} />
            ) : (
              <DerivedFigure figure={derivedById.get(target)} />
            )}
            <span className="hint"> {w(basis)}</span>
          </dd>
        ))}
        {derived.length > 0 && <dt>{w("checks")}</dt>}
        {derived.map((figure) => (
          <dd key={figure.id}>
            <DerivedFigure figure={figure} />
          </dd>
        ))}
        <dt>{w("source")}</dt>
        <dd>{`${record.sources[0].document.title[lang]} · ${source(lang, record)}`}</dd>
      </dl>
    </section>
  );
}
