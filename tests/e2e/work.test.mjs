// What a reader does costs what it changes: charts out of sight are not drawn for it,
// and those that did not change are left alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { count, launch, list, rest, waitForCount, withApp } from "./support/browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// From now on each drawing is counted, by the chart's id.
const watch = (page) =>
  page.evaluate(() => {
    window.drawn = {};
    for (const element of document.querySelectorAll(".chart")) {
      const chart = window.AidAtlasCharts.getInstanceByDom(element);
      const set = chart.setOption.bind(chart);
      chart.setOption = (option, how) => {
        // Zoom and pan set a part alone.
        if (option.series) window.drawn[element.id] = (window.drawn[element.id] ?? 0) + 1;
        set(option, how);
      };
    }
  });

const drawn = async (page) => {
  await rest(page);
  const counts = await page.evaluate(() => window.drawn);
  await page.evaluate(() => {
    window.drawn = {};
  });
  return counts;
};

// Ids of the charts less than a window's height from what is in sight, and of the others.
const near = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll(".chart")].map((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return [element.id, top < 2 * innerHeight && bottom > -innerHeight];
    });
    return [all.filter(([, is]) => is), all.filter(([, is]) => !is)].map((some) => some.map(([id]) => id).sort());
  });

async function started(page) {
  await count(page);
  await rest(page);
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".chart")].every((e) => window.AidAtlasCharts.getInstanceByDom(e)),
  );
  await watch(page);
}

test("a filter draws once what is near and changes, and the rest when a reader comes there", () =>
  withApp(browser, { query: "lang=en", height: 500 }, async ({ page }) => {
    await started(page);
    const [, far] = await near(page);
    const places = await list(page, "place");
    await places.locator("input").first().click();
    await page.waitForFunction(() => new URL(location.href).searchParams.has("place"));
    const counts = await drawn(page);
    // The page may be shorter now, and more of it near.
    const still = (await near(page))[1].filter((id) => far.includes(id));
    assert.ok(still.length >= 3, `${still}: charts to be left alone`);
    assert.deepEqual(
      Object.keys(counts).filter((id) => still.includes(id)),
      [],
      "nothing far away",
    );
    assert.ok(counts.map >= 1 && counts.timeline >= 1, JSON.stringify(counts));
    for (const [id, times] of Object.entries(counts)) assert.equal(times, 1, `${id} is drawn once`);

    // What is far shows the same selection as the rest once it is near.
    await page.locator(`#${still[0]}`).scrollIntoViewIfNeeded();
    await page.waitForFunction((id) => window.drawn[id], still[0]);
    const later = await drawn(page);
    assert.equal(later.map, undefined, "what was true already is not drawn again");
    // All of it, and by the same way back.
    await page.evaluate(() => scrollTo(0, 0));
    await rest(page);
    await drawn(page);
    await places.locator("input").first().click();
    await waitForCount(page, 105);
  }));

test("sorting the table, pointing at a record and typing what selects the same draw nothing", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await started(page);
    await page.locator("#table-panel [data-column=title]").first().click();
    await page.waitForFunction(() => new URL(location.href).searchParams.has("sort"));
    assert.deepEqual(await drawn(page), {}, "sorting");
    await page.locator("#table-panel tbody tr").first().hover();
    await page.locator("#table-panel tbody tr").nth(5).hover();
    assert.deepEqual(await drawn(page), {}, "pointing");
    await page.locator("#search").fill(" ");
    await page.waitForTimeout(600);
    assert.deepEqual(await drawn(page), {}, "a blank");
  }));

test("another language and other colours draw what is near, and the rest when it comes near", () =>
  withApp(browser, { query: "lang=en&scheme=light", height: 500 }, async ({ page }) => {
    await started(page);
    // Letters that come late are drawn where they are missing, once.
    await page.locator("#language").click();
    await page.waitForFunction(() => document.documentElement.lang.startsWith("zh"));
    await page.locator("#language").click();
    await page.waitForFunction(() => document.documentElement.lang === "en");
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(500);
    await drawn(page);
    const [, far] = await near(page);
    let still = far;
    for (const act of [() => page.locator("#language").click(), () => page.locator("#scheme").selectOption("dark")]) {
      await act();
      await page.waitForFunction(() => window.drawn.timeline);
      const counts = await drawn(page);
      const distant = (await near(page))[1];
      still = still.filter((id) => distant.includes(id));
      assert.ok(still.length >= 3, `${still}: charts to be left alone`);
      assert.deepEqual(
        Object.keys(counts).filter((id) => still.includes(id)),
        [],
      );
    }
    const id = still.at(-1);
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await page.waitForFunction((name) => {
      const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById(name));
      return /[\u4e00-\u9fff]/.test(JSON.stringify(chart.getOption()));
    }, id);
  }));

test("letters that come before a chart's first turn do not take it", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await started(page);
    // An option of the page's own.
    await page.evaluate(() => {
      const { prototype } = window.AidAtlasCharts.mount(document.createElement("div"), () => {}).constructor;
      const { draw } = prototype;
      prototype.draw = function (json) {
        window.option = json;
        return draw.call(this, json);
      };
    });
    await page.locator("#scheme").selectOption("dark");
    await page.waitForFunction(() => window.option);
    const isDrawn = await page.evaluate(async () => {
      const element = document.createElement("div");
      element.style.cssText = "position:absolute;top:9000px;width:400px;height:300px";
      document.body.append(element);
      const chart = window.AidAtlasCharts.mount(element, () => {});
      chart.draw(window.option);
      document.fonts.dispatchEvent(Object.assign(new Event("loadingdone"), { fontfaces: [{ family: "Atlas Sans" }] }));
      await new Promise((done) => setTimeout(done, 500));
      const is = Boolean(element.querySelector("canvas"));
      chart.dispose();
      element.remove();
      return is;
    });
    assert.ok(isDrawn);
  }));
