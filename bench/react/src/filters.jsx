import { memo, useMemo } from "react";
import { CHOICES, countFacets, dataset, extent, monthOf } from "./data.js";
import { countOf, date, labelled, nameOf, word } from "./format.js";
import { useSetting } from "./hooks.js";
import { change, EMPTY, toggle, useView } from "./view.js";

export function Filters({ filter, shown }) {
  const { lang } = useSetting();
  const facets = useMemo(() => countFacets(filter), [filter]);
  return (
    <aside aria-label={word(lang, "filters")}>
      <div className="filter-row">
        <Search />
        <Period />
        {Object.keys(CHOICES).map((list) => (
          <Choices key={list} list={list} chosen={filter[list]} counts={facets[list]} />
        ))}
        <p id="count" role="status">
          {countOf(lang, shown)}
        </p>
        <Families />
      </div>
      <Chips filter={filter} />
    </aside>
  );
}

function Search() {
  const { lang } = useSetting();
  const { q } = useView();
  return (
    <input
      type="search"
      id="search"
      aria-label={word(lang, "search")}
      placeholder={word(lang, "searchHint")}
      value={q}
      onChange={(event) => change({ q: event.target.value }, true)}
    />
  );
}

const Choices = memo(function Choices({ list, chosen, counts }) {
  const { lang } = useSetting();
  return (
    <details className="choices" id={`filter-${list}`} name="filter">
      <summary>{word(lang, list)}</summary>
      <ul>
        {CHOICES[list].map(({ id, depth }) => (
          <Choice
            key={id}
            list={list}
            id={id}
            depth={depth}
            name={nameOf(lang, list, id)}
            count={counts.get(id) ?? 0}
            chosen={chosen.includes(id)}
          />
        ))}
      </ul>
    </details>
  );
});

const Choice = memo(function Choice({ list, id, depth, name, count, chosen }) {
  return (
    <li style={{ paddingInlineStart: `${depth}em` }}>
      <label>
        <input type="checkbox" checked={chosen} disabled={count === 0 && !chosen} onChange={() => toggle(list, id)} />
        <span className="name">{name}</span>
        <span className="hint">{count}</span>
      </label>
    </li>
  );
});

const [FIRST, LAST] = extent.map((days) => Number(monthOf(days).slice(0, 4)));
const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, at) => String(FIRST + at));

function Period() {
  const { lang } = useSetting();
  const view = useView();
  const field = (side) => {
    const current = view[side];
    const choose = ({ target: { value } }) => {
      const next = { from: view.from, to: view.to, [side]: value };
      // A first date after the last one starts a new range.
      const crossed = next.from && next.to && next.from > next.to && !next.from.startsWith(next.to);
      change(crossed ? { from: "", to: "", [side]: value } : next);
    };
    return (
      <label>
        {word(lang, side)}{" "}
        <select id={side} value={current} onChange={choose}>
          <option value="">{word(lang, "anyTime")}</option>
          {current.includes("-") && <option value={current}>{date(lang, current)}</option>}
          {YEARS.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </label>
    );
  };
  return (
    <fieldset className="period" aria-label={word(lang, "period")}>
      {field("from")} {field("to")}
    </fieldset>
  );
}

function Families() {
  const { lang, theme } = useSetting();
  return (
    <ul className="families">
      {dataset.families.map(({ id, name }, at) => (
        <li key={id}>
          <span className="swatch" style={{ background: theme.families[at] }} /> {name[lang]}
        </li>
      ))}
    </ul>
  );
}

function Chips({ filter }) {
  const { lang } = useSetting();
  const chips = Object.keys(CHOICES).flatMap((list) =>
    filter[list].map((id) => ({
      words: labelled(lang, word(lang, list), nameOf(lang, list, id)),
      off: () => toggle(list, id),
    })),
  );
  if (filter.from || filter.to) {
    const side = (text) => (text ? date(lang, text) : "…");
    const words = labelled(lang, word(lang, "period"), `${side(filter.from)} – ${side(filter.to)}`);
    chips.push({ words, off: () => change({ from: "", to: "" }) });
  }
  if (filter.q.trim()) {
    chips.push({ words: labelled(lang, word(lang, "search"), filter.q), off: () => change({ q: "" }) });
  }
  if (!chips.length) return null;
  return (
    <div className="chips">
      <ul aria-label={word(lang, "active")}>
        {chips.map(({ words, off }) => (
          <li key={words}>
            <button type="button" onClick={off}>
              {words} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => change(EMPTY)}>
        {word(lang, "clear")}
      </button>
    </div>
  );
}
