// Links, files and pictures to take away.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { renderSVG } from "uqr";
import { validateXML } from "xmllint-wasm";
import { addressOf, elsewhere, followed, launch, queryOf, waitForCount, withApp } from "./support/browser.mjs";
import { RECORDS } from "./support/dataset.mjs";
import { brokenRules, STANDARD } from "./support/ruleset.mjs";
import { hasDrawn } from "./support/screens.mjs";

const DIST = new URL("../../dist/", import.meta.url);

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function open(page, subject, tab) {
  await page.locator("#map canvas").waitFor();
  await page.locator(`[data-share="${subject}"]`).first().click();
  await page.locator(`[data-tab=${tab}]`).click();
}

// The drawing of the QR code.
async function coded(page) {
  const source = await page.locator("#qr img").getAttribute("src");
  return decodeURIComponent(source.slice("data:image/svg+xml,".length));
}

async function take(page, kind) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-file="${kind}"]`).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("the link of the page, its QR code, and the system's sheet", () =>
  withApp(
    browser,
    {
      query: "place=nyemo&lang=en",
      init: () => {
        window.shared = [];
        Object.defineProperty(Navigator.prototype, "share", {
          configurable: true,
          value: async (data) => window.shared.push(data.url),
        });
      },
    },
    async ({ page }) => {
      await open(page, "page", "link");
      const link = await page.locator("#share-link").inputValue();
      assert.equal(link, await addressOf(page));
      await page.locator("#qr img").waitFor();
      assert.equal(await coded(page), renderSVG(link, { border: 2, ecc: "M" }));
      await page.locator("#share-sheet").click();
      assert.deepEqual(await page.evaluate(() => window.shared), [link]);
      await page.getByRole("button", { name: "Copy link" }).click();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
    },
  ));

const LONG = "学校".repeat(500);
test("a link that is too long for a QR code says so and offers a shorter form", () =>
  withApp(browser, { query: `lang=en&place=nyemo&q=${LONG}` }, async ({ page, url }) => {
    await open(page, "page", "link");
    await page.locator("#qr img").waitFor();
    const link = await page.locator("#share-link").inputValue();
    assert.ok(link.length > 4000, "the link itself is whole");
    assert.match(
      await page.locator("#short-form").innerText(),
      /too long for a QR code[\s\S]*without the search words/,
    );
    await page.getByRole("button", { name: "Copy the shorter link" }).click();
    const short = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(short, `${url}?place=nyemo&lang=en`);
    assert.equal(await coded(page), renderSVG(short, { border: 2, ecc: "M" }));
  }));

test("the longest link that a QR code holds has one, the next one has a shorter form", () =>
  withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
    const rest = `${url}?q=&lang=en`.length;
    for (const [length, forms] of [
      [2331, 0],
      [2332, 1],
    ]) {
      await page.goto(`${url}?lang=en&q=${"x".repeat(length - rest)}`);
      await open(page, "page", "link");
      await page.locator("#qr img").waitFor();
      assert.equal((await page.locator("#share-link").inputValue()).length, length);
      assert.equal(await page.locator("#short-form").count(), forms);
    }
  }));

test("where no form of the link fits, that is said", () => {
  const file = `dataset/${"x".repeat(2400)}.json`;
  return withApp(browser, { query: `lang=en&dataset=${file}`, expected: [/404/] }, async ({ page }) => {
    await open(page, "page", "link");
    assert.match(await page.locator("#no-code").innerText(), /too long[\s\S]*shortest form/);
    assert.equal(await page.locator("#qr img").count(), 0);
  });
});

test("a panel's link opens that panel, and a record's that record", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await open(page, "timeline", "link");
    assert.equal(
      await page.locator("#share-link").inputValue(),
      `${(await addressOf(page)).split("?")[0]}?panel=timeline&lang=en`,
    );
    await page.keyboard.press("Escape");
    await page.locator("[data-record=school-2014] button").click();
    await page.locator("#record [data-share=page]").click();
    assert.match(await page.locator("#share-link").inputValue(), /record=school-2014/);
  }));

test("title and description follow the view", () =>
  withApp(browser, { query: "lang=en&panel=map&place=damxung" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    assert.equal(await page.title(), "Map – Beijing’s paired assistance to Lhasa");
    const description = () => page.locator("meta[name=description]").getAttribute("content");
    assert.match(await description(), new RegExp(`^\\d+ of ${RECORDS} records\\. Place: Damxung\\.`));
    await page.goto(`${(await addressOf(page)).split("?")[0]}?lang=zh&record=school-2014`);
    await page.locator("#record").waitFor();
    assert.match(await page.title(), /^援建北京拉萨实验中学/);
  }));

test("the page names its preview, its data and its embeds to other programs", async () => {
  const html = await readFile(new URL("index.html", DIST), "utf8");
  for (const tag of ["og:title", "og:description", "og:image", "twitter:card", "twitter:image"])
    assert.ok(html.includes(`"${tag}"`), tag);
  const png = await readFile(new URL("preview.png", DIST));
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
  const linked = JSON.parse(html.match(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/)[1]);
  assert.equal(linked["@type"], "Dataset");
  assert.equal(linked.license, "https://spdx.org/licenses/MIT");
  const data = JSON.parse(await readFile(new URL("datapackage.json", DIST), "utf8"));
  await readFile(new URL(data.resources[0].path, DIST));
  const panels = [...html.matchAll(/json\+oembed" href="([^"]+)"/g)].map(([, path]) => path);
  assert.equal(panels.length, 15);
  for (const path of panels) {
    const answer = JSON.parse(await readFile(new URL(path, DIST), "utf8"));
    assert.equal(answer.version, "1.0");
    assert.equal(answer.type, "rich");
    assert.match(answer.html, /^<iframe src="[^"]*\?embed=/);
    assert.ok(answer.width > 0 && answer.height > 0);
    await readFile(new URL(answer.thumbnail_url, DIST));
  }
});

test("the tables for scripts are a press away, of the built-in programme alone", async () => {
  await withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
    await open(page, "income", "download");
    const links = await page.locator("#lasting a").evaluateAll((all) => all.map(({ href }) => href));
    assert.equal(links.length, 3);
    for (const link of links) {
      assert.ok(link.startsWith(url), link);
      assert.equal((await fetch(link)).status, 200, link);
    }
  });
  await withApp(browser, { query: "lang=en&dataset=schema%2Fexample.json" }, async ({ page }) => {
    await page.locator("[data-share=page]").first().click();
    await page.locator("[data-tab=download]").click();
    await page.locator("[data-file=csv]").waitFor();
    assert.equal(await page.locator("#lasting").count(), 0);
  });
});

test("both snippets give what the dialog shows", () =>
  withApp(browser, { query: "lang=en&place=chengguan" }, async ({ page }) => {
    await open(page, "income", "embed");
    await page.locator("#embed-lang").selectOption("zh");
    await page.locator("#embed-scheme").selectOption("dark");
    await page.locator("[data-control=measure]").uncheck();
    await page.locator("#embed-height").selectOption("fixed");
    await page.locator("#embed-pixels").fill("400");
    await page.locator("#embed-pixels").blur();
    const element = await page.locator("#snippet-element").inputValue();
    for (const part of [
      'view="chart:income"',
      'filters="place=chengguan"',
      'lang="zh"',
      'scheme="dark"',
      'controls="records"',
      'height="400"',
      "embed.js",
    ]) {
      assert.ok(element.includes(part), `${part} in ${element}`);
    }
    const frame = await page.locator("#snippet-iframe").inputValue();
    const source = frame.match(/src="([^"]+)"/)[1].replaceAll("&amp;", "&");
    assert.equal(await page.locator("#embed-preview").getAttribute("src"), source);
    const preview = page.frameLocator("#embed-preview");
    await preview.locator("#chart-income canvas").waitFor();
    assert.equal(await preview.locator("html").getAttribute("data-scheme"), "dark");
    await preview.getByRole("heading", { name: "城关区贫困户人均收入：两个时点" }).waitFor();
  }));

test("the element's snippet has a picture of what it shows, where there is one", () =>
  withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
    await open(page, "income", "embed");
    const snippet = () => page.locator("#snippet-element").inputValue();
    const picture = async () => (await snippet()).match(/<img src="([^"]+)" alt="[^"]+"/)?.[1];
    assert.equal(await picture(), `${url}stills/income.en.png`);
    assert.equal((await page.request.get(await picture())).status(), 200);
    await page.locator("#embed-panel").selectOption("map");
    await page.locator("#embed-lang").selectOption("zh");
    assert.equal(await picture(), `${url}stills/map.zh.svg`);
    assert.equal((await page.request.get(await picture())).status(), 200);
    assert.match(await snippet(), /<a href="[^"?]*\?lang=zh">/);
    await page.goto(`${url}?lang=en&place=nyemo`);
    await open(page, "map", "embed");
    assert.equal(await picture(), undefined, "a picture of all would not be of what is chosen");
    assert.match(await snippet(), /<a href="[^"]*place=nyemo[^"]*">[^<]+<\/a><\/aid-atlas>/);
  }));

test("the selection as CSV and JSON, which the app opens again", async () => {
  const overrides = {};
  await withApp(browser, { query: "lang=en&place=nyemo", overrides }, async ({ page, url }) => {
    // First: counting rows does not wait for the page to be there.
    await open(page, "table", "download");
    await followed(page);
    const selected = await page.locator("table.records tbody tr").count();
    const csv = await take(page, "csv");
    assert.equal(csv.name, "beijing-lhasa_table_place-nyemo.csv");
    assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "a byte order mark");
    const records = new Set(
      csv.bytes
        .toString()
        .split("\r\n")
        .slice(1, -1)
        .map((row) => row.split(",")[0]),
    );
    assert.equal(records.size, selected);
    const json = await take(page, "json");
    const dataset = JSON.parse(json.bytes.toString());
    assert.equal(dataset.records.length, selected);
    assert.match(dataset.view, /place=nyemo/);
    overrides["dataset/again.json"] = { body: json.bytes };
    await page.goto(`${url}?lang=en&dataset=dataset/again.json`);
    await waitForCount(page, selected);
    assert.equal(await page.locator(".notice").count(), 0);
  });
});

const NAME = { zh: "名", en: "Name" };
const made = (id, fields) => ({
  id,
  kind: "transaction",
  sector: "x",
  title: { zh: "题", en: `Title ${id}` },
  note: { zh: "注", en: "Note" },
  time: { type: "unknown" },
  source: { document: "d", section: "s", paragraph: 1 },
  ...fields,
});
const funds = (amount) => [{ indicator: "funds", amount, unit: "yuan", qualifier: "exact" }];
const year = (at) => ({ type: "point", at });

// Another programme's data, without the parts that may be left out.
const OTHER = {
  schema: "aid-atlas/1",
  id: "o/t?h&e|r",
  title: { zh: "另一项目\u0001", en: "Another programme" },
  summary: { zh: " ", en: "\ufffe" },
  licence: "MIT",
  currency: "EUR",
  asOf: "2018-10",
  documents: [
    { id: "d", title: NAME, publisher: NAME, published: NAME, sections: [{ id: "s", title: NAME, paragraphs: 3 }] },
  ],
  places: [
    {
      id: "quito",
      name: NAME,
      level: "city",
      coordinates: { longitude: -78.467, latitude: -0.18, precision: "seat", origin: "GeoNames" },
    },
  ],
  sectors: ["x", "y", "z"].map((id) => ({
    id,
    name: NAME,
    dac: { code: { x: "43010", y: "430", z: "own" }[id], name: NAME },
  })),
  organisations: [{ id: "o", name: NAME }],
  records: [
    made("given", {
      time: year("2016"),
      values: funds(5e6),
      organisations: [{ organisation: "o", role: "funding" }],
      places: ["quito"],
    }),
    made("back", { time: year("2017-03-02"), values: funds(-1.5e6), title: { zh: "-1", en: "\u00a0=1+1" } }),
    made("later", { sector: "z", time: year("2031"), values: funds(3) }),
    ...["2016", "2016-05", "2017"].map((at, nth) =>
      made(`budget-${nth}`, { kind: "budget", time: year(at), values: funds(7) }),
    ),
    made("long", { kind: "budget", time: { type: "interval", from: "2016", to: "2020" }, values: funds(11) }),
    made("words", { sector: "y", kind: "result", title: { zh: "题\u000b", en: "Ends\uffff" } }),
  ],
};

// A file that breaks each rule of the official set that concerns an activity.
const BROKEN = `<iati-activities version="2.03"><iati-activity>
  <iati-identifier>/</iati-identifier><reporting-org ref="&amp;"/><participating-org role="1"/>
  <activity-date type="2" iso-date="2999-01-01"/><activity-date type="4" iso-date="2998-01-01"/>
  <activity-date type="1" iso-date="2001-01-02"/><activity-date type="3" iso-date="2001-01-01"/>
  <recipient-country code="CN" percentage="60"/>
  <budget><period-start iso-date="2016-02-01"/><period-end iso-date="2016-01-01"/></budget>
  <budget><period-start iso-date="2016-01-01"/><period-end iso-date="2020-12-31"/></budget>
  <transaction><transaction-date iso-date="2999-01-01"/><value value-date="2999-01-01">1</value></transaction>
  <result><reference/><indicator measure="1"><reference/><baseline/>
    <period><period-start iso-date="2016-02-01"/><period-end iso-date="2016-01-01"/><target/><actual/></period></indicator></result>
</iati-activity><iati-activity><sector code="1" percentage="50"/><sector code="2" percentage="49"/><transaction><sector code="1"/></transaction>
  <title><narrative> </narrative></title></iati-activity></iati-activities>`;

test("IATI XML keeps to the official schema and rule set, for several selections and data of others", () =>
  withApp(
    browser,
    { query: "lang=en", overrides: { "dataset/other.json": { body: JSON.stringify(OTHER) } } },
    async ({ page, url }) => {
      const folder = process.env.IATI_SCHEMAS;
      assert.ok(folder, "IATI_SCHEMAS names the folder of the official schema; `cargo xtask test` sets it");
      const file = async (name) => ({ fileName: name, contents: await readFile(`${folder}/${name}`, "utf8") });
      const schema = await file("iati-activities-schema.xsd");
      const preload = [await file("iati-common.xsd"), await file("xml.xsd")];
      const official = JSON.parse(await readFile(`${folder}/../rulesets/standard_ruleset.json`, "utf8"));
      for (const query of [
        "",
        "place=nyemo",
        "kind=governance",
        "kind=budget",
        "kind=transaction",
        "q=no such words",
        "dataset=dataset/other.json",
      ]) {
        await page.goto(`${url}?lang=en&${query}`);
        await page.locator('[data-share="page"]').first().click();
        await page.locator("[data-tab=download]").click();
        const { name, bytes } = await take(page, "iati.xml");
        const xml = bytes.toString();
        const result = await validateXML({
          xml: [{ fileName: "export.xml", contents: xml }],
          schema: [schema],
          preload,
        });
        assert.deepEqual(result.errors, [], `${name}: ${query}`);
        assert.ok(result.valid);
        for (const rules of [official, STANDARD])
          assert.deepEqual(await brokenRules(page, xml, rules), [], `${name}: ${query}`);
      }
      await page.locator("#share .figures").waitFor();
      const text = await page.locator("#share").textContent();
      for (const words of [
        "Title long: budget: IATI’s are for a year at most",
        "Title budget-1: budget: IATI’s may not overlap",
        "Ends\uffff: text: it holds characters",
      ]) {
        assert.ok(text.includes(words), `${words} in ${text}`);
      }
      await page.goto(`${url}?lang=en`);
      await open(page, "page", "download");
      await page.getByText("What IATI cannot hold").click();
      assert.match(await page.locator("#share").innerText(), /Aid funds since 1994: value: the source gives no dates/);
    },
  ));

test("the rule sets find what is wrong with a bad file", () =>
  withApp(browser, {}, async ({ page }) => {
    const folder = process.env.IATI_SCHEMAS;
    assert.ok(folder, "IATI_SCHEMAS names the folder of the official schema; `cargo xtask test` sets it");
    const official = JSON.parse(await readFile(`${folder}/../rulesets/standard_ruleset.json`, "utf8"));
    const broken = new Set(await brokenRules(page, BROKEN, official));
    const concerns = Object.entries(official).filter(([context]) =>
      /activity|participating|transaction|^\/\/budget|result/.test(context),
    );
    const cases = concerns.flatMap(([context, rules]) =>
      Object.entries(rules).flatMap(([kind, { cases }]) =>
        cases.map((rule) => `${context}: ${kind} ${JSON.stringify(rule)}`),
      ),
    );
    assert.deepEqual(
      cases.filter((rule) => !broken.has(rule)),
      [],
      "each rule is broken once",
    );
    const beyond = (await brokenRules(page, BROKEN, STANDARD)).join("\n");
    for (const kind of [
      "strict_sum",
      "time_limit",
      "apart",
      "startswith",
      "regex_no_matches",
      "if_then",
      "//narrative",
    ])
      assert.ok(beyond.includes(kind), `${kind} in ${beyond}`);
    await assert.rejects(
      brokenRules(page, BROKEN, { "//iati-activity": { unheard_of: { cases: [{}] } } }),
      /not known here/,
    );
  }));

for (const [subject, title, shapes] of [
  ["map", "Map", 4],
  ["timeline", "Timeline", 4],
  // One amount is one block.
  ["money-nesting", "Money: the amounts overlap and are not added", 1],
]) {
  test(`${subject} as PNG at twice the size and as well-formed SVG`, () =>
    withApp(browser, { query: "lang=en&place=damxung" }, async ({ page }) => {
      await open(page, subject, "download");
      const png = await take(page, "png");
      assert.equal(png.name, `beijing-lhasa_${subject}_place-damxung.png`);
      const svg = await take(page, "svg");
      const text = svg.bytes.toString();
      const [, width, height] = text.match(/width="(\d+)" height="(\d+)"/);
      assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [2 * width, 2 * height]);
      const parsed = await elsewhere(
        page,
        (xml) => {
          const document = new DOMParser().parseFromString(xml, "image/svg+xml");
          return {
            bad: document.querySelector("parsererror") !== null,
            words: document.documentElement.textContent,
            shapes: document.querySelectorAll("path").length,
          };
        },
        text,
      );
      assert.equal(parsed.bad, false);
      assert.ok(parsed.shapes >= shapes, "the chart is in it");
      for (const part of [title, "Place: Damxung", "Publicity department", "Licence: MIT", "place=damxung"])
        assert.ok(parsed.words.includes(part), part);
    }));
}

test("on paper there are the data and no controls", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    await page.emulateMedia({ media: "print" });
    for (const selector of [".above", ".tools", ".tabs", ".share-button"])
      assert.equal(await page.locator(selector).first().isVisible(), false, selector);
    assert.ok(await page.locator("table.records").isVisible());
    const pdf = await page.pdf();
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  }));

// What a sheet shows: painted canvases and lines.
for (const [query, words] of [
  ["lang=en", ["105 of 105 records", "Source: "]],
  ["lang=zh&place=chengguan&from=2016&to=2018", ["地点：城关区", "2016 年 – 2018 年", "来源："]],
  ["lang=en&record=chengguan-income-2018", ["Income of registered poor, Chengguan: June 2018", "18,525.95"]],
  ["lang=zh&focus=place:nyemo", ["尼木县", "1.31 亿元"]],
]) {
  test(`a sheet of ${query} has the drawings, what is chosen, and the link`, () =>
    withApp(browser, { query, scheme: "dark" }, async ({ page }) => {
      await hasDrawn(page);
      await page.emulateMedia({ media: "print" });
      const text = await page.evaluate(() => document.body.innerText);
      for (const part of words) assert.ok(text.includes(part), part);
      const [link] = text.match(/https?:\/\/\S+/);
      assert.deepEqual(Object.fromEntries(new URL(link).searchParams), await queryOf(page));
      await page.setViewportSize({ width: 700, height: 1000 });
      await page.waitForFunction(() =>
        ["map", "timeline"].every((id) => {
          const canvas = document.querySelector(`#${id} canvas`);
          const { height, width } = canvas.getBoundingClientRect();
          return height > 60 && width <= innerWidth && canvas.height > 60;
        }),
      );
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(ground, "rgb(255, 255, 255)");
      const controls = page.locator("select:not([id=measure]), .button, .window-handle, .chip, summary");
      for (const control of await controls.all())
        assert.equal(await control.isVisible(), false, await control.innerText());
    }));
}

test("a chart that is a table for want of two times offers no picture", () =>
  withApp(browser, { query: "lang=en&from=2018&to=2018" }, async ({ page }) => {
    await page.locator("table#chart-income, #chart-income table").waitFor();
    await open(page, "income", "download");
    assert.equal(await page.locator('[data-file="png"], [data-file="svg"]').count(), 0);
    assert.equal(await page.locator('[data-file="csv"]').count(), 1);
    await page.keyboard.press("Escape");
    await page.locator("#clear").click();
    await page.locator("#chart-income canvas").waitFor();
    await open(page, "income", "download");
    assert.equal(await page.locator('[data-file="png"]').count(), 1);
  }));

test("keys: help, search, parts of the page, language, share", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    await page.keyboard.press("?");
    await page.locator("#keys").waitFor();
    await page.locator("#keys", { hasText: "Search" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#keys").waitFor({ state: "detached" });
    await page.keyboard.press("5");
    await page.waitForFunction(() => location.search.includes("panel=table"));
    await page.keyboard.press("1");
    await page.waitForFunction(() => !location.search.includes("panel="));
    await page.keyboard.press("/");
    await page.waitForFunction(() => document.activeElement.id === "search");
    await page.keyboard.type("s?");
    assert.equal(await page.locator("#share, #keys").count(), 0, "letters typed into a field are letters");
    await page.locator("#search").blur();
    await page.keyboard.press("l");
    await page.locator("html[lang=zh-Hans]").waitFor();
    await page.keyboard.press("s");
    await page.locator("#share").waitFor();
  }));

test("the README's examples of exports are what the app gives", () =>
  withApp(browser, { query: "kind=budget&lang=en" }, async ({ page }) => {
    const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
    await open(page, "page", "download");
    for (const [language, kind] of [
      ["csv", "csv"],
      ["json", "json"],
      ["xml", "iati.xml"],
    ]) {
      const [, example] = readme.match(new RegExp(`  \`\`\`${language}\n([\\s\\S]*?)\n  \`\`\``));
      const { bytes } = await take(page, kind);
      const given = bytes
        .toString()
        .split(/\r?\n/)
        .map((line) => line.replace(/^\uFEFF/, "").trim())
        .join("\n");
      const wanted = example
        .split("\n")
        .map((line) => line.trim())
        .join("\n");
      assert.ok(given.includes(wanted), `${wanted} in the ${language}`);
    }
  }));

test("a record, a view and the dataset are cited, in the language and as programs read it", () =>
  withApp(browser, { query: "place=nyemo&record=funds-since-1994&lang=en" }, async ({ page, url }) => {
    await page.locator("#map canvas").waitFor();
    await page.locator("#record [data-share=page]").click();
    await page.locator("[data-tab=cite]").click();
    const plain = page.locator("#cite-plain");
    const cites = (words) =>
      page.waitForFunction((words) => document.querySelector("#cite-plain").value.includes(words), words);
    await cites("(funds-since-1994)");
    const record = await plain.inputValue();
    assert.match(record, /As stated in: .*Publicity department.*paragraph \d/);
    const address = new URL(record.match(/https?:\S+/)[0]);
    assert.equal(address.searchParams.get("record"), "funds-since-1994");
    assert.equal(address.searchParams.get("place"), null, "a record is the same in every view");
    const edition = record.match(/edition ([0-9a-f]{12})/)[1];
    const text = await (await fetch(new URL("dataset/beijing-lhasa.json", url))).arrayBuffer();
    assert.ok(createHash("sha256").update(Buffer.from(text)).digest("hex").startsWith(edition));
    const [csl] = JSON.parse(await page.locator("#cite-csl").inputValue());
    assert.deepEqual([csl.number, csl.version], ["funds-since-1994", edition]);
    const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
    assert.ok((await page.locator("#cite-bibtex").inputValue()).includes(`urldate = {${today}}`));

    await page.locator("#cite-what").selectOption("view");
    await cites("Nyêmo");
    const view = new URL((await plain.inputValue()).match(/https?:\S+/)[0]);
    assert.deepEqual([view.searchParams.get("place"), view.searchParams.get("record")], ["nyemo", null]);
    await page.locator("#cite-what").selectOption("dataset");
    await page.waitForFunction(() => !document.querySelector("#cite-plain").value.includes("Nyêmo"));
    assert.equal(new URL((await plain.inputValue()).match(/https?:\S+/)[0]).searchParams.get("place"), null);
  }));

test("a citation that cannot be had says so, and the dialog stays", () =>
  withApp(browser, { query: "lang=zh", expected: [/Failed to load resource/] }, async ({ page }) => {
    await page.route("**/reading.js", (route) => route.abort());
    await open(page, "page", "cite");
    await page.locator("[role=dialog], dialog").getByText("没有成功").first().waitFor();
    assert.equal(await page.locator("#cite-plain").inputValue(), "");
  }));
