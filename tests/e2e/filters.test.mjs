// Every filter, the chips, and the links that hold them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressOf, count, followed, launch, list, queryOf, waitForCount, withApp } from "./support/browser.mjs";
import { DATASET, RECORDS } from "./support/dataset.mjs";
import { hasDrawn } from "./support/screens.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Chooses an option and checks that it leaves what the number beside it says.
async function choose(page, list, name) {
  const details = page.locator(`#filter-${list}`);
  if (!(await details.evaluate((element) => element.open))) await details.locator("summary").click();
  const row = details.locator("li", { has: page.getByText(name, { exact: true }) });
  const promised = Number(await row.locator(".count").innerText());
  await row.getByRole("checkbox").click();
  await waitForCount(page, promised);
  return promised;
}

for (const [list, name, parameter, value] of [
  ["place", "Damxung", "place", "damxung"],
  ["place", "City-wide", "place", "whole-area"],
  ["sector", "Health", "sector", "health"],
  ["kind", "Transaction", "kind", "transaction"],
  ["org", "Mengniu Group", "org", "mengniu"],
]) {
  test(`the filter ${list} = ${name}`, () =>
    withApp(browser, { query: "lang=en" }, async ({ page }) => {
      const all = await count(page);
      const left = await choose(page, list, name);
      assert.ok(left > 0 && left < all);
      assert.equal((await queryOf(page))[parameter], value);
      await followed(page);
      assert.equal(await page.locator("table.records tbody tr").count(), left, "the table shows the same");
      await page.getByRole("button", { name: new RegExp(`Remove: .*${name}`) }).click();
      await waitForCount(page, all);
      assert.equal((await queryOf(page))[parameter], undefined);
    }));
}

test("the period filter leaves out what has no stated time", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const all = await count(page);
    await page.locator("#from").selectOption("2014");
    await page.locator("#to").selectOption("2014");
    await page.waitForFunction(() => location.search.includes("to=2014"));
    await followed(page);
    assert.ok((await count(page)) < all);
    assert.equal(await page.locator("[data-record=school-2014]").count(), 1);
    assert.equal(await page.locator("[data-record=nyemo-funds]").count(), 0);
    // They stand apart, counted nowhere.
    const apart = page.locator("#undated");
    const untimed = DATASET.records.filter(({ time }) => time.type === "unknown").length;
    assert.match(await apart.locator("h3").innerText(), new RegExp(`${untimed} of ${all} records; not counted`));
    assert.equal(await apart.locator(".record-row:not(.dim)").count(), 0);
    const [shown, link] = [await count(page), await addressOf(page)];
    const row = apart.locator(".record-row").first();
    await row.hover();
    assert.equal(await page.locator("tr.lit").count(), 0);
    await row.click();
    await page.locator("#record").waitFor();
    assert.equal(await count(page), shown, "it is told of, and counts no more than before");
    await page.keyboard.press("Escape");
    await page.waitForURL(link);
    await page.locator("#from").selectOption("");
    await page.locator("#to").selectOption("");
    await page.locator("#undated .record-row.dim").first().waitFor({ state: "detached" });
    assert.equal(await count(page), all);
  }));

test("what only reaches into the period is told apart, and none of its money is money of the period", () =>
  withApp(browser, { query: "lang=en&from=2016&to=2018" }, async ({ page }) => {
    const apart = (await page.locator("#apart").innerText()).match(/\d+/g).map(Number);
    const [within, reaching, untimed] = apart;
    assert.equal(within + reaching, await count(page));
    assert.ok(within > 0 && reaching > 0 && untimed > 0, String(apart));
    await followed(page);
    assert.equal(await page.locator("table.records .reaches").count(), reaching);
    const since = page.locator("[data-record=funds-since-1994]");
    assert.ok((await since.innerText()).includes("only reaches in"));

    // Named, not counted, on the map and in each chart of money.
    for (const panel of ["#map-panel", "#panel-money-nesting"]) {
      const line = page.locator(`${panel} .beyond`);
      assert.match(await line.innerText(), /more than 2016 – 2018 are not counted.*Aid funds since 1994/s);
      const figures = await page.locator(`${panel} details.figures, ${panel} .untied`).allTextContents();
      assert.ok(!figures.join().includes("4.47"), figures.join());
    }
    // A chart of which nothing lies within says so and draws nothing.
    const nesting = page.locator("#panel-money-nesting");
    assert.ok((await nesting.innerText()).includes("No figure lies within 2016 – 2018."));
    assert.equal(await nesting.locator("canvas, svg").count(), 0);

    await page.locator("#map-panel .beyond").getByRole("button", { name: "Aid funds since 1994" }).click();
    await page.locator("#record").waitFor();
    await followed(page);
    assert.ok((await page.locator("#record").innerText()).includes("only reaches into the chosen period"));
  }));

// The first screen's parts, and the filters themselves.
const PLACES = () =>
  Object.fromEntries(
    ["h1", ".above", ".filters", "#filter-sector > summary", "#filter-org > summary", "#map", "#timeline"].map(
      (part) => {
        const { x, y } = document.querySelector(part).getBoundingClientRect();
        return [part, `${Math.round(x)}, ${Math.round(y)}`];
      },
    ),
  );

for (const [width, lang] of [
  [1440, "en"],
  [1440, "zh"],
  [1024, "en"],
  [768, "en"],
  [390, "zh"],
]) {
  test(`a choice moves nothing that is there before and after, ${width} pixels, ${lang}`, () =>
    withApp(browser, { query: `lang=${lang}&measure=records`, width }, async ({ page }) => {
      await hasDrawn(page);
      const places = async () => {
        const found = await page.evaluate(PLACES);
        // On a phone what lies below the map moves with what there is to say of it;
        // closed filters have no lists in sight.
        if (width === 390) delete found["#timeline"];
        if (width < 900) for (const list of ["sector", "org"]) delete found[`#filter-${list} > summary`];
        return found;
      };
      const before = await places();
      for (const query of [
        "place=nyemo",
        "sector=education,training,culture,health",
        "from=2016&to=2018",
        "place=chengguan,lhasa&sector=programme,rural-development&kind=result&from=2014&to=2018&q=a",
      ]) {
        await page.evaluate((search) => {
          history.pushState(null, "", search);
          dispatchEvent(new PopStateEvent("popstate"));
        }, `?lang=${lang}&measure=records&${query}`);
        await page.locator(".chip").first().waitFor({ state: "attached" });
        assert.deepEqual(await places(), before, query);
        const bar = await page.locator(".chips").boundingBox();
        const last = await page.locator("#clear").boundingBox();
        if (width > 700) assert.ok(last.x + last.width <= bar.x + bar.width + 1, "the end of the line is in sight");
      }
    }));
}

test("without a period nothing is set apart", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    assert.equal(await page.locator("#apart").innerText(), "");
    assert.equal(await page.locator(".reaches, .beyond").count(), 0);
  }));

test("text in either language, without a step of history for each letter", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const steps = await page.evaluate(() => history.length);
    await page.locator("#search").pressSequentially("nyemo chicken");
    await waitForCount(page, 1);
    assert.equal(await page.evaluate(() => history.length), steps);
    await page.locator("#search").fill("藏鸡");
    await page.waitForFunction(() => document.querySelectorAll("table.records tbody tr").length > 0);
    assert.ok((await page.locator("[data-record=nyemo-funds]").count()) === 1);
  }));

test("filters add up, clear takes them all, and nothing found says so", () =>
  withApp(browser, { query: "lang=en&place=dagze&kind=personnel" }, async ({ page }) => {
    assert.equal(await count(page), 0);
    await page.getByText("No record matches.").first().waitFor();
    assert.equal(await page.locator(".chip").count(), 2);
    await page.locator("#clear").click();
    await waitForCount(page, RECORDS);
    assert.equal(await page.locator(".chip").count(), 0);
  }));

test("a link gives the same view, and Back and Forward step through choices", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const places = await choose(page, "place", "Damxung");
    const kinds = await choose(page, "kind", "Result");
    assert.ok(kinds < places);
    const link = await addressOf(page);
    await followed(page);
    const titles = await page.locator("table.records tbody th").allInnerTexts();
    await page.goBack();
    await waitForCount(page, places);
    await page.goBack();
    await waitForCount(page, RECORDS);
    await page.goForward();
    await waitForCount(page, places);
    await page.goto(link);
    await waitForCount(page, kinds);
    await followed(page);
    assert.deepEqual(await page.locator("table.records tbody th").allInnerTexts(), titles);
  }));

test("the whole view is in the link", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#measure").selectOption("people");
    await page.locator("[data-column=time]").click();
    await page.locator("[data-column=time]").click();
    await page.locator("#scheme").selectOption("dark");
    await page.locator("[data-panel=table]").click();
    await page.locator("[data-record=school-2014] button").click();
    assert.deepEqual(await queryOf(page), {
      lang: "en",
      measure: "people",
      sort: "-time",
      scheme: "dark",
      panel: "table",
      record: "school-2014",
    });
    await page.reload();
    await page.locator("#record").waitFor();
    assert.equal(await page.locator("html").getAttribute("data-scheme"), "dark");
    assert.equal(await page.locator("th[aria-sort=descending] [data-column=time]").count(), 1);
    assert.equal(await page.locator("#map").count(), 0, "only the table");
    await page.keyboard.press("Escape");
    await page.locator("#record").waitFor({ state: "detached" });
    assert.equal((await queryOf(page)).record, undefined);
  }));

test("what is wrong in a link is named and the rest holds", () =>
  withApp(browser, { query: "lang=en&place=damxung,atlantis&colour=red&measure=love" }, async ({ page }) => {
    const notice = page.locator(".notice");
    await notice.waitFor();
    const text = await notice.innerText();
    for (const wrong of ["atlantis", "colour", "love"]) assert.ok(text.includes(wrong), wrong);
    assert.equal(await page.locator(".chip").count(), 1);
    await notice.getByRole("button").click();
    await notice.waitFor({ state: "detached" });
  }));

test("the language of the browser, and the switch", () =>
  withApp(browser, { locale: "zh-CN" }, async ({ page }) => {
    await page.getByRole("heading", { name: "北京对口支援拉萨" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hans");
    const chinese = await page.locator("[data-record=funds-since-1994]").innerText();
    assert.ok(chinese.includes("约 44.7 亿元"), chinese);
    await page.locator("#language").click();
    await page.getByRole("heading", { name: "Beijing’s paired assistance to Lhasa" }).waitFor();
    const english = await page.locator("[data-record=funds-since-1994]").innerText();
    assert.ok(english.includes("about CNY 4.47 billion"), english);
    assert.equal((await queryOf(page)).lang, "en");
  }));

test("what is taken back before the page has followed leaves all of it as it was", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await waitForCount(page, RECORDS);
    await list(page, "place");
    // Both within one picture of the page, and each with all that it leads to.
    await page.evaluate(async () => {
      const box = document.querySelector("#filter-place li:not(.empty) input");
      for (const _ of [1, 2]) {
        box.click();
        for (let turn = 0; turn < 100; turn += 1) await null;
      }
    });
    await waitForCount(page, RECORDS);
    await followed(page);
    assert.equal(await page.locator("table.records tbody tr").count(), RECORDS);
  }));
