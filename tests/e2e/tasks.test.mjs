// Whole tasks with the keyboard alone, told what a screen reader is told: the role and
// the name of what has the focus in Chromium's tree of accessibility, and live regions.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, queryOf, withApp } from "./support/browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// More presses of Tab than anything on the page is away.
const FAR = 120;

// What has the focus, as a screen reader is told.
async function focused(cdp) {
  const { result } = await cdp.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { nodes } = await cdp.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  const [{ role, name, properties = [] }] = nodes;
  const state = Object.fromEntries(properties.map((property) => [property.name, property.value.value]));
  return { role: role?.value, name: name?.value ?? "", ...state };
}

// Presses Tab until something of that role and name has the focus.
async function tabTo(page, cdp, role, name, { back = false } = {}) {
  const passed = [];
  for (let presses = 0; presses < FAR; presses += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const now = await focused(cdp);
    if (now.role === role && name.test(now.name)) return now;
    passed.push(`${now.role} ${now.name}`);
  }
  assert.fail(`no ${role} ${name} among: ${passed.join(" | ")}`);
}

const withKeys = (query, use) =>
  withApp(browser, { query, motion: "reduce" }, async ({ page }) => {
    await page.locator("#timeline canvas").waitFor();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Accessibility.enable");
    await use(page, cdp);
  });

test("finds the money for Nyêmo, reads its qualifier and its source, and shares it", () =>
  withKeys("lang=en", async (page, cdp) => {
    await tabTo(page, cdp, "DisclosureTriangle", /^Place/);
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox", { name: /^Nyêmo/ }).waitFor();
    const box = await tabTo(page, cdp, "checkbox", /^Nyêmo/);
    assert.equal(box.checked, "false");
    await page.keyboard.press("Space");
    assert.equal((await focused(cdp)).checked, "true");
    // What the filter changed is said.
    await page.locator("[role=status] #count").filter({ hasText: "12 of 105 records" }).waitFor();
    await page.keyboard.press("Escape");
    assert.match((await focused(cdp)).name, /^Place/, "the focus is back on the list");
    // Records without a time are one stop, and arrows go through them.
    await tabTo(page, cdp, "button", /^Beijing and Lhasa areas paired/);
    for (let presses = 0; presses < FAR; presses += 1) {
      if (/CNY 131 million/.test((await focused(cdp)).name)) break;
      await page.keyboard.press("ArrowDown");
    }
    assert.match((await focused(cdp)).name, /CNY 131 million/);
    await page.keyboard.press("Enter");
    const panel = page.locator("#record");
    await panel.waitFor();
    assert.equal((await focused(cdp)).role, "heading");
    const told = await panel.innerText();
    assert.match(told, /CNY 131 million/);
    assert.match(told, /paragraph 1/i);
    await tabTo(page, cdp, "button", /^Share$/);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await tabTo(page, cdp, "button", /^Copy link$/);
    await page.keyboard.press("Enter");
    await dialog.getByText("Copied").waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    assert.equal(link.searchParams.get("record"), "nyemo-funds");
    assert.equal(link.searchParams.get("place"), "nyemo");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal((await focused(cdp)).name, "Share", "the focus is back where it was");
  }));

test("goes through the tour, opens a record of a step, and comes back to the page", () =>
  withKeys("lang=en", async (page, cdp) => {
    await tabTo(page, cdp, "button", /^Guided tour/);
    await page.keyboard.press("Enter");
    await page.locator("#story-told").waitFor();
    await page.waitForFunction(() => document.activeElement.id === "story-title");
    await tabTo(page, cdp, "button", /^Next/);
    for (let step = 2; step <= 4; step += 1) {
      await page.keyboard.press("Enter");
      const said = page.locator("#story-told [role=status]").filter({ hasText: `Step ${step} of 10: ` });
      await said.waitFor({ state: "attached" });
    }
    await tabTo(page, cdp, "button", /CNY 131 million/);
    await page.keyboard.press("Enter");
    await page.locator("#record").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#group").waitFor();
    await tabTo(page, cdp, "button", /^All of it$/, { back: true });
    await page.keyboard.press("Enter");
    await page.locator("#filter-place").waitFor();
    assert.deepEqual(await queryOf(page), { lang: "en" });
  }));

test("narrows the period by its handles, hears what is left, and takes it back", () =>
  withKeys("lang=en", async (page, cdp) => {
    await tabTo(page, cdp, "slider", /^First time shown$/);
    const count = page.locator("[role=status] #count");
    const all = await count.innerText();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => new URLSearchParams(location.search).get("from") === "1997");
    const { valuetext } = await focused(cdp);
    assert.match(valuetext, /1997/, "the handle says where it stands");
    await page.locator("[role=status] #count").filter({ hasNotText: all }).waitFor();
    await page.keyboard.press("Escape");
    await count.filter({ hasText: all }).waitFor();
    assert.equal((await focused(cdp)).role, "slider");
  }));
