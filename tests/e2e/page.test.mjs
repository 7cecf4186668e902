// The page at the widths that people have, in both schemes and languages.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { violations } from "./support/axe.mjs";
import { followed, launch, openFolds, withApp } from "./support/browser.mjs";

const SHOTS = fileURLToPath(new URL("shots/", import.meta.url));

let browser;
before(async () => {
  browser = await launch();
  await mkdir(SHOTS, { recursive: true });
});
after(() => browser.close());

for (const width of [390, 768, 1440]) {
  for (const scheme of ["light", "dark"]) {
    const lang = scheme === "light" ? "en" : "zh";
    test(`${width} pixels, ${scheme}, ${lang}: fits, is drawn, breaks no accessibility rule`, () =>
      withApp(browser, { query: `lang=${lang}`, width, scheme }, async ({ page }) => {
        await page.locator("#map canvas").waitFor();
        await page.locator("#timeline canvas").waitFor();
        await openFolds(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} pixels too wide`);
        assert.equal(await page.locator("html").getAttribute("data-scheme"), scheme);
        assert.equal(await page.locator("#skeleton").count(), 0);
        assert.deepEqual(await violations(page), []);
        await page.screenshot({ path: `${SHOTS}${width}-${scheme}-${lang}.png` });
      }));
  }
}

for (const [name, query] of [
  ["a record", "record=people-out-of-poverty"],
  ["the method", "panel=about"],
  ["an embedded map", "embed=map"],
  ["notices", "place=atlantis"],
]) {
  for (const scheme of ["light", "dark"]) {
    test(`${name} breaks no accessibility rule, ${scheme}`, () =>
      withApp(browser, { query: `lang=en&${query}`, scheme }, async ({ page }) => {
        await page.locator("#map canvas").waitFor();
        assert.deepEqual(await violations(page), []);
      }));
  }
}

for (const tab of ["link", "embed", "download"]) {
  for (const scheme of ["light", "dark"]) {
    test(`the share dialog's ${tab} breaks no accessibility rule, ${scheme}`, () =>
      withApp(browser, { query: "lang=en", scheme }, async ({ page }) => {
        await page.locator("#map canvas").waitFor();
        await page.locator("[data-share=map]").click();
        await page.locator(`[data-tab=${tab}]`).click();
        assert.deepEqual(await violations(page), []);
      }));
  }
}

test("while the app loads there is the plain view, never a blank page", () =>
  withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
    let release;
    const held = new Promise((done) => (release = done));
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${url}?lang=en`, { waitUntil: "commit" });
    await page.locator("#skeleton .first[data-lang=en] h1").waitFor();
    assert.equal(await page.locator("#map-panel").count(), 0);
    release();
    await page.locator("#map-panel").waitFor();
    assert.equal(await page.locator("#skeleton").count(), 0);
  }));

test("the colours follow the reader's choice over the system's", () =>
  withApp(browser, { query: "lang=en", scheme: "dark" }, async ({ page }) => {
    await page.locator("#scheme").selectOption("light");
    await page.locator("html[data-scheme=light]").waitFor();
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(background, "rgb(252, 251, 248)");
  }));

test("the page can be used by keyboard", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    await followed(page);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const tag = await page.evaluate(() => document.activeElement.closest("table.records") !== null);
    assert.ok(tag, "the skip link leads to the table");
    await page.locator("[data-record=school-2014] button").focus();
    await page.keyboard.press("Enter");
    await page.locator("#record").waitFor();
    const inside = await page.evaluate(() => document.activeElement.closest("#record") !== null);
    assert.ok(inside, "the focus is in the dialog");
  }));
