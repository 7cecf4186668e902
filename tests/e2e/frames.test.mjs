// What happens inside a frame: its height, its focus, its dataset, its records.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { followed, launch } from "./support/browser.mjs";
import { element, frameOf, heard, LISTEN, script, set, waitForHeard, withHost } from "./support/host.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const builtIn = JSON.parse(await readFile(new URL("../../dist/dataset/beijing-lhasa.json", import.meta.url), "utf8"));

// More records than the built-in dataset has, each a row of its own.
function long(times) {
  const records = Array.from({ length: times }, (_, nth) => ({ ...builtIn.records[0], id: `r${nth}`, relations: [] }));
  return { ...builtIn, records, derived: [] };
}

for (const width of [280, 390]) {
  test(`at ${width} pixels a long table is as high as it is`, () =>
    withHost(
      browser,
      {
        width,
        body: (app) => `${LISTEN}${element('view="all" lang="en" filters="dataset=dataset/long.json"')}${script(app)}`,
        overrides: { "dataset/long.json": { body: JSON.stringify(long(700)) } },
      },
      async ({ page, app }) => {
        await waitForHeard(page, "ready");
        const frame = await frameOf(page, app);
        const more = frame.getByRole("button", { name: "Show more" });
        // By script: the frame grows under a pointer as the rows come.
        for (;;) {
          await followed(frame);
          if (!(await more.count())) break;
          await more.evaluate((button) => button.click());
        }
        await page.waitForFunction(() => document.getElementById("atlas").getBoundingClientRect().height > 60_000);
        const overflow = await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        assert.ok(overflow <= 1, `${overflow} pixels are cut off`);
      },
    ));
}

test("heights that are none are ignored, and no height makes the next one higher", () =>
  withHost(
    browser,
    { body: (app) => `${LISTEN}${element('view="map" lang="en"')}${script(app)}` },
    async ({ page, app }) => {
      await waitForHeard(page, "ready");
      const frame = await frameOf(page, app);
      await frame.locator("#map canvas").waitFor();
      const tell = (height) =>
        frame.evaluate((h) => parent.postMessage({ aidAtlas: 1, type: "height", height: h }, "*"), height);
      const height = () => page.locator("#atlas").evaluate((e) => e.getBoundingClientRect().height);
      await tell(25_000.4);
      await page.waitForFunction(() => document.getElementById("atlas").getBoundingClientRect().height === 25_001);
      for (const none of [0, -5, NaN, Infinity, "900", null, {}]) await tell(none);
      // Messages are heard in order.
      await frame.evaluate(() => parent.postMessage({ aidAtlas: 1, type: "error", message: "last" }, "*"));
      await waitForHeard(page, "error");
      assert.equal(await height(), 25_001);
      assert.ok(
        (await frame.evaluate(() => document.body.getBoundingClientRect().height)) < 2000,
        "the content is as high as before",
      );
    },
  ));

const DATASETS = {
  broken: { answer: { body: '{"schema": ' }, words: /line 1/ },
  missing: { answer: { status: 404 }, words: /HTTP 404/ },
  "a page": { answer: { body: "<!doctype html>", type: "text/html" }, words: /a web page and no file of data/ },
};
for (const [name, { answer, words }] of Object.entries(DATASETS)) {
  test(`a dataset that is ${name}: the frame says so and shows no other one`, () => {
    const overrides = { "dataset/other.json": answer };
    return withHost(
      browser,
      {
        overrides,
        body: (app) => `${LISTEN}${element('view="all" lang="en" filters="dataset=dataset/other.json"')}${script(app)}`,
      },
      async ({ page, app }) => {
        await waitForHeard(page, "error");
        assert.match((await heard(page, "error"))[0].message, words);
        const frame = await frameOf(page, app);
        const said = await frame.locator("#unopened").innerText();
        assert.match(said, /cannot be opened/);
        assert.match(said, words);
        assert.equal(await frame.locator(".panel, table, #skeleton").count(), 0);
        overrides["dataset/other.json"] = { body: JSON.stringify(builtIn) };
        await frame.getByRole("button", { name: "Try again" }).click();
        await waitForHeard(page, "ready");
        await frame.locator("#table-panel").waitFor();
      },
    );
  });
}

for (const refused of ["http://example.org/x.json", "../x.json", "数据.json"]) {
  test(`a dataset elsewhere, ${refused}: the frame says so, shows no other one, and asks nobody`, () =>
    withHost(
      browser,
      { body: (app) => `${LISTEN}${element(`view="all" lang="en" filters="dataset=${refused}"`)}${script(app)}` },
      async ({ page, app }) => {
        await waitForHeard(page, "error");
        const [{ message }] = await heard(page, "error");
        assert.ok(message.includes("cannot be opened") && message.includes(refused), message);
        const frame = await frameOf(page, app);
        assert.ok((await frame.locator("#unopened").innerText()).includes(refused));
        assert.equal(await frame.locator(".panel, table, #skeleton").count(), 0);
        await set(page, "filters", "place=nyemo");
        await waitForHeard(page, "ready");
      },
    ));
}

test("records that are left out are named in the frame and told", () => {
  const dataset = structuredClone(builtIn);
  dataset.records.find(({ id }) => id === "screening").sector = "nonsense";
  return withHost(
    browser,
    {
      overrides: { "dataset/other.json": { body: JSON.stringify(dataset) } },
      body: (app) => `${LISTEN}${element('view="map" lang="en" filters="dataset=dataset/other.json"')}${script(app)}`,
    },
    async ({ page, app }) => {
      await waitForHeard(page, "error");
      assert.match((await heard(page, "error"))[0].message, /screening/);
      const frame = await frameOf(page, app);
      assert.match(await frame.locator(".notice").innerText(), /screening/);
      await frame.locator("#map canvas").waitFor();
    },
  );
});

const TALL = (app, query) => `${LISTEN}<input id="mine" autofocus><div style="height:700px"></div>
  <iframe id="plain" src="${app}?lang=en&${query}" style="width:100%;height:3000px;border:0"></iframe><div style="height:900px"></div>`;

for (const query of [
  "embed=all&record=school-2014",
  "embed=timeline",
  "embed=map&record=school-2014&place=lhasa-nowhere",
]) {
  test(`${query} takes no focus and moves nothing at load`, () =>
    withHost(browser, { height: 800, body: (app) => TALL(app, query) }, async ({ page, app }) => {
      const frame = await frameOf(page, app);
      await frame.locator(query.includes("record") ? "#record" : "#timeline canvas").waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), "mine");
      assert.equal(await page.evaluate(() => scrollY), 0);
    }));
}

// The dialog's place in the host's window.
async function placeOf(page, frame) {
  await frame.locator("#record").waitFor();
  await frame.waitForFunction(() => document.getElementById("record").style.maxHeight.endsWith("px"));
  // What stands in it may come after its head, and the dialog finds its place again.
  await frame.waitForFunction(() => !document.querySelector("#record [aria-busy=true]"));
  const { top, bottom } = await frame.locator("#record").evaluate((e) => {
    const { top, bottom } = e.getBoundingClientRect();
    return { top, bottom };
  });
  const offset = await page.locator("#plain").evaluate((e) => e.getBoundingClientRect().top);
  return { top: top + offset, bottom: bottom + offset };
}

for (const how of ["click", "key"]) {
  test(`a record opened by ${how} far down a tall frame is shown there`, () =>
    withHost(browser, { height: 800, body: (app) => TALL(app, "embed=all") }, async ({ page, app }) => {
      const frame = await frameOf(page, app);
      const button = frame.locator("#table-panel tbody tr button").nth(40);
      await frame.locator("#map canvas").waitFor();
      await frame.locator("#timeline canvas").waitFor();
      // Fits the frame to its content, as the element would.
      const needed = await frame.evaluate(() => document.body.scrollHeight);
      await page.locator("#plain").evaluate((e, height) => (e.style.height = `${height}px`), needed);
      await button.scrollIntoViewIfNeeded();
      if (how === "click") await button.click();
      else {
        await button.focus();
        await page.keyboard.press("Enter");
      }
      const before = await page.evaluate(() => scrollY);
      assert.ok(before > 1000, "far down");
      const { top, bottom } = await placeOf(page, frame);
      assert.ok(top >= 0 && bottom <= 800, `${top} to ${bottom} is in sight`);
      assert.equal(await page.evaluate(() => scrollY), before, "the page stays where it was");
      assert.ok(await frame.evaluate(() => document.activeElement.closest("#record") !== null), "the focus is in it");
      await page.keyboard.press("Escape");
      await frame.locator("#record").waitFor({ state: "detached" });
      assert.equal(await page.evaluate(() => scrollY), before);
    }));
}

test("the page around asks for a story, for the view without it, and for a story again", () =>
  withHost(
    browser,
    {
      body: (app) => `${LISTEN}${element('view="view" lang="en" filters="story=tour&amp;step=2"')}${script(app)}`,
    },
    async ({ page, app }) => {
      await waitForHeard(page, "ready");
      const frame = await frameOf(page, app);
      const step = frame.locator(".story-steps [aria-current=step]");
      await step.waitFor();
      assert.equal(await step.innerText(), "2");
      await set(page, "filters", "place=nyemo");
      await frame.locator("#story-told").waitFor({ state: "detached" });
      await frame.locator("#map canvas").waitFor();
      await frame.locator("#timeline canvas").waitFor();
      await set(page, "filters", "story=tour&step=3");
      await step.waitFor();
      assert.equal(await step.innerText(), "3");
    },
  ));

test("a record that the page around opens is shown in sight and takes no focus", () =>
  withHost(browser, { height: 800, body: (app) => TALL(app, "embed=all") }, async ({ page, app }) => {
    const frame = await frameOf(page, app);
    await frame.locator("#map canvas").waitFor();
    await page.locator("#mine").focus();
    await page.evaluate(() => scrollTo(0, 2000));
    await page.evaluate(() => {
      const message = { aidAtlas: 1, type: "view", query: "embed=all&lang=en&record=school-2014" };
      document.getElementById("plain").contentWindow.postMessage(message, "*");
    });
    const { top, bottom } = await placeOf(page, frame);
    assert.ok(top >= 0 && bottom <= 800, `${top} to ${bottom} is in sight`);
    assert.equal(await page.evaluate(() => document.activeElement.id), "mine");
    assert.equal(await page.evaluate(() => scrollY), 2000);
  }));

test("without permission to copy the link is shown, selected", () =>
  withHost(
    browser,
    {
      body: (app) =>
        `${LISTEN}<iframe id="plain" width="800" height="700" src="${app}?embed=map&lang=en&place=nyemo&record=school-2014"></iframe>`,
    },
    async ({ page, app }) => {
      const frame = await frameOf(page, app);
      await frame.getByRole("button", { name: "Copy link" }).click();
      const field = frame.locator("#record .by-hand");
      await field.waitFor();
      const link = `${app}?place=nyemo&record=school-2014&lang=en`;
      assert.equal(await field.inputValue(), link);
      assert.equal(await frame.evaluate(() => getSelection().toString()), link);
      assert.match(await frame.locator("#record .copy").innerText(), /Ctrl\+C/);
    },
  ));

test("on a page without a clipboard a snippet can be copied by hand", async () => {
  const { withApp } = await import("./support/browser.mjs");
  await withApp(
    browser,
    { query: "lang=zh", init: () => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }) },
    async ({ page }) => {
      await page.locator("#map canvas").waitFor();
      await page.locator("[data-share=map]").click();
      await page.locator("[data-tab=embed]").click();
      await page.getByRole("button", { name: "复制", exact: true }).first().click();
      await page.locator(".by-hand").waitFor();
      const snippet = await page.locator("#snippet-element").inputValue();
      assert.equal(await page.locator(".by-hand").inputValue(), snippet);
      assert.equal(await page.evaluate(() => getSelection().toString()), snippet);
    },
  );
});
