// Programmes that are unlike the built-in one are taken away, embedded and
// shared like it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { validateXML } from "xmllint-wasm";
import { addressOf, count, launch, waitForCount } from "./support/browser.mjs";
import { PROGRAMMES, said, withProgramme } from "./support/fixtures.mjs";
import { brokenRules, STANDARD } from "./support/ruleset.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function open(page, subject, tab) {
  await page.locator(`[data-share="${subject}"]`).first().click();
  await page.locator(`[data-tab=${tab}]`).click();
}

async function take(page, kind) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-file="${kind}"]`).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

// The rows of a CSV file, as lists of cells.
function cells(text) {
  const table = [[""]];
  for (let at = 0, quoted = false; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"' && quoted && text[at + 1] === '"') at += 1;
    else if (letter === '"') {
      quoted = !quoted;
      continue;
    }
    const row = table.at(-1);
    if (!quoted && letter === ",") row.push("");
    else if (!quoted && letter === "\n") table.push([""]);
    else if (quoted || letter !== "\r") row[row.length - 1] += letter;
  }
  return table.slice(0, -1);
}

// Breaks of the official schema and rule sets.
async function breaks(page, xml) {
  const folder = process.env.IATI_SCHEMAS;
  assert.ok(folder, "IATI_SCHEMAS names the folder of the official schema; `cargo xtask test` sets it");
  const file = async (name) => ({ fileName: name, contents: await readFile(`${folder}/${name}`, "utf8") });
  const schema = [await file("iati-activities-schema.xsd")];
  const preload = [await file("iati-common.xsd"), await file("xml.xsd")];
  const { errors } = await validateXML({ xml: [{ fileName: "export.xml", contents: xml }], schema, preload });
  const official = JSON.parse(await readFile(`${folder}/../rulesets/standard_ruleset.json`, "utf8"));
  const rules = [await brokenRules(page, xml, official), await brokenRules(page, xml, STANDARD)];
  return [...errors.map(({ message }) => message), ...rules.flat()];
}

for (const programme of PROGRAMMES) {
  const { dataset, lang } = programme;
  const [words] = programme.search;

  test(`${dataset.id}: the selection as CSV, as IATI, and as JSON, which the app opens again`, async () => {
    const query = `q=${encodeURIComponent(words)}`;
    await withProgramme(browser, programme, { query }, async ({ page }) => {
      const selected = await count(page);
      await open(page, "table", "download");
      const csv = cells((await take(page, "csv")).bytes.toString());
      const titled = csv[0].map((name) => name.replace("\ufeff", ""));
      assert.equal(new Set(csv.slice(1).map((row) => row[titled.indexOf("record")])).size, selected);
      for (const tag of dataset.languages) assert.ok(titled.includes(`title_${tag}`), `${tag} in ${titled}`);
      const codes = new Set(csv.slice(1).map((row) => row[titled.indexOf("currency")]));
      for (const code of codes) assert.ok(code === "" || dataset.currencies.some((each) => each.code === code), code);
      const xml = (await take(page, "iati.xml")).bytes.toString();
      assert.deepEqual(await breaks(page, xml), []);
      const json = (await take(page, "json")).bytes;
      assert.equal(JSON.parse(json).records.length, selected);
      // The browser asks the same server, which now has this file too.
      await page.route("**/fixtures/again.json", (route) =>
        route.fulfill({ body: json, contentType: "application/json" }),
      );
      await page.goto(`${(await addressOf(page)).split("?")[0]}?lang=${lang}&dataset=fixtures/again.json`);
      await waitForCount(page, selected);
      assert.equal(await page.locator(".notice").count(), 0);
    });
  });

  test(`${dataset.id}: all of it as IATI keeps to the official schema and rule set`, () =>
    withProgramme(browser, programme, {}, async ({ page }) => {
      await open(page, "page", "download");
      const { name, bytes } = await take(page, "iati.xml");
      assert.ok(name.startsWith(dataset.id), name);
      assert.deepEqual(await breaks(page, bytes.toString()), []);
    }));

  test(`${dataset.id}: its views can be embedded, and lead to the full one`, () =>
    withProgramme(browser, programme, { query: "panel=charts" }, async ({ page, url }) => {
      const panels = page.locator(".chart-columns article");
      await panels.first().waitFor();
      const charts = await panels.evaluateAll((all) => all.map(({ id }) => id.replace("panel-", "")));
      const views = [
        ["map", "#map-panel"],
        ["timeline", "#timeline :is(canvas, svg)"],
        ["all", "#table-panel"],
      ];
      // Each chart is drawn as on the page: two stand for all.
      for (const chart of [charts[0], charts.at(-1)])
        views.push([`chart:${chart}`, `#chart-${chart} :is(canvas, svg)`]);
      await page.setViewportSize({ width: 600, height: 800 });
      for (const [embed, selector] of views) {
        const query = `dataset=${programme.file}&lang=${lang}&embed=${embed}`;
        await page.goto(`${url}?${query}`);
        await page.locator(selector).first().waitFor();
        assert.equal(await page.locator("header, aside, nav, .notice").count(), 0, embed);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${embed}: ${overflow} pixels too wide`);
        const source = await page.locator(".source-line").last().innerText();
        for (const document of dataset.documents) assert.ok(source.includes(said(programme, document.title)), source);
        const full = await page.locator(".source-line a").evaluate((link) => link.href);
        assert.ok(full.includes(`dataset=${programme.file}`) && !full.includes("embed"), full);
      }
    }));

  test(`${dataset.id}: the share dialog has the link, its code, and an embed that shows itself`, () =>
    withProgramme(browser, programme, {}, async ({ page }) => {
      await page.locator(".chart-columns article").first().waitFor();
      await open(page, "page", "link");
      assert.equal(await page.locator("#share-link").inputValue(), await addressOf(page));
      await page.locator("#qr img").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("#share").waitFor({ state: "detached" });
      const chart = (await page.locator(".chart-columns article").first().getAttribute("id")).replace("panel-", "");
      await open(page, chart, "embed");
      const snippet = await page.locator("#snippet-element").inputValue();
      for (const part of [`view="chart:${chart}"`, `data="${programme.file}"`]) {
        assert.ok(snippet.includes(part), `${part} in ${snippet}`);
      }
      await page.frameLocator("#embed-preview").locator(`#chart-${chart} canvas`).waitFor();
    }));
}
