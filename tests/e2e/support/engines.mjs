// Firefox and WebKit behind one small set of verbs, so that a test is written
// once: goto, evaluate, until, click, type, drag, back, url, downloaded,
// complaints, close. `complaints` are errors and warnings that the page printed.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { WebDriver } from "./webdriver.mjs";

const SIZE = { width: 1440, height: 1000 };

export const ENGINES = { Firefox: firefox, WebKit: webkit };

// Long enough for a slow machine: what takes longer will not come.
const PATIENCE = 60_000;

// Asks again until the answer is neither false, null nor undefined.
async function patiently(what, ask) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}

// What both have, given `evaluate` and a folder for downloads.
function common(evaluate, downloads) {
  return {
    until: (work, ...args) =>
      patiently(`${work} of ${JSON.stringify(args)}`, () => evaluate(work, ...args).catch(gone)),
    // The text of the file that the page hands out, once it is there whole.
    downloaded: (ending) =>
      patiently(`a file *${ending}`, async () => {
        const name = (await readdir(downloads)).find((each) => each.endsWith(ending));
        const text = name && (await readFile(join(downloads, name), "utf8"));
        return text && { name, text };
      }),
  };
}

// While a page is left, its document cannot answer; the next one can.
function gone(error) {
  if (/context|frame|realm|navigat|browsing|destroyed/i.test(error.message)) return undefined;
  throw error;
}

async function firefox() {
  const downloads = await mkdtemp(join(tmpdir(), "aid-atlas-firefox-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    defaultViewport: SIZE,
    extraPrefsFirefox: {
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.useDownloadDir": true,
      "browser.download.always_ask_before_handling_new_types": false,
      "intl.accept_languages": "en-US",
    },
  });
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) => /^(error|warn)/.test(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const evaluate = (work, ...args) => page.evaluate(work, ...args);
  return {
    ...common(evaluate, downloads),
    evaluate,
    complaints: async () => complaints,
    goto: (url) => page.goto(url),
    url: async () => page.url(),
    // Puppeteer's own waits for a load, which a step within a page is none of.
    back: () => evaluate(() => history.back()),
    // Puppeteer's locators make functions of text, which the page's policy refuses.
    async click(selector) {
      const element = await patiently(selector, () => page.$(selector));
      await element.evaluate((found) => found.scrollIntoView({ block: "center", behavior: "instant" }));
      await element.click();
    },
    async type(selector, text) {
      const element = await patiently(selector, () => page.$(selector));
      await element.evaluate((found) => (found.value = ""));
      await element.type(text);
    },
    async drag([first, ...rest]) {
      await page.mouse.move(first.x, first.y);
      await page.mouse.down();
      for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
    },
    screenshot: (path) => page.screenshot({ path }),
    async close() {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

// Keeps what the page complains of: WebDriver tells no console.
const RECORD = `<script>
  window.complaints = [];
  for (const level of ["error", "warn"]) {
    const print = console[level];
    console[level] = (...all) => (window.complaints.push(all.join(" ")), print.apply(console, all));
  }
  addEventListener("error", ({ message }) => window.complaints.push(message ?? "a file did not load"), true);
  addEventListener("unhandledrejection", ({ reason }) => window.complaints.push(String(reason)));
</script>`;
export const withRecorder = (html) => html.replace("<head>", `<head>${RECORD}`);

async function webkit() {
  const home = await mkdtemp(join(tmpdir(), "aid-atlas-webkit-"));
  const downloads = join(home, "downloads");
  await mkdir(downloads);
  await mkdir(join(home, ".config"));
  await writeFile(join(home, ".config/user-dirs.dirs"), 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n');
  const screen = spawn(
    process.env.XVFB ?? "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const display = await new Promise((done) => screen.stdio[3].once("data", (text) => done(`:${String(text).trim()}`)));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn(process.env.WEBKIT_DRIVER ?? "WebKitWebDriver", [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display, HOME: home, LANG: "en_US.UTF-8" },
    stdio: "ignore",
  });
  const driver = await answering(`http://127.0.0.1:${port}`, server);
  await driver.resize(SIZE.width, SIZE.height);
  const { evaluate, goto, url, back, click, drag } = driver;
  return {
    ...common(evaluate, downloads),
    evaluate,
    goto,
    url,
    back,
    click,
    drag,
    type: async (selector, text) => {
      await evaluate((name) => (document.querySelector(name).value = ""), selector);
      await driver.type(selector, text);
    },
    complaints: () => evaluate(() => window.complaints ?? []),
    screenshot: async (path) => writeFile(path, await driver.screenshot()),
    async close() {
      // A page that crashed has taken its session with it.
      await driver.close().catch(() => undefined);
      server.kill();
      screen.kill();
      await rm(home, { recursive: true, force: true });
    },
  };
}

// A session, as soon as the server listens.
async function answering(server, process) {
  await patiently("WebKitWebDriver", async () => {
    if (process.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${process.exitCode}`);
    return (await fetch(`${server}/status`).catch(() => undefined))?.ok;
  });
  return WebDriver.start(server, { browserName: "MiniBrowser" });
}
