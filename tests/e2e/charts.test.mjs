// What a reader does with the map, the timeline and the charts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addressOf,
  click,
  count,
  datum,
  followed,
  launch,
  pixel,
  queryOf,
  rest,
  waitForCount,
  withApp,
} from "./support/browser.mjs";
import { DATASET, RECORDS } from "./support/dataset.mjs";
import { drawn, reach } from "./support/timeline.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Whether a place is that one or lies in it.
const within = (wanted) => (place) => {
  for (let at = place; at; at = DATASET.places.find(({ id }) => id === at)?.parent) if (at === wanted) return true;
  return false;
};

const DAMXUNG = [91.0, 30.6];
const day = (text) => Date.parse(text);

test("a click on the map lights a place's records and no other total changes; again puts them out", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const all = await count(page);
    await click(page, await pixel(page, "map", { geoIndex: 0 }, DAMXUNG));
    await page.waitForFunction(() => location.search.includes("focus=place:damxung"));
    assert.equal(await count(page), all);
    const group = page.locator("#group");
    assert.equal(await page.locator("#group-title").innerText(), "Damxung");
    assert.match(await group.innerText(), /CNY 180 million/);
    // Away from the circle, which lights what its amount is of.
    await page.mouse.move(3, 3);
    await page.waitForFunction(() => document.querySelectorAll(".records tr.lit").length > 8);
    const lit = await page.locator(".records tr.lit").count();
    assert.equal(lit, DATASET.records.filter(({ places = [] }) => places.some(within("damxung"))).length);
    assert.match(await group.innerText(), new RegExp(`${lit} of ${all} records`));
    await click(page, await pixel(page, "map", { geoIndex: 0 }, DAMXUNG));
    await group.waitFor({ state: "detached" });
    assert.equal((await queryOf(page)).focus, undefined);
  }));

test("what is lit can be filtered by, read one by one, and left step by step", () =>
  withApp(browser, { query: "lang=en&focus=place:nyemo" }, async ({ page }) => {
    await page.locator("#group .group-records button").first().click();
    await page.locator("#record").waitFor();
    assert.equal((await queryOf(page)).focus, "place:nyemo", "the group stays below the record");
    const first = (await queryOf(page)).record;
    await page.locator("#record .neighbours button").last().click();
    await page.waitForFunction((id) => new URLSearchParams(location.search).get("record") !== id, first);
    await page.keyboard.press("Escape");
    await page.locator("#group").waitFor();
    assert.equal((await queryOf(page)).record, undefined);
    await page.mouse.move(3, 3);
    await page.waitForFunction(() => document.querySelectorAll(".records tr.lit").length > 8);
    const lit = await page.locator(".records tr.lit").count();
    await page.locator("#only-these").click();
    await waitForCount(page, lit);
    assert.equal((await queryOf(page)).place, "nyemo");
    assert.equal((await queryOf(page)).focus, undefined);
    await page.goBack();
    await page.locator("#group").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#group").waitFor({ state: "detached" });
    await waitForCount(page, RECORDS);
  }));

test("keys go through the records in order of time", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    const seen = [];
    for (const key of ["n", "n", "n", "p"]) {
      const before = (await queryOf(page)).record;
      await page.keyboard.press(key);
      await page.waitForFunction(
        (id) => (new URLSearchParams(location.search).get("record") ?? undefined) !== id,
        before,
      );
      await page.evaluate(() => new Promise((done) => setTimeout(done, 301)));
      seen.push((await queryOf(page)).record);
    }
    assert.equal(seen[3], seen[1], "and back");
    const start = (id) => DATASET.records.find((each) => each.id === id).time.from;
    assert.deepEqual(seen.slice(0, 3).map(start), ["1994", "1994", "1994"]);
  }));

test("what a filter leaves out of a group dims nothing", () =>
  withApp(browser, { query: "lang=en&focus=sector:education&sector=health" }, async ({ page }) => {
    await page.locator("#group").waitFor();
    assert.equal(await page.locator(".lit, .dim").count(), 0);
  }));

test("pointing at an area tells its name and figures", () =>
  withApp(browser, { query: "lang=en&measure=money" }, async ({ page }) => {
    const at = await pixel(page, "map", { geoIndex: 0 }, DAMXUNG);
    await page.mouse.move(at.x, at.y);
    await page.locator("#map .tip").waitFor();
    assert.match(await page.locator("#map .tip").innerText(), /^Damxung · \S+\nAid funds: /);
  }));

test("a touch on the map chooses, on a phone", () =>
  withApp(browser, { query: "lang=zh", width: 390, height: 800 }, async ({ page }) => {
    const at = await pixel(page, "map", { geoIndex: 0 }, DAMXUNG);
    await page.touchscreen.tap(at.x, at.y);
    await page.waitForFunction(() => location.search.includes("focus=place:damxung"));
    await page.getByRole("heading", { name: "当雄县" }).waitFor();
  }));

test("the map zooms and comes back", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const far = await pixel(page, "map", { geoIndex: 0 }, [91.9, 29.8]);
    await page.locator("#map-panel").getByRole("button", { name: "Zoom in" }).click();
    await page.locator("#map-panel").getByRole("button", { name: "Zoom in" }).click();
    assert.notDeepEqual(await pixel(page, "map", { geoIndex: 0 }, [91.9, 29.8]), far);
    await page.locator("#map-reset").click();
    assert.deepEqual(await pixel(page, "map", { geoIndex: 0 }, [91.9, 29.8]), far);
  }));

test("records without a place have a control of their own", () =>
  withApp(browser, { query: "lang=en&measure=money" }, async ({ page }) => {
    const untied = page.locator("#untied");
    assert.match(await untied.innerText(), /Programme-wide[\s\S]*about CNY 4\.47 billion/);
    await untied.getByRole("button", { name: /Programme-wide/ }).click();
    await page.waitForFunction(() => location.search.includes("focus=place:no-place"));
    assert.equal(await untied.getByRole("button", { name: /Programme-wide/ }).getAttribute("aria-pressed"), "true");
  }));

test("the legend says what no figure and no record look like", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const legend = page.locator("#map-legend");
    for (const measure of ["money", "people", "personnel"]) {
      await page.locator("#measure").selectOption(measure);
      assert.match(await legend.innerText(), /No figure in the source/);
    }
    await page.locator("#measure").selectOption("records");
    assert.match(await legend.innerText(), /20 records[\s\S]*No record/);
  }));

// Draws half of a brush, and returns where it is to end.
async function beginBrush(page) {
  const from = await pixel(page, "timeline", "grid", [day("2014-02-10"), 20]);
  const to = await pixel(page, "timeline", "grid", [day("2016-08-20"), 20]);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 });
  return to;
}

// Draws the rest of it: the period is that of both ends, in whole months.
async function endBrush(page, to) {
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => location.search.includes("from="));
  const { from: first, to: last } = await queryOf(page);
  assert.match(first, /^2014-0[123]$/);
  assert.match(last, /^2016-0[789]$/);
}

test("brushing the timeline filters by whole months, and a click away takes it back", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const all = await count(page);
    const to = await beginBrush(page);
    await endBrush(page, to);
    assert.ok((await count(page)) < all);
    await page.goBack();
    await waitForCount(page, all);
  }));

test("a click on a record within the brush leaves the brush there", () =>
  withApp(browser, { query: "lang=en&from=2014-01&to=2018-12" }, async ({ page }) => {
    const areas = () => {
      const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"));
      return chart.getModel().getComponent("brush").areas.length;
    };
    const { x } = await pixel(page, "timeline", "grid", [day("2014-07-01"), 20]);
    const row = (await drawn(page)).find(({ text }) => text === "Beijing–Lhasa school built");
    const { y } = await reach(page, row);
    await page.waitForFunction(areas);
    await click(page, { x, y });
    await page.locator("#record").waitFor();
    await rest(page);
    assert.equal(await page.evaluate(areas), 1);
  }));

test("a brush that has begun is not lost to a change that comes meanwhile", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const to = await beginBrush(page);
    await page.evaluate(() => document.querySelector("#language").click());
    await page.waitForFunction(() => document.documentElement.lang.startsWith("zh"));
    await followed(page);
    await endBrush(page, to);
    // The drawing, which had waited for it, follows then.
    await page.waitForFunction(() => {
      const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"));
      const words = chart.getZr().storage.getDisplayList(true);
      return words.some(({ style }) => /\p{Script=Han}/u.test(style?.text ?? ""));
    });
  }));

test("the timeline zooms by wheel with Ctrl and by keys", () =>
  withApp(browser, { query: "lang=en&panel=timeline" }, async ({ page }) => {
    const at = () => pixel(page, "timeline", "grid", [day("2018-06-01"), 1]);
    const before = await at();
    const middle = await pixel(page, "timeline", "grid", [day("2006-01-01"), 1]);
    await page.mouse.move(middle.x, middle.y);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -300);
    await page.keyboard.up("Control");
    await page.waitForFunction(() => {
      const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"));
      return chart.getOption().dataZoom[0].end - chart.getOption().dataZoom[0].start < 99;
    });
    const zoomed = await at();
    assert.ok(zoomed.x > before.x + 5, "the wheel");
    await page.locator(".timeline-keys").focus();
    await page.keyboard.press("0");
    assert.ok(Math.abs((await at()).x - before.x) < 1, "0 shows all again");
    await page.keyboard.press("+");
    assert.ok((await at()).x > before.x + 5, "+");
    const nearer = await at();
    await page.keyboard.press("ArrowLeft");
    assert.ok((await at()).x > nearer.x + 5, "an arrow moves");
  }));

test("a click on a record of the timeline opens it", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await click(page, await pixel(page, "timeline", "grid", [day("2004-01-01"), 0]));
    await page.locator("#record").waitFor();
    assert.match((await queryOf(page)).record, /-since-1994$/);
  }));

test("a click on a bar opens its record, on a sector's bar it lights the sector's", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await click(page, await datum(page, "chart-money-nesting", 0));
    await page.locator("#record").waitFor();
    assert.equal((await queryOf(page)).record, "funds-since-1994");
    await page.keyboard.press("Escape");
    await page.locator("#record").waitFor({ state: "detached" });
    await click(page, await datum(page, "chart-money-by-sector", 0));
    await page.waitForFunction(() => location.search.includes("focus=sector:programme"));
    await waitForCount(page, RECORDS);
    await page.mouse.move(3, 3);
    await page.waitForFunction(() => document.querySelectorAll(".records tr.lit").length > 1);
    const lit = DATASET.records.filter(({ sector }) => sector === "programme").length;
    assert.equal(await page.locator(".records tr.lit").count(), lit);
  }));

test("charts follow the filters", () =>
  withApp(browser, { query: "lang=en&place=nyemo" }, async ({ page }) => {
    const bars = () =>
      page.evaluate(() => {
        const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("chart-money-nesting"));
        const { data } = chart.getOption().series[0];
        return data.flatMap(({ title }) => (title ? [title.split(" · ")[0]] : []));
      });
    await page.locator("#chart-money-nesting").waitFor();
    assert.deepEqual(await bars(), ["Funds for projects in Nyêmo", "Four Beijing districts’ funds"]);
    assert.match(await page.locator("#panel-personnel").innerText(), /No record matches/);
  }));

test("pointing at a row lights the same record elsewhere", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const dot = await datum(page, "chart-personnel", 1);
    await page.mouse.move(dot.x, dot.y);
    await page.locator("tr.lit[data-record=personnel-doctors]").waitFor({ state: "attached" });
    await page.mouse.move(5, 5);
    await page.waitForFunction(() => !document.querySelector(".records tr.lit"));
    await page.locator("[data-record=nyemo-baseline]").hover();
    await page.locator("#undated button.lit").waitFor({ state: "attached" });
    const lit = page.locator("#undated button.lit");
    assert.equal(await lit.locator(".row-title").innerText(), "Nyêmo: poverty status and rank");
    assert.match(await lit.getAttribute("title"), /^Nyêmo’s poverty status and economic rank · /);
  }));

test("every chart offers its figures as a table, with what was not added", () =>
  withApp(browser, { query: "lang=en&panel=charts" }, async ({ page }) => {
    const panel = page.locator("#panel-money-by-place");
    assert.equal(await panel.locator("tbody tr").count(), 0, "made when it is asked for");
    await panel.locator("summary").click();
    await panel.locator("tbody tr").first().waitFor();
    const text = await panel.locator("table").innerText();
    assert.match(text, /City-wide[\s\S]*CNY 997 million/);
    assert.match(text, /Not added[\s\S]*CNY 534 million/);
    assert.equal(await page.locator(".chart-columns .figures").count(), 6, "a table is its own list");
  }));

test("a record shows all that is known, and its relations lead on", () =>
  withApp(browser, { query: "record=funds-poverty-relief&lang=en" }, async ({ page }) => {
    const record = page.locator("#record");
    await record.waitFor();
    const text = await record.innerText();
    for (const part of [
      "CNY 997 million",
      "up to 2018",
      "start unknown",
      "DAC/CRS code 43040",
      "Municipality of Beijing (funding)",
      "Aid funds for the 13th plan, together CNY 1.838 billion",
      "Formula: CNY 1.304 billion + CNY 534 million",
      "our reading",
      "54.24%",
      "Overall, paragraph 2",
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    await record.getByRole("button", { name: "Copy link" }).click();
    await record.getByText("Copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await addressOf(page));
    await record.getByRole("button", { name: "Aid funds since 1994" }).first().click();
    await page.waitForFunction(() => location.search.includes("record=funds-since-1994"));
  }));

test("a record that cites two paragraphs names both, and an expected figure is called so", () =>
  withApp(browser, { query: "record=dairy-jobs&lang=en" }, async ({ page }) => {
    const record = page.locator("#record");
    await record.waitFor();
    const text = await record.innerText();
    for (const part of [
      "expected 330 persons",
      "Local industries, paragraph 5; Local industries, paragraph 6",
      "expected ≈ CNY 1.83 million per job",
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    const row = await page.locator("tr[data-record=dairy-jobs]").innerText();
    assert.match(row, /expected 330 persons[\s\S]*paragraph 5; Local industries, paragraph 6/);
  }));

test("the source and method are told", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#about-button").click();
    await followed(page);
    const text = await page.locator("#about").innerText();
    for (const part of [
      "have not been verified",
      "AMap",
      "GeoNames",
      "displaced",
      "in the order that was meant",
      "坚持首善首创精神",
      "pinyin",
      "Left out",
    ]) {
      assert.ok(text.includes(part), part);
    }
  }));
