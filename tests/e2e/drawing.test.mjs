// How charts are drawn: time axis, pixels of the screen, size, paper, fonts.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { addressOf, click, elsewhere, followed, launch, pixel, queryOf, rest, withApp } from "./support/browser.mjs";
import { script } from "./support/scripts.mjs";
import { drawn, reach } from "./support/timeline.mjs";

const { densest, fits } = await script("chart/canvas.ts");

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const BUILT_IN = new URL("../../public/dataset/beijing-lhasa.json", import.meta.url);
const day = (text) => Date.parse(text);

// The texts of a chart, with the middle of each in the page.
async function texts(page, id) {
  await pixel(page, id, "grid", [day("2010-01-01"), 0]);
  return page.evaluate((name) => {
    const element = document.getElementById(name);
    const box = element.getBoundingClientRect();
    const list = window.AidAtlasCharts.getInstanceByDom(element).getZr().storage.getDisplayList();
    return list
      .filter((shape) => shape.style?.text && !shape.ignore)
      .map((shape) => {
        const bounds = shape.getBoundingRect().clone();
        if (shape.transform) bounds.applyTransform(shape.transform);
        return {
          text: shape.style.text,
          font: shape.style.font,
          x: box.left + bounds.x + bounds.width / 2,
          y: box.top + bounds.y,
        };
      });
  }, id);
}

for (const timezone of ["Asia/Shanghai", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Kiritimati"]) {
  test(`in ${timezone} a brush from the tick 2019 ends before 2019, also across the years that are folded`, () =>
    withApp(browser, { query: "lang=en&panel=timeline", timezone }, async ({ page }) => {
      const ticks = await texts(page, "timeline");
      const at = (year) => ticks.findLast(({ text }) => text === year).x;
      const { x, y } = await pixel(page, "timeline", "grid", [day("2019-01-01"), 20]);
      assert.ok(Math.abs(x - at("2019")) < 2, "the tick is in UTC");
      // Beside the folded years a word has no room, and within them a pixel is
      // some years.
      const before = (await pixel(page, "timeline", "grid", [day("1995-01-01"), 20])).x;
      const whole = await addressOf(page);
      for (const [year, end] of [
        ["2017", at("2017")],
        ["1995", before],
      ]) {
        await page.mouse.move(at("2019"), y);
        await page.mouse.down();
        await page.mouse.move(end, y, { steps: 5 });
        await page.mouse.up();
        await page.waitForFunction(() => location.search.includes("from="));
        const { from, to } = await queryOf(page);
        assert.deepEqual({ from, to }, { from: `${year}-01`, to: "2018-12" });
        await page.goBack();
        await page.waitForURL(whole);
        // A drawing that is made anew below the pointer takes no brush.
        await followed(page);
        await rest(page);
      }
    }));
}

test("months and days of the axis are in the page's language, whatever the browser's", () =>
  withApp(
    browser,
    { query: "lang=en&panel=timeline", locale: "zh-CN", timezone: "Asia/Shanghai" },
    async ({ page }) => {
      const zoom = async (percent) => {
        await pixel(page, "timeline", "grid", [day("2010-01-01"), 0]);
        await page.evaluate(
          ([name, end]) =>
            window.AidAtlasCharts.getInstanceByDom(document.getElementById(name)).dispatchAction({
              type: "dataZoom",
              start: 90,
              end,
            }),
          ["timeline", percent],
        );
        return (await texts(page, "timeline")).map(({ text }) => text);
      };
      const months = await zoom(95);
      assert.ok(
        months.some((text) => /^(Apr|May|Jun|Jul|Aug|Sep|Oct)$/.test(text)),
        months.join(),
      );
      const days = await zoom(90.9);
      assert.ok(
        days.some((text) => /^\d+ [A-Z][a-z]{2}$/.test(text)),
        days.join(),
      );
      assert.ok(![...months, ...days].some((text) => /\d[月日]/.test(text)));
      await page.locator("#language").click();
      await page.waitForFunction(() => document.documentElement.lang === "zh-Hans");
      const chinese = await zoom(95);
      assert.ok(
        chinese.some((text) => /^\d+月$/.test(text)),
        chinese.join(),
      );
      const chineseDays = await zoom(90.9);
      assert.ok(
        chineseDays.some((text) => /^\d+月\d+日$/.test(text)),
        chineseDays.join(),
      );
      assert.ok(![...chinese, ...chineseDays].some((text) => /^[A-Z][a-z]{2}$/.test(text)));
    },
  ));

test("charts follow the pixels of the screen, and stay as the reader has them", () =>
  withApp(browser, { query: "lang=en&panel=timeline&from=2010&to=2014" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    await page.getByRole("button", { name: "Zoom in" }).click();
    const state = () =>
      page.evaluate(() => {
        const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"));
        const { dataZoom, brush } = chart.getOption();
        const areas = chart
          .getModel()
          .getComponent("brush")
          .areas.map(({ coordRange }) => coordRange);
        return { start: dataZoom[0].start, end: dataZoom[0].end, areas, brushes: brush.length };
      });
    const before = await state();
    assert.equal(before.areas.length, 1);
    const session = await page.context().newCDPSession(page);
    for (const deviceScaleFactor of [2, 3, 1]) {
      await session.send("Emulation.setDeviceMetricsOverride", {
        width: 1440 - deviceScaleFactor,
        height: 1000,
        deviceScaleFactor,
        mobile: false,
      });
      await page.waitForFunction((density) => {
        const canvas = document.querySelector("#timeline canvas");
        return canvas && Math.round(canvas.width / canvas.clientWidth) === density;
      }, deviceScaleFactor);
      assert.deepEqual(await state(), before);
    }
    await page.locator(".timeline-keys").focus();
    await page.keyboard.press("0");
    assert.equal((await state()).start, 0, "buttons and keys still reach it");
  }));

// A dataset of some three thousand records.
async function big() {
  const dataset = JSON.parse(await readFile(BUILT_IN, "utf8"));
  const model = dataset.records.find((record) => record.id === "school-2014");
  const more = Array.from({ length: 2_875 }, (_, at) => ({
    ...model,
    id: `more-${at}`,
    title: { zh: `记录 ${at}`, en: `Record ${at}` },
    relations: [],
    time: { type: "interval", from: `${1994 + (at % 4)}-01`, to: `${2014 + (at % 4)}-12` },
  }));
  return JSON.stringify({ ...dataset, records: [...dataset.records, ...more] });
}

// The page with it, once the lane of the many is open to its last row.
async function unfold(page) {
  const more = (await drawn(page)).findLast(({ text }) => /^and [\d,]{4,} more$/.test(text));
  await click(page, await reach(page, more));
}

// How many colours a part of the screen has.
async function colours(page, clip) {
  const png = await page.screenshot({ clip });
  const count = async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
  };
  // The page's policy lets it read no picture that stands in an address.
  return elsewhere(page, count, png.toString("base64"));
}

test("a drawing too tall for a canvas is there from top to end, and is used as any other", async () => {
  const overrides = { "dataset/big.json": { body: await big() } };
  const options = { query: "dataset=dataset/big.json&lang=en&panel=timeline", overrides, density: 3, width: 800 };
  await withApp(browser, options, async ({ page }) => {
    await unfold(page);
    await page.locator("#timeline svg").waitFor();
    const height = await page.locator("#timeline").evaluate((element) => element.clientHeight);
    assert.ok(!fits(700, height, 3), `${height} pixels are a tall drawing`);
    for (const share of [0, 0.5, 1]) {
      await page.evaluate((part) => {
        const box = document.getElementById("timeline").getBoundingClientRect();
        scrollTo(0, box.top + scrollY + part * (box.height - innerHeight));
      }, share);
      const box = await page.locator("#timeline").boundingBox();
      const clip = { x: box.x + 160, y: Math.max(0, box.y) + 60, width: 500, height: 500 };
      assert.ok((await colours(page, clip)) > 3, `records at ${share}`);
    }
    const last = await page.evaluate(() => {
      const { series } = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline")).getOption();
      const rows = series[1].data.map(({ value, id }) => ({ at: (value[0] + value[1]) / 2, row: value[2], id }));
      return rows.reduce((a, b) => (b.row > a.row ? b : a));
    });
    const at = await pixel(page, "timeline", "grid", [last.at, last.row]);
    await page.evaluate((y) => scrollBy(0, y - innerHeight / 2), at.y);
    const seen = await pixel(page, "timeline", "grid", [last.at, last.row]);
    await page.mouse.click(seen.x, seen.y);
    await page.locator("#record").waitFor();
    assert.equal((await queryOf(page)).record, last.id);
    await page.keyboard.press("Escape");
    // A filter makes it small again.
    await page.locator(".filters > summary").click();
    await page.locator("#search").fill("2801");
    await page.locator("#timeline canvas").waitFor();
  });
});

test("a picture that no canvas holds is refused in words, and there is the SVG", async () => {
  const overrides = { "dataset/big.json": { body: await big() } };
  const options = { query: "dataset=dataset/big.json&lang=en&panel=timeline", overrides, width: 800 };
  await withApp(browser, options, async ({ page }) => {
    await unfold(page);
    await page.locator("#timeline svg").waitFor();
    await page.locator("[data-share=timeline]").click();
    await page.locator("[data-tab=download]").click();
    await page.locator("[data-file=png]").click();
    await page.getByText("too tall for a PNG").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-file=svg]").click()]);
    assert.match(await readFile(await download.path(), "utf8"), /^<svg [\s\S]*<\/svg>$/);
  });
});

test("without the script for tall drawings a canvas that fits is drawn", async () => {
  const overrides = { "dataset/big.json": { body: await big() }, "tools.js": { status: 404 } };
  const options = {
    query: "dataset=dataset/big.json&lang=en&panel=timeline",
    overrides,
    density: 3,
    width: 800,
    expected: [/404/],
  };
  await withApp(browser, options, async ({ page }) => {
    await unfold(page);
    await page.waitForFunction(() => document.querySelector("#timeline canvas")?.clientHeight > 20_000);
    const { width, height } = await page
      .locator("#timeline canvas")
      .first()
      .evaluate(({ width, height }) => ({ width, height }));
    assert.ok(fits(width, height, 1), `${width} × ${height}`);
    await page.evaluate(() => document.getElementById("timeline").scrollIntoView());
    const box = await page.locator("#timeline").boundingBox();
    assert.ok((await colours(page, { x: box.x + 160, y: box.y + 60, width: 500, height: 300 })) > 3);
  });
});

test("a canvas holds what all browsers' canvases hold", () => {
  assert.ok(fits(1100, 800, 2));
  assert.ok(!fits(1100, 20_000, 1), "Safari's side");
  assert.ok(!fits(390, 5_000, 3), "the area on phones");
  for (const [width, height] of [
    [1100, 60_000],
    [390, 9_000],
    [3_000, 3_000],
  ]) {
    const density = densest(width, height);
    assert.ok(fits(width, height, density * 0.999) && !fits(width, height, density * 1.001));
  }
  assert.ok(fits(0, 0, 3), "nothing fits");
});

test("nothing warns while charts are drawn, pointed at, brushed and filtered", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const warnings = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    await page.reload();
    for (const id of [
      "map",
      "inset-provider",
      "timeline",
      "chart-money-nesting",
      "chart-people-reached",
      "chart-income",
    ]) {
      await page.locator(`#${id} canvas`).first().scrollIntoViewIfNeeded();
      const box = await page.locator(`#${id}`).boundingBox();
      for (const share of [0.2, 0.4, 0.6, 0.8])
        await page.mouse.move(box.x + box.width * share, box.y + box.height * share, { steps: 3 });
    }
    const from = await pixel(page, "timeline", "grid", [day("2014-01-01"), 20]);
    const to = await pixel(page, "timeline", "grid", [day("2016-01-01"), 20]);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    await page.waitForFunction(() => location.search.includes("from="));
    await page.locator("#language").click();
    await page.locator("html[lang=zh-Hans]").waitFor();
    assert.deepEqual(
      // Of what this browser does not do yet, and of what the tests do without.
      warnings.filter((text) => !/`integrity` attribute|Service Worker registration blocked/.test(text)),
      [],
    );
  }));

test("a dark page prints black on white, charts too, and is dark again afterwards", () =>
  withApp(browser, { query: "lang=en&scheme=dark", scheme: "dark" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    await page.locator("#timeline canvas").waitFor();
    const text = (id) =>
      page.evaluate((name) => {
        const list = window.AidAtlasCharts.getInstanceByDom(document.getElementById(name))
          .getZr()
          .storage.getDisplayList();
        return [...new Set(list.filter((shape) => shape.style?.text).map((shape) => shape.style.fill))];
      }, id);
    const dark = await text("timeline");
    // What is drawn when the browser takes the page: as soon as its listeners
    // have returned.
    const printed = await page.evaluate(async () => {
      dispatchEvent(new Event("beforeprint"));
      await new Promise((done) => queueMicrotask(done));
      await Promise.resolve();
      const list = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"))
        .getZr()
        .storage.getDisplayList();
      return [...new Set(list.filter((shape) => shape.style?.text).map((shape) => shape.style.fill))];
    });
    assert.ok(printed.includes("#1b1c20"), `${printed} instead of ${dark}`);
    assert.ok(!printed.some((colour) => dark.includes(colour)));
    await page.emulateMedia({ media: "print" });
    const colour = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      const { backgroundColor: panel } = getComputedStyle(document.querySelector(".panel"));
      return { backgroundColor, color, panel };
    });
    assert.deepEqual(colour, {
      backgroundColor: "rgb(255, 255, 255)",
      color: "rgb(0, 0, 0)",
      // No ground of its own.
      panel: "rgba(0, 0, 0, 0)",
    });
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(20, 22, 26)");
    assert.deepEqual(await text("timeline"), dark);
    const heard = await page.evaluate(() => {
      window.prints = 0;
      addEventListener("beforeprint", () => (window.prints += 1));
    });
    await page.pdf();
    assert.equal(await page.evaluate(() => window.prints), 1, heard ?? "the browser tells that it prints");
  }));

test("each language is set in its own fonts, in the page, charts and pictures", () =>
  withApp(browser, { query: "lang=en", locale: "zh-CN" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const fonts = async (selector) => {
      const { root } = await session.send("DOM.getDocument");
      const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
      return (await session.send("CSS.getPlatformFontsForNode", { nodeId })).fonts.map(({ familyName }) => familyName);
    };
    for (const selector of ["h1", "#map-title", "#timeline-panel .timeline-note", "#measure"]) {
      const used = await fonts(selector);
      assert.ok(used.length > 0 && !used.some((name) => /CJK|Hei|Song|Ming/.test(name)), `${selector} in ${used}`);
    }
    assert.deepEqual(
      (await fonts("footer.source-line")).sort(),
      ["Atlas Sans", "Noto Sans CJK SC"],
      "a Chinese name within English",
    );
    assert.match((await fonts("#language")).join(), /CJK/, "the button is in the other language");
    const family = (await texts(page, "timeline")).map(({ font }) => font);
    assert.ok(
      family.every((font) => /^[\s\S]*DejaVu Sans[\s\S]*sans-serif[\s\S]*CJK/.test(font)),
      family[0],
    );
    await page.locator("#language").click();
    await page.locator("html[lang=zh-Hans]").waitFor();
    for (const selector of ["h1", "#timeline-panel .timeline-note"]) assert.match((await fonts(selector))[0], /CJK/);
    assert.doesNotMatch((await fonts("#language")).join(), /CJK/);
    const chinese = (await texts(page, "timeline")).map(({ font }) => font);
    assert.ok(
      chinese.every((font) => /^[\s\S]*CJK[\s\S]*sans-serif/.test(font)),
      chinese[0],
    );
  }));

async function picture(page, subject) {
  await page.locator(`[data-share=${subject}]`).first().click();
  await page.locator("[data-tab=download]").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-file=svg]").click()]);
  await page.keyboard.press("Escape");
  await page.locator("#share").waitFor({ state: "detached" });
  return readFile(await download.path(), "utf8");
}

test("a picture shows the span that is on screen and says so", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    await page.locator("#timeline canvas").waitFor();
    const [wholeAxis, wholeMap] = [await picture(page, "timeline"), await picture(page, "map")];
    assert.match(wholeAxis, /The whole time axis is shown/);
    assert.match(wholeAxis, />1994</);
    assert.match(wholeAxis, />1995–2013 folded</);
    assert.match(wholeMap, /The whole map is shown/);
    await page.evaluate(() => {
      const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"));
      chart.dispatchAction({ type: "dataZoom", startValue: Date.UTC(2012, 2, 5), endValue: Date.UTC(2016, 7, 20) });
    });
    const part = await picture(page, "timeline");
    assert.match(part, /Part of the time axis is shown: Mar 2012 – Aug 2016/);
    assert.doesNotMatch(part, />1994</);
    assert.match(part, />2015</);
    await page.locator("#map-panel").getByRole("button", { name: "Zoom in" }).click();
    await page.locator("#map-panel").getByRole("button", { name: "Zoom in" }).click();
    const near = await picture(page, "map");
    assert.match(near, /Part of the map is shown, enlarged 2\.[23] times/);
    const outline = (svg) => svg.match(/<path d="[^"]{200,}"[^>]*>/)[0];
    assert.notEqual(outline(near), outline(wholeMap));
    await page.locator("#language").click();
    assert.match(await picture(page, "map"), /显示地图局部，放大 2\.[23] 倍/);
  }));

test("panels and charts are as wide as the page, whichever way the window goes", () =>
  withApp(browser, { query: "lang=en", width: 1440 }, async ({ page }) => {
    for (const id of ["map", "inset-provider", "timeline", "chart-income"])
      await page.locator(`#${id} canvas`).waitFor();
    // A tooltip at the right edge stays there, unseen.
    const at = await pixel(page, "timeline", "grid", [day("2019-06-01"), 6]);
    await page.mouse.move(at.x, at.y);
    await page.locator("#timeline .tip").waitFor();
    await page.mouse.move(3, 3);
    for (const width of [800, 1440, 390, 1150, 320, 1000, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page
        .waitForFunction(
          (wanted) => {
            const drawn = [...document.querySelectorAll(".chart")].every(
              // One that comes with the width has nothing in it before its turn.
              ({ firstElementChild: drawn, clientWidth }) => drawn && Math.abs(drawn.clientWidth - clientWidth) < 2,
            );
            return drawn && innerWidth === wanted && document.documentElement.scrollWidth <= wanted;
          },
          width,
          { timeout: 5000 },
        )
        .catch(() => assert.fail(`wider than ${width}`));
    }
  }));

test("where the system sets the colours, charts and legend keep theirs", () =>
  withApp(browser, { query: "lang=en&panel=map&scheme=light" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    const colour = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    assert.equal(await colour(".swatch"), "rgb(235, 231, 221)");
    assert.equal(await colour("#map"), "rgb(252, 251, 248)", "its words are dark");
  }));
