// Each file of the app in turn is missing, never answered, cut off, changed or a
// page of HTML: readers get the app, or the records and words on what is missing.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, withApp } from "./support/browser.mjs";
import { RECORDS } from "./support/dataset.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const TYPES = { js: "text/javascript", css: "text/css", json: "application/json", wasm: "application/wasm" };
const named = (pattern) => readdirSync(DIST).find((name) => pattern.test(name));
const ANY = [/./];

const [PROGRAM, WASM, STYLE] = [/^aid-atlas-\w+\.js$/, /^aid-atlas-\w+_bg\.wasm$/, /^style.*\.css$/].map(named);
const FONT = `fonts/${readdirSync(`${DIST}fonts`).find((name) => name.endsWith(".woff2"))}`;
const BUILT_IN = "dataset/beijing-lhasa.json";

// What a server answers in place of a file.
const FAULTS = {
  missing: () => ({ status: 404 }),
  "never answered": () => ({ parts: [new Promise(() => {})] }),
  "cut off": (bytes) => ({ body: bytes.subarray(0, bytes.length / 2) }),
  changed: (bytes) => ({ body: bytes.map((byte, at) => (at % 97 === 96 ? byte ^ 0x55 : byte)) }),
  HTML: () => ({ body: "<!doctype html><title>A page of the host</title>", type: "text/html" }),
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Opens the app without the files, and lets the page's own patience end where
// one is never answered: 20 seconds for the program, 60 for what the app fetches.
async function without(faults, then) {
  const overrides = Object.fromEntries(
    Object.entries(faults).map(([file, fault]) => {
      const type = TYPES[file.split(".").at(-1)] ?? "application/octet-stream";
      return [file, { type, ...FAULTS[fault](readFileSync(`${DIST}${file}`)) }];
    }),
  );
  const waits = Object.values(faults).includes("never answered");
  // Its first page is an empty one of the same host: the clock comes before the app.
  await withApp(
    browser,
    { query: "lang=en", expected: ANY, overrides: waits ? { ...overrides, "index.html": { body: "" } } : overrides },
    async ({ page, url }) => {
      if (!waits) return then(page, async () => {});
      await page.clock.install();
      const index = readFileSync(`${DIST}index.html`, "utf8");
      await page.route(`${url}?lang=en`, (route) => route.fulfill({ body: index, contentType: "text/html" }));
      await page.goto(`${url}?lang=en`, { waitUntil: "commit" });
      await page.waitForFunction(() => document.body);
      return then(page, (seconds) => page.clock.runFor(seconds * 1000));
    },
  );
}

const rows = (page) =>
  page.waitForFunction((n) => document.querySelectorAll("table.records tbody tr").length === n, RECORDS);

// Words of the page's own in place of the app, and the records.
async function table(page, wait) {
  await wait(21);
  await page.locator("#stopped, #late").first().waitFor();
  const told = await page.locator("#stopped, #late").first().innerText();
  assert.match(told, /could not start|not started yet|too old/);
  await rows(page);
  assert.equal(await page.locator("#skeleton").count(), 0, "nothing that pretends to be on its way");
}

// The app as it is, with nothing to say.
async function app(page) {
  await page.locator("#map canvas").waitFor();
  await rows(page);
  assert.equal(await page.locator("#stopped, #late").count(), 0);
}

const says = (words) => async (page, wait) => {
  await page.locator("#map-panel").waitFor();
  await wait(61);
  await page.getByText(words).first().waitFor();
  await rows(page);
  assert.equal(await page.locator("#stopped, #late").count(), 0);
};

// What readers get without a file; of a fault something else than of the others.
const EXPECTED = {
  [PROGRAM]: { all: table },
  [WASM]: { all: table },
  "start.js": { all: table },
  "charts.js": { all: says("The chart program did not load"), "never answered": table },
  [STYLE]: { all: app, "never answered": late },
  [FONT]: { all: app },
  "geometry/lhasa.json": { all: says(/geometry\/lhasa\.json|maps\[0\]/) },
};

// Words and the records; then the app, without styles.
async function late(page, wait) {
  await wait(21);
  await page.locator("#late, #map canvas").first().waitFor();
  await rows(page);
  await app(page);
}

for (const [file, expected] of Object.entries(EXPECTED)) {
  for (const fault of Object.keys(FAULTS)) {
    const kind = file.replace(/-\w{16}/, "");
    test(`${kind} ${fault}`, () => without({ [file]: fault }, expected[fault] ?? expected.all));
  }
}

for (const fault of Object.keys(FAULTS).filter((name) => name !== "never answered")) {
  test(`the words for when the app does not come are ${fault}, and it comes`, () =>
    without({ "fallback.js": fault }, app));
}

for (const fault of Object.keys(FAULTS)) {
  test(`without the program, its data file ${fault}: the same records from the other file`, () =>
    without({ [WASM]: "missing", [BUILT_IN]: fault }, async (page, wait) => {
      await page.locator("#stopped").waitFor();
      await wait(21);
      await rows(page);
    }));
  test(`without the program, both files of the data ${fault}: where they should be`, () =>
    without({ [WASM]: "missing", [BUILT_IN]: fault, "records.js": fault }, async (page, wait) => {
      await page.locator("#stopped").waitFor();
      await wait(21);
      await wait(21);
      await page.locator("#stopped").getByText("The data file did not load either").waitFor();
      assert.ok(await page.locator("#stopped a").isVisible());
    }));
  test(`another dataset ${fault}: its name, what is wrong, and the built-in one`, () => {
    const query = `lang=en&dataset=${"schema/example.json"}`;
    const answer = FAULTS[fault](readFileSync(`${DIST}schema/example.json`));
    const overrides = { "schema/example.json": { type: "application/json", ...answer } };
    return withApp(browser, { query: "lang=en", overrides, expected: ANY }, async ({ page, url }) => {
      await page.clock.install();
      await page.goto(`${url}?${query}`);
      if (fault === "never answered") {
        await page.getByText("Loading the dataset schema/example.json").waitFor();
        await page.clock.runFor(61_000);
      }
      await page.locator(".notice").getByText("schema/example.json").first().waitFor();
      await page.locator("#map-panel").waitFor();
    });
  });
}

test("where the browser refuses to store anything the app is the same", () =>
  withApp(
    browser,
    {
      query: "lang=en",
      init: () => {
        for (const name of ["localStorage", "sessionStorage", "indexedDB"])
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException("The operation is insecure.", "SecurityError");
            },
          });
      },
    },
    async ({ page }) => {
      await app(page);
      // What would be stored holds until the page is left.
      await page.keyboard.press("?");
      await page.locator("#keys-on").uncheck();
      await page.locator("#keys-on").check();
    },
  ));

test("where storage is full the app is the same", () =>
  withApp(
    browser,
    {
      query: "lang=en",
      init: () => {
        Storage.prototype.setItem = () => {
          throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        };
      },
    },
    async ({ page }) => {
      await app(page);
      await page.keyboard.press("?");
      await page.locator("#keys-on").uncheck();
    },
  ));

// Nothing of what the page tells depends on the reader's clock.
const TOLD = () => [document.querySelector("#finding")?.innerText, document.querySelector("main").innerText];
for (const at of ["1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z"]) {
  test(`with a clock at ${at.slice(0, 4)} the page tells the same`, async () => {
    let right;
    await withApp(browser, { query: "lang=en" }, async ({ page }) => {
      await app(page);
      right = await page.evaluate(TOLD);
    });
    await withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
      await page.clock.install({ time: at });
      await page.goto(`${url}?lang=en`);
      await app(page);
      assert.deepEqual(await page.evaluate(TOLD), right);
    });
  });
}
