// The app in browsers that are not Chromium: what every reader does.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ENGINES, withRecorder } from "./support/engines.mjs";
import { serve } from "./support/server.mjs";

const index = await readFile(fileURLToPath(new URL("../../dist/index.html", import.meta.url)), "utf8");
const records = JSON.parse(
  await readFile(fileURLToPath(new URL("../../dist/dataset/beijing-lhasa.json", import.meta.url)), "utf8"),
).records;

for (const [name, open] of Object.entries(ENGINES)) {
  describe(name, () => {
    let app;
    let page;
    const overrides = { "index.html": { body: withRecorder(index) } };
    before(async () => {
      app = await serve(overrides);
      page = await open();
    });
    after(async () => {
      // Both, whatever became of the browser: a server left open keeps the run from ending.
      await Promise.allSettled([page?.close(), app?.close()]);
    });

    const count = () => page.evaluate(() => Number(document.querySelector("#count")?.innerText.match(/\d+/)?.[0]));
    const untilCount = (wanted) =>
      page.until((n) => Number(document.querySelector("#count")?.innerText.match(/\d+/)?.[0]) === n, wanted);
    // Of the page itself: what drives the browser hears of a new address later.
    const query = () => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.search)));
    const opened = async (link) => {
      await page.goto(`${app.url}?${link}`);
      await page.until(
        () => document.querySelector("#count")?.innerText && !document.querySelector("[aria-busy=true]"),
      );
    };
    // Where a time is on the screen, in the timeline's first row.
    const timeAt = (date) =>
      page.until((at) => {
        const element = document.getElementById("timeline");
        const chart = element && window.AidAtlasCharts?.getInstanceByDom(element);
        if (!chart?.getOption()?.series?.length) return undefined;
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const box = element.getBoundingClientRect();
        const [x] = chart.convertToPixel("grid", [at, 0]);
        return { x: box.left + x, y: box.top + Math.min(box.height - 60, 120) };
      }, Date.parse(date));

    test("loads, draws and complains of nothing", async () => {
      await opened("lang=en");
      assert.equal(await count(), records.length);
      for (const chart of ["map", "timeline", "chart-income"]) {
        await page.until((id) => !!document.querySelector(`#${id} canvas, #${id} svg`), chart);
      }
      assert.deepEqual(await page.complaints(), []);
    });

    test("filters, in the list and in the link", async () => {
      await opened("lang=en");
      // Its choices are there a moment after it has been opened.
      const promised = await page.until(() => {
        const list = document.getElementById("filter-place");
        list.open = true;
        const row = [...list.querySelectorAll("li")].find((li) => li.innerText.includes("Damxung"));
        if (!row) return undefined;
        row.querySelector("input").id = "damxung-choice";
        return Number(row.querySelector(".count").innerText);
      });
      assert.ok(promised > 0 && promised < records.length);
      await page.click("#damxung-choice");
      await untilCount(promised);
      assert.equal((await query()).place, "damxung");
      await page.back();
      await untilCount(records.length);
      assert.equal((await query()).place, undefined);
    });

    test("searches", async () => {
      await opened("lang=en");
      await page.type("#search", "nyemo chicken");
      await page.until(() => location.search.includes("chicken"));
      const left = await count();
      assert.ok(left > 0 && left < records.length);
    });

    test("brushes a period, and Back takes it back", async () => {
      await opened("lang=en&panel=timeline");
      const [from, to] = [await timeAt("2014-02-10"), await timeAt("2016-08-20")];
      await page.drag([from, { x: (from.x + to.x) / 2, y: from.y }, to]);
      await page.until(() => location.search.includes("from="));
      const { from: first, to: last } = await query();
      assert.match(first, /^201[34]/);
      assert.match(last, /^2016/);
      assert.ok((await count()) < records.length);
      await page.back();
      await untilCount(records.length);
    });

    test("changes the language and keeps the view", async () => {
      await opened("lang=en&place=nyemo");
      const rows = () => page.evaluate(() => document.querySelectorAll("table.records tbody tr").length);
      const before = await rows();
      await page.click("#language");
      await page.until(
        () => document.documentElement.lang === "zh-Hans" && /尼木县/.test(document.querySelector(".chips").innerText),
      );
      assert.equal(await rows(), before);
      assert.deepEqual(await query(), { lang: "zh", place: "nyemo" });
    });

    test("opens and closes a record", async () => {
      await opened("lang=en&place=nyemo");
      await page.click("[data-record=nyemo-funds] button");
      await page.until(() => document.querySelector("#record")?.innerText.includes("131"));
      assert.equal((await query()).record, "nyemo-funds");
      await page.click("#record .sheet-head button");
      await page.until(() => !document.querySelector("#record"));
      assert.equal((await query()).record, undefined);
    });

    test("opens again without a network", async () => {
      const host = await serve();
      try {
        await page.goto(`${host.url}?lang=en`);
        await page.until(() => document.querySelector("#count")?.innerText);
        await page.evaluate(() => {
          navigator.serviceWorker.ready.then(({ active }) => {
            const look = () => (window.kept = active.state === "activated");
            active.addEventListener("statechange", look);
            look();
          });
        });
        await page.until(() => window.kept);
      } finally {
        await host.close();
      }
      await page.goto(`${host.url}?lang=en&place=nyemo`);
      await page.until(() => document.querySelector("#count")?.innerText);
      const left = await count();
      assert.ok(left > 0 && left < records.length);
    });

    test("hands out a file", async () => {
      await opened("lang=en&place=nyemo");
      const left = await count();
      await page.click("[data-share=page]");
      await page.until(() => !!document.querySelector("[data-tab=download]"));
      await page.click("[data-tab=download]");
      await page.until(() => !!document.querySelector("[data-file=json]"));
      await page.click("[data-file=json]");
      const file = await page.downloaded(".json");
      assert.equal(file.name, "beijing-lhasa_page_place-nyemo.json");
      assert.equal(JSON.parse(file.text).records.length, left);
    });

    // Runs `use` on a page of another origin with `body`, which gathers the events of `#atlas`.
    async function hosted(body, use, headers = {}) {
      const html = `<!doctype html><html lang="en"><title>A host</title>
        <script>window.heard = []; for (const name of ["ready", "filterchange", "error"])
          addEventListener(name, ({ type, detail }) => detail && heard.push({ type, ...detail }));</script>${body}</html>`;
      const host = createServer((_, response) => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers });
        response.end(html);
      });
      await new Promise((done) => host.listen(0, "127.0.0.1", done));
      try {
        await page.goto(`http://127.0.0.1:${host.address().port}/`);
        await use();
        assert.deepEqual(await page.evaluate(() => window.heard.filter(({ type }) => type === "error")), []);
      } finally {
        host.closeAllConnections();
        await new Promise((done) => host.close(done));
        await page.goto("about:blank");
      }
    }
    const ELEMENT = '<aid-atlas id="atlas" view="map" filters="place=nyemo" lang="en"></aid-atlas>';
    const ready = (many = 1) =>
      page.until((n) => window.heard.filter(({ type }) => type === "ready").length >= n, many);
    const narrowed = async () => {
      await page.evaluate(() => document.getElementById("atlas").setAttribute("filters", "place=damxung"));
      await page.until(() =>
        window.heard.some(({ type, filters }) => type === "filterchange" && filters === "place=damxung"),
      );
    };

    test("is embedded in a page of another origin", () =>
      hosted(`${ELEMENT}<script src="${app.url}embed.js"></script>`, async () => {
        await ready();
        const high = await page.until(() => {
          const { height } = document.getElementById("atlas").getBoundingClientRect();
          return height !== 480 && height > 200 && height;
        });
        assert.ok(high > 200);
        await narrowed();
      }));

    test("is embedded by a module, moved, hidden and shown", () =>
      hosted(
        `${ELEMENT}<div id="there"></div><script type="module">import "${app.url}embed.js";</script>`,
        async () => {
          await ready();
          await page.evaluate(() => document.getElementById("there").append(document.getElementById("atlas")));
          await ready(2);
          await narrowed();
          const display = (hidden) =>
            page.evaluate((h) => {
              const atlas = document.getElementById("atlas");
              atlas.hidden = h;
              return getComputedStyle(atlas).display;
            }, hidden);
          assert.equal(await display(true), "none");
          assert.equal(await display(false), "block");
        },
      ));

    test("is embedded in a sandbox without an origin", () =>
      hosted(
        `${ELEMENT}<script src="${app.url}embed.js"></script>`,
        async () => {
          await ready();
          await narrowed();
        },
        { "content-security-policy": "sandbox allow-scripts" },
      ));

    test("a frame with an open record takes no focus and moves nothing", () =>
      hosted(
        `<input id="mine" autofocus><div style="height:700px"></div>
          <iframe src="${app.url}?embed=all&lang=en&record=school-2014" style="width:100%;height:3000px"></iframe>
          <script>addEventListener("message", ({ data }) => heard.push({ ...data, type: "frame " + data.type }));</script>`,
        async () => {
          await page.evaluate(() => document.getElementById("mine").focus());
          await page.until(() =>
            window.heard.some(({ type, record }) => type === "frame select" && record === "school-2014"),
          );
          // Told once the page is laid out, with the record open.
          await page.until(() => window.heard.some(({ type }) => type === "frame height"));
          assert.deepEqual(await page.evaluate(() => [document.activeElement.id, scrollY]), ["mine", 0]);
        },
      ));

    for (const [what, body, words] of [
      ["a page in place of the starting script", "<!doctype html><title>A page</title>", /missing/],
      ["a starting script that it cannot read", "let a = ?;", /too old/],
    ]) {
      test(`${what}: the right words and the table`, async () => {
        overrides["start.js"] = { body, type: body.startsWith("<") ? "text/html" : "text/javascript" };
        try {
          await page.goto(`${app.url}?lang=en`);
          await page.until((n) => document.querySelectorAll("table.records tbody tr").length === n, records.length);
          assert.match(await page.evaluate(() => document.getElementById("stopped").innerText), words);
        } finally {
          delete overrides["start.js"];
        }
      });
    }
  });
}
