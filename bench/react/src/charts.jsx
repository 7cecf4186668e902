import { memo, useMemo } from "react";
import { dataset } from "./data.js";
import { Drawing } from "./drawing.jsx";
import { formula, labelled, list, qualified, result, stated, word } from "./format.js";
import { useSetting, useWidth } from "./hooks.js";
import { FORMS } from "./options/forms.js";
import { laid } from "./options/laid.js";
import { contextOf, rowsOf, sumsOf } from "./options/rows.js";
import { open } from "./view.js";

export const ChartsPanel = memo(function ChartsPanel({ records }) {
  const { lang } = useSetting();
  return (
    <section id="charts-panel" aria-label={word(lang, "charts")}>
      <div className="chart-columns">
        {dataset.charts.map((chart) => (
          <ChartPanel key={chart.id} chart={chart} records={records} />
        ))}
      </div>
      <article className="panel" id="checks" aria-labelledby="checks-title">
        <h2 id="checks-title">{word(lang, "checks")}</h2>
        <p className="hint">{word(lang, "derivedLong")}</p>
        <ul className="derived-list">
          {dataset.derived.map((figure) => (
            <li key={figure.id}>
              <DerivedFigure figure={figure} />
            </li>
          ))}
        </ul>
      </article>
    </section>
  );
});

const ChartPanel = memo(function ChartPanel({ chart, records }) {
  const { lang } = useSetting();
  const rows = useMemo(() => rowsOf(chart, lang, records), [chart, lang, records]);
  const context = useMemo(() => contextOf(chart, rows, records), [chart, rows, records]);
  const title = `chart-${chart.id}-title`;
  return (
    <article className={chart.form === "nesting" ? "panel wide" : "panel"} aria-labelledby={title}>
      <h2 id={title}>{chart.title[lang]}</h2>
      <p className="hint">{chart.note[lang]}</p>
      {rows.length === 0 && <p className="hint">{word(lang, "nothing")}</p>}
      {rows.length > 0 && (chart.form === "table" ? <Marks rows={rows} /> : <Form chart={chart} rows={rows} />)}
      <ul className="context">
        {context.map((record) => (
          <li key={record.id}>
            <RecordLink record={record} />{" "}
            <strong>
              {list(
                lang,
                record.values.map((value) => qualified(lang, value)),
              )}
            </strong>
          </li>
        ))}
      </ul>
      {chart.form !== "table" && <Figures rows={rows} />}
    </article>
  );
});

function Form({ chart, rows }) {
  const setting = useSetting();
  const { lang } = setting;
  const [ref, width] = useWidth();
  const { option, height } = useMemo(() => {
    const { data, height: tall } = FORMS[chart.form](setting, rows, Math.max(1, width));
    return { option: laid(data), height: tall };
  }, [chart, setting, rows, width]);
  const sums = chart.form === "nesting" || chart.form === "units" ? sumsOf(lang, rows) : [];
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {width > 0 && <Drawing id={`chart-${chart.id}`} label={chart.title[lang]} option={option} height={height} />}
      {sums.map((sum) => (
        <p key={sum} className="hint">
          {sum}
        </p>
      ))}
    </div>
  );
}

// Figures of unlike units, with marks that compare those of one.
function Marks({ rows }) {
  const { lang, theme } = useSetting();
  const most = (unit) =>
    Math.max(...rows.filter((row) => row.counted.value.unit === unit).map((row) => row.counted.amount));
  return (
    <table className="marks">
      <thead>
        <tr>
          <th scope="col">{word(lang, "item")}</th>
          <th scope="col">{word(lang, "figure")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, text, counted: { record, value, amount } }) => (
          <tr key={id}>
            <th scope="row">
              <RecordLink record={record} />
            </th>
            <td>{text}</td>
            <td>
              <span
                className="mark"
                style={{ width: `${(amount / most(value.unit)) * 100}%`, background: theme.families[4] }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figures({ rows }) {
  const { lang } = useSetting();
  return (
    <details className="figures">
      <summary>{word(lang, "showFigures")}</summary>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" style={{ paddingInlineStart: `${row.depth ?? 0}em` }}>
                {row.label}{" "}
                {row.segments.map(({ record }) => (
                  <RecordLink key={record.id} record={record} />
                ))}
              </th>
              <td>
                {row.text}
                {row.remark && <p className="hint">{row.remark}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function RecordLink({ record }) {
  const { lang } = useSetting();
  return (
    <button type="button" className="as-link" onClick={() => open(record.id)}>
      {record.title[lang]}
    </button>
  );
}

export function DerivedFigure({ figure }) {
  const { lang } = useSetting();
  const compared = stated(lang, figure);
  return (
    <div id={figure.id}>
      <p>
        {figure.title[lang]} <strong>{result(lang, figure)}</strong>
        <span className="badge">{word(lang, "derived")}</span>
      </p>
      <p className="hint">{labelled(lang, word(lang, "formula"), formula(lang, figure))}</p>
      {compared && (
        <p className="hint">
          {`${labelled(lang, word(lang, "statedBySource"), compared.text)} — ${word(lang, compared.agrees ? "agrees" : "differs")}`}
        </p>
      )}
      {figure.note && <p className="hint">{figure.note[lang]}</p>}
    </div>
  );
}
