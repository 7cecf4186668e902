// How long both pages take to answer a reader.

import { watch } from "./support/acts.mjs";
import { answers, rowsOf } from "./support/answers.mjs";
import { fresh, inTurns, launch, SLOWER, slowProcessor } from "./support/browser.mjs";
import { ACTS, ANSWERS, LIVE, QUERY } from "./support/pages.mjs";

// How often each act is done in a page that was opened once.
const TIMES = 3;

// On the slow profile; without it the app is to be ahead of the other page. On both it
// is to be ahead until the answer is on the screen, which a pause cannot hide.
const WANTED = { tick: 100, untick: 100, letter: 80, language: 150, back: 150 };

async function once(browser, { url, name }, rate) {
  const { context, page, failures, devtools } = await fresh(browser);
  await page.addInitScript(watch);
  await page.goto(url + QUERY);
  for (const selector of [ANSWERS, ...Object.values(LIVE)]) await page.locator(selector).first().waitFor();
  await slowProcessor(devtools, rate);
  const taken = await answers(page, ACTS, TIMES);
  await context.close();
  for (const failure of failures) console.error(`${name}: ${failure}`);
  return taken;
}

const rows = (results, isSlow) =>
  rowsOf(results, (key) => ({ event: isSlow ? { most: WANTED[key] } : { ahead: true }, shown: { ahead: true } }));

export const TITLE = "Input";

// What is measured of both pages: parts, each a table of its own.
export async function measure(pages, runs) {
  const browser = await launch();
  try {
    const slow = await inTurns(pages, runs, (page) => once(browser, page, SLOWER));
    const plain = await inTurns(pages, runs, (page) => once(browser, page, 1));
    const notes = [
      `${runs} openings of each page in turns, each act ${TIMES} times in each.`,
      "A longest event of 16 ms is one of 16 ms or less; a longest task of 0, one of less than 50.",
    ];
    return {
      browser: browser.version(),
      parts: [
        { title: "CPU 4 times slower", rows: rows(slow, true), notes },
        { title: "Unthrottled", rows: rows(plain, false), notes },
      ],
    };
  } finally {
    await browser.close();
  }
}
