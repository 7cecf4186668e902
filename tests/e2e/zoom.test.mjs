// Readers who enlarge: the whole page in the browser (a window of 1280 pixels at 200 and at
// 400 %), or its letters alone. Nothing is out of reach, and whole tasks go on.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { followed, launch, waitForCount, withApp } from "./support/browser.mjs";
import { hasDrawn } from "./support/screens.mjs";
import { overlaps, texts } from "./support/texts.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Whatever is on screen lies within its width, and no words on others.
async function isReadable(page, where) {
  await followed(page);
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= window, `${where}: ${wide} pixels in ${window}`);
  const found = await texts(page);
  assert.ok(found.length > 20, `${where}: ${found.length} texts`);
  const beyond = found.filter(({ x, width }) => x < -1 || x + width > window + 1);
  assert.deepEqual(
    beyond.map(({ where: of, text }) => `${of}: ${text}`),
    [],
    where,
  );
  assert.deepEqual(overlaps(found, { scrolls: true }), [], where);
  // What stays at an edge leaves the window to what scrolls below it.
  const [bar, high] = await page.locator("aside.above").evaluate((aside) => {
    const isFixed = getComputedStyle(aside).position === "fixed";
    return [isFixed ? aside.getBoundingClientRect().height : 0, innerHeight];
  });
  assert.ok(bar <= high / 5, `${where}: a bar of ${bar} of ${high} pixels`);
}

// Filters, opens a record and shares it.
async function goesThrough(page) {
  await isReadable(page, "the page");
  const list = page.locator("#filter-place");
  for (const folded of [page.locator("details.filters"), list])
    if (!(await folded.evaluate(({ open }) => open))) await folded.locator("> summary").click();
  await list.getByRole("checkbox", { name: /^Nyêmo/ }).check();
  await waitForCount(page, 12);
  // In a low window they are a part of the page, and stay where they are.
  if (await page.evaluate(() => matchMedia("(max-width: 40rem) and (max-height: 25rem)").matches)) {
    await page.locator("h1").click();
    assert.ok(await page.locator("details.filters").evaluate(({ open }) => open), "a click elsewhere moves nothing");
  }
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    history.pushState(null, "", "?lang=en&place=nyemo&record=nyemo-funds");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await page.locator("#record").waitFor();
  await page.keyboard.press("Escape");
  await page.locator('[data-share="page"]').first().click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  const isWithin = () => dialog.evaluate((of) => of.scrollWidth <= of.clientWidth + 1);
  assert.ok(await isWithin(), "the dialog needs no scrolling sideways");
  for (const tab of ["embed", "download", "cite", "story"]) {
    await page.locator(`[data-tab=${tab}]`).click();
    assert.ok(await isWithin(), tab);
  }
}

for (const [percent, width, height] of [
  [200, 640, 400],
  [400, 320, 256],
]) {
  for (const lang of ["en", "zh"]) {
    test(`${lang}: at ${percent} % nothing is lost`, () =>
      withApp(
        browser,
        { query: `lang=${lang}`, width, height, density: percent / 100, touch: false, motion: "reduce" },
        async ({ page }) => {
          await hasDrawn(page);
          await (lang === "en" ? goesThrough(page) : isReadable(page, "the page"));
        },
      ));
  }
}

// The size of letters that a reader's browser is set to, in place of 16 pixels.
async function withLetters(page, standard) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Page.setFontSizes", { fontSizes: { standard, fixed: standard } });
}

const sizes = (page) =>
  page.evaluate(() => {
    const found = {};
    for (const element of document.querySelectorAll("body *")) {
      const own = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (own && element.checkVisibility())
        found[own.data.trim()] = Number.parseFloat(getComputedStyle(element).fontSize);
    }
    return found;
  });

for (const width of [1280, 1920, 768]) {
  test(`letters alone twice as large, in ${width} pixels: nothing is lost`, () =>
    withApp(browser, { query: "lang=en", width, height: 900, motion: "reduce" }, async ({ page }) => {
      await hasDrawn(page);
      const before = await sizes(page);
      await withLetters(page, 32);
      await page.reload();
      await hasDrawn(page);
      await goesThrough(page);
      const after = await sizes(page);
      const shared = Object.keys(after).filter((words) => words in before);
      assert.ok(shared.length > 20);
      // Some are of another size in a window that holds less.
      const kept = shared.filter((words) => after[words] < before[words] * 1.4);
      assert.deepEqual(kept, []);
      const wide = await page.locator("#map").evaluate((map) => map.getBoundingClientRect().width);
      assert.ok(wide > 200, `the map has ${wide} pixels`);
    }));
}
