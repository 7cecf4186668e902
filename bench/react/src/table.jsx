import { memo, useMemo } from "react";
import { RecordLink } from "./charts.jsx";
import { sortRecords } from "./data.js";
import { nameOf, placeNames, qualified, source, time, word } from "./format.js";
import { useSetting } from "./hooks.js";
import { COLUMNS, change, hover, useLit } from "./view.js";

export const TablePanel = memo(function TablePanel({ records, sort }) {
  const { lang } = useSetting();
  const sorted = useMemo(() => sortRecords(records, sort, lang), [records, sort, lang]);
  const descending = sort.startsWith("-");
  const head = (column) => {
    const mine = sort.replace("-", "") === column;
    return (
      <th key={column} scope="col" aria-sort={mine ? (descending ? "descending" : "ascending") : "none"}>
        <button type="button" onClick={() => change({ sort: mine && !descending ? `-${column}` : column })}>
          {word(lang, column)}
          <span aria-hidden="true">{mine ? (descending ? " ↓" : " ↑") : ""}</span>
        </button>
      </th>
    );
  };
  return (
    <section className="panel" id="table-panel" aria-labelledby="records">
      <h2 id="records" tabIndex={-1}>
        {word(lang, "table")}
      </h2>
      {sorted.length === 0 && <p className="hint">{word(lang, "nothing")}</p>}
      <table className="records">
        <thead>
          <tr>{COLUMNS.map(head)}</tr>
        </thead>
        <tbody>
          {sorted.map((record) => (
            <Row key={record.id} record={record} />
          ))}
        </tbody>
      </table>
    </section>
  );
});

const Row = memo(function Row({ record }) {
  const { lang } = useSetting();
  const lit = useLit(record.id);
  return (
    <tr className={lit ? "lit" : undefined} onMouseEnter={() => hover([record.id])} onMouseLeave={() => hover([])}>
      <th scope="row">
        <RecordLink record={record} />
      </th>
      <td>
        {record.values.length === 0 && <span className="hint">—</span>}
        {record.values.map((value) => (
          <span key={value.key} className="value">
            {value.label && <span className="hint">{value.label[lang]} </span>}
            {qualified(lang, value)}
          </span>
        ))}
      </td>
      <td>{time(lang, record.time)}</td>
      <td>{placeNames(lang, record)}</td>
      <td>{nameOf(lang, "sector", record.sector)}</td>
      <td>{source(lang, record)}</td>
    </tr>
  );
});
