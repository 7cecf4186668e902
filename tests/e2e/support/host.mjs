// Pages of other sites that embed the app: each on an origin of its own.
import { createServer } from "node:http";
import { serve } from "./server.mjs";

// Runs `use({page, app, host})` on a page with `body(app.url)`, served with
// `headers(app origin)`. Other paths of the host are in `more`; `overrides` are
// the app's. `init` runs before any script of the host's page or the app's; with
// `clock` the time of both stands still until the test moves it on.
export async function withHost(browser, options, use) {
  const { body, headers = () => ({}), more = {}, width = 900, height = 900, overrides, init, clock } = options;
  const app = await serve(overrides);
  const origin = new URL(app.url).origin;
  const server = createServer((request, response) => {
    const other = more[request.url];
    const html = other
      ? other(app.url, response)
      : `<!doctype html><html lang="en"><title>A host</title>${body(app.url)}</html>`;
    const type = response.getHeader("content-type") ?? "text/html; charset=utf-8";
    response.writeHead(200, { "content-type": type, ...headers(origin) });
    response.end(html);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const host = `http://127.0.0.1:${server.address().port}/`;
  const context = await browser.newContext({ viewport: { width, height }, locale: "en-US", serviceWorkers: "block" });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  if (clock) await page.clock.install();
  if (init) await page.addInitScript(init);
  try {
    // A frame that hangs would keep the page from being loaded.
    await page.goto(host, { waitUntil: clock ? "domcontentloaded" : "load" });
    await use({ page, app: app.url, host, errors });
  } finally {
    await context.close();
    await app.close();
    const closed = new Promise((done) => server.close(done));
    // Answers that a test holds back are never finished.
    server.closeAllConnections();
    await closed;
  }
}

// The app's frame, the nth of the page.
export async function frameOf(page, app, nth = 0) {
  for (;;) {
    const frames = page.frames().filter((frame) => frame.url().startsWith(app));
    if (frames[nth]) return frames[nth];
    await page.waitForEvent("framenavigated");
  }
}

// Gathers the events of the element `#atlas` in `window.heard`.
export const LISTEN = `<script>
  window.heard = [];
  for (const name of ["ready", "select", "focuschange", "filterchange", "error"]) {
    document.addEventListener(name, ({ type, detail, target }) => target.id === "atlas" && heard.push({ type, ...detail }));
  }
</script>`;

// The parts of a host's page.
export const script = (app) => `<script src="${app}embed.js"></script>`;
export const element = (attributes) => `<aid-atlas id="atlas" ${attributes}></aid-atlas>`;

// What was heard of one type, and waiting until so many were.
export const heard = (page, type) => page.evaluate((name) => window.heard.filter((event) => event.type === name), type);
export const waitForHeard = (page, type, many = 1) =>
  page.waitForFunction(([name, n]) => window.heard.filter((e) => e.type === name).length >= n, [type, many]);

// Sets an attribute of the element, or takes it away.
export const set = (page, name, value) =>
  page
    .locator("#atlas")
    .evaluate((e, [n, v]) => (v === null ? e.removeAttribute(n) : e.setAttribute(n, v)), [name, value]);
