// How long the app takes to answer with files of other people as large as they bring
// them. The React page opens none.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { timed, watch } from "./support/acts.mjs";
import { answers, rowsOf } from "./support/answers.mjs";
import { fresh, inTurns, launch, SLOWER, slowProcessor } from "./support/browser.mjs";
import { ANSWERS, actsOn, COUNT, QUERY } from "./support/pages.mjs";
import { written } from "./support/written.mjs";

// How often each act is done in a page that was opened once.
const TIMES = 3;

// `rate` is how many times slower the processor is, `event` and `task` are what is
// wanted of the longest of each.
const SIZES = [
  { records: 3500, places: 6000, rate: SLOWER, event: { most: 100 } },
  { records: 100_000, places: 2000, rate: 1, task: { most: 200 } },
];

async function once(browser, { url, name }, { rate }, file) {
  const { context, page, failures, devtools } = await fresh(browser);
  await page.addInitScript(watch);
  await page.goto(url + QUERY);
  await page.locator(ANSWERS).waitFor();
  await slowProcessor(devtools, rate);
  const open = {
    ready: async () => {
      await page.locator("#open-button").click();
      await page.locator("#open-file").waitFor({ state: "attached" });
    },
    // Event Timing wants an event of the reader's: the key is that, and nothing hears it.
    act: async () => {
      await page.keyboard.press("Shift");
      await page.locator("#open-file").setInputFiles(file);
    },
    told: COUNT,
  };
  const opened = await timed(page, open);
  const acts = actsOn("Site 1");
  // A search of many records waits until they are ready for it: that is of the opening.
  const search = acts.filter(({ key }) => key === "letter" || key === "erase");
  await answers(page, search, 1);
  const taken = await answers(page, acts, TIMES);
  await context.close();
  for (const failure of failures) console.error(`${name}: ${failure}`);
  return { open: [opened], ...taken };
}

export const TITLE = "Large files";

// What is measured of the app alone: parts, each a table of its own.
export async function measure(pages, runs) {
  const app = pages.filter(({ name }) => name === "app");
  const folder = await mkdtemp(join(tmpdir(), "aid-atlas-large-"));
  const browser = await launch();
  try {
    const parts = [];
    for (const size of SIZES) {
      const file = join(folder, `${size.records}.csv`);
      await writeFile(file, written(size));
      const results = await inTurns(app, runs, (page) => once(browser, page, size, file));
      const title = `${size.records.toLocaleString("en-US")} records at ${size.places.toLocaleString("en-US")} places, ${
        size.rate === 1 ? "unthrottled" : `CPU ${size.rate} times slower`
      }`;
      const notes = [
        `${runs} openings, each act ${TIMES} times in each.`,
        "The file is a table in CSV (bench/support/written.mjs).",
      ];
      // The opening is no event: the reader waits for the file, the page must not.
      const wish = (key) => (key === "open" ? { task: size.task } : size);
      parts.push({ title, names: ["app"], rows: rowsOf(results, wish), notes });
    }
    return { browser: browser.version(), parts };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}
