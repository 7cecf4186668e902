// How often charts are drawn: what changed and is near, once; nothing else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, list, waitForCount, withApp } from "./support/browser.mjs";
import { PROGRAMMES, withProgramme } from "./support/fixtures.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Charts of the page, by where they are. Near is up to half a window away.
const WHERE = () => {
  const instance = (element) => window.AidAtlasCharts.getInstanceByDom(element);
  return [...document.querySelectorAll(".chart")].map((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const near = bottom >= -innerHeight / 2 && top <= innerHeight * 1.5;
    return { id: element.id, near, drawn: Boolean(instance(element)?.getOption()?.series) };
  });
};
const near = async (page) => (await page.evaluate(WHERE)).filter((chart) => chart.near).map(({ id }) => id);

// Waits until what is near is drawn, and what has changed has had its frame.
async function settled(page) {
  await page.waitForFunction(`(${WHERE})().every(({ near, drawn }) => drawn || !near)`);
  for (let turn = 0; turn < 3; turn += 1)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

// From now on each drawing is counted, by the chart's id.
async function counted(page) {
  await settled(page);
  await page.evaluate(() => {
    const proto = Object.getPrototypeOf(window.AidAtlasCharts.getInstanceByDom(document.getElementById("map")));
    const { setOption } = proto;
    window.drawn = {};
    proto.setOption = function (option, ...others) {
      // What only moves a map has no series.
      const { id } = this.getDom();
      if (option.series) window.drawn[id] = (window.drawn[id] ?? 0) + 1;
      return setOption.call(this, option, ...others);
    };
  });
}

// What was drawn since the last question.
async function drawn(page) {
  await settled(page);
  return page.evaluate(() => {
    const all = window.drawn;
    window.drawn = {};
    return all;
  });
}

test("charts out of sight are drawn when they come near, and not before", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    await settled(page);
    const far = (await page.evaluate(WHERE)).filter((chart) => !chart.near);
    assert.ok(far.length > 1, "the page has charts below what is near");
    assert.deepEqual(
      far.filter((chart) => chart.drawn),
      [],
    );
    await page.locator(`#${far.at(-1).id}`).scrollIntoViewIfNeeded();
    await page.locator(`#${far.at(-1).id} canvas`).waitFor();
  }));

test("ticking a place draws what changed and is near, each once", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    const choices = await list(page, "place");
    await counted(page);
    const ids = await near(page);
    assert.ok(ids.includes("map") && ids.includes("timeline"));
    await choices.getByText("Damxung", { exact: true }).click();
    await page.waitForFunction(() => location.search.includes("damxung"));
    const first = await drawn(page);
    assert.equal(first.map, 1);
    assert.equal(first.timeline, 1);
    // A shorter timeline brings near what was below it.
    const there = [...ids, ...(await near(page))];
    assert.deepEqual(
      Object.entries(first).filter(([id, times]) => times > 1 || !there.includes(id)),
      [],
      "nothing twice, nothing out of sight",
    );
    // What was out of sight is drawn once when it comes, with all that changed.
    await choices.getByText("Damxung", { exact: true }).click();
    await page.waitForFunction(() => !location.search.includes("damxung"));
    await drawn(page);
    const [far] = (await page.evaluate(WHERE)).filter((chart) => !chart.near && !chart.drawn);
    await page.locator(`#${far.id}`).scrollIntoViewIfNeeded();
    await page.locator(`#${far.id} canvas`).waitFor();
    const later = await drawn(page);
    assert.equal(later[far.id], 1, JSON.stringify(later));
  }));

test("pointing, the order of the table, an open record and the focus draw nothing", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    await counted(page);
    await page.locator("#map").hover();
    await page.locator("#timeline").hover({ position: { x: 400, y: 200 } });
    assert.deepEqual(await drawn(page), {}, "pointing");
    await page.locator(".records thead button").first().focus();
    await drawn(page);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("sort="));
    assert.deepEqual(await drawn(page), {}, "the table's order");
  }));

test("a change of language draws what is near, each once", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const change = async (to) => {
      await page.locator("#language").click();
      await page.waitForFunction((lang) => document.documentElement.lang.startsWith(lang), to);
      await settled(page);
    };
    await page.locator("#map canvas").waitFor();
    // The first time another face of the font may come, in which all is drawn again.
    await change("zh");
    await change("en");
    await counted(page);
    const ids = await near(page);
    await change("zh");
    const all = await drawn(page);
    for (const id of ids) assert.equal(all[id], 1, id);
    const there = [...ids, ...(await near(page))];
    assert.deepEqual(
      Object.entries(all).filter(([id, times]) => times > 1 || !there.includes(id)),
      [],
      "nothing twice, nothing out of sight",
    );
  }));

test("what a change does not touch is not drawn again", () =>
  withApp(browser, { query: "lang=en&place=damxung" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    await counted(page);
    // Back to the view of before: the same options as on screen.
    await page.evaluate(() => history.pushState(null, "", location.href));
    await page.goBack();
    assert.deepEqual(await drawn(page), {});
  }));

test("of three thousand records the table holds a page, and the charts what is near", () =>
  withProgramme(browser, PROGRAMMES[2], {}, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    assert.ok((await page.locator(".records tbody tr").count()) <= 200);
    await waitForCount(page, 3000);
  }));
