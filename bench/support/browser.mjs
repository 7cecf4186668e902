// The browser of the benchmarks, the slow profile, and runs that take turns.
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

// A new context: nothing cached, no service worker, one window.
export async function fresh(browser) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    colorScheme: "light",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const failures = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  return { context, page, failures, devtools: await context.newCDPSession(page) };
}

// 1.6 Mbit/s down, 750 kbit/s up, 150 ms.
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
export const slowNetwork = (devtools) => devtools.send("Network.emulateNetworkConditions", NETWORK);

// How many times slower the processor is.
export const SLOWER = 4;
export const slowProcessor = (devtools, rate) => devtools.send("Emulation.setCPUThrottlingRate", { rate });

// Runs `once(page)` for each page in turn, and in the other order the next time, so
// that what the machine does meanwhile falls on all. A first round is thrown away.
// Gives what was measured, by the page's name.
export async function inTurns(pages, runs, once) {
  const results = Object.fromEntries(pages.map(({ name }) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (const page of round % 2 ? pages : pages.toReversed()) {
      const result = await once(page);
      if (round) results[page.name].push(result);
      process.stderr.write(".");
    }
  }
  process.stderr.write("\n");
  return results;
}
