// What a link does to the controls and to the browser's history.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressOf, launch, list, queryOf, waitForCount, withApp } from "./support/browser.mjs";
import { RECORDS } from "./support/dataset.mjs";
import { frameOf, withHost } from "./support/host.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const ELSEWHERE = "data:text/html,<title>elsewhere</title>";
const shows = (page, id, value) =>
  page.waitForFunction(([name, wanted]) => document.getElementById(name)?.value === wanted, [id, value]);
const shut = (page) => page.locator("#record, #about").waitFor({ state: "detached" });
const close = async (page, id) => {
  await page.locator(`#${id} .sheet-head button`).click();
  await shut(page);
};

// Comes to the app from another page, so that leaving it can be seen.
async function arrive(page, url, query) {
  await page.goto(ELSEWHERE);
  await page.goto(`${url}?${query}`);
  await page.locator("#count").waitFor({ state: "attached" });
}

async function backLeaves(page) {
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.title === "elsewhere");
}

for (const [from, to, words] of [
  ["1990", "2030", "1990"],
  ["2016-05", "2018-06", "May 2016"],
  ["2016-05-03", "2018-06-30", "3 May 2016"],
  ["0800", "9999", "800"],
]) {
  test(`the period from ${from} to ${to} is shown as it is, and after each change what holds`, () =>
    withApp(browser, { query: `lang=en&from=${from}&to=${to}` }, async ({ page }) => {
      await shows(page, "from", from);
      await shows(page, "to", to);
      assert.equal(await page.locator("#from option:checked").innerText(), words);
      await page.locator("#from").selectOption("2014");
      await page.waitForFunction(() => location.search.includes("from=2014"));
      await shows(page, "from", "2014");
      assert.equal(await page.locator(`#from option[value="${from}"]`).count(), 0);
      await page.locator("#to").selectOption("");
      await page.waitForFunction(() => !location.search.includes("to="));
      await page.goBack();
      await shows(page, "to", to);
      await shows(page, "from", "2014");
      await page.goBack();
      await shows(page, "from", from);
      await page.goForward();
      await shows(page, "from", "2014");
      await page.locator("#clear").click();
      await shows(page, "from", "");
      await shows(page, "to", "");
      await page.goBack();
      await shows(page, "from", "2014");
      await shows(page, "to", to);
      await page.locator(".chip").click();
      await shows(page, "to", "");
    }));
}

test("keys that pass through other years are one step, and keep the other end", () =>
  withApp(browser, { query: "lang=en&from=2014" }, async ({ page }) => {
    const steps = await page.evaluate(() => history.length);
    await page.locator("#to").focus();
    for (const year of ["1994", "1995", "1996"]) {
      await page.keyboard.press("ArrowDown");
      await page.waitForFunction((to) => location.search.includes(`to=${to}`), year);
      await shows(page, "to", year);
      await shows(page, "from", "");
    }
    await page.keyboard.type("2018");
    await page.waitForFunction(() => location.search.includes("from=2014&to=2018"));
    await shows(page, "from", "2014");
    await shows(page, "to", "2018");
    assert.equal(await page.evaluate(() => history.length), steps + 1);
    // Another field, or the same one later, is another step.
    await page.locator("#from").focus();
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => location.search.includes("from=2015&to=2018"));
    await page.goBack();
    await shows(page, "from", "2014");
    await page.goBack();
    await shows(page, "to", "");
    await shows(page, "from", "2014");
  }));

test("every control shows what holds after Back and in the other language", () =>
  withApp(browser, { query: "lang=en&measure=money&scheme=dark&from=2016-05&q=a&kind=result" }, async ({ page }) => {
    await page.locator("#measure").selectOption("people");
    await page.locator("#scheme").selectOption("light");
    await page.locator("#language").click();
    await page.getByText("地图内容").waitFor();
    for (const [id, value] of [
      ["measure", "people"],
      ["scheme", "light"],
      ["from", "2016-05"],
    ])
      await shows(page, id, value);
    assert.equal(await page.locator("#from option:checked").innerText(), "2016 年 5 月");
    await page.goBack();
    await page.goBack();
    await shows(page, "scheme", "dark");
    await page.goBack();
    await shows(page, "measure", "money");
    await page.locator("#clear").click();
    await shows(page, "search", "");
    await page.goBack();
    await shows(page, "search", "a");
    assert.ok(await (await list(page, "kind")).locator("input:checked").count());
  }));

test("what others append to a link is ignored in silence, and given twice the last holds", () =>
  withApp(
    browser,
    {
      query:
        "lang=en&amp;place=nyemo&place=damxung&from=2016&from=singlemessage&isappinstalled=0&utm_source=x&fbclid=y&KIND=result",
    },
    async ({ page }) => {
      await page.locator(".chip").first().waitFor();
      assert.equal(await page.locator(".notice").count(), 0);
      await shows(page, "from", "2016");
      const chips = await page.locator(".chip").allInnerTexts();
      assert.deepEqual(chips.map((chip) => chip.replace(" ×", "")).slice(0, 2), ["Place: Damxung", "Kind: Result"]);
      await page.locator("#measure").selectOption("people");
      await page.waitForFunction(() => location.search.includes("measure"));
      assert.deepEqual(await queryOf(page), {
        place: "damxung",
        kind: "result",
        from: "2016",
        measure: "people",
        lang: "en",
      });
    },
  ));

test("a fragment stays in the address", () =>
  withApp(browser, {}, async ({ page, url }) => {
    await arrive(page, url, "lang=en#records");
    await page.locator("#measure").selectOption("people");
    await page.waitForFunction(() => location.search.includes("measure") && location.hash === "#records");
    await page.locator("#search").fill("nyemo");
    await page.waitForFunction(() => location.search.includes("q=") && location.hash === "#records");
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes("measure") && location.hash === "#records");
  }));

test("closing a record is the step back, and Back does not open it again", () =>
  withApp(browser, {}, async ({ page, url }) => {
    await arrive(page, url, "lang=en&place=nyemo");
    const steps = await page.evaluate(() => history.length);
    for (const id of ["nyemo-funds", "nyemo-baseline"]) {
      await page.locator(`[data-record=${id}] button`).click();
      await page.locator("#record").waitFor();
      await close(page, "record");
      await page.waitForFunction(() => !location.search.includes("record"));
    }
    assert.ok((await page.evaluate(() => history.length)) <= steps + 1);
    // A choice right after closing, before the browser has gone back.
    await page.locator("[data-record=nyemo-funds] button").click();
    await page.locator("#record").waitFor();
    await page.evaluate(() => {
      document.querySelector("#record .sheet-head button").click();
      document.querySelector("#clear").click();
    });
    await waitForCount(page, RECORDS);
    await page.waitForFunction(() => location.search === "?lang=en");
    await page.goBack();
    await page.waitForFunction(() => location.search.includes("place=nyemo"));
    assert.equal(await page.locator("#record").count(), 0);
    await backLeaves(page);
  }));

test("a record that a link opens, and one opened from it, close for good", () =>
  withApp(browser, {}, async ({ page, url }) => {
    await arrive(page, url, "lang=en&record=nyemo-funds");
    await page.locator("#record").waitFor();
    await close(page, "record");
    await page.waitForFunction(() => location.search === "?lang=en");
    await backLeaves(page);
    await arrive(page, url, "lang=en&record=nyemo-funds");
    const title = await page.locator("#record-title").innerText();
    await page.locator("#record dd li button").first().click();
    await page.waitForFunction((before) => document.querySelector("#record-title")?.innerText !== before, title);
    await page.reload();
    await page.locator("#record").waitFor();
    await close(page, "record");
    await page.waitForFunction(() => location.search === "?lang=en");
    await backLeaves(page);
  }));

test("Back closes a record, Forward opens it, and the page on the source closes likewise", () =>
  withApp(browser, {}, async ({ page, url }) => {
    await arrive(page, url, "lang=en");
    await page.locator("[data-record=nyemo-funds] button").click();
    await page.locator("#record").waitFor();
    await page.goBack();
    await shut(page);
    await page.goForward();
    await page.locator("#record").waitFor();
    await page.keyboard.press("Escape");
    await shut(page);
    await page.waitForFunction(() => location.search === "?lang=en");
    await page.locator("#about-button").click();
    await page.locator("#about").waitFor();
    await close(page, "about");
    await page.waitForFunction(() => location.search === "?lang=en");
    await backLeaves(page);
  }));

test("Back closes the share dialog with the record that it lay over", () =>
  withApp(browser, {}, async ({ page, url }) => {
    await arrive(page, url, "lang=en");
    await page.locator("[data-record=nyemo-funds] button").click();
    await page.locator("#record button", { hasText: "Share" }).click();
    await page.locator("#share").waitFor();
    await page.goBack();
    await page.locator("dialog").first().waitFor({ state: "detached" });
    await page.goForward();
    await page.locator("#record").waitFor();
    assert.equal(await page.locator("#share").count(), 0);
  }));

for (const query of ["lang=en", "lang=en&embed=all&controls=filters,measure,records"]) {
  test(`in a frame no entry is added: ${query}`, () =>
    withHost(
      browser,
      { body: (app) => `<iframe src="${app}?${query}" width="1200" height="1000"></iframe>`, width: 1300 },
      async ({ page, app, host }) => {
        await page.goto(ELSEWHERE);
        await page.goto(host);
        const frame = await frameOf(page, app);
        await frame.locator("#count").waitFor();
        const steps = await page.evaluate(() => history.length);
        await frame.locator("#measure").selectOption("people");
        await (await list(frame, "place")).locator("input").nth(2).click();
        await frame.waitForFunction(() => location.search.includes("place="));
        await frame.locator("#clear").click();
        await frame.locator("[data-record=nyemo-funds] button").click();
        await frame.locator("#record").waitFor();
        await frame.locator("#record .sheet-head button").click();
        await frame.locator("#record").waitFor({ state: "detached" });
        await frame.locator("#search").fill("nyemo");
        await frame.waitForFunction(() => location.search.includes("q=nyemo"));
        if (await frame.locator(".skip").count()) {
          await frame.locator(".skip").focus();
          await page.keyboard.press("Enter");
          await frame.waitForFunction(() => document.activeElement.id === "records");
        }
        assert.equal(await page.evaluate(() => history.length), steps);
        await backLeaves(page);
      },
    ));
}

// Everything on screen changes at once, again before the next picture, and what
// is drawn later finds its panel gone.
test("steps of history that change all at once, one upon the other, break nothing", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    const steps = [
      "lang=zh&place=nyemo",
      "lang=en&scheme=dark",
      "lang=zh&panel=table",
      "lang=en&record=nyemo-funds&place=nyemo",
      "lang=zh&record=nyemo-baseline",
      "lang=en&panel=map,about",
      "lang=zh&panel=timeline&kind=budget",
      "lang=en&q=school",
      "lang=zh&sector=education",
    ];
    const start = await addressOf(page);
    for (const step of steps) await page.evaluate((query) => history.pushState(null, "", `?${query}`), step);
    for (const way of ["back", "forward", "back"]) {
      for (const _ of steps) {
        const before = await addressOf(page);
        await page.evaluate((name) => history[name](), way);
        await page.waitForFunction((url) => location.href !== url, before);
      }
      await page.locator(`html[lang=${way === "back" ? "en" : "zh-Hans"}][data-scheme=light]`).waitFor();
    }
    assert.equal(await addressOf(page), start);
    await waitForCount(page, RECORDS);
  }));
