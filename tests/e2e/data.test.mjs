// Data of others: what is wrong with them is said, and the rest is shown.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { followed, launch, waitForCount, withApp } from "./support/browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const FILE = "dataset/other.json";
const NAME = { zh: "名", en: "Name" };

function record(id, fields = {}) {
  return {
    id,
    kind: "transaction",
    sector: "x",
    title: { zh: `题 ${id}`, en: `Title ${id}` },
    note: { zh: "注", en: "Note" },
    time: { type: "point", at: "2017" },
    source: { document: "d", section: "s", paragraph: 1 },
    ...fields,
  };
}

function dataset(records, fields = {}) {
  return {
    schema: "aid-atlas/1",
    id: "other",
    title: { zh: "另一项目", en: "Another programme" },
    summary: NAME,
    licence: "MIT",
    currency: "CNY",
    asOf: "2018",
    documents: [
      { id: "d", title: NAME, publisher: NAME, published: NAME, sections: [{ id: "s", title: NAME, paragraphs: 3 }] },
    ],
    places: [],
    organisations: [],
    sectors: [{ id: "x", name: NAME, dac: { code: "43010", name: NAME } }],
    records,
    ...fields,
  };
}

const funds = (amount) => [{ indicator: "funds", amount, unit: "yuan", qualifier: "exact" }];
const relation = (type, target) => ({ type, target, basis: "stated" });
const withData = (made, options, use) =>
  withApp(
    browser,
    { query: `lang=en&dataset=${FILE}${options.query ?? ""}`, overrides: { [FILE]: { body: JSON.stringify(made) } } },
    use,
  );

test("a circle of two records is named in words, and the page goes on", () => {
  const relations = [relation("part_of", "b"), relation("includes", "b")];
  return withData(
    dataset([record("a", { relations, values: funds(2) }), record("b", { values: funds(1) })]),
    {},
    async ({ page }) => {
      await waitForCount(page, 2);
      const notice = page.locator(".notice");
      assert.match(await notice.innerText(), /“Title a” \(a\), “Title b” \(b\); the 2 relations between them left out/);
      await page.locator("#chart-money-nesting canvas").waitFor();
      await page.locator("html[lang=en]").waitFor();
      await page
        .getByRole("button", { name: "Switch to Chinese" })
        .or(page.getByRole("button", { name: "切换到中文" }))
        .first()
        .click();
      await page.locator("html[lang=zh-Hans]").waitFor();
      assert.match(await notice.innerText(), /互相包含，成为循环：“题 a”（a）/);
    },
  );
});

test("problems of one kind are one line with a count, and all of them behind it", () => {
  const wrong = Array.from({ length: 700 }, (_, nth) => record(`w${nth}`, { sector: "nowhere" }));
  const made = dataset([...wrong, record("no-date", { time: { type: "point", at: "2018-13" } }), record("sound")]);
  return withData(made, {}, async ({ page }) => {
    await waitForCount(page, 1);
    const lines = page.locator(".notice > div > ul > li");
    assert.equal(await lines.count(), 2);
    assert.match(await lines.first().innerText(), /^700 in records: what they name is not there$/);
    assert.equal(await page.locator(".notice ol li").count(), 0, "made when it is asked for");
    await lines.first().locator("summary").click();
    await page.locator(".notice ol li").nth(699).waitFor();
    assert.match(
      await page.locator(".notice ol li").last().innerText(),
      /^records\[699\] \(w699\): there is no `nowhere` in sectors$/,
    );
    assert.match(await lines.last().innerText(), /`2018-13` is no date/);
    await page.locator(".notice").getByRole("button", { name: "Dismiss" }).click();
    await page.locator(".notice").waitFor({ state: "detached" });
  });
});

test("an address of another host among the outlines is never asked for, and costs the outlines only", async () => {
  const embedded = JSON.parse(
    await readFile(new URL("../../public/dataset/beijing-lhasa.json", import.meta.url), "utf8"),
  );
  for (const file of [
    "\\\\localhost:1\\x.json",
    "//localhost:1/x.json",
    "\t//localhost:1/x.json",
    "http:x",
    "../x.json",
  ]) {
    const made = structuredClone(embedded);
    made.maps[0].file = file;
    // `withApp` fails where another host is asked for anything.
    await withData(made, { query: "&place=nyemo" }, async ({ page, url }) => {
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.reload();
      // What has coordinates is drawn without outlines.
      await page.locator("#map canvas").waitFor();
      assert.match(await page.locator(".notice").innerText(), /maps\[0\] \(recipient\): .* is not fetched/s);
      await followed(page);
      assert.ok((await page.locator("table.records tbody tr").count()) > 0);
      await page.locator("#timeline canvas").waitFor();
      assert.deepEqual(
        asked.filter((address) => !address.startsWith(url)),
        [],
      );
    });
  }
  const provider = structuredClone(embedded);
  provider.maps[1].file = "https://localhost:1/x.json";
  await withData(provider, {}, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    assert.equal(await page.locator(".inset").count(), 0);
  });
  await withData(dataset([record("a")]), {}, async ({ page }) => {
    await page.locator("#no-outlines").waitFor();
    assert.equal(await page.locator(".notice").count(), 0);
  });
});

test("money that was given back, points in the west and south, and digits as they were written", () => {
  const text = JSON.stringify(
    dataset(
      [
        record("given", { values: funds(8e6), places: ["lima"] }),
        record("back", { values: funds(-3e6) }),
        record("long", { values: funds("N"), kind: "result" }),
        record("none", { values: [{ indicator: "people", amount: 0, unit: "persons", qualifier: "exact" }] }),
      ],
      {
        places: [
          {
            id: "lima",
            name: NAME,
            level: "city",
            coordinates: { longitude: -77.0428, latitude: -12.0464, precision: "seat", origin: "GeoNames" },
          },
        ],
      },
    ),
  ).replace('"N"', "9007199254740993.10");
  const overrides = { [FILE]: { body: text } };
  return withApp(browser, { query: `lang=en&dataset=${FILE}`, overrides }, async ({ page, url }) => {
    await waitForCount(page, 4);
    for (const chart of ["money-nesting", "money-by-sector", "people-reached"])
      await page.locator(`#chart-${chart} canvas`).waitFor();
    await followed(page);
    assert.match(await page.locator("table.records").innerText(), /CNY −3 million/);
    await page.locator("[data-record=given] button").click();
    await followed(page);
    assert.match(await page.locator("#record").innerText(), /77\.043° W, 12\.046° S/);
    await page.keyboard.press("Escape");
    await page.locator("[data-record=long] button").click();
    await followed(page);
    assert.match(await page.locator("#record").innerText(), /9,007,199,254,740,993\.1\b/);
    await page.keyboard.press("Escape");
    await page.locator('[data-share="table"]').first().click();
    await page.locator("[data-tab=download]").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[data-file="json"]').click()]);
    const again = await readFile(await download.path(), "utf8");
    assert.match(again, /9007199254740993\.10/);
    assert.ok(!/null/.test(again), again);
    overrides["dataset/again.json"] = { body: again };
    await page.goto(`${url}?lang=en&dataset=dataset/again.json`);
    await waitForCount(page, 4);
    assert.equal(await page.locator(".notice").count(), 0);
  });
});

test("words without an end break, and do not widen the page", async () => {
  const word = "x".repeat(1800);
  const long = { zh: word, en: word };
  const made = dataset(
    [
      record("a", { title: long, note: long, values: funds(2), places: ["p"] }),
      record("b", { title: long, sector: word }),
    ],
    {
      title: long,
      summary: long,
      places: [{ id: "p", name: long, level: "city" }],
      sectors: [{ id: "x", name: long, dac: { code: "43010", name: long } }],
    },
  );
  const narrow = async (page) => {
    await page.locator("#timeline canvas").waitFor();
    const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    assert.ok(needed <= there, `${needed} pixels of ${there}`);
  };
  await withData(made, { query: `&q=${word}` }, async ({ page }) => {
    await narrow(page);
    await page.locator("[data-record=a] button").click();
    await page.locator("#record").waitFor();
    await narrow(page);
  });
  await withApp(browser, { query: `lang=en&q=${word}` }, ({ page }) => narrow(page));
});

test("outlines that never come end in words and another try, and hold back no others", async () => {
  const never = () => ({ parts: [new Promise(() => {})] });
  const overrides = { "geometry/beijing.json": never() };
  await withApp(browser, { query: "lang=en", overrides }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    assert.equal(await page.locator("#inset-provider canvas").count(), 0, "Beijing's are still on their way");
  });
  overrides["geometry/lhasa.json"] = never();
  await withApp(browser, { query: "lang=en", overrides }, async ({ page }) => {
    await page.clock.install();
    await page.reload();
    await page.locator("#timeline canvas").waitFor();
    await page.clock.runFor(61_000);
    const notice = page.locator("#map-panel .failure");
    await notice.getByRole("button", { name: "Try again" }).waitFor();
    delete overrides["geometry/lhasa.json"];
    await notice.getByRole("button").click();
    await page.locator("#map canvas").waitFor();
  });
});
