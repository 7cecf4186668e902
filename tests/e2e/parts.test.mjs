// The program comes in parts: the first file is what the first screen needs, the others
// come when something of them is asked for, or when the reader begins to do something.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { followed, launch, openFolds, withApp } from "./support/browser.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const PARTS = readdirSync(DIST).filter((name) => /^aid-atlas-[a-z]+(-\d+)?-[0-9a-f]{16}\.wasm$/.test(name));
const of = (word) => PARTS.filter((name) => name.startsWith(`aid-atlas-${word}-`));

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// The parts that the page has asked for.
const asked = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const names = () => performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1));
        // What was asked for just now is no entry yet.
        setTimeout(() => done(names().filter((name) => /^aid-atlas-[a-z]+-.*\.wasm$/.test(name))), 500);
      }),
  );
const started = async (page) => {
  await page.locator("#count").waitFor({ state: "attached" });
  await followed(page);
};

test("the build cuts the program into the parts that are named", () => {
  for (const word of ["below", "record", "more"]) assert.equal(of(word).length, 1, word);
});

test("a phone asks for charts and table when they are unfolded, and for the rest with the first act", () =>
  withApp(browser, { query: "lang=en", width: 390 }, async ({ page }) => {
    await started(page);
    assert.deepEqual(await asked(page), [], "nobody has done anything");
    await openFolds(page);
    await page.locator("#charts-panel .chart").first().waitFor();
    await page.waitForFunction(
      (names) => names.every((name) => performance.getEntriesByType("resource").some((e) => e.name.endsWith(name))),
      PARTS,
    );
  }));

test("a wide page asks for what is below its first screen, and not for what few readers open", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await started(page);
    await page.locator("#table-panel tbody tr").first().waitFor();
    const names = await asked(page);
    assert.ok(of("below").every((name) => names.includes(name)));
    for (const name of [...of("more"), ...of("record")]) assert.ok(!names.includes(name), name);
  }));

test("a map in a frame asks for no part before it is touched", () =>
  withApp(browser, { query: "lang=en&embed=map" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    assert.deepEqual(await asked(page), []);
  }));

test("what a link shows from its start is there with the page", () =>
  withApp(browser, { query: "lang=en&embed=checks" }, async ({ page }) => {
    // Until then the plain page stands.
    await page.locator("main.embedded").waitFor();
    assert.ok(await page.locator("#checks .verdict").first().isVisible());
  }));

for (const [word, query, open, wanted] of [
  ["record", "lang=en", (page) => page.locator("#table-panel tbody button").first().click(), "#record .sheet-head ~ *"],
  ["more", "lang=zh", (page) => page.keyboard.press("?"), "#keys label"],
  ["below", "lang=en", () => {}, "#table-panel tbody tr"],
]) {
  test(`${word}: a part that does not come says so in its place, and comes when it is asked for again`, () => {
    const overrides = Object.fromEntries(of(word).map((name) => [name, { status: 503 }]));
    return withApp(browser, { query, overrides, expected: [/503/] }, async ({ page }) => {
      await page.locator("#count").waitFor();
      if (word !== "below") await followed(page);
      await open(page);
      const failed = page.locator(".failure button").first();
      await failed.waitFor();
      // The page is as it was.
      assert.ok(await page.locator("#map canvas").first().isVisible());
      for (const name of of(word)) delete overrides[name];
      // Each place of it has its own sign.
      while ((await page.locator(".failure button").count()) > 0) await page.locator(".failure button").first().click();
      await page.locator(wanted).first().waitFor();
    });
  });
}
