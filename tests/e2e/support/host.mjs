// Pages of other sites that embed the app: each on an origin of its own.
import { createServer } from "node:http";
import { serve } from "./server.mjs";

// Runs `use({page, app, host})` on a page with `body(app.url)`, served with
// `headers(app origin)`. Other paths of the host are in `more`.
export async function withHost(browser, { body, headers = () => ({}), more = {}, width = 900 }, use) {
  const app = await serve();
  const origin = new URL(app.url).origin;
  const server = createServer((request, response) => {
    const other = more[request.url];
    const html = other ? other(app.url) : `<!doctype html><html lang="en"><title>A host</title>${body(app.url)}</html>`;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers(origin) });
    response.end(html);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const host = `http://127.0.0.1:${server.address().port}/`;
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "en-US" });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    await page.goto(host);
    await use({ page, app: app.url, host, errors });
  } finally {
    await context.close();
    await app.close();
    await new Promise((done) => server.close(done));
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
  for (const name of ["ready", "select", "filterchange", "error"]) {
    document.addEventListener(name, ({ type, detail, target }) => target.id === "atlas" && heard.push({ type, ...detail }));
  }
</script>`;
