import { lazy, Suspense, useEffect, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { ChartsPanel } from "./charts.jsx";
import { dataset, select } from "./data.js";
import { Filters } from "./filters.jsx";
import { sourceLine, word } from "./format.js";
import { Header, KeyFigures } from "./header.jsx";
import { Setting } from "./hooks.js";
import { MapPanel } from "./map.jsx";
import { themeOf } from "./options/theme.js";
import { TablePanel } from "./table.jsx";
import { TimelinePanel } from "./timeline.jsx";
import { useMedia, useView } from "./view.js";

const Detail = lazy(() => import("./Detail.jsx"));

function Chosen({ record, lang }) {
  if (!record) return <p className="hint">{word(lang, "nothingChosen")}</p>;
  return (
    <Suspense fallback={null}>
      <Detail id={record} />
    </Suspense>
  );
}

function App() {
  const view = useView();
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const compact = useMedia("(max-width: 640px)");
  const lang = view.lang || (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
  const dark = view.scheme === "system" ? systemDark : view.scheme === "dark";
  const setting = useMemo(() => ({ lang, compact, theme: themeOf(dark) }), [lang, compact, dark]);

  const { place, sector, kind, org, from, to, q, panel } = view;
  const filter = useMemo(() => ({ place, sector, kind, org, from, to, q }), [place, sector, kind, org, from, to, q]);
  const records = useMemo(() => select(filter), [filter]);

  useEffect(() => {
    const root = document.documentElement;
    root.lang = lang === "zh" ? "zh-Hans" : "en";
    root.dataset.scheme = dark ? "dark" : "light";
    document.title = dataset.title[lang];
  }, [lang, dark]);

  const shows = (part) => panel === "all" || panel === part;
  return (
    <Setting value={setting}>
      <Header />
      <KeyFigures />
      <Filters filter={filter} shown={records.length} />
      <main className={panel === "all" ? "both" : undefined}>
        <div>
          {shows("map") && <MapPanel records={records} chosen={place} measure={view.measure} />}
          <Chosen record={view.record} lang={lang} />
        </div>
        {shows("timeline") && <TimelinePanel records={records} from={from} to={to} />}
        {shows("charts") && <ChartsPanel records={records} />}
        {shows("table") && <TablePanel records={records} sort={view.sort} />}
      </main>
      <footer className="hint">{sourceLine(lang)}</footer>
    </Setting>
  );
}

createRoot(document.getElementById("root")).render(<App />);
