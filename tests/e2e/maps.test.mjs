// Maps of datasets with points alone, with outlines of either format, and with
// outlines that do not come.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { click, launch, pixel, queryOf, withApp } from "./support/browser.mjs";
import { besideTheApp, PROGRAMMES } from "./support/fixtures.mjs";

const [POINTS, CURRENCIES] = PROGRAMMES;
const ASIDE = { series: 2 };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (file, options, use) =>
  withApp(
    browser,
    { overrides: besideTheApp(), ...options, query: `dataset=${file}&lang=en${options.query ?? ""}` },
    async (app) => {
      await app.page.waitForSelector("#map canvas, #map svg");
      await use(app);
    },
  );

// The data of a series, as it is drawn now.
const data = (page, { series }) =>
  page.evaluate(
    (at) =>
      window.AidAtlasCharts.getInstanceByDom(document.getElementById("map"))
        .getOption()
        .series[at].data.map(({ name, value }) => ({ name, value })),
    series,
  );
const named = async (page, pattern) => (await data(page, ASIDE)).find(({ name }) => pattern.test(name));
const zoomOf = (page) => page.evaluate(() => window.AidAtlasCharts.shown(document.getElementById("map"))[0]);

async function clickOn(page, pattern) {
  const { value } = await named(page, pattern);
  await click(page, await pixel(page, "map", { geoIndex: 0 }, value));
}

test("points alone are circles on the land, and a click on one lights its records", async () => {
  await open(POINTS.file, {}, async ({ page }) => {
    assert.ok(await named(page, /^Kassila$/));
    const colours = await page.evaluate(() => {
      const canvas = document.querySelector("#map canvas");
      const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
      const seen = new Map();
      for (let at = 0; at < pixels.length; at += 4) {
        const colour = pixels.slice(at, at + 4).join();
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
      }
      return [...seen].sort((a, b) => b[1] - a[1])[0];
    });
    assert.notEqual(colours[0], "0,0,0,0", "inland, most of the map is land");
    await clickOn(page, /^Kassila$/);
    await page.waitForFunction(() => new URL(location.href).searchParams.get("focus") === "place:kassila");
    const legend = await page.locator("#map-legend").innerText();
    assert.match(legend, /Circles by area/);
    assert.match(await page.locator(".map-notes").textContent(), /Natural Earth/);
  });
});

test("a click on crowded places enlarges the map until they part, and reset joins them", async () => {
  await open(POINTS.file, {}, async ({ page }) => {
    assert.ok(await named(page, /^4 places/));
    for (let step = 0; step < 8 && !(await named(page, /la gare$/)); step += 1) {
      const zoom = await zoomOf(page);
      await clickOn(page, /places close together$/);
      await page.waitForFunction(
        (former) => window.AidAtlasCharts.shown(document.getElementById("map"))[0] > former,
        zoom,
      );
    }
    assert.ok(await named(page, /la gare$/), JSON.stringify(await data(page, ASIDE)));
    assert.equal((await queryOf(page)).place, undefined, "nothing was filtered");
    await page.locator("#map-reset").click();
    await page.waitForFunction(() => window.AidAtlasCharts.shown(document.getElementById("map"))[0] === 1);
    assert.ok(await named(page, /^4 places/));
  });
});

test("a map of the whole Earth zooms by its buttons", async () => {
  await open("fixtures/many-en-es.json", {}, async ({ page }) => {
    const before = (await data(page, ASIDE)).length;
    for (let step = 0; step < 5; step += 1) await page.locator("#map-panel button[aria-label='Zoom in']").click();
    await page.waitForFunction(
      (former) =>
        window.AidAtlasCharts.getInstanceByDom(document.getElementById("map")).getOption().series[2].data.length >
        former,
      before,
    );
  });
});

test("outlines as GeoJSON and, beside them, as TopoJSON are drawn and can be chosen", async () => {
  await open(CURRENCIES.file, {}, async ({ page }) => {
    const middle = await page.evaluate(() => {
      const [labels] = window.AidAtlasCharts.getInstanceByDom(document.getElementById("map")).getOption().series;
      return labels.data.map(({ value }) => value)[0];
    });
    await click(page, await pixel(page, "map", { geoIndex: 0 }, middle));
    await page.waitForFunction(() => new URL(location.href).searchParams.get("focus") === "place:qasr");
    await page.waitForSelector("#inset-partner canvas, #inset-partner svg");
  });
});

test("the built-in dataset asks for no land", async () => {
  await withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForSelector("#inset-provider canvas, .inset canvas");
    assert.deepEqual(
      asked.filter((url) => url.includes("land")),
      [],
    );
  });
});

const BAD = [
  ["is missing", { status: 404, body: "" }, /oasis\.geo\.json.*no such file/],
  ["is a page of HTML", { body: "<!doctype html><title>404</title>" }, /cannot be read/],
  ["is cut", { body: '{"type":"FeatureCollection","features":[{"type":"Fea' }, /cannot be read/],
  ["has points only", { body: '{"type":"FeatureCollection","features":[]}' }, /no outlines of areas/],
  [
    "is in metres",
    {
      body: JSON.stringify({
        type: "Feature",
        id: "qasr",
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [3.4e6, 5.5e6],
              [3.5e6, 5.5e6],
              [3.4e6, 5.6e6],
            ],
          ],
        },
      }),
    },
    /no degrees/,
  ],
];

for (const [what, body, words] of BAD) {
  test(`a file of outlines that ${what} is named, and what has coordinates is drawn`, async () => {
    const overrides = { ...besideTheApp(), "fixtures/oasis.geo.json": body };
    const options = { overrides, expected: [/404/] };
    await open(CURRENCIES.file, options, async ({ page }) => {
      assert.match(await page.locator("#map-panel .failure").innerText(), words);
      assert.ok((await page.locator("#count").innerText()).length > 0, "the rest of the page is there");
      const box = await page.locator("#map").boundingBox();
      assert.ok(box.height > 100);
    });
  });
}

test("outlines that come at the second try are drawn", async () => {
  const overrides = besideTheApp();
  const good = overrides["fixtures/oasis.geo.json"];
  overrides["fixtures/oasis.geo.json"] = { status: 503, body: "" };
  await open(CURRENCIES.file, { overrides, expected: [/503/] }, async ({ page }) => {
    await page.waitForSelector("#map-panel .failure");
    overrides["fixtures/oasis.geo.json"] = good;
    await page.locator("#map-panel .failure button").click();
    await page.waitForFunction(
      () =>
        window.AidAtlasCharts.getInstanceByDom(document.getElementById("map"))?.getOption()?.geo?.[0].regions.length >=
        4,
    );
    assert.equal(await page.locator("#map-panel .failure").count(), 0);
  });
});

test("an area without an outline is named in the reader's language", async () => {
  const overrides = besideTheApp();
  const file = JSON.parse(overrides["fixtures/oasis.geo.json"].body);
  file.features = file.features.filter(({ id }) => id !== "naml");
  overrides["fixtures/oasis.geo.json"] = { body: JSON.stringify(file) };
  await open(CURRENCIES.file, { overrides }, async ({ page }) => {
    assert.match(await page.locator("#map-panel .failure").innerText(), /no outline.*naml/);
    assert.doesNotMatch(await page.locator("#map-panel .failure").innerText(), /qasr/);
  });
});

test("the picture of a map of points says what its circles mean", async () => {
  await open(POINTS.file, { query: "&measure=depense-usd" }, async ({ page }) => {
    await page.locator('[data-share="map"]').click();
    await page.locator("[data-tab=download]").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[data-file="svg"]').click()]);
    const svg = await readFile(await download.path(), "utf8");
    assert.match(svg, /Circles by area; the largest: USD 224,000/);
    assert.match(svg, /Kassila/);
  });
});
