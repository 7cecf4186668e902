// A published figure does not change under a link: editions are kept, pinned and compared;
// terms are explained, and errors reported where somebody hears of them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { violations } from "./support/axe.mjs";
import { addressOf, followed, launch, queryOf, withApp } from "./support/browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const [kept] = JSON.parse(await readFile(new URL("../../public/dataset/beijing-lhasa/editions.json", import.meta.url)));
const short = kept.edition.slice(0, 12);
const example = await readFile(new URL("../../public/schema/example.json", import.meta.url), "utf8");

const about = (page) => page.getByRole("button", { name: "Source and method" }).first().click();

test("a link with an earlier edition shows its text for good, says so, and leads to the present one", () =>
  withApp(browser, { query: `lang=en&edition=${short.slice(0, 8)}` }, async ({ page }) => {
    const notice = page.locator("#earlier-edition");
    await notice.waitFor();
    assert.match(await notice.innerText(), new RegExp(short));
    await followed(page);
    // What a reader does stays in that edition.
    await page.locator("[data-record=damxung-funds] button").first().click();
    await page.waitForFunction(() => new URL(location.href).searchParams.has("record"));
    assert.equal((await queryOf(page)).edition, short.slice(0, 8));
    assert.equal(await page.locator(".term").count(), 0, "that edition has no glossary");
    await page.goto((await addressOf(page)).replace("&record=damxung-funds", ""));
    await notice.getByRole("link").click();
    await page.waitForFunction(() => !new URL(location.href).searchParams.has("edition"));
    await followed(page);
    assert.equal(await notice.count(), 0);
  }));

test("an edition that is not kept is named beside the present one, and in a frame nothing takes its place", async () => {
  await withApp(browser, { query: "lang=en&edition=0123456789ab" }, async ({ page }) => {
    const notice = page.locator(".notice", { hasText: "0123456789ab" });
    await notice.waitFor();
    assert.match(await notice.innerText(), /not kept/);
    assert.ok(await page.locator("#count").isVisible());
  });
  await withApp(browser, { query: "lang=en&embed=map&edition=0123456789ab" }, async ({ page }) => {
    await page.locator("#unopened").waitFor();
    assert.match(await page.locator("#unopened").innerText(), /not kept/);
  });
});

test("the dialog pins a link and a snippet to the edition, and citations are pinned", () =>
  withApp(browser, { query: "lang=en&place=nyemo" }, async ({ page }) => {
    await page.getByRole("button", { name: "Share" }).first().click();
    const link = page.locator("#share-link");
    assert.doesNotMatch(await link.inputValue(), /edition=/);
    await page.locator("[data-pin] input").check();
    await page.waitForFunction(() => /edition=[0-9a-f]{12}&/.test(document.querySelector("#share-link").value));
    const pinned = await link.inputValue();
    await page.locator("[data-tab=embed]").click();
    await page.locator("[data-pin] input").check();
    await page.waitForFunction(() => document.querySelector("#embed-preview").src.includes("edition="));
    const codes = await page.locator("dialog textarea[readonly]").evaluateAll((all) => all.map((area) => area.value));
    assert.ok(codes.length >= 2 && codes.every((code) => code.includes("edition=")), codes.join("\n"));
    await page.locator("[data-tab=cite]").click();
    await page.waitForFunction(() => document.querySelector("#cite-plain").value.includes("edition="));
    await page.goto(pinned);
    await followed(page);
    assert.equal(await page.locator("#earlier-edition").count(), 0, "it is the present one");
  }));

test("a file elsewhere that is not the edition of the link is told", async () => {
  const overrides = { "dataset/mine.json": { body: example } };
  await withApp(
    browser,
    { query: "lang=en&dataset=dataset/mine.json&edition=0123456789ab", overrides },
    async ({ page }) => {
      const notice = page.locator(".notice", { hasText: "another edition" });
      await notice.waitFor();
      assert.match(await notice.innerText(), /0123456789ab[\s\S]*may differ/);
    },
  );
});

test("source and method list the editions and what changed, record by record", () =>
  withApp(browser, { query: "lang=en" }, async ({ page }) => {
    await about(page);
    const list = page.locator(".editions");
    await list.waitFor();
    assert.match(await list.innerText(), new RegExp(`${short}[\\s\\S]*until`));
    // Each edition says what the one after it changed, the newest first.
    for (const [nth, part] of ["places", "glossary"].entries()) {
      await list.locator("summary").nth(nth).click();
      const changed = list.locator("details").nth(nth).locator("ul");
      await changed.waitFor();
      assert.match(await changed.innerText(), new RegExp(part));
    }
    assert.deepEqual(await violations(page), []);
  }));

test("a term of the programme is explained where it occurs, from outside the source", () =>
  withApp(browser, { query: "lang=zh&record=aim-two-and-three" }, async ({ page }) => {
    const term = page.locator(".term").first();
    await term.waitFor();
    assert.match(await term.innerText(), /两不愁三保障/);
    await term.locator("summary").click();
    assert.match(await term.innerText(), /补充知识[\s\S]*2011/);
    assert.deepEqual(await violations(page), []);
  }));

test("an error is reported to whom the dataset names, with record, edition and link, and to nobody else", async () => {
  await withApp(browser, { query: "lang=en&record=damxung-funds" }, async ({ page }) => {
    await page.locator(".health").first().waitFor();
    assert.equal(await page.locator("#report").count(), 0);
  });
  const record = JSON.parse(example).records[0].id;
  const overrides = { "dataset/mine.json": { body: example } };
  await withApp(
    browser,
    { query: `lang=en&dataset=dataset/mine.json&record=${record}`, overrides },
    async ({ page }) => {
      const href = await page.locator("#report").getAttribute("href");
      const { protocol, pathname, searchParams } = new URL(href);
      assert.deepEqual([protocol, pathname], ["mailto:", "data@programme.example"]);
      assert.ok(searchParams.get("subject").includes(record));
      assert.match(searchParams.get("body"), /edition=[0-9a-f]{12}/);
      assert.match(await page.locator("#report").getAttribute("rel"), /noopener/);
    },
  );
});

test("what is not on screen is not cited, and a frame keeps its view in the present edition", async () => {
  await withApp(browser, { query: "lang=en&edition=0123456789ab" }, async ({ page }) => {
    await page.getByRole("button", { name: "Share" }).first().click();
    await page.locator("[data-tab=cite]").click();
    await page.waitForFunction(() => document.querySelector("#cite-plain").value.includes("edition="));
    assert.doesNotMatch(await page.locator("#cite-plain").inputValue(), /0123456789ab/);
  });
  await withApp(browser, { query: `lang=en&embed=map&controls=none&edition=${short}` }, async ({ page }) => {
    const href = await page.locator("#earlier-edition a").getAttribute("href");
    const query = new URLSearchParams(href.split("?")[1]);
    assert.deepEqual([query.get("embed"), query.get("controls"), query.has("edition")], ["map", "none", false]);
  });
});
