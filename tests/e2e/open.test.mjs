// A reader opens a dataset of their own: a file, an address or text. What is on screen
// stays until the other one is there, whatever goes wrong.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { addressOf, count, followed, launch, list, queryOf, waitForCount, withApp } from "./support/browser.mjs";
import { besideTheApp, PROGRAMMES } from "./support/fixtures.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const [WATER] = PROGRAMMES;
const TEXT = JSON.stringify(WATER.dataset);
const TITLE = WATER.dataset.title.fr;
const RECORDS = WATER.dataset.records.length;
// Records of the built-in dataset that name the place of the links below.
const NYEMO = 12;

const file = (name, content) => ({ name, mimeType: "", buffer: Buffer.from(content) });

async function dialog(page) {
  await page.locator("#count").waitFor({ state: "attached" });
  await page.locator("#open-button").click();
  await page.locator("#open[open]").waitFor();
}

async function openFile(page, name, content) {
  await dialog(page);
  await page.locator("#open-file").setInputFiles(file(name, content));
}

async function openAddress(page, address) {
  await dialog(page);
  await page.locator("#open-address").fill(address);
  await page.keyboard.press("Enter");
}

const isShown = (page, title = TITLE) => page.locator("h1", { hasText: title }).waitFor();

// The page is as it was, with its filter, and says why.
async function refused(page, why) {
  const words = page.locator("#opening .failure");
  await words.waitFor();
  assert.match(await words.innerText(), why);
  assert.deepEqual(await queryOf(page), { place: "nyemo", lang: "en" });
  assert.equal(await count(page), NYEMO);
}

// 项目,地点 / 供水工程,北部农村学校 in GB18030, as Chinese spreadsheets write it.
const CHINESE = "cfeec4bf2cb5d8b5e30d0ab9a9cbaeb9a4b3cc2cb1b1b2bfc5a9b4e5d1a7d0a30d0a";
// Żółw in ISO-8859-2, which only what an XML file declares tells.
const POLISH = Buffer.concat([
  Buffer.from(
    '<?xml version="1.0" encoding="ISO-8859-2"?><iati-activities version="2.03"><iati-activity><iati-identifier>PL-1</iati-identifier><title><narrative xml:lang="en">',
  ),
  Buffer.from("aff3b377", "hex"),
  Buffer.from("</narrative></title></iati-activity></iati-activities>"),
]);

for (const [name, content, said] of [
  ["gb18030.csv", Buffer.from(CHINESE, "hex"), /供水工程/],
  [
    "western.csv",
    Buffer.from("id;title\n1;\u00c9cole \u00e0 Bamako\n2;Un \u0153uf\n".replace("\u0153", "\u009c"), "latin1"),
    /École à Bamako/,
  ],
  ["declared.xml", POLISH, /Żółw/],
  ["wide.csv", Buffer.from("id;title\n1;\u00c9cole\n2;Zwei\n", "utf16le"), /École/],
]) {
  test(`${name}: the browser reads an old encoding`, () =>
    withApp(browser, { query: "lang=en" }, async ({ page }) => {
      await openFile(page, name, content);
      await page.locator("#opened-from", { hasText: name }).waitFor();
      await page.locator("#table-panel tbody tr").first().waitFor({ state: "attached" });
      const words = await page.evaluate(() => document.querySelector("main").textContent);
      assert.match(words, said);
      assert.doesNotMatch(words, /\ufffd/);
    }));
}

test("a file of the device: read here, shown in place of the other, and no part of a link", () =>
  withApp(browser, { query: "lang=en&scheme=dark&place=nyemo" }, async ({ page, url }) => {
    const steps = () => page.evaluate(() => history.length);
    const before = await steps();
    await openFile(page, "mine.json", TEXT);
    await isShown(page);
    await waitForCount(page, RECORDS);
    assert.deepEqual(await queryOf(page), { data: "device:mine.json", lang: "en", scheme: "dark" });
    assert.equal(await page.locator("#open").count(), 0, "the dialog is gone");
    assert.match(await page.locator("#opened-from").innerText(), /the file mine\.json on this device/);

    // It is the dataset of filters, exports and links.
    await page.locator("#search").fill("halle");
    await waitForCount(page, 1);
    assert.equal((await queryOf(page)).q, "halle");
    await page.locator('[data-share="page"]').first().click();
    assert.match(await page.locator("#on-device").innerText(), /cannot carry/);
    await page.locator("[data-tab=download]").click();
    for (const [kind, words] of [
      ["csv", /Halle/],
      ["json", /"id": ?"points-usd-fr"/],
    ]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(`[data-file="${kind}"]`).click(),
      ]);
      const taken = await readFile(await download.path(), "utf8");
      assert.match(taken, words, kind);
      assert.doesNotMatch(taken, /Nyêmo/, kind);
    }
    await page.keyboard.press("Escape");

    // Back leads to what was there before it, with its filter.
    // Playwright's own goBack() knows no page that loads itself again.
    const step = (way) => page.evaluate((by) => setTimeout(() => history.go(by)) && undefined, way);
    await step(before - (await steps()));
    await waitForCount(page, NYEMO);
    assert.equal(await addressOf(page), `${url}?lang=en&scheme=dark&place=nyemo`);
    // Forward cannot bring the file again, and says so.
    await step(1);
    await page.locator(".notices .notice").waitFor();
    assert.match(await page.locator(".notices").innerText(), /device:mine\.json.*open the file again/);
    assert.equal(await count(page), 105);
  }));

test("text that was pasted, a packed file and one that is dropped are opened alike", () =>
  withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
    await dialog(page);
    await page.locator("#open-text").fill(TEXT);
    await page.locator("#open-text-go").click();
    await isShown(page);

    await page.goto(`${url}?lang=en`);
    await openFile(page, "mine.json.gz", gzipSync(TEXT));
    await isShown(page);

    await page.goto(`${url}?lang=en`);
    await page.locator("#count").waitFor();
    const drag = (type, text) =>
      page.evaluate(
        ([name, content]) => {
          const held = new DataTransfer();
          held.items.add(new File([content], "dropped.json"));
          const event = new DragEvent(name, { dataTransfer: held, bubbles: true, cancelable: true });
          document.querySelector("main").dispatchEvent(event);
          return event.defaultPrevented;
        },
        [type, text],
      );
    await drag("dragenter", TEXT);
    await page.locator(".drop-here").waitFor();
    assert.ok(await drag("dragover", TEXT), "a page that does not say so gets no drop");
    assert.ok(await drag("drop", TEXT), "the browser does not leave the page for the file");
    await isShown(page);
    assert.equal((await queryOf(page)).data, "device:dropped.json");
  }));

test("a file that is none leaves what is on screen, and another may be tried", () =>
  withApp(browser, { query: "place=nyemo&lang=en" }, async ({ page }) => {
    await dialog(page);
    for (const [name, content, why] of [
      ["empty.json", "", /empty\.json/],
      ["cut.json", TEXT.slice(0, 900), /cut\.json: line \d+, column \d+/],
      ["other.json", '{"schema": "something-else"}', /other\.json/],
      ["cut.json.gz", gzipSync(TEXT).subarray(0, 300), /damaged or cut off/],
      ["bomb.json.gz", gzipSync(Buffer.alloc(700e6)), /larger than/],
    ]) {
      await page.locator("#open-file").setInputFiles(file(name, content));
      await page.locator("#opening", { hasText: name }).waitFor();
      await refused(page, why);
    }
    await page.locator("#open-file").setInputFiles(file("mine.json", TEXT));
    await isShown(page);
  }));

test("an address: its link, its reload and its embed show the same", () =>
  withApp(
    browser,
    { query: "lang=en", overrides: { ...besideTheApp(), "elsewhere.json": { body: TEXT } } },
    async ({ page, url }) => {
      const path = new URL("elsewhere.json", url).pathname;
      await openAddress(page, path);
      await isShown(page);
      assert.deepEqual(await queryOf(page), { data: path, lang: "en" });
      await page.locator('[data-share="page"]').first().click();
      assert.equal(await page.locator("#on-device").count(), 0);
      const link = await page.locator("#share-link").inputValue();
      await page.locator("[data-tab=embed]").click();
      const snippet = await page.locator("#share textarea[readonly]").first().inputValue();
      assert.match(snippet, new RegExp(`data="${path}"`));
      await page.goto(link);
      await isShown(page);
      await waitForCount(page, RECORDS);
      await page.goto(`${link}&embed=map`);
      await page.locator(".embedded .source-line").waitFor();
      assert.equal(await page.locator("#open-button").count(), 0, "in a frame nothing else is opened");
      assert.match(await page.title(), /Eau/);
      // The way back.
      await page.goto(link);
      await dialog(page);
      await page.locator("#built-in").click();
      await waitForCount(page, 105);
      assert.deepEqual(await queryOf(page), { lang: "en" });
    },
  ));

test("an address of another host: opened where the host lets other sites read it", async () => {
  const host = "https://data.example/";
  const expected = [/CORS policy/, /Failed to load resource/];
  await withApp(browser, { query: "place=nyemo&lang=en", hosts: [host], expected }, async ({ page }) => {
    let headers = { "access-control-allow-origin": "https://another.example" };
    await page.route(`${host}**`, (route) => route.fulfill({ body: TEXT, headers, contentType: "application/json" }));
    await openAddress(page, `${host}water.json?v=2`);
    await refused(page, /water\.json: it cannot be fetched/);
    headers = { "access-control-allow-origin": "*" };
    await page.locator("#open-address").press("Enter");
    await isShown(page);
    assert.equal((await queryOf(page)).data, `${host}water.json?v=2`);
    assert.ok((await page.locator("#opened-from").innerText()).includes(`${host}water.json`), "whose data these are");
  });
});

test("addresses that the app does not fetch are named, and nothing is asked for", () =>
  withApp(browser, { query: "place=nyemo&lang=en" }, async ({ page }) => {
    await dialog(page);
    for (const address of [
      "http://data.example/a.json",
      "//data.example/a.json",
      "javascript:alert(1)",
      "data:application/json,{}",
      "file:///etc/passwd",
      "https://user@data.example/a.json",
      "../a.json",
      "device:a.json",
      " ",
    ]) {
      await page.locator("#open-address").fill(address);
      await page.locator("#open-address").press("Enter");
      await page.locator("#open form .failure", { hasText: address.trim() }).waitFor();
    }
    assert.deepEqual(await queryOf(page), { place: "nyemo", lang: "en" });
  }));

test("servers that fail: the page stays, and says what happened", () => {
  const overrides = {
    "html.json": { body: "<!doctype html><p>Please sign in", type: "text/html" },
    "gone.json": { status: 410, body: "" },
    "short.json": { body: "{", headers: { "content-length": "900" } },
    "round.json": { status: 302, headers: { location: "round.json" } },
    "away.json": { status: 301, headers: { location: "http://data.example/a.json" } },
    "claims.json": { body: "{", headers: { "content-length": "2000000000" } },
    // Two gigabytes of blanks; what is not asked for is never sent.
    "endless.json": { parts: Array(2000).fill(Buffer.alloc(1e6, " ")) },
  };
  const expected = [/Failed to load resource/, /Content Security Policy/];
  // The policy stops what a host sends the page to, without https.
  const hosts = ["http://data.example/"];
  return withApp(browser, { query: "place=nyemo&lang=en", overrides, expected, hosts }, async ({ page }) => {
    await dialog(page);
    for (const [name, why] of [
      ["html.json", /html\.json/],
      ["gone.json", /HTTP 410/],
      ["none.json", /404/],
      ["short.json", /short\.json: it cannot be fetched/],
      ["round.json", /round\.json: it cannot be fetched/],
      ["away.json", /away\.json: it cannot be fetched/],
      ["claims.json", /larger than 200 MB/],
      ["endless.json", /larger than 200 MB/],
    ]) {
      await page.locator("#open-address").fill(name);
      await page.locator("#open-address").press("Enter");
      await page.locator("#opening", { hasText: name }).waitFor();
      await refused(page, why);
    }
  });
});

test("a file that has moved is read where it is now, under the address that was given", () => {
  const overrides = {
    "moved.json": { status: 302, headers: { location: "now.json" } },
    "now.json": { body: TEXT },
  };
  return withApp(browser, { query: "lang=en", overrides }, async ({ page }) => {
    await openAddress(page, "moved.json");
    await isShown(page);
    assert.equal((await queryOf(page)).dataset, "moved.json");
  });
});

test("what is given up does not come after all, and of two the last is shown", () => {
  let release;
  const waits = new Promise((done) => (release = done));
  const slow = TEXT.replaceAll(TITLE, "Too late");
  const overrides = { "slow.json": { parts: [slow.slice(0, 500), waits, slow.slice(500)] } };
  return withApp(browser, { query: "place=nyemo&lang=en", overrides }, async ({ page }) => {
    await openAddress(page, "slow.json");
    await page.locator("#opening", { hasText: "slow.json … 1 kB" }).waitFor();
    await page.locator("#opening button").click();
    await page.locator("#opening progress").waitFor({ state: "detached" });
    assert.equal(await page.locator("#opening").innerText(), "", "giving up is no failure");
    await page.locator("#open-address").press("Enter");
    await page.locator("#opening progress").waitFor();
    await page.locator("#open-file").setInputFiles(file("mine.json", TEXT));
    await isShown(page);
    release();
    await page.waitForTimeout(300);
    await isShown(page);
    assert.equal((await queryOf(page)).data, "device:mine.json");
  });
});

for (const [what, overrides] of [
  ["where no worker can be had", { "reading-worker.js": { status: 404 } }],
  ["where the worker is no script", { "reading-worker.js": { body: "<p>", type: "text/html" } }],
]) {
  test(`${what} the page itself reads the file`, () =>
    withApp(browser, { query: "lang=en", overrides, expected: [/Failed to load resource/] }, async ({ page }) => {
      await openFile(page, "mine.json", TEXT);
      await isShown(page);
    }));
}

test("without the part that reads files the page stays, and a later try finds it", () =>
  withApp(browser, { query: "place=nyemo&lang=en", expected: [/Failed to load resource/] }, async ({ page }) => {
    await page.route(/reading\.js/, (route) => route.fulfill({ status: 503 }));
    await openFile(page, "mine.json", TEXT);
    await refused(page, /the part of the app that reads files/);
    await page.unroute(/reading\.js/);
    await page.route(/reader-\w+_bg\.wasm/, (route) => route.fulfill({ status: 503 }));
    await page.locator("#open-file").setInputFiles(file("again.json", TEXT));
    await page.locator("#opening", { hasText: "again.json" }).waitFor();
    await refused(page, /the part of the app that reads files/);
    await page.unroute(/reader-\w+_bg\.wasm/);
    await page.locator("#open-file").setInputFiles(file("mine.json", TEXT));
    await isShown(page);
  }));

const IATI = `<?xml version="1.0"?><iati-activities version="2.03" generated-datetime="2021-05-01T00:00:00Z">
<iati-activity default-currency="EUR" xml:lang="en"><iati-identifier>XM-1</iati-identifier>
<reporting-org ref="XM" type="10"><narrative>Invented Aid Office</narrative></reporting-org>
<title><narrative>Wells &lt;b&gt;of&lt;/b&gt; the north</narrative></title><activity-status code="2"/>
<activity-date type="2" iso-date="2017-03-01"/><recipient-country code="BF"/><sector code="14031" vocabulary="1"/>
<location><name><narrative>Gorom</narrative></name><point><pos>14.44 -0.23</pos></point></location>
<transaction><transaction-type code="3"/><transaction-date iso-date="2018-06-15"/><value>400000.50</value></transaction>
<transaction><transaction-type code="3"/><transaction-date iso-date=""/><value currency="">12</value></transaction>
</iati-activity></iati-activities>`;
const TABLE = [
  "ref;what;place;spent;begun",
  "A1;Rural roads;North;1250000;2004-05-01",
  "A2;=Clinics;South;3400000;2010-01-15",
  "A3;School meals;;about 880000;2012",
].join("\n");
const POINTS = `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Well A","year":2015},"geometry":{"type":"Point","coordinates":[-1.5,12.3]}},
{"type":"Feature","properties":{"name":"Well B","year":2016},"geometry":{"type":"Point","coordinates":[NaN,12.3]}}]}`;

const saved = async (page, button) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return readFile(await download.path(), "utf8");
};

for (const [name, content, records, title, finding] of [
  ["aid.xml", IATI, 3, "Invented Aid Office", /dates that are missing/],
  ["aid.csv", TABLE, 3, "aid", /language/],
  ["aid.geojson", POINTS, 2, "aid", /NaN/],
]) {
  test(`${name}: shown, what was left out is listed, and saved as a dataset that opens again`, () =>
    withApp(browser, { query: "lang=en" }, async ({ page, url }) => {
      await openFile(page, name, content);
      await isShown(page, title);
      await waitForCount(page, records);
      assert.match(await page.locator("#read-as").innerText(), new RegExp(`${name} was read as`));
      assert.equal(await page.locator("h1 b, table b, .time-row b").count(), 0, "what a file says is text");
      await page.locator("#read-as button").first().click();
      const said = await page.locator("#what-was-read").innerText();
      assert.match(said, finding);
      const report = await saved(page, "#save-report");
      assert.match(report, /^\ufefffinding,line,item,field,found\r\n/);
      assert.match(report, finding);
      const dataset = await saved(page, "#save-dataset");
      assert.equal(JSON.parse(dataset).schema, "aid-atlas/2");
      await page.goto(`${url}?lang=en`);
      await openFile(page, "again.json", dataset);
      await isShown(page, title);
      await waitForCount(page, records);
      assert.equal(await page.locator(".notices .notice").count(), 0, "without problems");
    }));
}

test("a reader says what the columns of a table are; the link carries it", () =>
  withApp(browser, { query: "lang=en", overrides: { "spent.csv": { body: TABLE } } }, async ({ page }) => {
    await openAddress(page, "spent.csv");
    await page.locator("#read-as").waitFor();
    await page.locator("#read-as button").first().click();
    const column = (head) => page.getByLabel(`What “${head}” is`, { exact: true });
    await column("spent").selectOption("amount");
    await page.getByLabel(/Currency of “spent”/).fill("eur");
    await column("what").selectOption("title");
    await column("begun").selectOption("start");
    await column("place").selectOption("none");
    await page.locator("#read-again").click();
    await page.waitForFunction(() => new URL(location.href).searchParams.has("columns"));
    await page.locator("#read-as").waitFor();
    const shown = async () => {
      await page.locator("#table-panel tbody tr").first().waitFor();
      await followed(page);
      return page.locator("#table-panel tbody tr").allInnerTexts();
    };
    const rows = await shown();
    assert.match(rows[0], /Rural roads.*EUR 1\.25 million.*2004/s);
    assert.match(rows[2], /School meals.*about EUR 880,000/s);
    assert.doesNotMatch(rows[0], /North/);
    const { columns } = await queryOf(page);
    assert.match(columns, /~4\.amount\.EUR/);
    await page.reload();
    assert.deepEqual(await shown(), rows, "by the link alone");
    assert.equal((await queryOf(page)).columns, columns);
  }));

const PROJECTS = `project_id,title,year,amount_eur
p-1,Wells,2014,1000
p-2,School,2015,2500
`;
const LOCATIONS = `project_id,place_name,latitude,longitude
p-1,Podor,16.65,-14.95
p-2,Matam,15.66,-13.26
`;
const points = async (page) => (await list(page, "place")).innerText();

test("the points of a table's places from a second table: of the device, by address, in a link", () => {
  const overrides = { "projects.csv": { body: PROJECTS }, "sites.csv.gz": { body: gzipSync(LOCATIONS) } };
  const expected = [/Failed to load resource/];
  return withApp(browser, { query: "lang=en", overrides, expected }, async ({ page, url }) => {
    const read = async () => {
      await page.locator("#read-as button").first().click();
      await page.locator("#what-was-read").waitFor();
    };
    // Both at once, in any order: the name tells which has the places.
    await dialog(page);
    await page.locator("#open-file").setInputFiles([file("locations.csv", LOCATIONS), file("projects.csv", PROJECTS)]);
    await waitForCount(page, 2);
    assert.match(await points(page), /Podor.*Matam/s);
    assert.deepEqual(await queryOf(page), { data: "device:projects.csv", places: "device:locations.csv", lang: "en" });
    await read();
    assert.match(await page.locator("#places-from").innerText(), /locations\.csv/);
    // And without it.
    await page.locator("#places-from button").click();
    await page.waitForFunction(() => !new URL(location.href).searchParams.has("places"));
    await waitForCount(page, 2);
    assert.doesNotMatch(await page.locator("body").innerText(), /Podor/);

    await page.goto(`${url}?lang=en`);
    await openAddress(page, "projects.csv");
    await waitForCount(page, 2);
    await read();
    await page.locator("#places-address").fill("none.csv");
    await page.locator("#places-address").press("Enter");
    await page.locator("#opening .failure", { hasText: "none.csv" }).waitFor();
    assert.equal((await queryOf(page)).places, undefined, "what cannot be had changes nothing");
    await page.locator("#places-address").fill("sites.csv.gz");
    await page.locator("#places-address").press("Enter");
    await page.waitForFunction(() => new URL(location.href).searchParams.has("places"));
    await page.locator("#places-from").waitFor({ state: "detached" });
    assert.match(await points(page), /Podor.*Matam/s);
    await page.locator('[data-share="page"]').first().click();
    await page.locator("[data-tab=embed]").click();
    assert.match(await page.locator("#share textarea[readonly]").first().inputValue(), /places="sites\.csv\.gz"/);
    await page.keyboard.press("Escape");
    await page.reload();
    await waitForCount(page, 2);
    assert.match(await points(page), /Podor.*Matam/s, "by the link alone");
  });
});

test("a link to a table whose second table is gone says which, and shows the built-in data", () =>
  withApp(
    browser,
    {
      query: "dataset=projects.csv&places=gone.csv&lang=en",
      overrides: { "projects.csv": { body: PROJECTS } },
      expected: [/Failed to load resource/],
    },
    async ({ page }) => {
      await page.locator(".notices .notice").waitFor();
      assert.match(await page.locator(".notices").innerText(), /gone\.csv.*404/);
      assert.equal(await count(page), 105);
    },
  ));
