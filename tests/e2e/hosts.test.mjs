// The app in other sites' pages.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { launch } from "./support/browser.mjs";
import { frameOf, heard, LISTEN, script, waitForHeard, withHost } from "./support/host.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("embed.js is under 3 kB gzipped", async () => {
  const file = fileURLToPath(new URL("../../dist/embed.js", import.meta.url));
  const size = gzipSync(await readFile(file)).length;
  assert.ok(size < 3000, `${size} bytes`);
});

test("the element fits its height, carries attributes in and tells what happens", () =>
  withHost(
    browser,
    {
      body: (app) =>
        `${LISTEN}<aid-atlas id="atlas" view="chart:people-reached" filters="place=nyemo" lang="en"></aid-atlas>${script(app)}`,
    },
    async ({ page, app, errors }) => {
      await waitForHeard(page, "ready");
      const frame = await frameOf(page, app);
      await frame.getByText("No record matches").waitFor();
      const low = await page.locator("#atlas").evaluate((e) => e.getBoundingClientRect().height);
      await page.locator("#atlas").evaluate((element) => element.setAttribute("filters", "place=damxung"));
      await frame.locator("#chart-people-reached canvas").waitFor();
      await page.waitForFunction(
        (before) => document.getElementById("atlas").getBoundingClientRect().height > before + 20,
        low,
      );
      const overflow = await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      assert.ok(overflow <= 1, `${overflow} pixels are cut off`);
      await waitForHeard(page, "filterchange");
      assert.deepEqual((await heard(page, "filterchange")).at(-1), { type: "filterchange", filters: "place=damxung" });
      await page.locator("#atlas").evaluate((element) => element.setAttribute("lang", "zh"));
      await frame.getByRole("heading", { name: "人数：各项有重叠，不相加" }).waitFor();
      assert.deepEqual(errors, []);
    },
  ));

test("opening a record is told, a wrong attribute is an error event", () =>
  withHost(
    browser,
    { body: (app) => `${LISTEN}<aid-atlas id="atlas" view="all" lang="en" height="700"></aid-atlas>${script(app)}` },
    async ({ page, app }) => {
      await waitForHeard(page, "ready");
      const frame = await frameOf(page, app);
      await frame.locator("[data-record=school-2014] button").click();
      await waitForHeard(page, "select");
      assert.deepEqual((await heard(page, "select")).at(-1), { type: "select", record: "school-2014" });
      assert.equal(await page.locator("#atlas").evaluate((e) => e.getBoundingClientRect().height), 700, "fixed");
      await page.locator("#atlas").evaluate((element) => element.setAttribute("filters", "place=atlantis"));
      await waitForHeard(page, "error");
      assert.match((await heard(page, "error"))[0].message, /atlantis/);
    },
  ));

test("under a strict content security policy", () =>
  withHost(
    browser,
    {
      headers: (origin) => ({
        "content-security-policy": `default-src 'none'; script-src ${origin}; frame-src ${origin}`,
      }),
      body: (app) => `<aid-atlas id="atlas" view="chart:income" lang="en"></aid-atlas>${script(app)}`,
    },
    async ({ page, app, errors }) => {
      const frame = await frameOf(page, app);
      await frame.locator("#chart-income canvas").waitFor();
      assert.deepEqual(
        errors.filter((text) => !text.includes("favicon")),
        [],
      );
    },
  ));

test("in a sandboxed frame without an origin", () =>
  withHost(
    browser,
    {
      body: (app) =>
        `<iframe sandbox="allow-scripts" width="800" height="700" src="${app}?embed=map&lang=en&place=nyemo"></iframe>`,
    },
    async ({ page, app, errors }) => {
      const frame = await frameOf(page, app);
      await frame.locator("#map canvas").waitFor();
      await frame.locator("#measure").selectOption("money");
      await frame.locator("#map-panel .figures summary").click();
      // The table is made when it is unfolded.
      await frame.locator("#map-panel .figures table", { hasText: "CNY 131 million" }).waitFor();
      assert.deepEqual(errors, []);
    },
  ));

test("ten on one page, each with its own view", () =>
  withHost(
    browser,
    {
      body: (app) =>
        `${[
          "money-nesting",
          "money-by-place",
          "money-by-sector",
          "personnel",
          "people-reached",
          "income",
          "exchanges",
          "income",
          "personnel",
          "exchanges",
        ]
          .map((chart) => `<aid-atlas view="chart:${chart}" lang="en"></aid-atlas>`)
          .join("")}${script(app)}`,
    },
    async ({ page, app, errors }) => {
      const loaded = page.frames().filter((frame) => frame.url().startsWith(app));
      assert.ok(loaded.length < 10, "frames far below are not loaded yet");
      for (let nth = 0; nth < 10; nth += 1) {
        await page.locator("aid-atlas").nth(nth).scrollIntoViewIfNeeded();
        const frame = await frameOf(page, app, nth);
        await frame.locator(".chart canvas, table.rows").first().waitFor();
      }
      assert.deepEqual(errors, []);
    },
  ));

test("at 280 pixels, and in a right-to-left page", () =>
  withHost(
    browser,
    {
      width: 280,
      body: (app) =>
        `<body dir="rtl" style="margin:0"><aid-atlas view="map" lang="zh"></aid-atlas>${script(app)}</body>`,
    },
    async ({ page, app }) => {
      const frame = await frameOf(page, app);
      await frame.locator("#map canvas").waitFor();
      assert.equal(await frame.evaluate(() => innerWidth), 280);
      assert.ok((await frame.evaluate(() => document.documentElement.scrollWidth)) <= 280, "nothing is too wide");
      assert.equal(await frame.evaluate(() => getComputedStyle(document.body).direction), "ltr");
    },
  ));

test("hidden first and shown later", () =>
  withHost(
    browser,
    {
      body: (app) =>
        `<div id="box" style="display:none"><aid-atlas view="timeline" lang="en"></aid-atlas></div>${script(app)}`,
    },
    async ({ page, app }) => {
      await page.evaluate(() => customElements.whenDefined("aid-atlas"));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.ok(!page.frames().some((frame) => frame.url().startsWith(app)), "only an empty frame");
      await page.locator("#box").evaluate((box) => (box.style.display = "block"));
      const frame = await frameOf(page, app);
      await frame.locator("#timeline canvas").waitFor();
      const width = await frame.locator("#timeline canvas").evaluate((canvas) => canvas.getBoundingClientRect().width);
      assert.ok(width > 300, "as wide as the frame");
    },
  ));

test("a foreign page can neither read the embed nor drive it beyond the protocol", () =>
  withHost(
    browser,
    {
      body: (
        app,
      ) => `${LISTEN}<iframe id="plain" width="800" height="700" src="${app}?embed=all&lang=en&place=nyemo"></iframe>
        <aid-atlas id="atlas" view="map" lang="en"></aid-atlas><iframe id="other" src="/other"></iframe>${script(app)}`,
      more: {
        "/other": () => `<script>
          const messages = [
            { aidAtlas: 1, type: "view", query: "place=damxung" },
            { aidAtlas: 1, type: "height", height: 5000 },
            { aidAtlas: 1, type: "select", record: "forged" },
          ];
          setInterval(() => {
            for (const message of messages) {
              parent.postMessage(message, "*");
              for (let i = 0; i < parent.frames.length; i += 1) parent.frames[i].postMessage(message, "*");
            }
          }, 50);
        </script>`,
      },
    },
    async ({ page, app }) => {
      await waitForHeard(page, "ready");
      const frame = await frameOf(page, app);
      await frame.locator("table.records").waitFor();
      await page.evaluate(() => {
        window.told = [];
        addEventListener("message", ({ source, data }) => {
          const plain = document.getElementById("plain").contentWindow;
          if (source === plain && data.type === "filterchange") window.told.push(data.filters);
        });
        const frame = document.getElementById("plain").contentWindow;
        const hostile = [
          null,
          7,
          "view",
          [],
          { type: "view", query: "place=damxung" },
          { aidAtlas: 2, type: "view", query: "place=damxung" },
          { aidAtlas: 1, type: "eval", query: "place=damxung" },
          { aidAtlas: 1, type: "view", query: 7 },
          { aidAtlas: 1, type: "view", query: "q=".padEnd(9000, "x") },
          { aidAtlas: 1, type: "view", query: { toString: 1 } },
        ];
        for (const message of hostile) frame.postMessage(message, "*");
      });
      const readable = await page.evaluate(() => document.getElementById("plain").contentDocument !== null);
      assert.equal(readable, false);
      await page.evaluate(() => {
        document
          .getElementById("plain")
          .contentWindow.postMessage({ aidAtlas: 1, type: "view", query: "place=chengguan&lang=en" }, "*");
      });
      await frame.locator("[data-record=chengguan-income-2015]").waitFor();
      await page.waitForFunction(() => window.told.length > 0);
      // Messages are heard in order: those before this one have done nothing.
      assert.deepEqual(await page.evaluate(() => window.told), ["place=chengguan"]);
      assert.deepEqual(await heard(page, "select"), [], "a forged event is not passed on");
      assert.ok((await page.locator("#atlas").evaluate((e) => e.getBoundingClientRect().height)) < 4000);
      assert.equal(await frame.locator("header").count(), 0, "it stays an embedded view");
    },
  ));

test("the editor decides what the reader may change", () =>
  withHost(
    browser,
    {
      body: (app) =>
        `<aid-atlas view="all" controls="none" lang="en" height="900"></aid-atlas><aid-atlas view="all" controls="filters" lang="en" height="900"></aid-atlas>${script(app)}`,
    },
    async ({ page, app }) => {
      const closed = await frameOf(page, app, 0);
      await closed.locator("[data-record=school-2014] button").click();
      assert.equal(await closed.locator("#record").count(), 0);
      assert.ok(await closed.locator("#measure").isDisabled());
      assert.equal(await closed.locator("#search").count(), 0);
      await page.locator("aid-atlas").nth(1).scrollIntoViewIfNeeded();
      const open = await frameOf(page, app, 1);
      await open.locator(".filters").waitFor();
    },
  ));

const README = await readFile(new URL("../../README.md", import.meta.url), "utf8");
const examples = [...README.matchAll(/```html\n([\s\S]*?)```/g)].map(([, html]) => html);

for (const [nth, selector] of [
  [0, "#map canvas"],
  [1, "#chart-income canvas"],
]) {
  test(`the README's example ${nth + 1} of embedding works as it stands`, () =>
    withHost(
      browser,
      { body: (app) => examples[nth].replaceAll("https://your.host/aid-atlas/", app) },
      async ({ page, app, errors }) => {
        const frame = await frameOf(page, app);
        await frame.locator(selector).waitFor();
        assert.deepEqual(errors, []);
      },
    ));
}
