// When the app does not come, or does not come to an end: words and the table
// in its place; and errors of others, which are none of the app's.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, list, withApp } from "./support/browser.mjs";
import { RECORDS } from "./support/dataset.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const index = await readFile(`${DIST}index.html`, "utf8");
const [program] = index.match(/aid-atlas-[0-9a-f]+\.js/);
const wasm = program.replace(".js", "_bg.wasm");
const ANY = [/./];

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const rows = (page, many = RECORDS) =>
  page.waitForFunction((n) => document.querySelectorAll("table.records tbody tr").length === n, many);

async function fellBack(page, pattern) {
  await page.locator("#stopped").waitFor();
  assert.match(await page.locator("#stopped").innerText(), pattern);
  await rows(page);
  assert.equal(await page.locator("#skeleton").count(), 0);
}

const html = { body: "<!doctype html><title>A page of the host</title>", type: "text/html" };
for (const [what, overrides] of [
  ["the program is missing", { [program]: { status: 404 } }],
  ["the wasm is missing", { [wasm]: { status: 404 } }],
  ["the starting script is missing", { "start.js": { status: 404 } }],
  ["the program is answered with HTML", { [program]: html }],
  ["the wasm is answered with HTML", { [wasm]: html }],
  ["the starting script is answered with HTML", { "start.js": html }],
  ["the wasm is cut off", { [wasm]: { body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0]), type: "application/wasm" } }],
  ["the wasm is something else", { [wasm]: { body: "no wasm", type: "application/wasm" } }],
  ["the server fails", { [wasm]: { status: 503 } }],
]) {
  test(`${what}: words and the table`, () =>
    withApp(browser, { query: "lang=en", overrides, expected: ANY }, ({ page }) =>
      fellBack(page, /could not start[\s\S]*missing/),
    ));
}

test("without the charts' script, answered with HTML, the app starts all the same", () =>
  withApp(browser, { query: "lang=en", overrides: { "charts.js": html }, expected: ANY }, async ({ page }) => {
    await page.getByText("The chart program did not load").first().waitFor();
    assert.equal(await page.locator("#stopped, #late").count(), 0);
  }));

for (const [what, policy] of [
  ["wasm", "script-src 'self'"],
  ["the program's scripts", "script-src 'nonce-none'; script-src-elem 'unsafe-inline' FALLBACK"],
  ["reading files", "script-src 'self'; connect-src 'none'"],
]) {
  test(`a policy that blocks ${what}: words and the table`, () =>
    withApp(browser, { query: "lang=en", expected: ANY }, async ({ page, url }) => {
      const content = policy.replace("FALLBACK", `${url}fallback.js ${url}records.js`);
      const response = index.replace(
        "<head>",
        `<head><meta http-equiv="content-security-policy" content="${content}">`,
      );
      await page.route(`${url}?lang=en`, (route) => route.fulfill({ body: response, contentType: "text/html" }));
      await page.goto(`${url}?lang=en`);
      await fellBack(page, /could not start/);
    }));
}

test("under a policy without inline scripts the app starts", () =>
  withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
    const content = "script-src 'self' 'wasm-unsafe-eval'";
    const response = index.replace("<head>", `<head><meta http-equiv="content-security-policy" content="${content}">`);
    await page.route(`${url}?lang=en`, (route) => route.fulfill({ body: response, contentType: "text/html" }));
    await page.goto(`${url}?lang=en`);
    await page.locator("#map canvas").waitFor();
  }));

test("where no script may run, words and the data's address come after a while", () =>
  withApp(browser, { query: "lang=en", expected: ANY }, async ({ page, url }) => {
    const response = index.replace(
      "<head>",
      `<head><meta http-equiv="content-security-policy" content="script-src 'none'">`,
    );
    await page.route(`${url}?lang=en`, (route) => route.fulfill({ body: response, contentType: "text/html" }));
    await page.goto(`${url}?lang=en`);
    const late = page.locator("#skeleton .late");
    assert.equal(await late.isVisible(), false);
    await late.evaluate((element) => {
      for (const animation of element.getAnimations()) animation.finish();
    });
    assert.ok(await late.isVisible());
    assert.ok(await late.getByRole("link").first().isVisible());
  }));

test("opened from the disk: how to serve it, and the table", async () => {
  const page = await browser.newPage({ locale: "en-US" });
  await page.goto(`file://${DIST}index.html`);
  await fellBack(page, /could not start[\s\S]*web server/);
  await page.goto(`file://${DIST}index.html?lang=zh&place=nyemo`);
  await fellBack(page, /应用未能启动[\s\S]*网页服务器/);
  await page.close();
});

test("a browser that is too old says so", () =>
  withApp(
    browser,
    // Such a browser does not run the starting script.
    {
      query: "lang=en",
      overrides: { "start.js": { body: "" } },
      init: () => {
        delete HTMLScriptElement.prototype.noModule;
      },
    },
    ({ page }) => fellBack(page, /too old/),
  ));

test("a browser that does not know the starting script's language is too old", () => {
  const overrides = { "start.js": { body: "let a = ?;", type: "text/javascript" } };
  return withApp(browser, { query: "lang=en", overrides, expected: ANY }, ({ page }) => fellBack(page, /too old/));
});

test("a browser whose WebAssembly knows no references is too old", () =>
  withApp(
    browser,
    {
      query: "lang=en",
      overrides: { [wasm]: { body: "later wasm", type: "application/wasm" } },
      expected: ANY,
      init: () => (WebAssembly.validate = () => false),
    },
    ({ page }) => fellBack(page, /too old/),
  ));

test("scripts that an extension adds behind it do not hide the app's folder", () =>
  withApp(
    browser,
    {
      query: "lang=en",
      overrides: { "start.js": { status: 404 } },
      expected: ANY,
      init: () => {
        new MutationObserver((_, observer) => {
          if (!document.head) return;
          observer.disconnect();
          const added = Object.assign(document.createElement("script"), {
            type: "text/plain",
            src: "data:text/plain,x",
          });
          document.documentElement.append(added);
        }).observe(document, { childList: true, subtree: true });
      },
    },
    ({ page }) => fellBack(page, /could not start/),
  ));

for (const query of [
  "x=1&amp;lang=zh&amp;dataset=dataset/other.json",
  "LANG=ZH&Dataset=dataset%2fother%2Ejson",
  "q=%zz;lang=+zh+;dataset=dataset/none.json;dataset=dataset/other.json",
]) {
  test(`the fallback reads ${query} as the app does`, async () => {
    const dataset = JSON.parse(await readFile(`${DIST}dataset/beijing-lhasa.json`, "utf8"));
    const other = { ...dataset, records: dataset.records.slice(0, 3) };
    const overrides = { "dataset/other.json": { body: JSON.stringify(other) }, [wasm]: { status: 404 } };
    await withApp(browser, { query, overrides, expected: ANY }, async ({ page }) => {
      await page.locator("#stopped").getByText("应用未能启动").waitFor();
      await rows(page, 3);
    });
  });
}

test("without WebAssembly the words name it", () =>
  withApp(
    browser,
    {
      query: "lang=zh",
      expected: ANY,
      init: () => {
        delete window.WebAssembly;
      },
    },
    ({ page }) => fellBack(page, /WebAssembly/),
  ));

test("errors of extensions, other scripts and observers are not the app's", () =>
  withApp(
    browser,
    {
      query: "lang=en",
      expected: ANY,
      init: () => {
        const error = (message, filename, stack) => {
          const thrown = Object.assign(new Error(message), { stack });
          dispatchEvent(new ErrorEvent("error", { message, filename, error: thrown }));
        };
        const reject = (reason) => Promise.reject(reason);
        window.disturb = () => {
          for (const place of [
            "chrome-extension://abc/x.js",
            "moz-extension://abc/x.js",
            "safari-web-extension://abc/x.js",
            "webkit-masked-url://hidden/",
            "https://cdn.example/x.js",
            "",
            location.href,
          ]) {
            error(`Uncaught Error in ${place}`, place, `Error: x\n    at f (${place}:1:2)`);
            reject(Object.assign(new Error("x"), { stack: `Error: x\n    at f (${place}:1:2)` }));
          }
          dispatchEvent(new ErrorEvent("error", { message: "Script error." }));
          for (const message of [
            "ResizeObserver loop completed with undelivered notifications.",
            "ResizeObserver loop limit exceeded",
          ]) {
            dispatchEvent(new ErrorEvent("error", { message, filename: location.href }));
          }
          for (const reason of [undefined, null, "text", 7, { code: 1 }]) reject(reason);
          const foreign = document.createElement("script");
          foreign.type = "text/plain";
          // Set by an extension, for which the page's policy does not hold.
          Object.defineProperty(foreign, "src", { value: "chrome-extension://abc/missing.js" });
          document.documentElement.append(foreign);
          foreign.dispatchEvent(new Event("error"));
        };
        document.addEventListener("DOMContentLoaded", () => window.disturb());
      },
    },
    async ({ page }) => {
      await page.locator("#map canvas").waitFor();
      await page.evaluate(() => window.disturb());
      await page.evaluate(() => new Promise((done) => setTimeout(done)));
      assert.equal(await page.locator("#stopped, #late").count(), 0);
      await (await list(page, "place")).getByText("Damxung", { exact: true }).click();
      await page.waitForFunction(() => location.search.includes("damxung"));
    },
  ));

test("a trap of the program after the start is told, and what is on screen stays", () =>
  withApp(browser, { query: "lang=en", expected: ANY }, async ({ page, url }) => {
    await page.locator("#map canvas").waitFor();
    await page.evaluate((filename) => {
      const error = new WebAssembly.RuntimeError("memory access out of bounds");
      dispatchEvent(new ErrorEvent("error", { message: "RuntimeError: memory access out of bounds", filename, error }));
    }, `${url}${wasm}`);
    await page.locator("#stopped").waitFor();
    assert.match(await page.locator("#stopped").innerText(), /has stopped/);
    assert.ok(await page.locator("#map canvas").isVisible());
  }));

test("a program that hangs gives way to the table, and takes over when it comes", () =>
  withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
    let release;
    const held = new Promise((done) => (release = done));
    await page.clock.install();
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${url}?lang=en`, { waitUntil: "commit" });
    await page.locator("#skeleton").waitFor();
    await page.clock.runFor(19_000);
    assert.equal(await page.locator("#late").count(), 0, "not given up yet");
    await page.clock.runFor(2000);
    await page.locator("#late").waitFor();
    assert.match(await page.locator("#late").innerText(), /not started yet/);
    await rows(page);
    release();
    await page.locator("#map-panel").waitFor();
    assert.equal(await page.locator("#late, #skeleton, body > table").count(), 0);
  }));

test("a script that hangs before it gives way to the table too", () =>
  withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
    let release;
    const held = new Promise((done) => (release = done));
    await page.clock.install();
    await page.route("**/charts.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${url}?lang=en`, { waitUntil: "commit" });
    await page.locator("#skeleton").waitFor();
    await page.clock.runFor(21_000);
    await page.locator("#late").waitFor();
    await rows(page);
    release();
    await page.locator("#map canvas").waitFor();
    assert.equal(await page.locator("#late").count(), 0);
  }));

test("the records of the fallback are those of the dataset that the link asks for", async () => {
  const dataset = JSON.parse(await readFile(`${DIST}dataset/beijing-lhasa.json`, "utf8"));
  const other = { ...dataset, title: { zh: "另一个", en: "Another" }, records: dataset.records.slice(0, 3) };
  const overrides = { "dataset/other.json": { body: JSON.stringify(other) }, [wasm]: { status: 404 } };
  await withApp(
    browser,
    { query: "lang=en&dataset=dataset%2Fother.json", overrides, expected: ANY },
    async ({ page, url }) => {
      await page.locator("#stopped").waitFor();
      await rows(page, 3);
      assert.equal(await page.locator("table.records caption").innerText(), "Another");
      await page.goto(`${url}?lang=en&dataset=dataset/nowhere.json`);
      await page.locator("#stopped").getByText("HTTP 404").last().waitFor();
      await page.locator("#stopped").getByText("did not load either").waitFor();
      assert.equal(await page.locator("table.records").count(), 0, "no other programme's records");
    },
  );
});

test("the fallback shows a dataset that is in neither of its own languages", async () => {
  const record = { title: { fr: "Un puits" }, values: [{ amount: 1200, unit: "USD", qualifier: "about" }], source: [] };
  const other = { title: { fr: "Puits" }, records: [record] };
  const overrides = { "dataset/other.json": { body: JSON.stringify(other) }, [wasm]: { status: 404 } };
  await withApp(
    browser,
    { query: "lang=en&dataset=dataset/other.json", overrides, expected: ANY },
    async ({ page }) => {
      await rows(page, 1);
      assert.equal(await page.locator("table.records caption").innerText(), "Puits");
      assert.match(
        await page
          .locator("table.records td")
          .allInnerTexts()
          .then((cells) => cells.join("|")),
        /^Un puits\|about 1,200 USD\|/,
      );
    },
  );
});

test("a dataset on its way: the skeleton stays, says what it waits for, and errors are heard", async () => {
  const dataset = await readFile(`${DIST}dataset/beijing-lhasa.json`);
  let release;
  const held = new Promise((done) => (release = done));
  const overrides = { "dataset/other.json": { parts: [dataset.subarray(0, 50_000), held, dataset.subarray(50_000)] } };
  await withApp(browser, { query: "lang=en&dataset=dataset/other.json", overrides }, async ({ page }) => {
    await page.getByText(/Loading the dataset dataset\/other\.json … 50 kB/).waitFor();
    assert.ok(await page.locator("#skeleton .tall").first().isVisible());
    release();
    await page.locator("#map-panel").waitFor();
    assert.equal(await page.locator("#skeleton").count(), 0);
  });
});

test("an error of the app while a dataset is on its way is told", () =>
  withApp(
    browser,
    {
      query: "lang=en&dataset=dataset/other.json",
      overrides: { "dataset/other.json": { parts: [new Promise(() => {})] } },
      expected: ANY,
    },
    async ({ page, url }) => {
      await page.getByText(/Loading the dataset/).waitFor();
      await page.evaluate(
        (filename) => dispatchEvent(new ErrorEvent("error", { message: "broken", filename })),
        `${url}${program}`,
      );
      await page.locator("#stopped").waitFor();
    },
  ));

test("a dataset that stalls is given up with words and another try", () =>
  withApp(
    browser,
    {
      query: "lang=en&dataset=dataset/other.json",
      overrides: { "dataset/other.json": { parts: ["{", new Promise(() => {})] } },
    },
    async ({ page, url }) => {
      await page.clock.install();
      await page.goto(`${url}?lang=en&dataset=dataset/other.json`);
      await page.getByText(/Loading the dataset dataset\/other\.json … 1 kB/).waitFor();
      await page.clock.runFor(61_000);
      await page.locator(".notice").getByText("nothing came for 60 seconds").waitFor();
      assert.ok(await page.locator(".notice").getByRole("button", { name: "Try again" }).isVisible());
    },
  ));
