// What an editor writes on the timeline and the charts, in a link, in an embed's
// attribute and in the share dialog.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, withApp } from "./support/browser.mjs";
import { element, frameOf, LISTEN, script, set, waitForHeard, withHost } from "./support/host.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const link = (labels) => `lang=en&labels=${encodeURIComponent(labels)}`;
// What is drawn, once it has come to rest.
const drawing = (frame) =>
  frame.evaluate(async () => {
    const still = async (before) => {
      await new Promise((done) => setTimeout(done, 300));
      const now = document.querySelector("#chart-income canvas").toDataURL();
      return now === before ? now : still(now);
    };
    await document.fonts.ready;
    return still();
  });
const lines = (page, panel) => page.locator(`${panel} .labels li`).allInnerTexts();

test("labels of a link stand at the timeline and the charts, and can be taken off", () =>
  withApp(
    browser,
    { query: link("2001/2006 A phase|record:chengguan-income-2015 Whose?|chart:income:5000/8000 Aim") },
    async ({ page }) => {
      await page.locator("#timeline-panel .labels").waitFor();
      const shown = (text) => text.map((line) => line.replace(/\s+/g, " "));
      assert.deepEqual(shown(await lines(page, "#timeline-panel")), [
        "2001 – 2006: [A phase]",
        "Income of registered poor, Chengguan: 2015: [Whose?]",
      ]);
      await page.locator("#panel-income").scrollIntoViewIfNeeded();
      await page.locator("#panel-income .labels").waitFor();
      assert.equal((await lines(page, "#panel-income")).length, 3);
      assert.equal(await page.locator("#panel-personnel .labels").count(), 0);
      await page.locator("#timeline-panel .labels button").click();
      await page.locator(".labels").first().waitFor({ state: "detached" });
      await page.waitForFunction(() => !location.search.includes("labels"));
      await page.goBack();
      await page.locator("#timeline-panel .labels").waitFor();
    },
  ));

test("a label is text, and what is wrong is named while the others stand", () =>
  withApp(browser, { query: link("2001 <img src=x onerror=alert(1)>|nowhere no|2016-05 Stands") }, async ({ page }) => {
    await page.locator("#timeline-panel .labels").waitFor();
    assert.match((await lines(page, "#timeline-panel")).join("\n"), /\[<img src=x onerror=alert\(1\)>\].*\[Stands\]/s);
    assert.equal(await page.locator(".labels img").count(), 0);
    assert.match(await page.locator(".notices, [role=alert]").first().innerText(), /labels.*nowhere no/s);
  }));

test("the share dialog writes labels into the link and the snippet, and names the line that it cannot read", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator('[data-share="timeline"]').click();
    await page.locator("#share-labels").fill("2001/2006 A phase\nno date");
    await page.locator("#share-labels").blur();
    await page.waitForFunction(() => document.querySelector("#share-link").value.includes("labels="));
    const written = new URL(await page.locator("#share-link").inputValue());
    assert.equal(written.searchParams.get("labels"), "2001/2006 A phase");
    assert.match(await page.locator("dialog .failure, .sheet .failure").innerText(), /no date/);
    assert.match(await page.locator("#share-labels").inputValue(), /no date/, "it stays to be mended");
    await page.locator("[data-tab=embed]").click();
    assert.match(await page.locator("#share-labels").inputValue(), /no date/, "in the other tab too");
    assert.match(await page.locator("#snippet-element").inputValue(), / labels="2001\/2006 A phase"/);
    assert.match(await page.locator("#snippet-iframe").inputValue(), /labels=2001\/2006%20A%20phase/);
  }));

test("an attribute that is set later draws as one that was there", async () => {
  const labels = "2016-05 A rule|record:chengguan-income-2015 Whose?|chart:income:5000/8000 Aim";
  const drawn = async (attribute, change) => {
    let picture;
    await withHost(
      browser,
      { body: (app) => `${LISTEN}${element(`view="chart:income" lang="en" ${attribute}`)}${script(app)}` },
      async ({ page, app }) => {
        await waitForHeard(page, "ready");
        const frame = await frameOf(page, app);
        await frame.locator("#chart-income canvas").waitFor();
        if (change) await set(page, "labels", labels);
        await frame.locator(".labels li").nth(2).waitFor();
        picture = await drawing(frame);
      },
    );
    return picture;
  };
  const there = await drawn(`labels="${labels}"`, false);
  const other = await drawn(`labels="${labels.replace("5000", "9000").replace("8000", "12000")}"`, false);
  assert.ok(there !== other, "another range is another drawing");
  const later = await drawn("", true);
  assert.match(there, /^data:image.png/);
  assert.ok(there === later, "the same drawing, pixel by pixel");
});

test("a chart of another width draws its labels where a new one has them", async () => {
  // Narrow, the label's time is within the drawing; wide, it lies beyond.
  const query = `${link("2021 Later|2016-05 A rule|2017/2018 More")}&embed=chart:income`;
  const drawn = async (width) => {
    let picture;
    await withApp(browser, { query, width }, async ({ page }) => {
      await page.locator("#chart-income canvas").waitFor();
      await drawing(page);
      await page.setViewportSize({ width: 390, height: 900 });
      picture = await drawing(page);
    });
    return picture;
  };
  const there = await drawn(390);
  assert.match(there, /^data:image.png/);
  assert.ok(there === (await drawn(700)), "the same drawing, pixel by pixel");
});
