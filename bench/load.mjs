// How both pages load: cold, one after the other, on the slow profile and without.
import { fresh, inTurns, launch, SLOWER, slowNetwork, slowProcessor } from "./support/browser.mjs";
import { blocked, kindOf, layoutShift } from "./support/figures.mjs";
import { observe } from "./support/observe.mjs";
import { ANSWERS, LIVE, QUERY } from "./support/pages.mjs";

// A page is there when nothing was on the wire and no task was long for so long.
const QUIET = 2000;
const PATIENCE = 90_000;

const KINDS = ["html", "css", "script", "wasm", "data", "font", "picture", "other"];

// The figures of the table; those with a wish have it from the issue of this work.
const SLOW_ROWS = [
  { key: "kB", label: "transferred, kB", digits: 1, most: 450 },
  ...KINDS.map((kind) => ({ key: kind, label: `– ${kind}`, digits: 1, ...(kind === "wasm" && { most: 240 }) })),
  { key: "requests", label: "requests" },
  { key: "fcp", label: "first contentful paint, ms", most: 1000 },
  { key: "lcp", label: "largest contentful paint, ms", most: 1500 },
  { key: "map", label: "first live chart (map), ms", most: 2700 },
  { key: "timeline", label: "live timeline, ms" },
  { key: "answers", label: "the whole page answers, ms" },
  { key: "blocked", label: "main thread blocked, from the start, ms", most: 600 },
  { key: "tbt", label: "the same from the first paint on, ms" },
  { key: "longest", label: "longest task, ms" },
  { key: "cls", label: "layout shift", digits: 3 },
];
const PLAIN_ROWS = [
  { key: "fcp", label: "first contentful paint, ms", ahead: true },
  { key: "lcp", label: "largest contentful paint, ms", ahead: true },
  { key: "map", label: "first live chart (map), ms", ahead: true },
  { key: "answers", label: "the whole page answers, ms", ahead: true },
  { key: "blocked", label: "main thread blocked, from the start, ms", ahead: true },
];

// Counts what comes over the wire: headers and compressed bodies.
async function listen(devtools) {
  const wire = { open: new Map(), bytes: {}, requests: 0, last: Date.now(), failures: [] };
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  devtools.on("Network.requestWillBeSent", ({ requestId, request, redirectResponse }) => {
    if (/^(data|blob):/.test(request.url)) return;
    if (!redirectResponse) wire.requests++;
    wire.open.set(requestId, "");
  });
  devtools.on("Network.responseReceived", ({ requestId, response }) => {
    if (wire.open.has(requestId)) wire.open.set(requestId, kindOf(response.mimeType));
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = wire.open.get(requestId);
    if (!wire.open.delete(requestId)) return;
    wire.bytes[kind] = (wire.bytes[kind] ?? 0) + encodedDataLength;
    wire.last = Date.now();
  });
  devtools.on("Network.loadingFailed", ({ requestId, errorText }) => {
    if (wire.open.delete(requestId)) wire.failures.push(errorText);
  });
  return wire;
}

async function untilQuiet(page, wire) {
  for (const end = Date.now() + PATIENCE; ; ) {
    await new Promise((done) => setTimeout(done, 500));
    const { now, busy, drawn, answers } = await page.evaluate(() => ({
      now: performance.now(),
      busy: Math.max(0, ...window.bench.long.map(([at, time]) => at + time)),
      drawn: Object.values(window.bench.drawn),
      answers: window.bench.answers,
    }));
    const isAll = answers !== undefined && drawn.length === Object.keys(LIVE).length;
    const rested = isAll && now - Math.max(busy, answers, ...drawn) > QUIET;
    if (rested && wire.open.size === 0 && Date.now() - wire.last > QUIET) return;
    if (Date.now() > end) throw new Error(`not quiet, or not all of ${Object.values(LIVE)} drawn, in ${PATIENCE} ms`);
  }
}

async function once(browser, { url, name }, isSlow) {
  const { context, page, failures, devtools } = await fresh(browser);
  await page.addInitScript(observe, { live: LIVE, answers: ANSWERS });
  const wire = await listen(devtools);
  if (isSlow) {
    await slowNetwork(devtools);
    await slowProcessor(devtools, SLOWER);
  }
  await page.goto(url + QUERY, { waitUntil: "load", timeout: PATIENCE });
  await untilQuiet(page, wire);
  const seen = await page.evaluate(() => window.bench);
  await context.close();
  for (const failure of [...failures, ...wire.failures]) console.error(`${name}: ${failure}`);
  const fcp = seen.paints["first-contentful-paint"];
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, (wire.bytes[kind] ?? 0) / 1000]));
  return {
    ...kinds,
    kB: Object.values(kinds).reduce((a, b) => a + b),
    requests: wire.requests,
    fcp,
    lcp: seen.lcp?.at,
    what: seen.lcp?.what,
    ...seen.drawn,
    answers: seen.answers,
    blocked: blocked(seen.long),
    tbt: blocked(seen.long.map(([at, time]) => [at, at + time - Math.max(at, fcp)])),
    longest: Math.max(0, ...seen.long.map(([, time]) => time)),
    cls: layoutShift(seen.shifts),
  };
}

function tabled(rows, results) {
  const figures = (key) =>
    Object.fromEntries(Object.entries(results).map(([name, runs]) => [name, runs.map((run) => run[key])]));
  const all = rows.map(({ key, ...row }) => ({ ...row, figures: figures(key) }));
  return all.filter((row) => Object.values(row.figures).some((numbers) => numbers.some(Boolean)));
}

const largest = (results) =>
  Object.entries(results)
    .map(([name, runs]) => `${name}: ${[...new Set(runs.map(({ what }) => what))].join(", ")}`)
    .join("; ");

export const TITLE = "Load";

// What is measured of both pages: parts, each a table of its own.
export async function measure(pages, runs) {
  const browser = await launch();
  try {
    const slow = await inTurns(pages, runs, (page) => once(browser, page, true));
    const plain = await inTurns(pages, runs, (page) => once(browser, page, false));
    return {
      browser: browser.version(),
      parts: [
        {
          title: "CPU 4 times slower, 1.6 Mbit/s, 150 ms",
          rows: tabled(SLOW_ROWS, slow),
          notes: [`${runs} cold runs of each page in turns.`, `Largest paint: ${largest(slow)}.`],
        },
        { title: "Unthrottled", rows: tabled(PLAIN_ROWS, plain), notes: [`${runs} cold runs of each page in turns.`] },
      ],
    };
  } finally {
    await browser.close();
  }
}
