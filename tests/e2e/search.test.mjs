// Typing into the search, and names in the order of their language.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { count, followed, launch, list, queryOf, waitForCount, withApp } from "./support/browser.mjs";
import { RECORDS } from "./support/dataset.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const titles = async (page) => {
  await followed(page);
  return page.locator("table.records tbody th").allInnerTexts();
};
const query = async (page) => (await queryOf(page)).q;

// Runs `use` with a clock that stands still until it is moved.
const withClock = (use) =>
  withApp(browser, {}, async ({ page, url }) => {
    await page.clock.install();
    await page.goto(`${url}?lang=en`);
    await page.locator("#search").waitFor();
    await followed(page);
    await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
    await use(page);
  });

test("letters typed fast are one change, and Enter does not wait", () =>
  withClock(async (page) => {
    const all = await count(page);
    await page.locator("#search").pressSequentially("nyemo");
    assert.equal(await query(page), undefined, "not before the pause");
    assert.equal(await count(page), all);
    await page.clock.runFor(100);
    await page.locator("#search").press("!");
    await page.clock.runFor(100);
    assert.equal(await query(page), undefined, "each letter begins the pause anew");
    await page.clock.runFor(100);
    assert.equal(await query(page), "nyemo!");
    await page.locator("#search").pressSequentially("chicken");
    await page.keyboard.press("Enter");
    assert.equal(await query(page), "nyemo!chicken");
    assert.equal(await count(page), 1);
    await page.locator("#search").fill("lhasa");
    await page.locator("#from").focus();
    assert.equal(await query(page), "lhasa", "nor does leaving the field");
  }));

test("what was typed does not come back after Clear or Back", () =>
  withClock(async (page) => {
    const all = await count(page);
    await (await list(page, "place")).locator("input").nth(2).check();
    const some = await count(page);
    assert.ok(some < all);
    await page.locator("#search").pressSequentially("zzz");
    await page.goBack();
    await waitForCount(page, all);
    assert.equal(await page.locator("#search").inputValue(), "");
    await page.clock.runFor(1000);
    assert.equal(await query(page), undefined);
    assert.equal(await count(page), all);
    await page.goForward();
    await page.clock.runFor(1000);
    await waitForCount(page, some);
    await page.locator("#search").pressSequentially("zzz");
    await page.locator("#clear").evaluate((button) => button.click());
    await page.waitForFunction(() => document.querySelector("#search").value === "");
    await page.clock.runFor(1000);
    assert.equal(await query(page), undefined);
    assert.equal(await count(page), all);
  }));

test("a press that leaves the field becomes a click on what lay there", () =>
  withClock(async (page) => {
    const all = await count(page);
    await (await list(page, "place")).locator("input").nth(2).check();
    await page.locator("#search").pressSequentially("zzz");
    await page.locator("#clear").hover();
    await page.mouse.down();
    await page.clock.runFor(1000);
    assert.equal(await query(page), undefined, "nothing moves under the pointer");
    await page.mouse.up();
    await page.clock.runFor(1000);
    await waitForCount(page, all);
    assert.equal(await page.locator("#search").inputValue(), "");
    await page.locator("#search").pressSequentially("zzz");
    await page.locator("h1").first().hover();
    await page.mouse.down();
    await page.mouse.up();
    await page.clock.runFor(1000);
    assert.equal(await query(page), "zzz", "and is taken after the press");
  }));

test("while an input method composes nothing is filtered", () =>
  withClock(async (page) => {
    const all = await count(page);
    const session = await page.context().newCDPSession(page);
    await page.locator("#search").focus();
    for (const text of ["n", "ni", "ni m", "ni mu"]) {
      await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      await page.clock.runFor(1000);
    }
    assert.equal(await page.locator("#search").inputValue(), "ni mu");
    assert.equal(await query(page), undefined);
    assert.equal(await count(page), all);
    await session.send("Input.insertText", { text: "尼木" });
    await page.clock.runFor(1000);
    assert.equal(await query(page), "尼木");
    assert.ok((await count(page)) < all);
  }));

// Browsers differ in the order of the last events of a composition.
for (const [name, last] of [
  ["input before compositionend", ["input", "compositionend"]],
  ["input after compositionend", ["compositionend", "input"]],
  ["compositionend alone", ["compositionend"]],
]) {
  test(`a composition that ends with ${name}`, () =>
    withClock(async (page) => {
      const fire = (type, value) =>
        page.locator("#search").evaluate(
          (field, [name, text]) => {
            field.value = text;
            const Event = name === "input" ? InputEvent : CompositionEvent;
            field.dispatchEvent(new Event(name, { bubbles: true, isComposing: name === "input" && !window.ended }));
            if (name === "compositionend") window.ended = true;
          },
          [type, value],
        );
      await fire("compositionstart", "");
      await fire("input", "dang");
      await page.clock.runFor(1000);
      assert.equal(await query(page), undefined);
      for (const type of last) await fire(type, "当雄");
      await page.clock.runFor(1000);
      assert.equal(await query(page), "当雄");
      await page.evaluate(() => delete window.ended);
      await fire("compositionstart", "当雄");
      await fire("input", "当雄x");
      await page.clock.runFor(1000);
      assert.equal(await query(page), "当雄", "the next one waits as well");
    }));
}

for (const [text, id] of [
  ["18,710", "people-out-of-poverty"],
  ["18 710", "people-out-of-poverty"],
  ["9.97亿", "funds-poverty-relief"],
  ["4.47 billion", "funds-since-1994"],
  ["當雄", "damxung-people"],
  ["nye\u0302mo chicken", "nyemo-funds"],
  ["dang xiong", "damxung-people"],
  ["nimu", "nyemo-funds"],
  ["ｌｈａｓａ", "people-out-of-poverty"],
]) {
  test(`the page finds ${id} by “${text}”`, () =>
    withApp(browser, { query: `lang=en&q=${encodeURIComponent(text)}` }, async ({ page }) => {
      await page.locator(`[data-record=${id}]`).waitFor();
      assert.ok((await count(page)) < RECORDS);
      assert.equal(await page.locator("#search").inputValue(), text);
    }));
}

for (const [lang, column] of [
  ["zh", "title"],
  ["en", "title"],
]) {
  test(`the ${column}s in ${lang} are in the order of that language`, () =>
    withApp(browser, { query: `lang=${lang}&sort=${column}` }, async ({ page }) => {
      await page.locator("th[aria-sort=ascending]").waitFor();
      const shown = await titles(page);
      const sorted = await page.evaluate(
        ([names, tag]) => [...names].sort(new Intl.Collator(tag).compare),
        [shown, lang],
      );
      assert.deepEqual(shown, sorted);
      if (lang === "zh") assert.notDeepEqual(shown, [...shown].sort(), "not that of code points");
      await page.locator(`[data-column=${column}]`).click();
      await page.locator("th[aria-sort=descending]").waitFor();
      const compare = await page.evaluate(
        ([a, tag]) => a.slice(1).every((b, i) => new Intl.Collator(tag).compare(a[i], b) >= 0),
        [await titles(page), lang],
      );
      assert.ok(compare, "and the other way round");
      const other = lang === "zh" ? "en" : "zh";
      await page.locator("#language").click();
      await page.locator(`html[lang^=${other}]`).waitFor();
      assert.ok(
        await page.evaluate(
          ([a, tag]) => a.slice(1).every((b, i) => new Intl.Collator(tag).compare(a[i], b) >= 0),
          [await titles(page), other],
        ),
        "in the other language by that one's",
      );
    }));
}

test("sectors in Chinese are by pinyin", () =>
  withApp(browser, { query: "lang=zh&sort=sector" }, async ({ page }) => {
    await page.locator("th[aria-sort=ascending]").waitFor();
    await followed(page);
    const shown = await page.locator("table.records tbody td:nth-child(5)").allInnerTexts();
    const sorted = await page.evaluate((names) => [...names].sort(new Intl.Collator("zh").compare), shown);
    assert.deepEqual(shown, sorted);
    assert.notDeepEqual(shown, [...shown].sort());
  }));
