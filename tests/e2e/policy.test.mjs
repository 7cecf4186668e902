// What the page's own policy refuses, that the app needs none of it, and what a build
// leaves for hosts and for readers who install the app.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { launch, withApp } from "./support/browser.mjs";

const DIST = new URL("../../dist/", import.meta.url);
const file = (name) => readFile(new URL(name, DIST), "utf8");

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const GATHER = () => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    window.refused.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
};
const refused = (page) => page.evaluate(() => window.refused);

for (const [scheme, lang] of [
  ["light", "en"],
  ["dark", "zh"],
]) {
  test(`the app needs nothing that its policy refuses: ${scheme}, ${lang}`, () =>
    withApp(browser, { query: `lang=${lang}`, scheme, init: GATHER }, async ({ page }) => {
      await page.locator("#timeline canvas").waitFor();
      const map = await page.locator("#map canvas").boundingBox();
      for (const part of [0.2, 0.4, 0.6, 0.8]) await page.mouse.move(map.x + map.width * part, map.y + map.height / 2);
      await page.locator("[data-record=school-2014] button").first().click();
      await page.locator("#record").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("[data-share=page]").first().click();
      await page.locator("[data-tab=link]").click();
      await page.locator("#qr img").waitFor();
      await page.locator("[data-tab=embed]").click();
      await page.frameLocator("iframe").locator("canvas").first().waitFor();
      await page.locator("[data-tab=download]").click();
      await page.locator("[data-file=json]").waitFor();
      await page.keyboard.press("Escape");
      assert.deepEqual(await refused(page), []);
    }));
}

test("inline scripts, text as code, HTML that acts, and other hosts are refused", () =>
  withApp(browser, { query: "lang=en", init: GATHER, expected: [/./] }, async ({ page }) => {
    await page.locator("#map canvas").waitFor();
    const tried = await page.evaluate(async () => {
      const results = {};
      const tryTo = (name, work) => {
        try {
          results[name] = `done: ${work()}`;
        } catch (error) {
          results[name] = error.name;
        }
      };
      const box = document.createElement("div");
      tryTo("a handler", () => (box.innerHTML = '<img src="x" onerror="window.acted = 1">'));
      tryTo("a link", () => (box.innerHTML = '<a href="javascript:acted">a</a>'));
      tryTo("another script", () => (document.createElement("script").src = "https://other.example/a.js"));
      tryTo("another policy", () => window.trustedTypes.createPolicy("mine", {}));
      tryTo("words", () => {
        box.innerHTML = "<p>words</p>";
        return box.textContent;
      });
      const script = document.createElement("script");
      tryTo("an inline script", () => {
        script.append("window.acted = 2");
        document.head.append(script);
      });
      const { name: other } = await fetch("http://other.example/").catch((error) => error);
      return { ...results, "another host": other, acted: window.acted ?? null };
    });
    for (const name of ["a handler", "a link", "another script", "another policy", "another host"]) {
      assert.equal(tried[name], "TypeError", name);
    }
    assert.equal(tried.words, "done: words");
    assert.equal(tried.acted, null);
  }));

test("the headers repeat the page's policy, and anybody may frame it", async () => {
  const [html, headers] = await Promise.all([file("index.html"), file("_headers")]);
  const policy = html.match(/<meta name="policy" content="([^"]+)"/)[1];
  const told = [...headers.matchAll(/Content-Security-Policy: (.*)/g)].map(([, text]) => text);
  assert.deepEqual(told, [`${policy}; frame-ancestors *`, `${policy}; frame-ancestors *`]);
  assert.match(html.match(/<script src="[^"]*"/)[0], /fallback\.js/, "what puts it to work comes first");
  const named = (await readdir(DIST)).filter((name) => /-[0-9a-f]{10,16}(_bg)?\.\w+$/.test(name));
  assert.ok(named.length >= 3);
  for (const name of named) assert.match(headers, new RegExp(`/${name}\n  Cache-Control: .*immutable`));
  assert.match(headers, /worker\.js\n {2}Cache-Control: no-cache/);
});

test("it can be installed: a manifest beside the page, with icons as large as it says", async () => {
  const [html, text] = await Promise.all([file("index.html"), file("manifest.webmanifest")]);
  assert.match(html, /<link rel="manifest" href="manifest\.webmanifest">/);
  const manifest = JSON.parse(text);
  for (const name of ["id", "start_url", "scope"]) assert.equal(manifest[name], "./");
  const { title } = JSON.parse(await file("dataset/beijing-lhasa.json"));
  assert.equal(manifest.name, title.en);
  assert.deepEqual(manifest.name_localized, { zh: title.zh });
  assert.deepEqual(manifest.icons.map(({ purpose }) => purpose).sort(), ["any", "any", "maskable"]);
  for (const { src, sizes } of manifest.icons) {
    const png = await readFile(new URL(src, DIST));
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes);
  }
});

test("a build's compressed files are the files themselves", async () => {
  const folder = await mkdtemp(join(tmpdir(), "aid-atlas-compress-"));
  try {
    const text = "a line like many others\n".repeat(500);
    const given = { "page.html": text, "picture.png": text, _headers: text, "one.txt": "1" };
    for (const [name, content] of Object.entries(given)) await writeFile(join(folder, name), content);
    const script = new URL("../../scripts/build/compress.mjs", import.meta.url).pathname;
    await promisify(execFile)("node", [script, folder]);
    const made = (await readdir(folder)).filter((name) => !(name in given)).sort();
    assert.deepEqual(made, ["page.html.br", "page.html.gz"]);
    assert.equal(brotliDecompressSync(await readFile(join(folder, "page.html.br"))).toString(), text);
    assert.equal(gunzipSync(await readFile(join(folder, "page.html.gz"))).toString(), text);
  } finally {
    await rm(folder, { recursive: true });
  }
});
