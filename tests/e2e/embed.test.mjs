// Views for other pages, and the page when something is missing.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { addressOf, count, followed, launch, list, withApp } from "./support/browser.mjs";
import { DATASET, RECORDS } from "./support/dataset.mjs";
import { hasDrawn } from "./support/screens.mjs";
import { overlaps, texts } from "./support/texts.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [embed, selector] of [
  ["map", "#map"],
  ["timeline", "#timeline"],
  ["chart:income", "#chart-income"],
  ["chart:money-nesting", "#chart-money-nesting"],
  ["table", "#table-panel"],
  ["coverage", "#coverage .matrix"],
  ["checks", "#checks .derived-list"],
  ["record:funds-since-1994", "#record-panel .facts"],
  ["all", "#table-panel"],
]) {
  test(`embed=${embed} shows just that, names the source and leads to the full view`, () =>
    withApp(browser, { query: `lang=en&place=chengguan&embed=${embed}`, width: 600 }, async ({ page, url }) => {
      await page.locator(selector).waitFor();
      assert.equal(await page.locator("header, aside, nav").count(), 0, "no frame of the page");
      if (embed !== "all") assert.equal(await page.locator("section.panel, article.panel").count(), 1);
      const link = page.getByRole("link", { name: "Open the full view" });
      assert.equal(await link.evaluate((a) => a.href), `${url}?place=chengguan&lang=en`);
      assert.match(
        await page.locator(".source-line").innerText(),
        /Publicity department of the CPC Beijing Municipal Committee/,
      );
    }));
}

// Where marks of the timeline and of the map are drawn, and what they say.
const drawn = (page, where) => texts(page).then((all) => all.filter((text) => text.where === where));

for (const lang of ["en", "zh"]) {
  test(`640 by 520 has map and drawn timeline side by side, ${lang}`, () =>
    withApp(browser, { query: `lang=${lang}&embed=view`, width: 640, height: 520 }, async ({ page }) => {
      await hasDrawn(page);
      const [map, time] = await Promise.all(["#map", "#timeline"].map((id) => page.locator(id).boundingBox()));
      assert.ok(map.x + map.width <= time.x, "beside each other");
      assert.ok(time.y + time.height <= 530, `the timeline ends at ${time.y + time.height}`);
      assert.equal(await page.locator(".time-list").count(), 0, "no list in its place");
      const rows = (await drawn(page, "#timeline")).map(({ text }) => text);
      const dated = DATASET.records.filter(({ time: { type } }) => type !== "unknown");
      const titles = dated.map((record) => record.shortTitle?.[lang] ?? record.title[lang]);
      const named = titles.filter((title) => rows.includes(title));
      assert.ok(named.length >= 20, `${named.length} titles`);
      assert.deepEqual(overlaps(await texts(page)), []);
      // The rest is counted, and opens in place.
      const more = lang === "en" ? /^and (\d+) more$/ : /^另有 (\d+) 项$/;
      const folded = rows.flatMap((text) => more.exec(text)?.[1] ?? []).reduce((sum, n) => sum + Number(n), 0);
      const cut = rows.filter((text) => text.endsWith("...")).length;
      assert.equal(named.length + cut + folded, dated.length);
      assert.ok(await page.locator(".families").isVisible(), "what the colours mean");
    }));
}

test("320 pixels have the list, and what the colours mean", () =>
  withApp(browser, { query: "lang=en&embed=view", width: 320, height: 648 }, async ({ page }) => {
    await hasDrawn(page);
    assert.ok((await page.locator(".time-row").count()) > 0);
    assert.ok(await page.locator("#timeline-panel .families").isVisible());
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  }));

test("without ECharts the page says so and keeps filters, figures and table", () =>
  withApp(
    browser,
    { query: "lang=en", overrides: { "charts.js": { status: 404 } }, expected: [/404/] },
    async ({ page }) => {
      await page.getByText("The chart program did not load").first().waitFor();
      await followed(page);
      assert.equal(await page.locator("table.records tbody tr").count(), RECORDS);
      await page.locator("#panel-people-reached summary").click();
      await page.locator("#panel-people-reached .figures tr").nth(5).waitFor();
      await (await list(page, "place")).getByText("Damxung", { exact: true }).click();
      await page.waitForFunction(() => location.search.includes("damxung"));
    },
  ));

test("without outlines the map offers another try", () => {
  const overrides = { "geometry/lhasa.json": { status: 500 } };
  return withApp(browser, { query: "lang=en", overrides, expected: [/500/] }, async ({ page }) => {
    await page.getByText("Part of the map did not load").waitFor();
    await page.locator("#map canvas").waitFor();
    const areas = () =>
      window.AidAtlasCharts.getInstanceByDom(document.getElementById("map"))?.getOption()?.geo?.[0].regions.length;
    assert.equal(await page.evaluate(areas), 0, "what has coordinates is drawn as points");
    delete overrides["geometry/lhasa.json"];
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForFunction(
      () =>
        window.AidAtlasCharts.getInstanceByDom(document.getElementById("map"))?.getOption()?.geo?.[0].regions.length ===
        8,
    );
    assert.equal(await page.getByText("Part of the map did not load").count(), 0);
  });
});

test("a broken dataset is refused with the reason and the built-in one is shown", () =>
  withApp(
    browser,
    { query: "lang=en&dataset=dataset/broken.json", overrides: { "dataset/broken.json": { body: '{"schema": ' } } },
    async ({ page }) => {
      const text = await page.locator(".notice").innerText();
      assert.match(text, /dataset\/broken\.json[\s\S]*line 1/);
      assert.equal(await count(page), RECORDS);
    },
  ));

test("a dataset that is not there is refused likewise", () =>
  withApp(browser, { query: "lang=en&dataset=dataset/nowhere.json", expected: [/404/] }, async ({ page }) => {
    assert.match(await page.locator(".notice").innerText(), /HTTP 404/);
    assert.equal(await count(page), RECORDS);
  }));

test("a dataset with a bad record shows the others and names it", async () => {
  const file = new URL("../../public/dataset/beijing-lhasa.json", import.meta.url);
  const dataset = JSON.parse(await readFile(file, "utf8"));
  dataset.records.find(({ id }) => id === "screening").sector = "nonsense";
  const overrides = { "dataset/other.json": { body: JSON.stringify(dataset) } };
  await withApp(browser, { query: "lang=en&dataset=dataset/other.json", overrides }, async ({ page }) => {
    assert.match(await page.locator(".notice").innerText(), /screening[\s\S]*nonsense/);
    assert.equal(await count(page), RECORDS - 1);
    await page.locator("[data-record=school-2014] button").click();
    assert.ok((await addressOf(page)).includes("dataset=dataset/other.json"), "the link keeps the dataset");
  });
});

test("a panic at the start still gives the records as a table", () =>
  withApp(
    browser,
    {
      query: "lang=en",
      expected: [/./],
      // What Leptos cannot do without: the program panics.
      init: () => {
        const create = Document.prototype.createElement;
        Document.prototype.createElement = function (name, ...rest) {
          if (name === "aside") throw new Error("broken on purpose");
          return create.call(this, name, ...rest);
        };
        const clone = Node.prototype.cloneNode;
        Node.prototype.cloneNode = function (...rest) {
          if (this.nodeName === "ASIDE") throw new Error("broken on purpose");
          return clone.apply(this, rest);
        };
      },
    },
    async ({ page }) => {
      await page.locator("#stopped").waitFor();
      assert.match(await page.locator("#stopped").innerText(), /has stopped/);
      await page.waitForFunction((all) => document.querySelectorAll("table.records tbody tr").length === all, RECORDS);
    },
  ));

test("an app that cannot be loaded gives the records as a table", () =>
  withApp(
    browser,
    {
      expected: [/./],
      init: () => {
        delete window.WebAssembly;
      },
    },
    async ({ page }) => {
      await page.locator("#stopped").waitFor();
      await page.waitForFunction((all) => document.querySelectorAll("table.records tbody tr").length === all, RECORDS);
      const text = await page.locator("table.records").innerText();
      assert.match(text, /expected 330 persons/);
      assert.match(text, /Local industries, paragraph 5; Local industries, paragraph 6/);
    },
  ));
