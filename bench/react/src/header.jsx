import { dataset, derived, operandValue, recordById, resultOf } from "./data.js";
import { amount, finding, qualified, source, word } from "./format.js";
import { useSetting } from "./hooks.js";
import { change, hover, open, PANELS, SCHEMES, useView } from "./view.js";

export function Header() {
  const { lang } = useSetting();
  const { panel, scheme } = useView();
  return (
    <header>
      <a className="skip" href="#records">
        {word(lang, "skip")}
      </a>
      <div className="titles">
        <h1>{dataset.title[lang]}</h1>
        <p>
          {dataset.summary[lang]} <span id="finding">{finding(lang)}</span>
        </p>
      </div>
      <div className="tools">
        <button
          type="button"
          id="language"
          aria-label={word(lang, "languageLabel")}
          onClick={() => change({ lang: lang === "zh" ? "en" : "zh" })}
        >
          {word(lang, "language")}
        </button>
        <label>
          {word(lang, "scheme")}{" "}
          <select id="scheme" value={scheme} onChange={(event) => change({ scheme: event.target.value })}>
            {SCHEMES.map((id) => (
              <option key={id} value={id}>
                {word(lang, id)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <nav aria-label={word(lang, "panels")}>
        {PANELS.map((id) => (
          <button
            key={id}
            type="button"
            aria-current={panel === id ? "page" : undefined}
            onClick={() => change({ panel: id })}
          >
            {word(lang, id)}
          </button>
        ))}
      </nav>
    </header>
  );
}

// The figure of a record, or one derived from some.
function keyFigure(lang, of) {
  const figure = derived.get(of);
  if (figure) {
    return {
      text: amount(lang, resultOf(figure), figure.unit),
      from: word(lang, "derived"),
      ids: figure.formula.of.map((operand) => operand.split("/")[0]),
    };
  }
  const [id] = of.split("/");
  return { text: qualified(lang, operandValue(of)), from: source(lang, recordById.get(id)), ids: [id] };
}

export function KeyFigures() {
  const { lang } = useSetting();
  return (
    <ul className="key-figures" aria-label={word(lang, "keyFigures")}>
      {dataset.keyFigures.map(({ of, label }) => {
        const { text, from, ids } = keyFigure(lang, of);
        return (
          <li key={of}>
            <button
              type="button"
              onClick={() => open(ids[0])}
              onMouseEnter={() => hover(ids)}
              onMouseLeave={() => hover([])}
            >
              <strong>{text}</strong>
              <span className="hint">{`${label[lang]} · ${from}`}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
