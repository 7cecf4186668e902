// A short run of what `cargo xtask monkey` does at length, always the same.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, withApp } from "./support/browser.mjs";
import { keepMemory, Monkey, openings } from "./support/monkey.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("after random steps the page agrees with itself and with its link", () =>
  withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
    const monkey = new Monkey(page, url, 1);
    try {
      for (let at = 0; at < 150; at += 1) {
        await monkey.step(at);
        await (at % 15 === 14 ? monkey.checkLink() : monkey.check());
      }
    } catch (error) {
      error.message += `\n${monkey.replay()}`;
      throw error;
    }
  }));

test("opening records leaves nothing behind", () =>
  withApp(browser, { query: "lang=en", init: keepMemory }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    // The table comes after the first screen.
    await page.locator("table.records tbody button").first().waitFor();
    const { before: first, after: last } = await openings(page, 150);
    const grown = JSON.stringify({ first, last });
    // The browser itself keeps some nodes and listeners for a while.
    assert.ok(last.nodes - first.nodes < 300, grown);
    assert.ok(last.listeners - first.listeners < 30, grown);
    assert.ok(last.heap - first.heap < 3_000_000, grown);
    // Leptos' signals remember effects that are gone until they change.
    assert.ok(last.wasm - first.wasm < 150 * 6000, grown);
  }));
