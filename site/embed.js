// <aid-atlas view="map" filters="place=nyemo"></aid-atlas>: one view of the app
// in a frame that is loaded when it comes near, is as high as its content and
// tells what a reader does in it. The protocol is in docs/embed.md.
const VERSION = 1;
// Attributes that go into the link, by the name that they have there.
const PARAMETERS = { view: "embed", lang: "lang", scheme: "scheme", measure: "measure", controls: "controls", record: "record" };
// A frame's height in pixels before it has told its own, and at most: browsers
// lay out no more.
const LOW = 480;
const HIGH = 2 ** 24;
// Milliseconds until a frame that has not answered is given up: after it has
// loaded, and in all.
const AFTER_LOAD = 4000;
const IN_ALL = 30_000;

// The app's folder is this file's. A module has no current script, but its own
// address is the first in a trace. Bundled into another script the file cannot
// know: then the attribute `app` says it, and never the page around.
const trace = String(new Error().stack).match(/https?:[^\s()]+?(?=:\d+)(?!:\d+\/)/);
const own = document.currentScript?.src || trace?.[0];
const folder = /\/embed\.js($|[?#])/.test(own) ? new URL(".", own).href : undefined;

class AidAtlas extends HTMLElement {
  static observedAttributes = [...Object.keys(PARAMETERS), "app", "filters", "height", "title"];

  connectedCallback() {
    if (!this.frame) {
      this.frame = document.createElement("iframe");
      this.frame.allow = "clipboard-write";
      Object.assign(this.frame.style, { border: "0", width: "100%", display: "block" });
      this.frame.addEventListener("load", () => this.expect(AFTER_LOAD));
      this.attachShadow({ mode: "open" }).append(this.frame);
    }
    // An element may have been moved into another document.
    this.around = this.ownerDocument.defaultView;
    this.listen ??= (event) => this.hear(event);
    this.around?.addEventListener("message", this.listen);
    this.block();
    // Hidden elements never come near: the frame waits until they are shown.
    this.watch = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.load(),
      { rootMargin: "300px" },
    );
    this.watch.observe(this);
    this.dress();
  }

  // A block, unless `hidden` or the page's own rules say otherwise: an attribute
  // `style` would win over both, and a page's policy may refuse a style element.
  block() {
    try {
      const sheet = new this.around.CSSStyleSheet();
      sheet.replaceSync(":host{display:block}:host([hidden]){display:none}");
      this.shadowRoot.adoptedStyleSheets = [sheet];
    } catch {
      // Safari before 16.4.
      this.style.display ||= "block";
    }
  }

  // A frame that is moved loads again: nothing of the former one holds.
  disconnectedCallback() {
    this.around?.removeEventListener("message", this.listen);
    this.watch.disconnect();
    this.forget();
    this.near = this.address = undefined;
    this.frame.removeAttribute("src");
  }

  // Moved by moveBefore(), which keeps the frame as it is.
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    if (!this.frame || before === after) return;
    this.dress();
    if (name === "height" || name === "title" || !this.near) return;
    if (!this.ready) return this.reload();
    const [told, query] = [this.told, this.query()];
    const names = [...new Set([...told.keys(), ...query.keys()])].filter((key) => told.get(key) !== query.get(key));
    if (name === "filters") names.push("filters");
    if (name === "app" || names.includes("dataset")) return this.reload();
    this.told = query;
    // Only what the editor changed: the rest is the reader's.
    this.send({ type: "view", query: `${query}`, replaces: names.join() });
  }

  dress() {
    this.frame.title = this.getAttribute("title") ?? "Aid Atlas";
    const fixed = parseInt(this.getAttribute("height"), 10);
    this.frame.style.height = `${fixed > 0 ? fixed : (this.content ?? LOW)}px`;
  }

  query() {
    const query = new URLSearchParams(this.getAttribute("filters") ?? "");
    query.set("embed", "all");
    for (const [attribute, parameter] of Object.entries(PARAMETERS)) {
      const value = this.getAttribute(attribute);
      if (value) query.set(parameter, value);
    }
    return query;
  }

  load() {
    this.watch.disconnect();
    this.near = true;
    this.reload();
  }

  forget() {
    clearTimeout(this.timer);
    this.say("");
    this.ready = this.alive = this.content = undefined;
  }

  reload() {
    this.forget();
    this.dress();
    this.app = this.place();
    this.told = this.query();
    this.address = this.app && `${this.app}?${this.told}`;
    // Another source of the same frame would be a step of the page's history.
    if (this.frame.src) this.frame.contentWindow.location.replace(this.address ?? "about:blank");
    else if (this.app) this.frame.src = this.address;
    this.expect(IN_ALL);
  }

  // The app's folder, if it can be known.
  place() {
    const given = (this.getAttribute("app") || undefined)?.replace(/\/*$/, "/");
    const { baseURI } = this.ownerDocument;
    let app;
    try {
      app = new URL(given ?? folder, given && baseURI);
    } catch {}
    if (!/^http/.test(app?.protocol)) {
      this.fail(
        "embed.js 不知道应用在何处：请用 app 属性写明其文件夹的地址。",
        "embed.js cannot tell where the app is: name its folder in the attribute “app”.",
      );
    } else if (app.origin === this.around.location.origin && app.pathname === this.around.location.pathname.replace(/index\.\w+$/, "")) {
      this.fail(`${app} 就是本页，不是应用。`, `${app} is this page itself, not the app.`);
    } else return app;
  }

  // Waits for the frame's first word.
  expect(milliseconds) {
    if (this.alive || !this.address) return;
    clearTimeout(this.timer);
    const { address } = this;
    this.timer = setTimeout(() => this.fail(`无法载入 ${address} 。`, `${address} cannot be loaded.`), milliseconds);
  }

  fail(chinese, english) {
    const zh = (this.getAttribute("lang") ?? navigator.language).startsWith("zh");
    const message = zh ? chinese : english;
    this.say(message);
    this.tell("error", { message });
  }

  say(message) {
    this.words?.remove();
    if (!message) return;
    this.words = document.createElement("p");
    this.words.textContent = message;
    this.frame.after(this.words);
  }

  send(message) {
    this.frame.contentWindow?.postMessage({ aidAtlas: VERSION, ...message }, this.opaque ? "*" : this.app.origin);
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  hear({ source, origin, data }) {
    if (!source || source !== this.frame.contentWindow) return;
    // In a sandbox without an origin the frame has none either.
    this.opaque = origin === "null" && this.around.origin === "null";
    if (!this.opaque && origin !== this.app?.origin) return;
    if (typeof data !== "object" || data?.aidAtlas !== VERSION) return;
    if (!this.alive) this.say("");
    this.alive = true;
    clearTimeout(this.timer);
    const { type, height, record, filters, message } = data;
    if (type === "height" && Number.isFinite(height) && height > 0) {
      this.content = Math.min(Math.ceil(height), HIGH);
      this.dress();
    } else if (type === "loading") {
      // Also when its reader loads it again.
      this.ready = false;
    } else if (type === "ready") {
      this.ready = true;
      this.tell(type, {});
    } else if (type === "select" && (record === null || typeof record === "string")) this.tell(type, { record });
    else if (type === "filterchange" && typeof filters === "string") this.tell(type, { filters });
    else if (type === "error" && typeof message === "string") this.tell(type, { message });
  }
}

if (!customElements.get("aid-atlas")) customElements.define("aid-atlas", AidAtlas);
