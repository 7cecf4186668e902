// Lighthouse's marks for both pages, and what it finds to be wrong with the app.
import * as launcher from "chrome-launcher";
import lighthouse from "lighthouse";
import { CHROMIUM, FLAGS, inTurns } from "./support/browser.mjs";
import { QUERY } from "./support/pages.mjs";

const MARKS = { performance: "performance", accessibility: "accessibility", practices: "best-practices", seo: "seo" };
const ROWS = [
  { key: "performance", label: "performance", least: 100 },
  { key: "accessibility", label: "accessibility", least: 100 },
  { key: "practices", label: "best practices", least: 100 },
  { key: "seo", label: "search engines", least: 100 },
  { key: "first-contentful-paint", label: "first contentful paint, ms" },
  { key: "largest-contentful-paint", label: "largest contentful paint, ms" },
  { key: "total-blocking-time", label: "total blocking time, ms" },
  { key: "cumulative-layout-shift", label: "layout shift", digits: 3 },
  { key: "speed-index", label: "speed index, ms" },
];

async function once({ url }) {
  const browser = await launcher.launch({ chromePath: CHROMIUM, chromeFlags: ["--headless=new", ...FLAGS] });
  try {
    const { Browser } = await (await fetch(`http://127.0.0.1:${browser.port}/json/version`)).json();
    const { lhr } = await lighthouse(url + QUERY, { port: browser.port, logLevel: "error" });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const marks = Object.entries(MARKS).map(([key, id]) => [key, lhr.categories[id].score * 100]);
    const metrics = ROWS.filter(({ key }) => lhr.audits[key]).map(({ key }) => [key, lhr.audits[key].numericValue]);
    const weighed = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight));
    const lost = weighed.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 1);
    return {
      ...Object.fromEntries([...marks, ...metrics]),
      lost: lost.map(({ id, score, displayValue }) => `${id} ${score}${displayValue ? ` (${displayValue})` : ""}`),
      versions: { lighthouse: lhr.lighthouseVersion, browser: Browser.split("/").at(-1) },
    };
  } finally {
    await browser.kill();
  }
}

export const TITLE = "Lighthouse";

// What is measured of both pages: parts, each a table of its own.
export async function measure(pages, runs) {
  const results = await inTurns(pages, runs, once);
  const figures = (key) =>
    Object.fromEntries(Object.entries(results).map(([name, all]) => [name, all.map((run) => run[key])]));
  const app = results[pages.at(-1).name];
  const { versions } = app[0];
  return {
    browser: versions.browser,
    parts: [
      {
        title: `Lighthouse ${versions.lighthouse}, its own phone`,
        rows: ROWS.map(({ key, ...row }) => ({ ...row, figures: figures(key) })),
        notes: [
          `${runs} runs of each page in turns.`,
          `What costs the app marks in the last run: ${app.at(-1).lost.join("; ") || "nothing"}.`,
        ],
      },
    ],
  };
}
