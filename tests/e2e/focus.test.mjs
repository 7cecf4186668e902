// Where the focus goes, which keys are commands, and what is lit.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressOf, click, datum, followed, launch, list, pixel, queryOf, withApp } from "./support/browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const day = (text) => Date.parse(text);

// Whatever a key set off has run by then: timers run in their order, and the
// app waits 300 milliseconds for another key.
const settled = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 301)));

// Closes what is open and waits until the element has the focus again.
async function closes(page, id, selector, how = () => page.keyboard.press("Escape")) {
  await page.waitForFunction((name) => document.getElementById(name)?.contains(document.activeElement), id);
  await gives(page, id, selector, how);
}

// The same where a link opened it: the focus is where the reader left it.
async function gives(page, id, selector, how = () => page.keyboard.press("Escape")) {
  await page.locator(`#${id}`).waitFor();
  const scroll = await page.evaluate(() => scrollY);
  await how();
  await page.locator(`#${id}`).waitFor({ state: "detached" });
  await page
    .waitForFunction((wanted) => document.activeElement?.matches(wanted), selector, { timeout: 5000 })
    .catch(async () => {
      const has = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
      assert.fail(`${selector} has not the focus, but ${has}`);
    });
  assert.equal(await page.evaluate(() => scrollY), scroll, "the page does not move");
}

test("a record gives the focus back to what opened it", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    const row = "[data-record=school-2014] button";
    for (const how of [
      () => page.keyboard.press("Escape"),
      () => page.locator("#record").getByRole("button", { name: "Close" }).click(),
      () => page.goBack(),
    ]) {
      await page.locator(row).focus();
      await page.keyboard.press("Enter");
      await closes(page, "record", row, how);
    }
    await page.locator("#undated button").first().click();
    await closes(page, "record", "#undated li:first-child button");
    await click(page, await datum(page, "chart-money-nesting", 0));
    await closes(page, "record", "#chart-money-nesting");
    await click(page, await pixel(page, "timeline", "grid", [day("2004-01-01"), 0]));
    await closes(page, "record", ".timeline-keys #timeline");
    await page.locator("#panel-income .context button").first().click();
    await closes(page, "record", "#panel-income .context button");
  }));

test("a record that another led to gives the focus back to what opened the first", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    // What is drawn later pushes the table down.
    for (const id of ["map", "chart-income"]) await page.locator(`#${id} canvas`).waitFor();
    await page.locator("[data-record=funds-poverty-relief] button").click();
    await page.locator("#record").getByRole("button", { name: "Aid funds since 1994" }).first().click();
    await page.waitForFunction(() => location.search.includes("record=funds-since-1994"));
    await page.getByRole("heading", { name: "Aid funds since 1994" }).waitFor();
    await closes(page, "record", "[data-record=funds-poverty-relief] button");
  }));

test("what opened a record may be gone: then the focus is in the page's content", () =>
  withApp(browser, { query: "lang=en&record=school-2014" }, async ({ page }) => {
    await gives(page, "record", "main");
    await page.locator("[data-record=nyemo-baseline] button").click();
    await page.locator("#record").waitFor();
    await page.evaluate(() => document.querySelector("[data-record=nyemo-baseline]").remove());
    await closes(page, "record", "main");
  }));

test("share, source and keys give the focus back", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    await page.locator("[data-share=timeline]").click();
    await closes(page, "share", "[data-share=timeline]");
    await page.locator("#about-button").click();
    await closes(page, "about", "#about-button");
    await page.locator(".source-line").getByRole("button", { name: "Keyboard shortcuts" }).click();
    await closes(page, "keys", ".source-line button");
    await page.locator("[data-record=school-2014] button").click();
    await page.locator("#record [data-share=page]").click();
    await closes(page, "share", "#record [data-share=page]");
    await closes(page, "record", "[data-record=school-2014] button");
  }));

test("source and method lie over the part of the page they were opened from", () =>
  withApp(browser, { query: "panel=timeline&lang=en" }, async ({ page }) => {
    for (const how of [
      () => page.keyboard.press("Escape"),
      () => page.locator("#about").getByRole("button", { name: "Close" }).click(),
      () => page.mouse.click(20, 300),
      () => page.goBack(),
    ]) {
      await page.locator("#about-button").click();
      await page.locator("#about").waitFor();
      assert.equal((await queryOf(page)).panel, "timeline,about");
      assert.equal(await page.locator("#timeline-panel").count(), 1);
      assert.equal(await page.locator("#map-panel").count(), 0);
      await closes(page, "about", "#about-button", how);
      await page.waitForFunction(() => !location.search.includes("about"));
      assert.equal((await queryOf(page)).panel, "timeline");
      assert.equal(await page.locator("#map-panel").count(), 0);
    }
    await page.goto(`${(await addressOf(page)).split("?")[0]}?panel=about&lang=en`);
    await closes(page, "about", "main");
    assert.equal((await addressOf(page)).split("?")[1], "lang=en", "an old link");
  }));

test("words that are dictated or typed into the page are no commands", () =>
  withApp(browser, { query: "lang=en&place=nyemo" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    const link = await addressOf(page);
    for (const delay of [0, 60]) await page.keyboard.type("all clear, scale 12345 / search?", { delay });
    await page.locator("main").focus();
    await page.keyboard.type("a child's school ", { delay: 20 });
    // Then one key alone works, and nothing of what came before does.
    await page.evaluate(() => document.activeElement.blur());
    await settled(page);
    assert.equal(await addressOf(page), link);
    await page.keyboard.press("2");
    await page.waitForFunction(() => location.search.includes("panel=map"));
    assert.equal(await page.locator("dialog").count(), 0);
    assert.equal((await queryOf(page)).place, "nyemo");
  }));

test("keys in fields, editable text and other trees, held down or while composing, are no commands", () =>
  withApp(browser, { query: "lang=en&place=nyemo" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    await page.evaluate(() => {
      const editable = document.createElement("p");
      editable.id = "editable";
      editable.contentEditable = "true";
      editable.append(Object.assign(document.createElement("b"), { textContent: "text" }));
      const host = document.createElement("div");
      host.id = "host";
      host.attachShadow({ mode: "open" }).append(Object.assign(document.createElement("input"), { id: "inner" }));
      document.querySelector("main").prepend(editable, host);
      window.pressed = 0;
      addEventListener("keydown", () => (window.pressed += 1));
    });
    const link = await addressOf(page);
    for (const selector of ["#editable", "#host #inner", "#search", "#measure"]) {
      await page.locator(selector).first().focus();
      const before = await page.evaluate(() => window.pressed);
      await page.keyboard.press("c");
      assert.equal(await page.evaluate(() => window.pressed), before + 1);
      await settled(page);
    }
    await page.evaluate(() => {
      document.activeElement.blur();
      for (const init of [
        { repeat: true },
        { isComposing: true },
        { ctrlKey: true },
        { altKey: true },
        { metaKey: true },
      ]) {
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "l", bubbles: true, ...init }));
      }
    });
    await settled(page);
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(new URL(await addressOf(page)).searchParams.get("place"), new URL(link).searchParams.get("place"));
  }));

test("the keys can be turned off, and stay off", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const open = () => page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    const still = async () => {
      await page.keyboard.press("2");
      await settled(page);
      assert.equal((await queryOf(page)).panel, undefined);
    };
    await open();
    await page.getByLabel("Single-key shortcuts are on").uncheck();
    await page.keyboard.press("Escape");
    await page.locator("#keys").waitFor({ state: "detached" });
    await still();
    await page.reload();
    await page.locator("#timeline canvas").waitFor();
    await still();
    await page.locator(".timeline-keys").focus();
    await page.keyboard.press("+");
    await page.waitForFunction(() => {
      const { dataZoom } = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline")).getOption();
      return dataZoom[0].start > 0;
    });
    await open();
    await page.getByLabel("Single-key shortcuts are on").check();
    await page.keyboard.press("Escape");
    await page.locator("#keys").waitFor({ state: "detached" });
    await page.keyboard.press("2");
    await page.waitForFunction(() => location.search.includes("panel=map"));
  }));

test("where the browser keeps nothing, the keys are off for this page", () => {
  const init = () =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  return withApp(browser, { query: "lang=en", init }, async ({ page }) => {
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await page.getByLabel("Single-key shortcuts are on").uncheck();
    await page.keyboard.press("Escape");
    await page.locator("#keys").waitFor({ state: "detached" });
    await page.keyboard.press("2");
    await settled(page);
    assert.equal((await queryOf(page)).panel, undefined);
  });
});

test("what was pointed at does not stay lit when its mark goes away", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const lit = (id) => page.locator(`tr.lit[data-record=${id}]`);
    await page.locator("#timeline canvas").waitFor();
    await (await list(page, "place"))
      .getByLabel(/^Nyêmo/)
      .first()
      .check();
    await page.waitForFunction(() => location.search.includes("place=nyemo"));
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes("place="));
    // Filtered away, and back again.
    const bar = await datum(page, "chart-personnel", 1);
    await page.mouse.move(bar.x, bar.y);
    await lit("personnel-doctors").waitFor({ state: "attached" });
    await page.goForward();
    await page.locator("[data-record=personnel-doctors]").waitFor({ state: "detached" });
    await page.mouse.move(3, 3);
    await page.goBack();
    await page.locator("[data-record=personnel-doctors]").waitFor({ state: "attached" });
    assert.equal(await page.locator(".lit").count(), 0);
    // The part of the page goes.
    for (const selector of ["[data-record=nyemo-baseline]", "#undated button"]) {
      await page.locator(selector).first().hover();
      await page.locator(".lit").first().waitFor({ state: "attached" });
      await page.keyboard.press("2");
      await page.locator("#table-panel").waitFor({ state: "detached" });
      await page.mouse.move(3, 3);
      await page.keyboard.press("1");
      await page.locator("#table-panel").waitFor();
      assert.equal(await page.locator(".lit").count(), 0, selector);
    }
    // What is open stays lit when the pointer goes, and no longer.
    await click(page, await datum(page, "chart-personnel", 1));
    await page.locator("#record").waitFor();
    await page.mouse.move(3, 3);
    await page.locator("tr.lit").first().waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await page.locator("#record").waitFor({ state: "detached" });
    await page.waitForFunction(() => !document.querySelector(".lit"));
    // The mark moves away from below the pointer; its record is still there.
    const at = await pixel(page, "timeline", "grid", [day("2004-01-01"), 0]);
    await page.mouse.move(at.x, at.y);
    await page.locator("tr.lit").first().waitFor({ state: "attached" });
    const id = await page.locator("tr.lit").first().getAttribute("data-record");
    await page.locator(".timeline-keys").focus();
    await page.evaluate(() => {
      const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline"));
      chart.dispatchAction({ type: "dataZoom", start: 95, end: 100 });
    });
    await page.mouse.move(at.x, 12);
    await lit(id).waitFor({ state: "detached" });
  }));

test("a dialog closes by a press beside it alone: not below its text, nor where a selection ends", () =>
  withApp(browser, { query: "lang=en&panel=map" }, async ({ page }) => {
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await followed(page);
    const { x, y } = await page.locator("#keys").boundingBox();
    // What was clicked is closed by then: the page has handled it.
    const still = async () => {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.equal(await page.locator("#keys").count(), 1);
    };
    const text = await page.locator("#keys .hint").boundingBox();
    await page.mouse.move(text.x + 80, text.y + 8);
    await page.mouse.down();
    await page.mouse.move(x - 90, text.y + 8, { steps: 4 });
    await page.mouse.up();
    await still();
    await page.mouse.move(x - 90, y + 300);
    await page.mouse.down();
    await page.mouse.move(text.x + 80, text.y + 8, { steps: 4 });
    await page.mouse.up();
    await still();
    await page.mouse.click(x + 100, y + 950);
    await still();
    await page.mouse.click(x - 90, y + 300);
    await page.locator("#keys").waitFor({ state: "detached" });
  }));

test("events of the name of a key's that tell of none change nothing and break nothing", () =>
  withApp(browser, { query: "lang=en&panel=timeline" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    await page.evaluate(() => {
      for (const where of ["body", "#search", ".timeline-keys"]) {
        document.querySelector(where).dispatchEvent(new Event("keydown", { bubbles: true }));
      }
    });
    await page.keyboard.press("l");
    await page.locator("html[lang=zh-Hans]").waitFor();
  }));

test("keys work on layouts of other scripts and with Caps Lock", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    const press = async (key, code) => {
      await settled(page);
      await page.evaluate(
        (init) => document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...init })),
        { key, code },
      );
    };
    await press("д", "KeyL");
    await page.locator("html[lang=zh-Hans]").waitFor();
    await press("L", "KeyL");
    await page.locator("html[lang=en]").waitFor();
    await press("२", "Digit2");
    await page.waitForFunction(() => location.search.includes("panel=map"));
  }));

test("with Ctrl, Alt or Command the timeline leaves its keys to the browser", () =>
  withApp(browser, { query: "lang=en&panel=timeline" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    const taken = (init) =>
      page.evaluate((how) => {
        const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...how });
        return !document.querySelector(".timeline-keys").dispatchEvent(event);
      }, init);
    for (const key of ["+", "=", "-", "0", "ArrowLeft", "ArrowRight", "Home"]) {
      assert.equal(await taken({ key }), true, key);
      for (const other of ["ctrlKey", "altKey", "metaKey"])
        assert.equal(await taken({ key, [other]: true }), false, `${other} ${key}`);
    }
  }));
