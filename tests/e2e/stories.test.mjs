// A story: its steps beside map and timeline, by button, key, scroll and link.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { violations } from "./support/axe.mjs";
import { addressOf, launch, queryOf, rest, withApp } from "./support/browser.mjs";
import { DATASET } from "./support/dataset.mjs";

const [TOUR] = DATASET.stories;
const STEPS = TOUR.steps.length;
const record = (id) => DATASET.records.find((record) => record.id === id);

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const now = (page) => page.locator(".story-steps [aria-current=step]").innerText();
const caption = (page) => page.locator(".caption.now h2").innerText();
// The titles of the records that are lit, as the panel beside lists them.
const lit = (page) => page.locator(".group-records li").allInnerTexts();
const isAt = (page, step) =>
  page.waitForFunction(
    (wanted) => document.querySelector(".story-steps [aria-current=step]")?.textContent === String(wanted),
    step,
  );

test("the tour goes from step to step by button and key, and Back leaves it", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const whole = await addressOf(page);
    await page.getByRole("button", { name: "Guided tour" }).click();
    await isAt(page, 1);
    assert.deepEqual(await queryOf(page), { story: "tour", step: "1", lang: "en" });
    assert.equal(await page.locator("h1").innerText(), TOUR.title.en);
    assert.equal(await caption(page), TOUR.steps[0].title.en);
    await page.locator("#story-next").click();
    await page.locator("#story-next").click();
    await isAt(page, 3);
    await page.keyboard.press("ArrowRight");
    await isAt(page, 4);
    assert.equal((await queryOf(page)).step, "4");
    assert.equal(await caption(page), TOUR.steps[3].title.en);
    assert.equal((await lit(page)).length, 2);
    assert.match(await page.title(), new RegExp(TOUR.steps[3].title.en));
    await page.keyboard.press("ArrowLeft");
    await isAt(page, 3);
    assert.match(await page.locator(".story-told [role=status]").innerText(), /^Step 3 of 10: /);
    await page.goBack();
    await page.locator("#filter-place").waitFor();
    assert.equal(await addressOf(page), whole);
  }));

test("a step shows its chart above map and timeline, the next one none, and colours can be chosen", () =>
  withApp(browser, { query: "story=tour&step=6&lang=en" }, async ({ page }) => {
    await isAt(page, 6);
    const chart = page.locator(".story-chart #chart-income canvas");
    await chart.waitFor();
    const [above, map] = [await chart.boundingBox(), await page.locator("#map-panel").boundingBox()];
    assert.ok(above.y + above.height <= map.y, "above the map");
    await page.locator("#scheme").selectOption("dark");
    await page.locator("html[data-scheme=dark]").waitFor();
    await page.locator(".story-steps button").nth(3).click();
    await isAt(page, 4);
    await page.locator(".story-chart").waitFor({ state: "detached" });
    await page.locator(".story-steps button").nth(1).click();
    await page.locator(".story-chart #chart-money-nesting canvas").waitFor();
  }));

test("Back from a story, and from what leaves it, leads to what was before", () =>
  withApp(browser, { query: "lang=en&sector=health" }, async ({ page }) => {
    const before = await addressOf(page);
    await page.getByRole("button", { name: "Guided tour" }).click();
    await isAt(page, 1);
    assert.equal(await page.evaluate(() => document.activeElement.id), "story-title");
    await page.locator("#group [aria-label=Close]").click();
    await page.locator("#group").waitFor({ state: "detached" });
    await page.locator("#story-next").click();
    await isAt(page, 2);
    await page.locator("#story-leave").click();
    await page.locator("#filter-place").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "parts");
    assert.deepEqual(await queryOf(page), { lang: "en" });
    await page.goBack();
    await isAt(page, 2);
    await page.goBack();
    await page.locator("#filter-place").waitFor();
    assert.equal(await addressOf(page), before);
  }));

test("the captions follow Back to another step", () =>
  withApp(browser, { query: "story=tour&step=4&lang=en", width: 1440, height: 900 }, async ({ page }) => {
    await isAt(page, 4);
    await page.locator(".group-records button").first().click();
    await page.locator("#record").waitFor();
    await page.locator("#story-next").click();
    await isAt(page, 5);
    await page.goBack();
    await isAt(page, 4);
    const read = () =>
      page.locator(".story-captions").evaluate((all) => {
        const tops = [...all.children].map((child) => child.getBoundingClientRect().top);
        return tops.findIndex((top) => Math.abs(top - all.getBoundingClientRect().top) < 3) + 1;
      });
    await page.waitForFunction(() => document.querySelector(".caption.now"));
    assert.equal(await read(), 4);
    await page.setViewportSize({ width: 1000, height: 800 });
    await page.locator("#story-next").click();
    await isAt(page, 5);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.waitForFunction(() => document.querySelector(".story-captions").scrollTop > 0);
    assert.equal(await read(), 5);
    assert.equal(await now(page), "5");
  }));

test("a key for a part of the page leaves the story for it", () =>
  withApp(browser, { query: "story=tour&step=4&lang=en" }, async ({ page }) => {
    await isAt(page, 4);
    await page.locator("main").click({ position: { x: 3, y: 3 } });
    await page.keyboard.press("ArrowRight");
    await isAt(page, 5);
    await page.keyboard.press("3");
    await page.locator("#map-panel").waitFor({ state: "detached" });
    assert.equal((await queryOf(page)).panel, "timeline");
    assert.equal((await queryOf(page)).story, undefined);
  }));

test("at either end there is no further step", () =>
  withApp(browser, { query: `story=tour&step=${STEPS}&lang=en` }, async ({ page }) => {
    await isAt(page, STEPS);
    await page.locator("#story-next").click({ force: true });
    await page.keyboard.press("ArrowRight");
    assert.equal(await now(page), String(STEPS));
    assert.equal(await page.locator("#story-next").getAttribute("aria-disabled"), "true");
    await page.locator(".story-steps button").first().click();
    await isAt(page, 1);
    await page.keyboard.press("ArrowLeft");
    assert.equal(await now(page), "1");
    assert.equal(await page.locator("#story-previous").getAttribute("aria-disabled"), "true");
  }));

test("who scrolls through the captions goes through the steps", () =>
  withApp(browser, { query: "story=tour&lang=en", width: 1440, height: 900 }, async ({ page }) => {
    await isAt(page, 1);
    const captions = page.locator(".story-captions");
    for (let step = 1; step <= STEPS; step += 1) {
      await captions.evaluate((all, at) => {
        all.scrollTop = all.children[at].offsetTop - all.offsetTop;
      }, step - 1);
      await isAt(page, step);
    }
    // A step that is chosen brings its caption to the top.
    await page.locator(".story-steps button").nth(4).click();
    await isAt(page, 5);
    const top = await captions.evaluate(
      (all) => all.querySelector(".now").getBoundingClientRect().top - all.getBoundingClientRect().top,
    );
    assert.ok(Math.abs(top) < 3, `${top} pixels below the top`);
  }));

for (const width of [390, 768, 1024])
  test(`${width} pixels wide there is one caption, and the way on stays in sight`, () =>
    withApp(browser, { query: "story=tour&step=4&lang=zh", width, height: 800 }, async ({ page }) => {
      await isAt(page, 4);
      await rest(page);
      assert.deepEqual(await page.locator(".caption h2:visible").allInnerTexts(), [TOUR.steps[3].title.zh]);
      for (const depth of [0, 600]) {
        await page.evaluate((y) => scrollTo(0, y), depth);
        const box = await page.locator("#story-next").boundingBox();
        assert.ok(box.y > 0 && box.y + box.height <= 800, `at ${depth}: ${JSON.stringify(box)}`);
      }
      await page.locator("#story-next").click();
      await isAt(page, 5);
      assert.deepEqual(await page.locator(".caption h2:visible").allInnerTexts(), [TOUR.steps[4].title.zh]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    }));

test("a record opens within a step, closes again, and the step stays", () =>
  withApp(browser, { query: "story=tour&step=4&lang=en" }, async ({ page }) => {
    await isAt(page, 4);
    await page.locator(".group-records button").first().click();
    await page.locator("#record").waitFor();
    assert.deepEqual(Object.keys(await queryOf(page)), ["story", "step", "record", "lang"]);
    await page.locator("#record [aria-label=Close]").click();
    await page.locator("#group").waitFor();
    assert.deepEqual(await queryOf(page), { story: "tour", step: "4", lang: "en" });
    // What a reader puts out stays out under the same link.
    await page.locator("#group [aria-label=Close]").click();
    await page.locator("#group").waitFor({ state: "detached" });
    const dark = await addressOf(page);
    await page.reload();
    await isAt(page, 4);
    assert.equal(await page.locator("#group").count(), 0);
    assert.equal(await addressOf(page), dark);
  }));

test("the view of a step can be gone on from, and all of it is one press away", () =>
  withApp(browser, { query: "story=tour&step=4&lang=en&scheme=dark" }, async ({ page }) => {
    await isAt(page, 4);
    await page.locator("#story-explore").click();
    await page.locator("#filter-place").waitFor();
    const { story, focus } = await queryOf(page);
    assert.equal(story, undefined);
    assert.deepEqual(
      focus.split(":")[1].split(",").sort(),
      ["damxung-funds", "nyemo-funds"].map((id) => record(id).id),
    );
    await page.goBack();
    await isAt(page, 4);
    await page.locator("#story-leave").click();
    await page.locator("#filter-place").waitFor();
    assert.deepEqual(await queryOf(page), { lang: "en", scheme: "dark" });
  }));

test("a link to a step that is not there says so and shows the first", () =>
  withApp(browser, { query: "story=tour&step=44&lang=en" }, async ({ page }) => {
    await isAt(page, 1);
    assert.match(await page.locator(".notice").first().innerText(), /step.*44/);
  }));

test("a story in a frame is told there, and filters nothing of the page around", () =>
  withApp(browser, { query: "story=tour&step=2&embed=view&lang=en", width: 900 }, async ({ page }) => {
    await isAt(page, 2);
    assert.equal(await page.locator("#story-leave").count(), 0);
    await page.locator("#story-next").click();
    await isAt(page, 3);
    assert.equal((await queryOf(page)).embed, "view");
    const entries = await page.evaluate(() => history.length);
    await page.locator("#story-next").click();
    assert.equal(await page.evaluate(() => history.length), entries);
    const full = new URL(await page.locator(".source-line a").getAttribute("href"), await addressOf(page));
    assert.equal(full.search, "?story=tour&step=4&lang=en");
  }));

test("in a frame with filters the count and the notices stand there once", () =>
  withApp(
    browser,
    { query: "story=tour&step=44&place=nyemo&embed=view&controls=filters&lang=en", width: 900 },
    async ({ page }) => {
      await isAt(page, 1);
      assert.equal(await page.locator("#count").count(), 1);
      assert.equal(await page.locator(".notice").count(), 1);
    },
  ));

test("paper has every caption", () =>
  withApp(browser, { query: "story=tour&step=2&lang=en" }, async ({ page }) => {
    await isAt(page, 2);
    await page.emulateMedia({ media: "print" });
    const seen = await page.locator(".caption h2:visible").allInnerTexts();
    assert.deepEqual(
      seen,
      TOUR.steps.map(({ title }) => title.en),
    );
  }));

for (const [width, scheme] of [
  [1440, "light"],
  [390, "dark"],
])
  test(`no rule of access is broken, ${width} pixels, ${scheme}`, () =>
    withApp(browser, { query: "story=tour&step=4&lang=en", width, scheme, motion: "reduce" }, async ({ page }) => {
      await isAt(page, 4);
      await rest(page);
      assert.deepEqual(await violations(page), []);
    }));

const share = async (page) => {
  await page.locator(".head [data-share=page]").click();
  await page.locator("[data-tab=story]").click();
};
// What the fields of the dialog hold, step by step.
const fields = (page) =>
  page
    .locator(".own-steps li")
    .evaluateAll((steps) =>
      steps.map((step) => [step.querySelector("input").value, step.querySelector("textarea").value]),
    );

test("a reader collects views, puts them in order, tells them, and hands on the link", () =>
  withApp(browser, { query: "lang=en&focus=place:nyemo" }, async ({ page, url }) => {
    await share(page);
    await page.locator("#story-add").click();
    assert.equal(await page.locator("#story-own-title").inputValue(), DATASET.title.en);
    await page.goto(`${url}?lang=en&place=damxung&measure=people`);
    await share(page);
    assert.equal((await fields(page)).length, 1, "kept while the tab is open");
    await page.locator("#story-add").click();
    await page.locator("#story-add").click();
    await page.getByLabel("Remove step 3").click();
    await page.getByLabel("Move step 2 up").click();
    await page.waitForFunction(() => document.activeElement.id === "own-step-0");
    await page.getByLabel("Title of step 1", { exact: true }).fill("Damxung <b>first</b>");
    await page.getByLabel("What step 1 says").fill("One paragraph & more.\n\nAnother, 另一段.");
    await page.locator("#story-own-title").fill("Two counties");
    await page.getByLabel("Title of step 1", { exact: true }).press("End");
    assert.deepEqual((await fields(page))[0], ["Damxung <b>first</b>", "One paragraph & more.\n\nAnother, 另一段."]);
    await page.waitForFunction(() => document.querySelector("#story-show").href.includes("story=~"));
    const link = await page.locator("#story-show").evaluate((a) => a.href);
    // Another reader, who has nothing kept.
    const other = await browser.newContext();
    const page2 = await other.newPage();
    await page2.goto(`${link}&lang=en`);
    await isAt(page2, 1);
    assert.equal(await page2.locator("h1").innerText(), "Two counties");
    assert.equal(await caption(page2), "Damxung <b>first</b>");
    assert.deepEqual(await page2.locator(".caption.now p:not(.hint)").allInnerTexts(), [
      "One paragraph & more.",
      "Another, 另一段.",
    ]);
    await page2.locator("#measure").waitFor();
    assert.equal(await page2.locator("#measure").inputValue(), "people");
    assert.match(await page2.locator("#count").innerText(), /of 105/);
    await page2.locator("#story-next").click();
    await isAt(page2, 2);
    assert.equal(await page2.locator("#group h2").innerText(), "Nyêmo");
    const { story, step } = await queryOf(page2);
    assert.match(story, /^~[\w-]+$/);
    assert.equal(step, "2");
    await page2.reload();
    await isAt(page2, 2);
    await other.close();
  }));

test("a story is saved as a file that a dataset can take in", () =>
  withApp(browser, { query: "lang=en&focus=place:nyemo" }, async ({ page }) => {
    await share(page);
    await page.locator("#story-add").click();
    await page.locator("#story-own-title").fill("One place");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#story-save").click()]);
    const file = JSON.parse(await readFile(await download.path(), "utf8"));
    const [step] = file.stories[0].steps;
    assert.deepEqual(file.stories[0].title, { en: "One place" });
    assert.equal(step.view, "focus=place:nyemo");
  }));

const letters = (json) => `~${deflateRawSync(json).toString("base64url")}`;

for (const [name, story] of [
  ["nonsense", "~%%%"],
  ["what is not deflated", "~AAAA"],
  ["nothing", "~"],
  ["no list", letters("null")],
  ["too short a list", letters('["en","t"]')],
  ["a list of no steps", letters('["en","t",[]]')],
  ["a list with a step that is none", letters('["en","t",[null]]')],
  ["a length without a list", letters('["en","t",{"length":90000000}]')],
  ["of a language that is none", letters('["?","t",[["a","b",""]]]')],
])
  test(`a link whose story is ${name} says so and shows the page`, () =>
    withApp(browser, { query: `lang=en&story=${story}` }, async ({ page }) => {
      await page.locator("#filter-place").waitFor();
      assert.match(await page.locator(".notice").first().innerText(), /story/);
    }));

test("a story that unpacks to more than a link holds is refused", async () => {
  const long = letters(JSON.stringify(["en", "x".repeat(5_000_000), [["a", "b", ""]]]));
  await withApp(browser, { query: `lang=en&story=${long}` }, async ({ page }) => {
    await page.locator("#filter-place").waitFor();
    assert.match(await page.locator(".notice").first().innerText(), /story/);
  });
});
