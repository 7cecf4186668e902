import { memo, useMemo, useRef } from "react";
import { dataset, insetMap } from "./data.js";
import { Drawing, Zoom } from "./drawing.jsx";
import { recordCount, word } from "./format.js";
import { useGeometry, useSetting } from "./hooks.js";
import { insetView, mapView } from "./options/map.js";
import { act, change } from "./view.js";

const NO_POINTS = {};

export const MapPanel = memo(function MapPanel({ records, chosen, measure }) {
  const setting = useSetting();
  const { lang } = setting;
  const [geometry, retry] = useGeometry();
  const points = geometry.points ?? NO_POINTS;
  const drawn = useMemo(
    () => mapView(setting, records, chosen, measure, points),
    [setting, records, chosen, measure, points],
  );
  const inset = useMemo(() => insetView(setting, records, chosen), [setting, records, chosen]);
  const handle = useRef(null);
  return (
    <section className="panel" id="map-panel" aria-labelledby="map-title">
      <div className="panel-head">
        <h2 id="map-title">{word(lang, "map")}</h2>
        <select
          id="measure"
          aria-label={word(lang, "measure")}
          value={measure}
          onChange={(event) => change({ measure: event.target.value })}
        >
          {dataset.measures.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[lang]}
            </option>
          ))}
          <option value="records">{word(lang, "records")}</option>
        </select>
        <Zoom handle={handle} />
      </div>
      <div className="map-main">
        {geometry.state === "failed" && (
          <p className="failure">
            {word(lang, "failed")}{" "}
            <button type="button" onClick={retry}>
              {word(lang, "retry")}
            </button>
          </p>
        )}
        {geometry.state === "loading" && <div className="skeleton" style={{ height: 300 }} aria-hidden="true" />}
        {geometry.state === "ready" && (
          <>
            <Drawing
              id="map"
              label={word(lang, "mapLabel")}
              option={drawn.option}
              height={300}
              handle={handle}
              maps={geometry.maps}
            />
            <figure className="inset">
              <Drawing id="inset" label={insetMap.caption[lang]} option={inset} height={76} maps={geometry.maps} />
              <figcaption>{insetMap.caption[lang]}</figcaption>
            </figure>
          </>
        )}
      </div>
      <Untied groups={drawn.untied} />
      <Legend looks={drawn.looks} />
      <details className="figures">
        <summary>{word(lang, "showFigures")}</summary>
        <table>
          <tbody>
            {drawn.figures.map(({ at, name, words, count }) => (
              <tr key={at}>
                <th scope="row">{name}</th>
                <td>{words}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
});

function Untied({ groups }) {
  const { lang } = useSetting();
  return (
    <div id="untied">
      <h3 className="hint">{word(lang, "untied")}</h3>
      <ul>
        {groups.map(({ at, name, count, circles }) => (
          <li key={at}>
            <strong>{name}</strong> <span className="hint">{count}</span>
            <ul>
              {circles.map(({ id, size, color, words }) => (
                <li key={id}>
                  <button type="button" onClick={() => act(id === at ? `place:${at}` : `record:${id}`)}>
                    <span className="circle" style={{ width: size, height: size, background: color }} />
                    {words}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Legend({ looks }) {
  const { lang } = useSetting();
  return (
    <ul className="legend" id="map-legend">
      <li>{word(lang, "byArea")}</li>
      <li>
        <span className="swatch dashed" /> {word(lang, "expected")}
      </li>
      {looks.map(({ family, color, symbol }) => (
        <li key={family}>
          <span className={`symbol ${symbol}`} style={{ background: color }} /> {word(lang, "sites")}:{" "}
          {dataset.families[family].name[lang]}
        </li>
      ))}
      <li>{word(lang, "hollow")}</li>
      <li className="hint">{recordCount(lang, dataset.records.length)}</li>
    </ul>
  );
}
