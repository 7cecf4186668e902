// The app looks as it does in docs/screens: whoever changes that says so, with
// the new pictures.
import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./support/browser.mjs";
import { difference, webp } from "./support/pictures.mjs";
import { SCREENS, take } from "./support/screens.mjs";

const KEPT = fileURLToPath(new URL("../../docs/screens/", import.meta.url));
const SHOTS = fileURLToPath(new URL("shots/", import.meta.url));

// How often one is taken before it counts as another: on a machine that is busy a
// picture may come before the last of its drawing.
const TIMES = 3;

let browser;
let page;
let alike;
before(async () => {
  browser = await launch();
  const madeWith = await readFile(`${KEPT}made-with.json`, "utf8").catch(() => "{}");
  alike = JSON.parse(madeWith).browser === browser.version();
  page = await browser.newPage();
  await mkdir(SHOTS, { recursive: true });
});
after(() => browser.close());

for (const screen of SCREENS) {
  const file = `${screen.name}.webp`;
  test(`looks as in docs/screens/${file}`, async () => {
    const kept = await readFile(`${KEPT}${file}`).catch(() => null);
    let said = "there is no such picture";
    for (let time = 0; time < TIMES; time++) {
      const png = await take(browser, screen);
      const taken = await webp(page, png);
      if (kept) said = await difference(page, kept, png, taken, alike);
      if (!said) return rm(`${SHOTS}${file}`, { force: true });
      await writeFile(`${SHOTS}${file}`, taken);
      if (!kept) break;
    }
    assert.fail(
      `docs/screens/${file}: ${said}. What it looks like now is in tests/e2e/shots/${file}; if that is meant, ` +
        "run `cargo xtask screens`, look at the pictures and commit them.",
    );
  });
}
