// What a reader does costs the browser no more than what it changes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { followed, launch, list, withApp } from "./support/browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Attributes of the document's root and body, and choices of lists, that are written
// while something is done: such as a language, which styles the whole page anew.
async function written(page, act) {
  await page.evaluate(() => {
    window.writes = [];
    window.writing = new MutationObserver((all) => {
      for (const { type, target, attributeName } of all) {
        if (type === "attributes") window.writes.push(`${target.localName}: ${attributeName}`);
        else if (target.localName === "select") window.writes.push(`${target.id}: its choices`);
      }
    });
    const attributes = { attributes: true };
    window.writing.observe(document.documentElement, attributes);
    window.writing.observe(document.body, attributes);
    for (const select of document.querySelectorAll(".filters select, #measure")) {
      window.writing.observe(select, { childList: true });
    }
  });
  await act();
  await followed(page);
  return page.evaluate(() => {
    window.writing.disconnect();
    return window.writes;
  });
}

test("a choice says neither the page's language anew, nor the choices of lists that stay", () =>
  withApp(browser, { query: "lang=zh" }, async ({ page }) => {
    const box = (await list(page, "sector")).getByRole("checkbox").first();
    for (const act of ["check", "uncheck"]) assert.deepEqual(await written(page, () => box[act]()), [], act);
    const search = page.locator("#search");
    assert.deepEqual(await written(page, () => search.fill("西藏")), []);
    await page.locator("#clear").click();
    const language = await written(page, () => page.locator("#language").click());
    assert.ok(language.includes("html: lang"), "and where it is another one, it is said");
  }));
