// Versions of the app in dist/, for tests of what a new one does to pages that are open.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

const DIST = new URL("../../../dist/", import.meta.url);

const hash = (text, by) => `${by}-${createHash(by).update(text).digest("base64")}`;

// What `serve` gives of another version: each script and the page with a mark of it.
export async function version(name) {
  const [index, worker, charts, tools] = await Promise.all(
    ["index.html", "worker.js", "charts.js", "tools.js"].map((file) => readFile(new URL(file, DIST), "utf8")),
  );
  const files = {
    "charts.js": `${charts}\nwindow.chartsOf = "${name}";`,
    "tools.js": `${tools}\nwindow.toolsOf = "${name}";`,
  };
  files[""] = index
    .replace("<html ", `<html data-version="${name}" `)
    .replace(hash(charts, "sha384"), hash(files["charts.js"], "sha384"));
  let list = worker;
  for (const [path, text] of Object.entries(files)) {
    const before = list.match(new RegExp(`\n "${path}": "([^"]+)"`))[1];
    list = list.replace(before, hash(text, "sha256"));
  }
  list = list.replace(/^const VERSION = "[^"]+"/, `const VERSION = "${name}"`);
  return {
    "index.html": { body: files[""] },
    "charts.js": { body: files["charts.js"], type: "text/javascript" },
    "tools.js": { body: files["tools.js"], type: "text/javascript" },
    "worker.js": { body: list, type: "text/javascript" },
  };
}

// Puts a version in the place of what `served` had.
export const deploy = (served, files) => Object.assign(served, files);

// Of which version a page and its scripts are.
export const versions = (page) =>
  page.evaluate(() => [document.documentElement.dataset.version, window.chartsOf, window.toolsOf ?? null]);

// Until a question of the page, which may take its time to answer, has a true answer.
export async function until(page, ask, argument) {
  while (!(await page.evaluate(ask, argument))) {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
}

// Until a worker has all of a version and is at work.
export const kept = (page, name) =>
  until(
    page,
    async (wanted) => {
      const registration = await navigator.serviceWorker.getRegistration();
      if (registration?.active?.state !== "activated" || registration.installing || registration.waiting) return false;
      return (await caches.keys()).some((cache) => cache.endsWith(` ${wanted}`));
    },
    name,
  );

export const cachesOf = (page) =>
  page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1)));
