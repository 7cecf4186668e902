// What changes moves to its new place where motion is allowed, and is there at
// once where it is not; what does not belong to what is kept lit stands back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { datum, launch, list, rest, withApp } from "./support/browser.mjs";
import { DATASET } from "./support/dataset.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// The last record of the timeline's first screen, which moves whenever one above it goes.
const ID = "mayor-visit-2018";

// Where a row of the timeline is, and whether it is the same one as before; and
// whether anything of it moves.
const row = (page, id = ID) =>
  page.evaluate((wanted) => {
    const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"));
    const data = chart.getModel().getSeriesByIndex(1).getData();
    const at = chart.getOption().series[1].data.findIndex((each) => each.id === wanted);
    const element = at < 0 ? undefined : data.getItemGraphicEl(at);
    const same = element === window.before;
    window.before = element;
    return { y: element?.y, same, still: chart.getZr().animation.isFinished() };
  }, id);

const choose = async (page) => {
  await (await list(page, "sector")).getByLabel(/^Administration/).check();
  await page.waitForFunction(() => location.search.includes("sector="));
};

const drawn = (page) => page.locator("#timeline canvas").first().waitFor();

test("rows of the timeline move to their new places, the same rows, and rest", () =>
  withApp(browser, { query: "lang=en", clock: true, motion: "no-preference" }, async ({ page }) => {
    await drawn(page);
    await list(page, "sector");
    await page.evaluate(() => document.fonts.ready);
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5000);
    await page.clock.runFor(1000);
    const from = await row(page);
    assert.equal(from.still, true, "nothing moves at first");
    await choose(page);
    await page.clock.runFor(60);
    const between = await row(page);
    assert.equal(between.same, true, "one row, which moves");
    assert.equal(between.still, false);
    await page.clock.runFor(500);
    const to = await row(page);
    assert.deepEqual([to.same, to.still], [true, true]);
    assert.ok(to.y < between.y && between.y < from.y, `${from.y} → ${between.y} → ${to.y}`);
  }));

test("where no motion is wanted everything is in its place at once", () =>
  withApp(browser, { query: "lang=en&focus=place:nyemo", clock: true, motion: "reduce" }, async ({ page }) => {
    await drawn(page);
    await list(page, "sector");
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5000);
    const from = await row(page);
    await choose(page);
    // As long as above, where it is on its way then.
    await page.clock.runFor(60);
    const at = await row(page);
    assert.ok(at.y < from.y);
    assert.equal(at.still, true);
    await page.locator("#group").getByRole("button", { name: "Close" }).click();
    await page.locator("#group").waitFor({ state: "detached" });
    await page.clock.runFor(1000);
    assert.equal((await row(page)).y, at.y);
    const running = await page.evaluate(() => document.getAnimations().map(({ animationName }) => animationName));
    assert.deepEqual(running, []);
  }));

test("what is pointed at stands out without any motion", () =>
  withApp(browser, { query: "lang=en&focus=place:nyemo", motion: "no-preference" }, async ({ page }) => {
    const dot = await datum(page, "chart-personnel", 1);
    await page.mouse.move(dot.x, dot.y);
    await page.locator("tr.lit[data-record=personnel-doctors]").waitFor({ state: "attached" });
    const moves = await page.evaluate(() =>
      [...document.querySelectorAll(".chart")].flatMap((element) => {
        const chart = window.AidAtlasCharts.getInstanceByDom(element);
        return chart ? [chart.getZr().animation.isFinished()] : [];
      }),
    );
    assert.ok(moves.every(Boolean), String(moves));
  }));

// How each row of the timeline is shown: "lit", "dim" or "plain".
const looks = (page) =>
  page.evaluate(() => {
    const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"));
    const data = chart.getModel().getSeriesByIndex(1).getData();
    const states = chart.getOption().series[1].data.map(({ id }, at) => {
      const text = data
        .getItemGraphicEl(at)
        .children()
        .find(({ type }) => type === "text");
      const [state] = text.currentStates;
      return [id, { emphasis: "lit", blur: "dim" }[state] ?? "plain"];
    });
    return Object.fromEntries(states);
  });
const ofLook = (all, look) => Object.keys(all).filter((id) => all[id] === look);

for (const motion of ["reduce", "no-preference"]) {
  test(`rows that do not belong to what is chosen stand back, motion: ${motion}`, () =>
    withApp(browser, { query: "lang=en", motion }, async ({ page }) => {
      await drawn(page);
      const plain = await looks(page);
      assert.equal(ofLook(plain, "plain").length, Object.keys(plain).length);
      const total = await page.locator("#count").innerText();
      await page.getByRole("button", { name: "Exchange", exact: true }).click();
      await page.locator("#group").waitFor();
      await page.mouse.move(3, 3);
      await page.waitForFunction(() => document.querySelector("#undated .dim"));
      await rest(page);
      const chosen = await looks(page);
      const sectors = DATASET.sectors.filter(({ family }) => family === "exchange").map(({ id }) => id);
      const belongs = DATASET.records
        .filter((record) => sectors.includes(record.sector) && chosen[record.id])
        .map(({ id }) => id);
      assert.deepEqual(ofLook(chosen, "lit").sort(), belongs.sort());
      assert.equal(ofLook(chosen, "dim").length, Object.keys(plain).length - belongs.length);
      assert.equal(await page.locator("#count").innerText(), total, "no total is another one");
      // What is pointed at stands out, and stands back again.
      const dim = DATASET.records.find(({ id }) => chosen[id] === "dim");
      await page.locator(`tr[data-record=${dim.id}]`).hover();
      await page.waitForFunction((id) => document.querySelector(`tr.lit[data-record=${id}]`), dim.id);
      await rest(page);
      await page.waitForFunction(
        ([id, all]) => {
          const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"));
          const element = chart.getModel().getSeriesByIndex(1).getData().getItemGraphicEl(all.indexOf(id));
          return element.hoverState === 2;
        },
        [dim.id, Object.keys(chosen)],
      );
      await page.mouse.move(3, 3);
      await page.waitForFunction((id) => !document.querySelector(`tr.lit[data-record=${id}]`), dim.id);
      // Far from the table's row, where it follows when it comes near.
      await page.evaluate(() => scrollTo(0, 0));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await rest(page);
      assert.deepEqual(await looks(page), chosen);
      // They do so after a change of what is drawn, too.
      await page.locator("#from").selectOption("2014");
      await page.waitForFunction(() => location.search.includes("from=2014"));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await rest(page);
      const later = await looks(page);
      for (const id of Object.keys(later)) assert.equal(later[id], chosen[id], id);
      await page.keyboard.press("Escape");
      await page.locator("#group").waitFor({ state: "detached" });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await rest(page);
      assert.deepEqual(ofLook(await looks(page), "dim"), []);
    }));
}

test("an empty group has nothing stand back, in no drawing", () =>
  withApp(browser, { query: "lang=en&focus=sector:education&sector=health" }, async ({ page }) => {
    await drawn(page);
    await page.locator("#group").waitFor();
    await rest(page);
    const all = await looks(page);
    assert.equal(ofLook(all, "plain").length, Object.keys(all).length);
    assert.equal(await page.locator(".dim").count(), 0);
  }));

test("circles, amounts beside the map and marks of charts stand back with them", () =>
  withApp(browser, { query: "lang=en&focus=place:nyemo" }, async ({ page }) => {
    await datum(page, "chart-personnel", 1);
    const back = (id, at) =>
      page.evaluate(
        ([name, position]) => {
          const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById(name));
          const data = chart.getModel().getSeriesByIndex(position).getData();
          const found = [...Array(data.count()).keys()].map((each) => data.getItemGraphicEl(each));
          return found.map((element) => element && (element.hoverState ?? 0));
        },
        [id, at],
      );
    assert.ok((await back("chart-personnel", 0)).slice(0, -1).every((state) => state === 1));
    const circles = await back("map", 2);
    assert.ok(circles.includes(1) && circles.includes(2), String(circles));
    assert.ok((await page.locator(".coin.dim").count()) > 0);
    assert.equal(await page.locator(".coin.lit.dim").count(), 0);
  }));
