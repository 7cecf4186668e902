// The basics on programmes that are unlike the built-in one: each is opened by
// its link, as a reader would, and must be as usable as the built-in one is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressOf, click, count, datum, followed, launch, pixel, queryOf, waitForCount } from "./support/browser.mjs";
import { PROGRAMMES, said, withProgramme } from "./support/fixtures.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// A table shows so many rows at first.
const ROWS = 200;
const rowsOf = (left) => Math.min(left, ROWS);
const day = (text) => Date.parse(text);
const rows = (page) => page.locator("table.records tbody tr");
const titles = async (page) => {
  await followed(page);
  return page.locator("table.records tbody th").allInnerTexts();
};
const waitForRows = (page, wanted) =>
  page.waitForFunction((n) => document.querySelectorAll("table.records tbody tr").length === n, wanted);
const drawn = (page, id) =>
  page.waitForFunction((name) => {
    const element = document.getElementById(name);
    return window.AidAtlasCharts?.getInstanceByDom(element)
      ?.getOption()
      ?.series?.some(({ data }) => data?.length);
  }, id);

// Scrolls a point of a drawing, which may be taller than the window, into its
// middle, and gives where it is then.
async function reach(page, at) {
  const scrolled = await page.evaluate((y) => {
    const before = scrollY;
    scrollBy({ top: y - innerHeight / 2, behavior: "instant" });
    return scrollY - before;
  }, at.y);
  return { x: at.x, y: at.y - scrolled };
}

// A choice of a filter: by its name, or the first that leaves something out.
async function choice(page, list, name) {
  const details = page.locator(`#filter-${list}`);
  await details.waitFor();
  if (!(await details.evaluate((element) => element.open))) await details.locator("summary").click();
  const all = details.locator("li:not(.empty)");
  const row = name ? all.filter({ has: page.getByText(name, { exact: true }) }) : all;
  return row.first();
}

for (const programme of PROGRAMMES) {
  const { dataset, lang } = programme;
  const all = dataset.records.length;
  const its = (name, options, use) =>
    test(`${dataset.id}: ${name}`, () => withProgramme(browser, programme, options, use));

  its("title, count, charts, timeline and table are there, and no notice", {}, async ({ page }) => {
    await waitForCount(page, all);
    assert.equal(await page.locator("h1").innerText(), said(programme, dataset.title));
    assert.equal(await page.locator(".notice").count(), 0);
    await page.locator("#map-panel").waitFor();
    await drawn(page, "timeline");
    const charts = await page.locator(".chart-columns article").evaluateAll((panels) => panels.map(({ id }) => id));
    if (dataset.charts) {
      assert.deepEqual(
        charts,
        dataset.charts.map(({ id }) => `panel-${id}`),
      );
    } else assert.ok(charts.length > 5, `${charts.length} charts were made`);
    for (const id of charts) await drawn(page, id.replace("panel-", "chart-"));
    assert.equal(await rows(page).count(), rowsOf(all));
  });

  for (const [list, name] of Object.entries(programme.filters)) {
    its(`the filter ${list} = ${name ?? "the first"}`, {}, async ({ page }) => {
      const row = await choice(page, list, name);
      const left = Number(await row.locator(".count").innerText());
      assert.ok(left > 0 && left < all, `${left} of ${all}`);
      const chosen = await row.locator(".name").innerText();
      await row.getByRole("checkbox").click();
      await waitForCount(page, left);
      await waitForRows(page, rowsOf(left));
      assert.ok((await queryOf(page))[list], "the link holds it");
      const chip = page.locator(".chip");
      assert.ok((await chip.innerText()).includes(chosen), `${chosen} in ${await chip.innerText()}`);
      await chip.click();
      await waitForCount(page, all);
      assert.equal((await queryOf(page))[list], undefined);
    });
  }

  its("search finds in the reader's language", {}, async ({ page }) => {
    const [words, found] = programme.search;
    await page.locator("#search").fill(words);
    await page.waitForFunction(() => location.search.includes("q="));
    if (found !== null) await waitForCount(page, found);
    const left = await count(page);
    assert.ok(left > 0 && left < all, `${left} of ${all}`);
    await waitForRows(page, rowsOf(left));
    await page.locator("#search").fill("");
    await waitForCount(page, all);
  });

  its("a brush of the timeline filters by whole months, and Back takes it away", {}, async ({ page }) => {
    await drawn(page, "timeline");
    const [from, to] = programme.brush;
    const end = await pixel(page, "timeline", "grid", [day(to), 0]);
    const start = await reach(page, await pixel(page, "timeline", "grid", [day(from), 0]));
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move((start.x + end.x) / 2, start.y, { steps: 4 });
    await page.mouse.move(end.x, start.y, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => location.search.includes("from="));
    const year = (date) => date.slice(0, 4);
    const query = await queryOf(page);
    assert.deepEqual([year(query.from), year(query.to)], [year(from), year(to)]);
    assert.ok((await count(page)) < all);
    await page.goBack();
    await waitForCount(page, all);
  });

  its("the table sorts by names in the reader's order, and by time both ways", {}, async ({ page }) => {
    await waitForRows(page, rowsOf(all));
    await page.locator("[data-column=title]").click();
    await page.locator("th[aria-sort=ascending] [data-column=title]").waitFor();
    const order = await titles(page);
    const { compare } = new Intl.Collator(lang);
    assert.deepEqual(order, order.toSorted(compare));
    await page.locator("[data-column=time]").click();
    await page.locator("th[aria-sort=ascending] [data-column=time]").waitFor();
    const first = (await titles(page))[0];
    await page.locator("[data-column=time]").click();
    await page.locator("th[aria-sort=descending] [data-column=time]").waitFor();
    assert.equal((await queryOf(page)).sort, "-time");
    assert.notEqual((await titles(page))[0], first);
  });

  its("a record opens with its words and closes by Back", {}, async ({ page }) => {
    await waitForRows(page, rowsOf(all));
    const row = rows(page).first();
    const id = await row.getAttribute("data-record");
    await row.locator("button").click();
    await page.locator("#record").waitFor();
    const record = dataset.records.find((each) => each.id === id);
    assert.equal(await page.locator("#record-title").innerText(), said(programme, record.title));
    assert.equal((await queryOf(page)).record, id);
    await page.goBack();
    await page.locator("#record").waitFor({ state: "detached" });
    await page.goForward();
    await page.locator("#record").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#record").waitFor({ state: "detached" });
    assert.equal((await queryOf(page)).record, undefined);
  });

  its("a link to a record opens it", { query: `record=${programme.record}` }, async ({ page }) => {
    await page.locator("#record").waitFor();
    await followed(page);
    const record = dataset.records.find(({ id }) => id === programme.record);
    const text = await page.locator("#record").innerText();
    for (const part of [record.title, record.note]) assert.ok(text.includes(said(programme, part)), text);
    const sector = dataset.sectors.find(({ id }) => id === record.sector);
    assert.ok(text.includes(said(programme, sector.name)), text);
  });

  its("a bar of the first chart leads on", {}, async ({ page }) => {
    const id = (await page.locator(".chart-columns article").first().getAttribute("id")).replace("panel-", "chart-");
    await drawn(page, id);
    const before = await addressOf(page);
    await click(page, await reach(page, await datum(page, id, 0)));
    await page.waitForFunction((url) => location.href !== url, before);
    assert.ok((await queryOf(page)).record ?? (await queryOf(page)).focus);
  });

  its("every language that is offered holds, with its direction, and every colour scheme", {}, async ({ page }) => {
    const list = page.locator("select#language");
    await list.waitFor();
    const offered = await list.locator("option").evaluateAll((options) => options.map(({ value }) => value));
    assert.deepEqual(offered, programme.languages);
    // The reader's own language last, which is where Arabic ends.
    for (const tag of [...offered.filter((each) => each !== lang), lang]) {
      await list.selectOption(tag);
      await page.locator(`html[lang|=${tag}][dir=${tag === "ar" ? "rtl" : "ltr"}]`).waitFor();
      await waitForCount(page, all);
      const title = page.locator("h1");
      assert.equal(await title.innerText(), said(programme, dataset.title, tag));
      await drawn(page, "timeline");
    }
    for (const scheme of ["dark", "light"]) {
      await page.locator("#scheme").selectOption(scheme);
      await page.locator(`html[data-scheme=${scheme}]`).waitFor();
      await drawn(page, "timeline");
    }
    assert.equal((await queryOf(page)).lang, lang);
    assert.equal((await queryOf(page)).scheme, "light");
  });

  its("a link gives the same view again", {}, async ({ page, url }) => {
    const place = await choice(page, "place", programme.filters.place);
    const left = Number(await place.locator(".count").innerText());
    await place.getByRole("checkbox").click();
    await waitForCount(page, left);
    await page.locator("[data-column=value]").click();
    await page.locator("th[aria-sort] [data-column=value]").waitFor();
    await page.locator("#scheme").selectOption("dark");
    await page.locator("[data-panel=table]").click();
    await page.locator("#timeline").waitFor({ state: "detached" });
    const [link, shown] = [await addressOf(page), await titles(page)];
    await page.goto(`${url}?lang=en`);
    await page.locator("#map canvas").waitFor();
    await page.goto(link);
    await waitForCount(page, left);
    await page.locator("html[data-scheme=dark]").waitFor();
    assert.deepEqual(await titles(page), shown);
    assert.equal(await page.locator("#timeline").count(), 0, "only the table");
    assert.equal(await addressOf(page), link);
    assert.equal((await queryOf(page)).dataset, programme.file);
  });
}
