// Without a network, and with a new version of it: what a service worker is for, and
// what it must never do.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, withApp } from "./support/browser.mjs";
import { cachesOf, deploy, kept, until, version, versions } from "./support/deploys.mjs";
import { frameOf } from "./support/host.mjs";
import { SUB_PATH, serve } from "./support/server.mjs";

let browser;
let first;
let second;
before(async () => {
  browser = await launch();
  [first, second] = await Promise.all([version("first"), version("second")]);
});
after(() => browser.close());

// Runs `use` with a page of the first version whose worker is at work.
async function visited(use, { expected = [], query = "lang=en" } = {}) {
  const served = { ...first };
  await withApp(browser, { query, overrides: served, serviceWorkers: "allow", expected }, async (given) => {
    await drawn(given.page);
    await kept(given.page, "first");
    await use({ ...given, served });
  });
}

const drawn = (page) => page.locator("#map canvas").waitFor();
const opens = async (page, url) => {
  await page.goto(`${url}?lang=en`);
  await drawn(page);
};
const shares = async (page) => {
  await page.locator("[data-share=page]").first().click();
  await page.locator("[data-tab=link]").click();
  await page.locator("#qr img").waitFor();
};
const NO_ICON = '<link rel="icon" href="data:,">';
const OFFLINE = [/ERR_CONNECTION_REFUSED|ERR_FAILED|Failed to fetch/];

test("after a visit the whole app opens without a network, in a folder, with any link", () =>
  visited(
    async ({ page, url, close }) => {
      assert.ok(url.endsWith(SUB_PATH));
      await close();
      for (const address of [`${url}?lang=zh&place=nyemo`, `${url}index.html?lang=en`]) {
        await page.goto(address);
        await drawn(page);
      }
      await shares(page);
      assert.deepEqual(await versions(page), ["first", "first", "first"]);
    },
    { expected: OFFLINE },
  ));

test("the first load is not touched, and costs no request before the app runs", async () => {
  const asked = [];
  const server = await serve({ ...first });
  const context = await browser.newContext({ locale: "en-US" });
  context.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(SUB_PATH.length)));
  const page = await context.newPage();
  try {
    await opens(page, server.url);
    await kept(page, "first");
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    const worker = asked.indexOf("worker.js");
    const program = asked.findIndex((path) => path.endsWith(".wasm"));
    assert.ok(worker > program && program > 0, asked.join());
  } finally {
    await context.close();
    await server.close();
  }
});

test("what is not the app's is left alone: other datasets, other pages", () =>
  visited(async ({ page, url, served }) => {
    await opens(page, url);
    served["dataset/mine.json"] = { body: '{"of": 1}' };
    served["report.html"] = { body: `${NO_ICON}<title>A report</title>` };
    const mine = () => page.evaluate(async () => (await fetch("dataset/mine.json")).text());
    assert.equal(await mine(), '{"of": 1}');
    served["dataset/mine.json"].body = '{"of": 2}';
    assert.equal(await mine(), '{"of": 2}');
    await page.goto(`${url}report.html`);
    assert.equal(await page.title(), "A report");
  }));

test("a new version while a page is open: a notice, the page stays whole, Reload gives the new one", () =>
  visited(async ({ page, url, served }) => {
    await opens(page, url);
    assert.deepEqual(await versions(page), ["first", "first", null]);
    deploy(served, second);
    // As the browser does by itself when the reader comes back to the page.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    const notice = page.locator("#renewed");
    await notice.waitFor();
    assert.match(await notice.innerText(), /new version/);
    await shares(page);
    assert.deepEqual(await versions(page), ["first", "first", "first"], "what it loads later is of its own version");
    await page.keyboard.press("Escape");
    await notice.getByRole("button", { name: "Reload" }).click();
    await page.locator("[data-version=second] #map canvas").waitFor();
    await shares(page);
    assert.deepEqual(await versions(page), ["second", "second", "second"]);
    assert.equal(await notice.count(), 0);
  }));

test("a page of the first visit hears of a new version too", () =>
  visited(async ({ page, served }) => {
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    deploy(served, second);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.locator("#renewed").getByRole("button", { name: "Reload" }).click();
    await page.locator("[data-version=second] #map canvas").waitFor();
  }));

test("the notice is in the page's language and can be put away", () =>
  visited(
    async ({ page, url, served }) => {
      await page.goto(`${url}?lang=zh`);
      await drawn(page);
      deploy(served, second);
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      await page.getByText("本页有新版本。").waitFor();
      await page.locator("#renewed").getByRole("button", { name: "知道了" }).click();
      await page.locator("#renewed").waitFor({ state: "detached" });
    },
    { query: "lang=zh" },
  ));

test("a new version is found by a load, and the next one is of it; the former goes when no page is of it", () =>
  visited(async ({ page, url, served }) => {
    const other = await page.context().newPage();
    await opens(other, url);
    deploy(served, second);
    await opens(page, url);
    assert.deepEqual(await versions(page), ["first", "first", null], "at once, from what is there");
    await kept(page, "second");
    await opens(page, url);
    assert.deepEqual(await versions(page), ["second", "second", null]);
    // The other page is open still: its version stays with it.
    await other.bringToFront();
    await shares(other);
    assert.deepEqual(await versions(other), ["first", "first", "first"]);
    assert.ok((await cachesOf(page)).includes("first"));
    await other.close();
    await opens(page, url);
    await until(page, async () => !(await caches.keys()).some((name) => name.endsWith(" first")));
    assert.ok((await cachesOf(page)).includes("second"));
  }));

test("a deploy in the middle of a load: all of the page is of one version", () =>
  visited(async ({ page, url, served }) => {
    // The page has come, its scripts have not: then the host has the next version.
    let go;
    const held = new Promise((done) => (go = done));
    await page.route("**/charts.js", async (route) => {
      await held;
      await route.continue();
    });
    const loading = page.goto(`${url}?lang=en`);
    await page.locator("[data-version=first] #skeleton").waitFor();
    deploy(served, second);
    go();
    await loading;
    await drawn(page);
    assert.deepEqual(await versions(page), ["first", "first", null]);
  }));

test("a deploy that is not whole yet is not taken", () =>
  visited(
    async ({ page, url, served }) => {
      // The worker's list is there before its files.
      deploy(served, { "worker.js": second["worker.js"], "index.html": second["index.html"] });
      await opens(page, url);
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update();
        const next = registration.installing;
        if (next && next.state !== "redundant") await new Promise((done) => (next.onstatechange = done));
      });
      await opens(page, url);
      assert.deepEqual(await versions(page), ["first", "first", null]);
      assert.ok(!(await cachesOf(page)).includes("second"));
      deploy(served, second);
      await opens(page, url);
      await kept(page, "second");
      await opens(page, url);
      assert.deepEqual(await versions(page), ["second", "second", null]);
    },
    { expected: [/integrity/] },
  ));

const BROKEN = `
  addEventListener("install", () => skipWaiting());
  addEventListener("fetch", (event) => event.respondWith(new Response("broken", { status: 500 })));`;

test("a broken worker is healed by the next deploy", async () => {
  const served = { ...first, "worker.js": { body: BROKEN, type: "text/javascript" } };
  const options = { query: "lang=en", overrides: served, serviceWorkers: "allow", expected: [/500/] };
  await withApp(browser, options, async ({ page, url }) => {
    await drawn(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto(`${url}?lang=en`);
    assert.equal(await page.locator("body").innerText(), "broken");
    deploy(served, second);
    await page.goto(`${url}?lang=en`);
    await kept(page, "second");
    await opens(page, url);
    assert.deepEqual(await versions(page), ["second", "second", null]);
  });
});

test("a deploy that turns the worker off gives everything back", () =>
  visited(async ({ page, url, served }) => {
    const off = await readFile(new URL("../../.bundle/worker/retired.js", import.meta.url), "utf8");
    deploy(served, { ...second, "worker.js": { body: off, type: "text/javascript" } });
    await opens(page, url);
    await until(page, async () => !(await navigator.serviceWorker.getRegistration()));
    await until(page, async () => (await caches.keys()).length === 0);
    await opens(page, url);
    assert.deepEqual(await versions(page), ["second", "second", null]);
  }));

test("where the next version has no worker, the former one goes", () =>
  visited(
    async ({ page, url, served }) => {
      deploy(served, { ...second, "worker.js": { status: 404 } });
      await opens(page, url);
      await until(page, async () => !(await navigator.serviceWorker.getRegistration()));
      await opens(page, url);
      assert.deepEqual(await versions(page), ["second", "second", null]);
    },
    { expected: [/404|bad HTTP response code/] },
  ));

for (const [what, init] of [
  [
    "has no room",
    () => (CacheStorage.prototype.open = () => Promise.reject(new DOMException("full", "QuotaExceededError"))),
  ],
  [
    "refuses workers",
    () => (ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("no", "SecurityError"))),
  ],
  ["knows none", () => Reflect.deleteProperty(Navigator.prototype, "serviceWorker")],
]) {
  test(`a browser that ${what}: the app works as it did`, () =>
    withApp(
      browser,
      { query: "lang=en", overrides: { ...first }, serviceWorkers: "allow", init },
      async ({ page, url }) => {
        await drawn(page);
        await opens(page, url);
        await shares(page);
      },
    ));
}

test("a storage that fails under the worker: the network takes its place", () =>
  visited(async ({ page, url, served }) => {
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    deploy(served, second);
    await opens(page, url);
    assert.deepEqual(await versions(page), ["second", "second", null]);
  }));

test("frames of other pages are given the same, and those without an origin work as before", () =>
  visited(
    async ({ page, url, served, close }) => {
      served["host.html"] = {
        body: `${NO_ICON}<iframe src="${url}?embed=map&lang=en" width="800" height="700"></iframe>`,
      };
      served["sandbox.html"] = {
        body: `${NO_ICON}<iframe sandbox="allow-scripts" src="${url}?embed=map&lang=en" width="800" height="700"></iframe>`,
      };
      await page.goto(`${url}sandbox.html`);
      const frame = await frameOf(page, `${url}?embed`);
      await frame.locator("#map canvas").waitFor();
      await page.goto(`${url}host.html`);
      await (await frameOf(page, `${url}?embed`)).locator("#map canvas").waitFor();
      await close();
      await page.evaluate(() => document.querySelector("iframe").contentWindow.location.reload());
      await page.frameLocator("iframe").locator("#map canvas").waitFor();
    },
    { expected: OFFLINE },
  ));
