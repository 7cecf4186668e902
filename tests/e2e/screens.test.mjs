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

let browser;
let page;
before(async () => {
  browser = await launch();
  page = await browser.newPage();
  await mkdir(SHOTS, { recursive: true });
});
after(() => browser.close());

for (const screen of SCREENS) {
  const file = `${screen.name}.webp`;
  test(`looks as in docs/screens/${file}`, async () => {
    const png = await take(browser, screen);
    const taken = await webp(page, png);
    const kept = await readFile(`${KEPT}${file}`).catch(() => null);
    const said = kept ? await difference(page, kept, png, taken) : "there is no such picture";
    if (!said) return rm(`${SHOTS}${file}`, { force: true });
    await writeFile(`${SHOTS}${file}`, taken);
    assert.fail(
      `docs/screens/${file}: ${said}. What it looks like now is in tests/e2e/shots/${file}; if that is meant, ` +
        "run `cargo xtask screens`, look at the pictures and commit them.",
    );
  });
}
