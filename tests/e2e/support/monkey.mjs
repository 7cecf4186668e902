// A monkey at the page: random steps of a seed, and what must hold after each.
import assert from "node:assert/strict";
import { DATASET } from "./dataset.mjs";

// Numbers from 0 to 1 that follow from a seed (mulberry32).
function random(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WIDTHS = [1920, 1440, 1024, 768, 390, 320];
const KEYS = "/ 1 2 3 4 5 c s d l a n p ? + - 0 Escape Escape Tab Shift+Tab Enter Space ArrowLeft ArrowDown Home End";
const WORDS = ["school", "学校", "a", "", " ", "%", "(", "zzz", "2018", '"', "\u202e", "x".repeat(300)];
// What leaves the page, reloads it, or opens the browser's own windows.
const OUTSIDE = "a[href^=http], #print, a[download], .failure button, #share-sheet button, #share button";

const ids = (list) => DATASET[list].map(({ id }) => id);
const VALUES = {
  place: [...ids("places"), "whole-area", "no-place", "atlantis"],
  sector: ids("sectors"),
  kind: ids("kinds"),
  org: ids("organisations"),
  from: ["1994", "2016", "2018-06", "9999", "x"],
  to: ["1994", "2016", "2018-06", "0001", ""],
  q: WORDS,
  measure: [...ids("measures"), "love"],
  sort: ["value", "-value", "time", "-title", "place", "--"],
  focus: [...ids("places").map((id) => `place:${id}`), "place:atlantis", `sector:${ids("sectors")[0]}`],
  record: [...ids("records"), "nobody"],
  panel: ["map", "timeline", "charts", "table", "about", "map,about", "x"],
  lang: ["en", "zh", "fr", "xx"],
  scheme: ["light", "dark", "system"],
  unknown: ["1"],
};

// What the page says of itself. Evaluated in the page.
const LOOK = () => {
  const number = (text) => Number((text ?? "").match(/\d[\d,]*/)?.[0].replace(/,/g, "") ?? NaN);
  const all = (selector) => [...document.querySelectorAll(selector)];
  // "12 of 105 records", "共 105 条，显示 12 条": the smaller is what is shown.
  const counts = ((document.querySelector("#count")?.textContent ?? "").match(/\d[\d,]*/g) ?? []).map(number);
  const facets = (name) =>
    all(`#filter-${name} li`).map((item) => ({
      name: item.querySelector("label")?.textContent.trim(),
      chosen: item.querySelector("input")?.checked ?? false,
    }));
  // With a period chosen they stay, but are not counted.
  const undated = [document.querySelector("#undated h3 .hint")].find(
    (hint) => hint && !/not counted|不计入/.test(hint.textContent),
  );
  return {
    text: document.body.innerText.trim().length,
    stopped: document.querySelector("#stopped")?.textContent ?? null,
    skeleton: Boolean(document.querySelector("#skeleton")),
    count: counts.length ? Math.min(...counts) : null,
    rows: document.querySelector("table.records") ? all("table.records tbody tr").length : null,
    first: all("table.records tbody tr")
      .slice(0, 12)
      .map((row) => row.dataset.record),
    dated: number(document.querySelector("#timeline-panel .hint")?.textContent),
    undated: undated ? Math.min(...undated.textContent.match(/\d[\d,]*/g).map(number)) : 0,
    timeline: Boolean(document.querySelector("#timeline-panel")),
    facets: Object.fromEntries(["place", "sector", "kind", "org"].map((name) => [name, facets(name)])),
    search: document.querySelector("#search")?.value ?? null,
    lang: document.documentElement.lang,
    scheme: getComputedStyle(document.documentElement).colorScheme,
    panels: all("main section.panel, main section.charts").map(({ id }) => id),
    record: document.querySelector("#record h2")?.textContent ?? null,
    group: document.querySelector("#group h2")?.textContent ?? null,
    chips: all(".chips li").map((chip) => chip.textContent),
    measure: document.querySelector("#measure")?.value ?? null,
  };
};

// Until what a step changed is on screen: the drawing of two frames, and what lies
// below the first screen.
async function settle(page) {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
}

export class Monkey {
  // `url` is the app's; `seed` decides all.
  constructor(page, url, seed) {
    Object.assign(this, { page, url, seed, log: [], errors: [], scheme: "light" });
    page.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
    page.on("pageerror", (error) => this.errors.push(error.message));
    page.on("dialog", (dialog) => dialog.dismiss());
    page.setDefaultTimeout(30_000);
  }

  // Each step has numbers of its own, so that a step can be looked at alone.
  async step(at) {
    const next = random(Math.imul(this.seed, 7919) + at);
    const pick = (list) => list[Math.floor(next() * list.length)];
    const [name, act] = pick(STEPS);
    const told = await act({ page: this.page, monkey: this, next, pick });
    this.log.push(`${at} ${name} ${told ?? ""}`.trim());
    await this.ready();
  }

  // A step may load the page anew; before its first page there is nothing.
  async ready() {
    if (!this.page.url().startsWith(this.url)) await this.page.goto(`${this.url}?lang=en`);
    await this.page.waitForFunction(() => document.querySelector("#count, #stopped"));
    await settle(this.page);
  }

  // Throws where the page contradicts itself.
  async check() {
    const seen = await this.page.evaluate(LOOK);
    const stopped = seen.stopped ?? "";
    assert.deepEqual(this.errors, [], `no error is printed ${stopped}`.trim());
    assert.equal(seen.stopped, null, "the app runs");
    assert.equal(seen.skeleton, false, "the app is there");
    assert.ok(seen.text > 200, "the page is not blank");
    if (seen.rows !== null) assert.equal(seen.rows, Math.min(seen.count, 200), "the table has what is counted");
    if (seen.timeline) assert.equal(seen.dated + seen.undated, seen.count, "the timeline has what is counted");
    return seen;
  }

  // Throws where another page with the same link shows something else.
  async checkLink() {
    // Any key stops what plays through the years.
    await this.page.keyboard.press("Shift");
    // What is typed reaches the link a moment later.
    await this.page.waitForFunction(() => {
      const typed = document.querySelector("#search");
      return !typed || typed.value.trim() === (new URLSearchParams(location.search).get("q") ?? "").trim();
    });
    const here = await this.check();
    const other = await this.page.context().newPage();
    try {
      await other.setViewportSize(this.page.viewportSize());
      // What the reader's system prefers is in no link.
      await other.emulateMedia({ colorScheme: this.scheme });
      await other.goto(this.page.url());
      await other.waitForFunction(() => document.querySelector("#count, #stopped"));
      await settle(other);
      const there = await other.evaluate(LOOK);
      // What a phone unfolds is in no link, nor which lists are open.
      const both = (name) => here.facets[name].length > 0 && there.facets[name].length > 0;
      const open = (facets) => Object.entries(facets).filter(([name]) => both(name));
      const same = ({ text: _, rows, first, panels, facets, ...others }) => {
        const rest = { ...others, facets: open(facets) };
        return here.panels.join() === there.panels.join() ? { ...rest, rows, first } : rest;
      };
      assert.deepEqual(same(there), same(here), "the link gives the same view");
    } finally {
      await other.close();
    }
  }

  // What to say of a failure.
  replay() {
    return `seed ${this.seed}, ${this.log.length} steps, at ${this.page.url()}\n${this.log.join("\n")}`;
  }
}

// A visible element of a selector, at random.
async function any(page, pick, selector, without) {
  const found = await page.locator(selector).evaluateAll(
    (elements, outside) =>
      elements
        .map((element, at) => [element, at])
        .flatMap(([element, at]) => {
          const { width, height } = element.getBoundingClientRect();
          const is =
            width > 0 && height > 0 && !element.disabled && !element.closest("[inert]") && !element.matches(outside);
          return is ? [at] : [];
        }),
    without ?? OUTSIDE,
  );
  return found.length ? page.locator(selector).nth(pick(found)) : null;
}

// By the page itself: what lies over it keeps a pointer away, not a script.
async function press(element) {
  if (!element) return "nothing";
  const words = await element.evaluate((it) => {
    it.click();
    return (it.id || it.getAttribute("aria-label") || it.textContent || it.tagName).slice(0, 40);
  });
  return words;
}

// A point of an element that is on screen.
async function point(page, next, selector) {
  const box = await page
    .locator(selector)
    .first()
    .boundingBox({ timeout: 1000 })
    .catch(() => null);
  const { width, height } = page.viewportSize();
  if (!box) return { x: next() * width, y: next() * height };
  return { x: box.x + next() * box.width, y: Math.min(height - 1, Math.max(0, box.y + next() * box.height)) };
}

const STEPS = [
  [
    "link",
    async ({ page, monkey, next, pick }) => {
      const names = Object.keys(VALUES).filter(() => next() < 0.25);
      const query = names.map((name) => `${name}=${encodeURIComponent(pick(VALUES[name]))}`).join("&");
      await page.goto(`${monkey.url}?${query}`);
      return query;
    },
  ],
  ["filter", async ({ page, pick }) => press(await any(page, pick, ".choices input"))],
  ["filter", async ({ page, pick }) => press(await any(page, pick, ".choices input, .choices summary"))],
  ["chip", async ({ page, pick }) => press(await any(page, pick, ".chips button"))],
  [
    "record",
    async ({ page, pick }) => press(await any(page, pick, "[data-record] button, #undated button, .context button")),
  ],
  ["button", async ({ page, pick }) => press(await any(page, pick, "button"))],
  ["fold", async ({ page, pick }) => press(await any(page, pick, "summary, .fold"))],
  [
    "search",
    async ({ page, pick }) => {
      const search = await any(page, pick, "#search");
      const word = pick(WORDS);
      if (search)
        await search.evaluate((input, value) => {
          input.value = value;
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }, word);
      return JSON.stringify(word);
    },
  ],
  [
    "brush",
    async ({ page, next }) => {
      const [from, to] = [await point(page, next, "#timeline"), await point(page, next, "#timeline")];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 3 });
      await page.mouse.up();
    },
  ],
  [
    "click",
    async ({ page, next, pick }) => {
      const on = pick(["#map", "#timeline", ".chart"]);
      const at = await point(page, next, on);
      await page.mouse.click(at.x, at.y);
      return on;
    },
  ],
  [
    "point",
    async ({ page, next, pick }) => {
      const at = await point(page, next, pick(["#map", "#timeline", "table.records", "body"]));
      await page.mouse.move(at.x, at.y, { steps: 2 });
    },
  ],
  ["scroll", async ({ page, next }) => page.mouse.wheel(0, (next() - 0.4) * 4000)],
  [
    "choose",
    async ({ page, pick }) => {
      const select = await any(page, pick, "select");
      return select?.evaluate(
        (it, turn) => {
          it.selectedIndex = turn % it.options.length;
          it.dispatchEvent(new Event("change", { bubbles: true }));
          return `${it.id} ${it.value}`;
        },
        pick([0, 1, 2, 3]),
      );
    },
  ],
  ["back", ({ page }) => page.goBack().then(() => undefined)],
  ["back", ({ page }) => page.goBack().then(() => undefined)],
  ["forward", ({ page }) => page.goForward().then(() => undefined)],
  [
    "resize",
    async ({ page, pick }) => {
      const width = pick(WIDTHS);
      await page.setViewportSize({ width, height: pick([600, 900, 1000]) });
      return width;
    },
  ],
  [
    "hide and show",
    async ({ monkey }) => {
      const session = await monkey.page.context().newCDPSession(monkey.page);
      await session.send("Page.setWebLifecycleState", { state: "frozen" });
      await session.send("Page.setWebLifecycleState", { state: "active" });
      await session.detach();
    },
  ],
  [
    "scheme",
    async ({ page, monkey, pick }) => {
      monkey.scheme = pick(["light", "dark"]);
      await page.emulateMedia({ colorScheme: monkey.scheme });
      return monkey.scheme;
    },
  ],
  [
    "share",
    async ({ page, pick }) => {
      const told = await press(await any(page, pick, ".panel-head button, header button"));
      if (pick([true, false])) await page.keyboard.press("Escape");
      return told;
    },
  ],
  [
    "keys",
    async ({ page, pick }) => {
      const keys = [1, 2, 3].map(() => pick(KEYS.split(" ")));
      for (const key of keys) await page.keyboard.press(key);
      return keys.join(" ");
    },
  ],
];

// Opens and closes a record so many times, and gives what grew by it: nodes of
// the document, listeners, bytes of the heap, and of the program's own memory.
export async function openings(page, many) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const measure = async () => {
    for (let turn = 0; turn < 3; turn += 1) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    const wasm = await page.evaluate(() => window.programMemory?.buffer.byteLength ?? 0);
    return { nodes: of.Nodes, listeners: of.JSEventListeners, heap: of.JSHeapUsedSize, wasm };
  };
  const open = (times) =>
    page.evaluate(async (n) => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const until = async (is) => {
        while (!is()) await frame();
      };
      const there = () => document.querySelector("#record");
      for (let turn = 0; turn < n; turn += 1) {
        const links = document.querySelectorAll("table.records tbody [data-record] button");
        links[turn % links.length].click();
        await until(there);
        await frame();
        document.querySelector("#record .sheet-head button").click();
        await until(() => !there());
      }
    }, times);
  // What is made once is there after some.
  await open(Math.min(40, many));
  const before = await measure();
  await open(many);
  const after = await measure();
  await session.detach();
  return { before, after };
}

// For an init script: keeps the program's memory where `openings` finds it.
export function keepMemory() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await own.apply(WebAssembly, all);
      // Later parts of the program take the first one's.
      window.programMemory ??= (made.instance ?? made).exports.memory;
      return made;
    };
  }
}
