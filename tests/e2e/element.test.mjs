// The life of <aid-atlas>: changed, moved, loaded in every way, and not loaded.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { element, frameOf, heard, LISTEN, script, set, waitForHeard, withHost } from "./support/host.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const query = async (frame) => Object.fromEntries(new URLSearchParams(await frame.evaluate(() => location.search)));

test("what the editor changes leaves alone what the reader has chosen", () =>
  withHost(
    browser,
    { body: (app) => `${LISTEN}${element('view="all" filters="kind=result" lang="en"')}${script(app)}` },
    async ({ page, app }) => {
      await waitForHeard(page, "ready");
      const frame = await frameOf(page, app);
      const title = () => page.locator("#atlas").evaluate((e) => e.shadowRoot.querySelector("iframe").title);
      await frame.locator("#untied button").first().waitFor();
      await frame.locator("#measure").selectOption("people");
      await frame.locator("[data-column=value]").click();
      // The reader's own filter: what was chosen by a click, and nothing else.
      await frame.locator("#untied button").first().click();
      await frame.locator("#only-these").click();
      await waitForHeard(page, "filterchange");
      const chosen = await query(frame);
      assert.ok(chosen.place);
      const told = (await heard(page, "filterchange")).length;

      await page.evaluate(() => {
        const frame = document.querySelector("#atlas").shadowRoot.querySelector("iframe");
        window.posted = [];
        const post = frame.contentWindow.postMessage.bind(frame.contentWindow);
        Object.defineProperty(document.querySelector("#atlas"), "send", {
          value: (message) => {
            window.posted.push(message);
            post({ aidAtlas: 1, ...message }, "*");
          },
        });
      });
      await set(page, "title", "Aid by place");
      await set(page, "height", "600");
      assert.equal(await title(), "Aid by place");
      assert.deepEqual(await page.evaluate(() => window.posted), [], "neither goes into the frame");

      await set(page, "lang", "zh");
      await frame.locator("html[lang=zh-Hans]").waitFor();
      await set(page, "scheme", "dark");
      await frame.locator("html[data-scheme=dark]").waitFor();
      assert.deepEqual(await query(frame), { ...chosen, lang: "zh", scheme: "dark" });
      assert.equal((await heard(page, "filterchange")).length, told);

      await set(page, "filters", "place=damxung");
      await waitForHeard(page, "filterchange", told + 1);
      assert.deepEqual((await heard(page, "filterchange")).at(-1), { type: "filterchange", filters: "place=damxung" });
      assert.equal((await query(frame)).measure, "people", "the measure is not the filters'");

      await frame.locator("#measure").selectOption("personnel");
      await set(page, "view", "map");
      await frame.locator("#table-panel").waitFor({ state: "detached" });
      assert.deepEqual(await query(frame), {
        place: "damxung",
        measure: "personnel",
        sort: "value",
        lang: "zh",
        scheme: "dark",
        embed: "map",
      });
      assert.equal((await heard(page, "ready")).length, 1, "loaded once");
    },
  ));

test("what is lit is told, and taken from the page around", () =>
  withHost(
    browser,
    { body: (app) => `${LISTEN}${element('view="view" lang="en"')}${script(app)}` },
    async ({ page, app }) => {
      await waitForHeard(page, "ready");
      const frame = await frameOf(page, app);
      assert.deepEqual(await heard(page, "focuschange"), [], "nothing is lit at first");
      // By the reader, who puts it out again.
      const family = frame.locator(".family").first();
      await family.click();
      await waitForHeard(page, "focuschange");
      const [{ focus }] = await heard(page, "focuschange");
      assert.match(focus, /^sector:[a-z,-]+$/);
      assert.equal((await query(frame)).focus, focus);
      await family.click();
      await waitForHeard(page, "focuschange", 2);
      // By the page around, with what it heard.
      await set(page, "focus", focus);
      await waitForHeard(page, "focuschange", 3);
      assert.equal(await family.getAttribute("aria-pressed"), "true");
      await set(page, "focus", "place:nyemo");
      await waitForHeard(page, "focuschange", 4);
      await set(page, "focus", null);
      await waitForHeard(page, "focuschange", 5);
      const told = await heard(page, "focuschange");
      assert.deepEqual(
        told.map((event) => event.focus),
        [focus, null, focus, "place:nyemo", null],
      );
      assert.deepEqual(await heard(page, "filterchange"), [], "it filters nothing");
    },
  ));

test("a frame that begins with something lit tells it", () =>
  withHost(
    browser,
    { body: (app) => `${LISTEN}${element('view="map" lang="en" focus="place:nyemo"')}${script(app)}` },
    async ({ page }) => {
      await waitForHeard(page, "focuschange");
      assert.deepEqual(await heard(page, "focuschange"), [{ type: "focuschange", focus: "place:nyemo" }]);
    },
  ));

test("a height that is taken away again gives way to the content's", () =>
  withHost(
    browser,
    { body: (app) => `${LISTEN}${element('view="map" lang="en" height="300"')}${script(app)}` },
    async ({ page }) => {
      const height = () => page.locator("#atlas").evaluate((e) => e.getBoundingClientRect().height);
      await waitForHeard(page, "ready");
      assert.equal(await height(), 300);
      await set(page, "height", null);
      await page.waitForFunction(() => document.getElementById("atlas").getBoundingClientRect().height > 350);
      await set(page, "height", "nonsense");
      assert.ok((await height()) > 350);
    },
  ));

test("moved in the page it loads again with what holds then, and hears once", () =>
  withHost(
    browser,
    {
      body: (app) =>
        `${LISTEN}${element('view="map" lang="en" filters="place=nyemo"')}<div id="there"></div>${script(app)}`,
    },
    async ({ page, app }) => {
      await waitForHeard(page, "ready");
      await page.evaluate(() => {
        const atlas = document.getElementById("atlas");
        atlas.remove();
        atlas.setAttribute("filters", "place=damxung");
        atlas.setAttribute("lang", "zh");
        document.getElementById("there").append(atlas);
      });
      await waitForHeard(page, "ready", 2);
      const frame = await frameOf(page, app);
      assert.deepEqual(await query(frame), { place: "damxung", embed: "map", lang: "zh" });
      await set(page, "filters", "place=chengguan");
      await waitForHeard(page, "filterchange");
      assert.equal((await heard(page, "filterchange")).length, 1);
      // Moved before it has loaded, and several times over.
      await page.evaluate(() => {
        const atlas = document.getElementById("atlas");
        for (let times = 0; times < 5; times += 1) document.body.prepend(atlas);
      });
      await waitForHeard(page, "ready", 3);
      await page.locator("#atlas").evaluate((atlas) => atlas.setAttribute("lang", "en"));
      await (await frameOf(page, app)).locator("html[lang=en]").waitFor();
      assert.equal((await heard(page, "ready")).length, 3);
      assert.equal(page.frames().length, 2, "one frame");
    },
  ));

test("moved into another document it is heard there", () =>
  withHost(
    browser,
    {
      body: (app) =>
        `${LISTEN}${element('view="map" lang="en"')}<iframe id="other" srcdoc="<p>Another document</p>"></iframe>${script(app)}`,
    },
    async ({ page }) => {
      await waitForHeard(page, "ready");
      await page.evaluate(() => {
        const other = document.getElementById("other").contentDocument;
        const atlas = document.getElementById("atlas");
        window.there = [];
        atlas.addEventListener("ready", () => window.there.push("ready"));
        other.body.append(atlas);
      });
      await page.waitForFunction(() => window.there.length === 1);
    },
  ));

test("an element that is taken away is not listened for any more", () =>
  withHost(
    browser,
    {
      body: (app) => `${LISTEN}${element('view="map" lang="en"')}${script(app)}`,
      init: () => {
        window.listening = 0;
        const count = (name, step) => {
          const plain = window[name];
          window[name] = function (type, ...rest) {
            if (type === "message") window.listening += step;
            return plain.call(this, type, ...rest);
          };
        };
        count("addEventListener", 1);
        count("removeEventListener", -1);
      },
    },
    async ({ page }) => {
      await waitForHeard(page, "ready");
      assert.equal(await page.evaluate(() => window.listening), 1);
      await page.evaluate(() => document.getElementById("atlas").remove());
      assert.equal(await page.evaluate(() => window.listening), 0);
    },
  ));

const MODES = {
  "a module": (app) => `<script type="module" src="${app}embed.js"></script>`,
  "a module with a query": (app) => `<script type="module" src="${app}embed.js?v=2"></script>`,
  "an import": (app) => `<script type="module">import "${app}embed.js";</script>`,
  "an import at run time": (app) => `<script>import("${app}embed.js");</script>`,
  async: (app) => `<script async src="${app}embed.js"></script>`,
  defer: (app) => `<script defer src="${app}embed.js"></script>`,
  "put in by a script": (app) =>
    `<script>document.head.append(Object.assign(document.createElement("script"), { src: "${app}embed.js" }));</script>`,
  "loaded twice": (app) => `${script(app)}${script(app)}<script type="module" src="${app}embed.js"></script>`,
  "under a base of the host": (app) => `<base href="https://elsewhere.example/">${script(app)}`,
};
for (const [mode, tag] of Object.entries(MODES)) {
  test(`embed.js as ${mode} loads the app`, () =>
    withHost(
      browser,
      { body: (app) => `${LISTEN}${element('view="map" lang="en"')}${tag(app)}` },
      async ({ page, app, errors }) => {
        await waitForHeard(page, "ready");
        assert.equal(page.frames().length, 2);
        assert.ok(page.frames()[1].url().startsWith(app));
        assert.deepEqual(
          errors.filter((text) => !text.includes("favicon")),
          [],
        );
      },
    ));
}

const source = await readFile(new URL("../../dist/embed.js", import.meta.url), "utf8");
const bundled = (_, response) => {
  response.setHeader("content-type", "text/javascript");
  return source;
};
const BUNDLED = {
  "a script of the host": () => `<script src="/site.js"></script>`,
  "a module of the host": () => `<script type="module" src="/site.js"></script>`,
  "the page itself": () => `<script>${source}</script>`,
  "an evaluated text": () => `<script>window.eval(${JSON.stringify(source)})</script>`,
  "the host's own embed.js": () => `<script src="/embed.js"></script>`,
};
for (const [mode, tag] of Object.entries(BUNDLED)) {
  test(`embed.js bundled into ${mode} says that it does not know the app, until it is told`, () =>
    withHost(
      browser,
      {
        body: () => `${LISTEN}${element('view="map" lang="en"')}${tag()}`,
        more: {
          "/site.js": bundled,
          "/embed.js": bundled,
        },
      },
      async ({ page, app, host }) => {
        await waitForHeard(page, "error");
        const [{ message }] = await heard(page, "error");
        assert.match(message, /“app”|this page itself/);
        assert.ok(await page.getByText(message).isVisible(), "in words where the view would be");
        assert.deepEqual(
          page.frames().filter((frame) => frame !== page.mainFrame() && frame.url().startsWith(host)),
          [],
        );
        await set(page, "app", app.replace(/\/$/, ""));
        await waitForHeard(page, "ready");
        assert.equal(await page.getByText(message).count(), 0);
      },
    ));
}

test("an app that is no web address is not loaded", () =>
  withHost(
    browser,
    { body: (app) => `${LISTEN}${element('view="map" lang="zh" app="javascript:window.hit=1//"')}${script(app)}` },
    async ({ page }) => {
      await waitForHeard(page, "error");
      assert.match((await heard(page, "error"))[0].message, /属性/);
      assert.equal(await page.evaluate(() => window.hit), undefined);
    },
  ));

const FAULTS = {
  "is not there": { overrides: { "index.html": { status: 404 } } },
  "is broken": { overrides: { "index.html": { status: 500, body: "An error" } } },
  "is another page": { overrides: { "index.html": { body: "<!doctype html><p>Moved</p>" } } },
  "may not be framed": { overrides: { "index.html": { body: "", headers: { "x-frame-options": "DENY" } } } },
  "is blocked by the host's policy": {
    headers: (origin) => ({ "content-security-policy": `frame-src 'none'; script-src ${origin} 'unsafe-inline'` }),
  },
  "does not answer": { overrides: { "index.html": { parts: [new Promise(() => {})] } }, wait: 31_000 },
};
for (const [fault, { wait = 5000, ...options }] of Object.entries(FAULTS)) {
  test(`an app that ${fault} is told as an error`, () =>
    withHost(
      browser,
      { body: (app) => `${LISTEN}${element('view="map" lang="en"')}${script(app)}`, ...options, clock: true },
      async ({ page, app }) => {
        await page.waitForFunction(() => document.getElementById("atlas").shadowRoot.querySelector("iframe").src);
        // Time stands until it is moved on; the frame's load is the browser's.
        while ((await heard(page, "error")).length === 0) await page.clock.runFor(wait);
        const [{ message }] = await heard(page, "error");
        assert.equal(message, `${app}?embed=map&lang=en cannot be loaded.`);
        assert.ok(await page.getByText(message).isVisible());
      },
    ));
}

test("an answer that comes late is welcome", () => {
  let release;
  const held = new Promise((done) => (release = done));
  return withHost(
    browser,
    {
      body: (app) => `${LISTEN}${element('view="map" lang="en"')}${script(app)}`,
      overrides: { "fallback.js": { body: "" }, "charts.js": { parts: [held], type: "text/javascript" } },
      clock: true,
    },
    async ({ page }) => {
      await page.waitForFunction(() => document.getElementById("atlas").shadowRoot.querySelector("iframe").src);
      await page.clock.runFor(31_000);
      await waitForHeard(page, "error");
      release();
      await waitForHeard(page, "ready");
      assert.equal(await page.getByText("cannot be loaded").count(), 0);
    },
  );
});

test("an app that cannot start tells the page around", () =>
  withHost(
    browser,
    {
      body: (app) => `${LISTEN}${element('view="map" lang="en"')}${script(app)}`,
      overrides: { "start.js": { status: 404 } },
    },
    async ({ page }) => {
      await waitForHeard(page, "error");
      assert.match((await heard(page, "error"))[0].message, /could not start/);
    },
  ));

for (const [how, attributes, style, show] of [
  ["the attribute hidden", "hidden", "", (atlas) => atlas.removeAttribute("hidden")],
  ["a rule of the host", 'class="closed"', ".closed { display: none }", (atlas) => atlas.classList.remove("closed")],
]) {
  test(`hidden by ${how} it stays hidden, and is shown with it`, () =>
    withHost(
      browser,
      {
        headers: (origin) => ({
          "content-security-policy": `default-src 'none'; script-src ${origin} 'unsafe-inline'; frame-src ${origin}; style-src 'nonce-host'`,
        }),
        body: (app) =>
          `<style nonce="host">${style}</style>${LISTEN}${element(`view="map" lang="en" ${attributes}`)}<iframe srcdoc="<p>Another" id="other"></iframe>${script(app)}`,
      },
      async ({ page }) => {
        await page.evaluate(() => customElements.whenDefined("aid-atlas"));
        assert.equal(await page.locator("#atlas").isVisible(), false);
        await page.locator("#atlas").evaluate(show);
        await waitForHeard(page, "ready");
        const display = () => page.evaluate(() => getComputedStyle(window.atlas).display);
        await page.evaluate(() => (window.atlas = document.getElementById("atlas")));
        assert.equal(await display(), "block");
        await page.locator("#atlas").evaluate((atlas) => atlas.toggleAttribute("hidden", true));
        assert.equal(await display(), "none");
        await page.evaluate(() => {
          window.atlas.hidden = false;
          document.getElementById("other").contentDocument.body.append(window.atlas);
        });
        assert.equal(
          await page.evaluate(() => getComputedStyle(window.atlas).display),
          "block",
          "in another document too",
        );
      },
    ));
}

test("in a host that is sandboxed and has no origin it is heard and changed", () =>
  withHost(
    browser,
    {
      headers: () => ({ "content-security-policy": "sandbox allow-scripts" }),
      body: (app) => `${LISTEN}${element('view="map" lang="en" filters="place=nyemo"')}${script(app)}`,
    },
    async ({ page }) => {
      await waitForHeard(page, "ready");
      await set(page, "filters", "place=damxung");
      await waitForHeard(page, "filterchange");
      assert.deepEqual(await heard(page, "filterchange"), [{ type: "filterchange", filters: "place=damxung" }]);
      assert.deepEqual(await heard(page, "error"), []);
    },
  ));

test("a frame that its reader loads again takes what is changed meanwhile", () =>
  withHost(
    browser,
    { body: (app) => `${LISTEN}${element('view="map" lang="en" filters="place=nyemo"')}${script(app)}` },
    async ({ page, app }) => {
      await waitForHeard(page, "ready");
      // As soon as its first word is heard, before it is ready.
      await page.evaluate(() => {
        addEventListener("message", ({ data }) => {
          if (data.type !== "loading" || window.changed) return;
          window.changed = true;
          setTimeout(() => document.getElementById("atlas").setAttribute("filters", "place=damxung"));
        });
      });
      await (await frameOf(page, app)).evaluate(() => void location.reload());
      await waitForHeard(page, "ready", 2);
      const frame = await frameOf(page, app);
      await frame.locator("#map canvas").waitFor();
      assert.equal((await query(frame)).place, "damxung");
    },
  ));

test("an app that is taken away leaves nothing of it, and may come again", () =>
  withHost(
    browser,
    { body: (app) => `${LISTEN}${element('view="map" lang="en"')}${script(app)}` },
    async ({ page, app }) => {
      await waitForHeard(page, "ready");
      const steps = await page.evaluate(() => history.length);
      await set(page, "app", "data:text/html,x");
      await waitForHeard(page, "error");
      while (page.frames().some((frame) => frame.url().startsWith(app))) await page.waitForEvent("framenavigated");
      await set(page, "app", app);
      await waitForHeard(page, "ready", 2);
      assert.equal(await page.evaluate(() => history.length), steps, "no step of the page's history");
    },
  ));
