// The program comes in parts: the first file is what the first screen needs, the others
// come when something of them is asked for, or when the reader begins to do something.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { followed, launch, withApp } from "./support/browser.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const PARTS = readdirSync(DIST).filter((name) => /^aid-atlas-[a-z]+(-\d+)?-[0-9a-f]{16}\.wasm$/.test(name));
const of = (word) => PARTS.filter((name) => name.startsWith(`aid-atlas-${word}-`));

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// A host that remembers which parts it was asked for.
function recording() {
  const asked = new Set();
  const file = (name) => ({
    get body() {
      asked.add(name);
      return readFileSync(`${DIST}${name}`);
    },
  });
  return { asked, overrides: Object.fromEntries(PARTS.map((name) => [name, file(name)])) };
}

const started = async (page) => {
  await page.locator("#count").waitFor({ state: "attached" });
  await followed(page);
};

const haveCome = (page) =>
  page.waitForFunction(
    (names) => names.every((name) => performance.getEntriesByType("resource").some((e) => e.name.endsWith(name))),
    PARTS,
  );

// A part that the host holds back until it is released.
function held(word) {
  let [heard, release] = [];
  const wasAsked = new Promise((done) => (heard = done));
  const gate = new Promise((done) => (release = done));
  const file = (name) => ({
    body: readFileSync(`${DIST}${name}`),
    get parts() {
      heard();
      return [gate];
    },
  });
  return { overrides: Object.fromEntries(of(word).map((name) => [name, file(name)])), wasAsked, release };
}

test("the build cuts the program into the parts that are named", () => {
  for (const word of ["below", "record", "more"]) assert.equal(of(word).length, 1, word);
});

test("a phone asks for charts and table when they are unfolded, and for the rest with the first act", () => {
  const { asked, overrides } = recording();
  return withApp(browser, { query: "lang=en", width: 390, overrides }, async ({ page }) => {
    await started(page);
    assert.deepEqual([...asked], [], "nobody has done anything");
    // A script's click is no act of a reader.
    await page.evaluate(() => document.querySelector("#open-charts").click());
    await page.locator("#charts-panel .chart").first().waitFor();
    assert.ok(of("below").every((name) => asked.has(name)));
    for (const name of [...of("more"), ...of("record")]) assert.ok(!asked.has(name), name);
    await page.keyboard.press("Shift");
    await haveCome(page);
  });
});

test("a wide page asks for what is below its first screen, and not for what few readers open", () => {
  const { asked, overrides } = recording();
  return withApp(browser, { query: "lang=en", overrides }, async ({ page }) => {
    await started(page);
    await page.locator("#table-panel tbody tr").first().waitFor();
    assert.ok(of("below").every((name) => asked.has(name)));
    for (const name of [...of("more"), ...of("record")]) assert.ok(!asked.has(name), name);
  });
});

test("a map in a frame asks for no part before it is touched", () => {
  const { asked, overrides } = recording();
  return withApp(browser, { query: "lang=en&embed=map", overrides }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    assert.deepEqual([...asked], []);
    await page.locator("#map canvas").first().hover();
    await haveCome(page);
  });
});

for (const [word, query, wanted] of [
  ["more", "lang=en&embed=coverage", "#coverage .matrix"],
  ["below", "lang=zh&embed=table", "#table-panel tbody tr"],
  ["record", "lang=en&record=nyemo-baseline", "#record .sheet-head ~ *"],
]) {
  test(`${word}: what a link shows from its start is there with the page`, () => {
    const { overrides, wasAsked, release } = held(word);
    return withApp(browser, { query, overrides }, async ({ page }) => {
      await wasAsked;
      assert.equal(
        await page.locator("main.embedded, #map-panel .panel-head").count(),
        0,
        "until then the plain page stands",
      );
      release();
      await page.locator(wanted).first().waitFor();
    });
  });
}

test("a story takes the page's place when it has come", () => {
  const { overrides, wasAsked, release } = held("more");
  return withApp(browser, { query: "lang=en", overrides }, async ({ page }) => {
    await started(page);
    await page.locator(".story-button").first().click();
    await wasAsked;
    assert.ok(await page.locator("#map canvas").first().isVisible(), "the page is as it was");
    release();
    await page.waitForFunction(() => document.activeElement?.id === "story-title");
  });
});

test("paper has what the reader has not come near", () => {
  // What a browser does when it prints.
  const init = () => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      setTimeout(() => {
        window.printed = ["#coverage .matrix", "#checks .verdict", "#comparison .figures"].map(
          (part) => document.querySelector(part) !== null,
        );
      });
    };
  };
  return withApp(browser, { query: "lang=en", init }, async ({ page }) => {
    await started(page);
    await page.keyboard.press("Control+p");
    await page.waitForFunction(() => window.printed);
    assert.deepEqual(await page.evaluate(() => window.printed), [true, true, true]);
  });
});

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
      // One that another part has told of its coming may have asked by itself.
      await page.evaluate(() => document.querySelector(".failure button")?.click());
      await page.waitForFunction(() => !document.querySelector(".failure"));
      await page.locator(wanted).first().waitFor();
    });
  });
}
