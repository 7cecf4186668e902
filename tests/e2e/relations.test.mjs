// The relations of a record, drawn in layers round it and told as a list.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./support/axe.mjs";
import { followed, launch, queryOf, withApp } from "./support/browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("relations are drawn and listed; arrow keys go round, the name is told, Enter opens", () =>
  withApp(browser, { query: "lang=en&record=damxung-funds" }, async ({ page }) => {
    await followed(page);
    const net = page.locator(".net").first();
    await net.waitFor();
    const nodes = net.locator("svg g");
    const listed = await page.locator(".relations").first().locator("li").count();
    assert.equal(await nodes.count(), listed, "what is drawn is in the list");
    await nodes.first().focus();
    const first = await nodes.first().getAttribute("aria-label");
    await page.keyboard.press("ArrowRight");
    const second = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    assert.notEqual(first, second);
    assert.match(second, /^(Includes|Part of|Counted within|Related or overlapping)/);
    const told = await net.locator(".pointed").innerText();
    assert.ok(told.length > 3 && second.includes(told.split(" (")[0]), `${told} / ${second}`);
    await page.keyboard.press("ArrowLeft");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), first);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("record") !== "damxung-funds");
  }));

test("a finger meets one sign at a time on a phone, and axe-core finds nothing", () =>
  withApp(browser, { query: "lang=zh&record=damxung-funds", width: 390, height: 844 }, async ({ page }) => {
    const net = page.locator("dialog .net, .sheet .net").first();
    await net.scrollIntoViewIfNeeded();
    const boxes = await net
      .locator(".target")
      .evaluateAll((all) => all.map((circle) => circle.getBoundingClientRect().toJSON()));
    for (const [at, a] of boxes.entries()) {
      assert.ok(a.width >= 24, `${a.width}`);
      for (const b of boxes.slice(at + 1))
        assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 23.5, `${JSON.stringify(a)} ${JSON.stringify(b)}`);
    }
    await net.locator("svg g").last().tap();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("record") !== "damxung-funds");
    assert.ok((await queryOf(page)).record);
    assert.deepEqual(await violations(page), []);
  }));

test("a record of one relation has the list alone", () =>
  withApp(browser, { query: "lang=en&record=resort-wage" }, async ({ page }) => {
    await page.locator(".relations").first().waitFor();
    assert.equal(await page.locator(".net").count(), 0);
  }));
