// The rows of the timeline: a title and a figure beside each mark, and lanes
// that fold; the strip above them, its handles and the play button; the list in
// their place on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressOf, click, count, launch, queryOf, waitForCount, withApp } from "./support/browser.mjs";
import { DATASET } from "./support/dataset.mjs";
import { PROGRAMMES, withProgramme } from "./support/fixtures.mjs";
import { drawn, reach } from "./support/timeline.mjs";

// Boxes are as high as lines: what they share of a pixel holds no ink.
const HAIR = 0.5;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const WIDTHS = [1440, 800];
const MORE = { en: /^and \d+ more$/, zh: /^另有 \d+ 项$/, es: /^y \d+ más$/ };
const MANY = PROGRAMMES.find(({ dataset }) => dataset.id === "many-en-es");

// What a row calls a record.
const named = (record, lang) => record.shortTitle?.[lang] ?? record.title[lang];
const timed = DATASET.records.filter(({ time }) => time.type !== "unknown");

// Shows the rows that are folded away, lane by lane.
async function unfold(page, pattern) {
  for (;;) {
    const texts = await drawn(page);
    const more = texts.find(({ text }) => pattern.test(text));
    if (!more) return texts;
    await click(page, await reach(page, more));
    await page.waitForFunction(
      ([name, wanted]) => {
        const chart = window.AidAtlasCharts.getInstanceByDom(document.getElementById(name));
        return chart.getOption().series[1].data.length !== wanted;
      },
      ["timeline", texts.rows],
    );
  }
}

for (const width of WIDTHS) {
  for (const lang of ["en", "zh"]) {
    test(`every record with a time is named in its row, and no words lie on others, ${width} wide in ${lang}`, () =>
      withApp(browser, { query: `lang=${lang}&panel=timeline`, width }, async ({ page }) => {
        const texts = await unfold(page, MORE[lang]);
        for (const record of timed) {
          const title = named(record, lang);
          const found = texts.find(({ text }) => text === title) ?? cut(texts, title);
          assert.ok(found, title);
        }
        const titles = timed.map((record) => named(record, lang));
        for (const { text } of texts.filter(({ text }) => text.endsWith("...")))
          assert.ok(
            titles.some((title) => title.startsWith(text.slice(0, -3))),
            `${text}: figures are whole`,
          );
        for (const [at, one] of texts.entries()) {
          for (const other of texts.slice(at + 1)) {
            const apart =
              one.x + one.width <= other.x + HAIR ||
              other.x + other.width <= one.x + HAIR ||
              one.y + one.height <= other.y + HAIR ||
              other.y + other.height <= one.y + HAIR;
            assert.ok(apart, `${JSON.stringify(one)} lies on ${JSON.stringify(other)}`);
          }
        }
        const box = await page.locator("#timeline").boundingBox();
        for (const { text, x, width: wide } of texts)
          assert.ok(x >= box.x - 2 && x + wide <= box.x + box.width + 2, `${text} is within the drawing`);
      }));
  }

  test(`a click on a title or a figure opens its record, ${width} wide`, () =>
    withApp(browser, { query: "lang=en&panel=timeline", width }, async ({ page }) => {
      const opens = async (text, record) => {
        const at = await reach(page, text);
        await click(page, at);
        await page.locator("#record").waitFor();
        assert.equal((await queryOf(page)).record, record.id, text.text);
        await page.keyboard.press("Escape");
        await page.locator("#record").waitFor({ state: "detached" });
      };
      const texts = await drawn(page);
      const shown = texts
        .map((text) => ({ text, record: timed.find((each) => named(each, "en") === text.text) }))
        .filter(({ record }) => record);
      const figured = shown.find(({ record }) => record.values.length === 1);
      for (const { text, record } of [shown[0], figured, shown[Math.floor(shown.length / 2)], shown.at(-1)])
        await opens(text, record);
      const middle = ({ y, height }) => y + height / 2;
      const figure = texts
        .filter((text) => text.x > figured.text.x + figured.text.width)
        .find((text) => Math.abs(middle(text) - middle(figured.text)) < 4);
      await opens(figure, figured.record);
    }));

  test(`a lane of many records opens and folds by its last row, ${width} wide`, () =>
    withProgramme(browser, MANY, { query: "lang=en&panel=timeline", width }, async ({ page }) => {
      const folded = await drawn(page);
      const more = folded.find(({ text }) => MORE.en.test(text));
      const hidden = Number(more.text.match(/\d+/)[0]);
      const changed = (rows) =>
        page.waitForFunction(
          (wanted) =>
            window.AidAtlasCharts.getInstanceByDom(document.getElementById("timeline")).getOption().series[1].data
              .length === wanted,
          rows,
        );
      await click(page, await reach(page, more));
      await changed(folded.rows + hidden);
      const open = await drawn(page);
      assert.equal(open.filter(({ text }) => text === "Show fewer").length, 1);
      assert.equal(
        open.filter(({ text }) => MORE.en.test(text)).length,
        folded.filter(({ text }) => MORE.en.test(text)).length - 1,
        "the other lanes stay folded",
      );
      const sign = folded.filter(({ text }) => / \d+: /.test(text)).length;
      assert.equal(open.filter(({ text }) => / \d+: /.test(text)).length, sign + hidden, "each has its title");
      await click(
        page,
        await reach(
          page,
          open.find(({ text }) => text === "Show fewer"),
        ),
      );
      await changed(folded.rows);
      assert.deepEqual(
        (await drawn(page)).map(({ text }) => text),
        folded.map(({ text }) => text),
      );
    }));
}

for (const lang of ["en", "zh"]) {
  test(`on a phone every record with a time is in a list, whose texts are whole, in ${lang}`, () =>
    withApp(browser, { query: `lang=${lang}&panel=timeline`, width: 390 }, async ({ page }) => {
      const rows = page.locator(".time-row");
      await rows.first().waitFor();
      assert.equal(await rows.count(), 12);
      await page.locator(".time-more").tap();
      const titles = await page.locator(".time-title").allTextContents();
      assert.deepEqual([...titles].sort(), timed.map((record) => named(record, lang)).sort());
      assert.equal(await page.locator(".time-more").count(), 0);
      const cut = await page
        .locator(".time-title, .time-figure")
        .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((e) => e.textContent));
      assert.deepEqual(cut, []);
      const heights = await rows.evaluateAll((all) => all.map((each) => each.clientHeight));
      assert.ok(Math.min(...heights) >= 44, "high enough for a thumb");
      await rows.last().tap();
      await page.locator("#record").waitFor();
    }));
}

const handle = (page, end) => page.locator(`.window-handle[data-end=${end}]`);

test("the handles of the strip move the period by hand and by key, and Back undoes a drag at once", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const all = await count(page);
    const whole = await addressOf(page);
    const [from, to] = [handle(page, "from"), handle(page, "to")];
    assert.equal(await from.getAttribute("aria-valuetext"), "1994");
    const strip = await page.locator(".window").boundingBox();
    const box = await from.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(strip.x + strip.width * 0.9, strip.y + 4, { steps: 9 });
    await page.mouse.up();
    assert.match((await queryOf(page)).from, /^20(1[6-9])$/);
    assert.equal(await page.locator("#from").inputValue(), (await queryOf(page)).from, "the list follows");
    assert.equal(await from.getAttribute("aria-valuetext"), (await queryOf(page)).from);
    assert.ok((await count(page)) < all);
    await page.goBack();
    await page.waitForURL(whole);
    await waitForCount(page, all);

    await to.focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Shift+ArrowLeft");
    assert.equal((await queryOf(page)).to, "2014", "by one year, and by five");
    await page.keyboard.press("Home");
    assert.equal((await queryOf(page)).to, "1994");
    await page.keyboard.press("End");
    assert.equal((await queryOf(page)).to, undefined);
    await from.focus();
    await page.keyboard.press("ArrowRight");
    assert.equal((await queryOf(page)).from, "1995");
    await page.keyboard.press("Escape");
    assert.equal(await addressOf(page), whole, "all of it again");
  }));

test("a drag on the strip draws a window, one within it moves it, a double click takes it away", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await handle(page, "from").waitFor();
    // What is chosen is told above it, which may move it down.
    const strip = () => page.locator(".window").boundingBox();
    const drag = async (start, end) => {
      const { x, y, width } = await strip();
      await page.mouse.move(x + start * width, y + 6);
      await page.mouse.down();
      await page.mouse.move(x + end * width, y + 6, { steps: 6 });
      await page.mouse.up();
    };
    await drag(0.2, 0.5);
    const drawn = await queryOf(page);
    const years = ({ from, to }) => Number(to) - Number(from);
    assert.ok(years(drawn) > 5);
    await drag(0.35, 0.45);
    const moved = await queryOf(page);
    assert.ok(Number(moved.from) > Number(drawn.from));
    assert.equal(years(moved), years(drawn), "as long as it was");
    const { x, y, width } = await strip();
    await page.mouse.dblclick(x + 0.9 * width, y + 6);
    assert.equal((await queryOf(page)).from, undefined);
  }));

test("playing goes through time in one step of Back, and any key stops it", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    const button = page.locator("#play");
    await button.waitFor();
    const entries = await page.evaluate(() => history.length);
    await button.click();
    assert.equal(await button.getAttribute("aria-label"), "Stop playing");
    assert.equal((await queryOf(page)).to, "1994");
    await page.waitForFunction(() => new URLSearchParams(location.search).get("from") === "1996");
    assert.equal(await page.evaluate(() => history.length), entries + 1);
    await page.keyboard.press("Shift");
    await page.locator("#play[aria-label='Play through time']").waitFor();
  }));

test("where the reader wants no motion, the button goes one step a press", async () => {
  const init = () => {
    const { matchMedia } = window;
    window.matchMedia = (query) =>
      query.includes("reduced-motion") ? Object.assign(new EventTarget(), { matches: true }) : matchMedia(query);
  };
  await withApp(browser, { query: "lang=en", init }, async ({ page }) => {
    const button = page.getByRole("button", { name: "Next step in time" });
    await button.click();
    assert.equal((await queryOf(page)).to, "1994");
    await button.click();
    assert.equal((await queryOf(page)).from, "1995");
    assert.equal((await queryOf(page)).to, "1995");
  });
});

test("how far playing goes at a time is chosen beside the button, and is in no link", async () => {
  const options = { query: "lang=en", motion: "reduce" };
  await withApp(browser, options, async ({ page }) => {
    const pace = page.getByLabel("Step of playing");
    await pace.waitFor();
    assert.deepEqual(await pace.locator("option").allTextContents(), ["1 month", "1 year", "10 years"]);
    assert.equal(await pace.locator("option:checked").textContent(), "1 year");
    const whole = await addressOf(page);
    await pace.selectOption("1 month");
    assert.equal(await addressOf(page), whole);
    const button = page.locator("#play");
    for (const to of ["1994-01", "1994-02", "1994-03"]) {
      await button.click();
      assert.equal((await queryOf(page)).to, to);
    }
    await pace.selectOption("10 years");
    await button.click();
    assert.deepEqual(
      [(await queryOf(page)).from, (await queryOf(page)).to],
      ["2004", "2004"],
      "steps of years are whole years",
    );
  });
  await withApp(browser, { ...options, query: "lang=zh" }, async ({ page }) => {
    const steps = page.getByLabel("每步时长");
    await steps.waitFor();
    const names = await steps.locator("option").allTextContents();
    assert.deepEqual(names, ["1 个月", "1 年", "10 年"]);
  });
});

test("up and down go through the records in the order of time, Enter opens, Escape goes back", () =>
  withApp(browser, { query: "lang=en&panel=timeline" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    await page.locator(".timeline-keys").focus();
    const said = page.locator(".timeline-drawing > [role=status]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.match(await said.textContent(), /^Aid funds since 1994; since 1994; about CNY 4\.47 billion$/);
    await page.keyboard.press("Enter");
    await page.locator("#record").waitFor();
    assert.equal((await queryOf(page)).record, "funds-since-1994");
    await page.keyboard.press("Escape");
    await page.locator("#record").waitFor({ state: "detached" });
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await said.textContent(), "", "goes on from there");
    await page.keyboard.press("Escape");
    assert.equal(await said.textContent(), "");
  }));

test("undated records without a figure fold in place", () =>
  withApp(browser, { query: "lang=en&panel=timeline" }, async ({ page }) => {
    const rows = page.locator("#undated .record-row");
    await rows.first().waitFor();
    const before = await rows.count();
    const more = page.locator(".undated-more").first();
    const hidden = Number((await more.textContent()).match(/\d+/)[0]);
    await more.click();
    assert.equal(await rows.count(), before + hidden);
    assert.equal(await more.getAttribute("aria-expanded"), "true");
    await more.click();
    assert.equal(await rows.count(), before);
  }));

test("records without a stated time are one stop of the Tab key, and arrows go through them", () =>
  withApp(browser, { query: "lang=en&panel=timeline" }, async ({ page }) => {
    const list = page.locator("#undated");
    const stops = list.locator("button:not([tabindex='-1'])");
    await list.locator("button").first().waitFor();
    assert.equal(await stops.count(), 1);
    const at = () => list.locator("button").evaluateAll((all) => all.indexOf(document.activeElement));
    await stops.focus();
    assert.equal(await at(), 0);
    for (const [key, wanted] of [
      ["ArrowDown", 1],
      ["ArrowDown", 2],
      ["ArrowUp", 1],
      ["End", (await list.locator("button").count()) - 1],
      ["ArrowDown", (await list.locator("button").count()) - 1],
      ["Home", 0],
    ]) {
      await page.keyboard.press(key);
      assert.equal(await at(), wanted, key);
      assert.equal(await stops.count(), 1, key);
    }
    await page.keyboard.press("ArrowDown");
    await page.locator("#undated li:nth-child(2) .record-row.lit").waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await at(), -1, "Tab leaves the list");
    assert.equal(await page.locator("#undated .lit").count(), 0);
    await page.keyboard.press("Shift+Tab");
    assert.equal(await at(), 1, "and comes back to where it was");
    await page.keyboard.press("Enter");
    await page.locator("#record").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#record").waitFor({ state: "detached" });
    assert.equal(await at(), 1);
  }));

// A title that gives way to its figure: cut where that begins, not before.
function cut(texts, title) {
  return texts.find(({ text, x, y, width, height }) => {
    if (!text.endsWith("...") || !title.startsWith(text.slice(0, -3))) return false;
    return texts.some((figure) => {
      const gap = figure.x - x - width;
      return Math.abs(figure.y + figure.height / 2 - y - height / 2) < 4 && gap >= 0 && gap < 24;
    });
  });
}
