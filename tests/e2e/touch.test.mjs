// Fingers and the wheel: they scroll the page, and zoom only where asked to.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressOf, count, launch, openFolds, pixel, queryOf, waitForCount, withApp } from "./support/browser.mjs";
import { pinch, swipe } from "./support/touch.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const PHONE = { width: 390, height: 800 };
// Wide enough for rows beside the axis.
const TABLET = { width: 800, height: 800, touch: true };
const DAMXUNG = [91.0, 30.6];

// What a chart shows: the zoom of its map or of its time axis.
const shown = (page, id) =>
  page.evaluate((name) => {
    const { geo, dataZoom } = window.AidAtlasCharts.getInstanceByDom(document.getElementById(name)).getOption();
    if (geo?.length) return { zoom: geo[0].zoom ?? 1, center: geo[0].center ?? null };
    return dataZoom?.length ? { start: dataZoom[0].start, end: dataZoom[0].end } : {};
  }, id);

const query = async (page) => new URL(await addressOf(page)).search;

// The middle of an element, scrolled so that there is page left above and below.
async function middle(page, id) {
  await page.waitForFunction(
    (name) => document.getElementById(name) && window.AidAtlasCharts.getInstanceByDom(document.getElementById(name)),
    id,
  );
  return page.evaluate((name) => {
    const element = document.getElementById(name);
    scrollTo(0, element.getBoundingClientRect().top + scrollY - 150);
    const box = element.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + Math.min(box.height, innerHeight - 200) / 2, scroll: scrollY };
  }, id);
}

for (const id of ["map", "timeline", "inset-provider", "chart-money-nesting", "chart-people-reached"]) {
  test(`a finger that swipes over ${id} scrolls the page and filters nothing`, () =>
    withApp(browser, { query: "lang=en", ...PHONE }, async ({ page }) => {
      await openFolds(page);
      for (const by of [-220, 180]) {
        const at = await middle(page, id);
        const [before, link] = [await shown(page, id), await query(page)];
        await swipe(page, at, { x: at.x + 6, y: at.y + by });
        await page.waitForFunction(([from, sign]) => (scrollY - from) * sign > 60, [at.scroll, -Math.sign(by)]);
        assert.deepEqual(await shown(page, id), before, "the chart stays as it was");
        assert.equal(await query(page), link, "nothing is filtered");
      }
    }));
}

test("a finger that swipes sideways over the timeline filters nothing, and moves it where it is zoomed", () =>
  withApp(browser, { query: "lang=zh&panel=timeline", ...TABLET }, async ({ page }) => {
    const at = await middle(page, "timeline");
    await swipe(page, at, { x: at.x - 120, y: at.y + 4 });
    assert.deepEqual(await shown(page, "timeline"), { start: 0, end: 100 });
    assert.equal((await queryOf(page)).from, undefined);
    await page.locator("#timeline-panel").getByRole("button", { name: "放大" }).click();
    const zoomed = await shown(page, "timeline");
    const again = await middle(page, "timeline");
    await swipe(page, again, { x: again.x - 120, y: again.y + 4 });
    const moved = await shown(page, "timeline");
    assert.ok(moved.start > zoomed.start + 5, "a later part");
    assert.ok(Math.abs(moved.end - moved.start - (zoomed.end - zoomed.start)) < 0.01, "of the same length");
    assert.equal((await queryOf(page)).from, undefined);
  }));

test("a finger moves an end of the period by its handle, which alone does not scroll", () =>
  withApp(browser, { query: "lang=en", ...PHONE }, async ({ page }) => {
    const all = await count(page);
    await middle(page, "timeline");
    const handle = page.locator(".window-handle[data-end=from]");
    const box = await handle.boundingBox();
    assert.ok(box.width >= 24 && box.height >= 24, "as large as a finger needs");
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    assert.equal(await handle.evaluate((element) => getComputedStyle(element).touchAction), "none");
    await swipe(page, from, { x: from.x + 240, y: from.y + 20 });
    await page.waitForFunction(() => location.search.includes("from="));
    assert.match((await queryOf(page)).from, /^20\d\d$/);
    assert.ok((await count(page)) < all);
    // Beside the handles a finger scrolls, and leaves the period.
    const link = await query(page);
    const { scroll } = await middle(page, "timeline");
    const strip = await page.locator(".window").boundingBox();
    await swipe(page, { x: strip.x + 40, y: strip.y + 6 }, { x: strip.x + 50, y: strip.y - 200 });
    await page.waitForFunction((before) => scrollY > before + 60, scroll);
    assert.equal(await query(page), link);
  }));

test("two fingers zoom the map and the time axis", () =>
  withApp(browser, { query: "lang=en", ...PHONE }, async ({ page }) => {
    const scale = () => page.evaluate(() => visualViewport.scale);
    const map = await middle(page, "map");
    await pinch(page, map, 60, 180);
    await page.waitForFunction(() => {
      const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("map"));
      return chart.getOption().geo[0].zoom > 1.5;
    });
    await pinch(page, map, 180, 30);
    await page.waitForFunction(() => {
      const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("map"));
      return chart.getOption().geo[0].zoom === 1;
    });
    assert.equal(await scale(), 1, "the page stays as it was");
    await page.setViewportSize({ width: 800, height: 800 });
    await page.locator("#timeline-reset").waitFor();
    const timeline = await middle(page, "timeline");
    await pinch(page, timeline, 60, 160);
    const { start, end } = await shown(page, "timeline");
    assert.ok(end - start < 70, `${start} to ${end}`);
    assert.equal(await scale(), 1, "the page stays as it was");
    assert.equal(await query(page), "?lang=en");
  }));

test("a tap opens and chooses as a click does, points at nothing, and leaves the period", () =>
  withApp(browser, { query: "lang=en&from=2001&to=2010", ...PHONE }, async ({ page }) => {
    await page.locator(".time-row").first().tap();
    await page.locator("#record").waitFor();
    assert.equal((await queryOf(page)).from, "2001");
    await page.locator("#record").getByRole("button", { name: "Close" }).tap();
    await page.locator("#record").waitFor({ state: "detached" });
    assert.equal(await page.locator(".lit").count(), 0);
    const selected = await count(page);
    const map = await pixel(page, "map", { geoIndex: 0 }, DAMXUNG);
    await page.touchscreen.tap(map.x, map.y);
    await page.waitForFunction(() => location.search.includes("focus=place:damxung"));
    await page.locator("#group").waitFor();
    assert.equal(await count(page), selected, "what is lit filters nothing");
  }));

for (const id of ["map", "timeline"]) {
  test(`the wheel over ${id} scrolls the page, says once how to zoom, and zooms with Ctrl`, () =>
    withApp(browser, { query: "lang=en", height: 700 }, async ({ page }) => {
      const at = await middle(page, id);
      const before = await shown(page, id);
      await page.mouse.move(at.x, at.y);
      await page.mouse.wheel(0, 240);
      await page.waitForFunction((from) => scrollY > from + 60, at.scroll);
      assert.deepEqual(await shown(page, id), before);
      const hint = page.getByText("Hold Ctrl (⌘ on a Mac) and scroll to zoom");
      await hint.waitFor();
      await hint.waitFor({ state: "detached" });
      const again = await middle(page, id);
      await page.mouse.move(again.x, again.y);
      await page.mouse.wheel(0, -200);
      await page.waitForFunction((from) => scrollY <= Math.max(0, from - 60), again.scroll);
      assert.equal(await hint.count(), 0, "once a page");
      const still = await middle(page, id);
      await page.mouse.move(still.x, still.y);
      for (const key of ["Control", "Meta"]) {
        const was = JSON.stringify(await shown(page, id));
        await page.keyboard.down(key);
        await page.mouse.wheel(0, -120);
        await page.keyboard.up(key);
        await page.waitForFunction(
          ([name, old]) => {
            const { geo, dataZoom } = window.AidAtlasCharts.getInstanceByDom(document.getElementById(name)).getOption();
            const now = geo?.length
              ? { zoom: geo[0].zoom, center: geo[0].center }
              : { start: dataZoom[0].start, end: dataZoom[0].end };
            return JSON.stringify(now) !== old;
          },
          [id, was],
        );
      }
      assert.equal(await page.evaluate(() => scrollY), still.scroll, "the page stays while it zooms");
    }));
}

test("the wheel over a chart that cannot be zoomed says nothing", () =>
  withApp(browser, { query: "lang=en", height: 700 }, async ({ page }) => {
    // What is drawn later moves what stands below it.
    for (const id of ["map", "timeline", "chart-money-nesting", "chart-income"])
      await page.locator(`#${id} canvas`).first().waitFor();
    const at = await middle(page, "chart-money-nesting");
    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, 200);
    await page.waitForFunction((from) => scrollY > from + 60, at.scroll);
    assert.equal((await page.locator(".wheel-hint").allInnerTexts()).join(""), "");
    await waitForCount(page, await count(page));
  }));
