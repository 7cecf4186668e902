// <aid-atlas view="map" filters="sector=health"></aid-atlas>: one view of the app
// in a frame that is loaded when it comes near, is as high as its content and
// tells what a reader does in it. The protocol is in docs/embed.md.
import { type Embed, type Message, type Parameter, PROTOCOL } from "./generated/names.ts";

// Attributes that go into the link, by the name that they have there.
const PARAMETERS: Record<string, Parameter> = {
  data: "data",
  columns: "columns",
  places: "places",
  view: "embed",
  lang: "lang",
  scheme: "scheme",
  measure: "measure",
  controls: "controls",
  labels: "labels",
  focus: "focus",
  record: "record",
};
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
const script = document.currentScript;
const own = (script instanceof HTMLScriptElement && script.src) || trace?.[0] || "";
const folder = /\/embed\.js($|[?#])/.test(own) ? new URL(".", own).href : undefined;

// What the frame tells; nothing of it is to be trusted.
interface Told {
  aidAtlas?: unknown;
  type?: Message;
  height?: unknown;
  record?: unknown;
  focus?: unknown;
  filters?: unknown;
  message?: unknown;
}

class AidAtlas extends HTMLElement {
  static observedAttributes = [...Object.keys(PARAMETERS), "app", "filters", "height", "title"];

  private frame?: HTMLIFrameElement;
  // The window that the element is in.
  private around?: (Window & typeof globalThis) | null;
  private watch?: IntersectionObserver;
  // Whether the frame has come near and was loaded.
  private near = false;
  // The app's folder and what was asked of it.
  private app?: URL;
  private told = new URLSearchParams();
  private address?: string;
  // Whether the frame was heard at all, and whether its view is there.
  private alive = false;
  private ready = false;
  // Whether the frame has no origin.
  private opaque = false;
  // The height of the frame's content.
  private content?: number;
  private timer?: ReturnType<typeof setTimeout>;
  private words?: HTMLElement;

  connectedCallback(): void {
    this.frame ??= this.framed();
    // An element may have been moved into another document.
    this.around = this.ownerDocument.defaultView;
    this.around?.addEventListener("message", this.hear);
    this.block();
    // Hidden elements never come near: the frame waits until they are shown.
    this.watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.load();
      },
      { rootMargin: "300px" },
    );
    this.watch.observe(this);
    this.dress();
  }

  private framed(): HTMLIFrameElement {
    const frame = document.createElement("iframe");
    frame.allow = "clipboard-write";
    Object.assign(frame.style, {
      border: "0",
      width: "100%",
      display: "block",
    });
    frame.addEventListener("load", () => this.expect(AFTER_LOAD));
    this.attachShadow({ mode: "open" }).append(frame);
    return frame;
  }

  // A block, unless `hidden` or the page's own rules say otherwise: an attribute
  // `style` would win over both, and a page's policy may refuse a style element.
  private block(): void {
    const { around, shadowRoot } = this;
    if (!around || !shadowRoot) return;
    try {
      const sheet = new around.CSSStyleSheet();
      sheet.replaceSync(":host{display:block}:host([hidden]){display:none}");
      shadowRoot.adoptedStyleSheets = [sheet];
    } catch {
      // Safari before 16.4.
      this.style.display ||= "block";
    }
  }

  // A frame that is moved loads again: nothing of the former one holds.
  disconnectedCallback(): void {
    this.around?.removeEventListener("message", this.hear);
    this.watch?.disconnect();
    this.forget();
    this.near = false;
    this.address = undefined;
    this.frame?.removeAttribute("src");
  }

  // Moved by moveBefore(), which keeps the frame as it is.
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.frame || before === after) return;
    this.dress();
    if (name === "height" || name === "title" || !this.near) return;
    if (!this.ready) {
      this.reload();
      return;
    }
    const { told } = this;
    const query = this.query();
    const names = [...new Set([...told.keys(), ...query.keys()])].filter((key) => told.get(key) !== query.get(key));
    if (name === "filters") names.push("filters");
    if (
      name === "app" ||
      (["dataset", "data", "columns", "places", "edition"] satisfies Parameter[]).some((name) => names.includes(name))
    ) {
      this.reload();
      return;
    }
    this.told = query;
    // Only what the editor changed: the rest is the reader's.
    this.send({ type: "view", query: `${query}`, replaces: names.join() });
  }

  private dress(): void {
    if (!this.frame) return;
    this.frame.title = this.getAttribute("title") ?? "Aid Atlas";
    const fixed = Number.parseInt(this.getAttribute("height") ?? "", 10);
    this.frame.style.height = `${fixed > 0 ? fixed : (this.content ?? LOW)}px`;
  }

  private query(): URLSearchParams {
    const query = new URLSearchParams(this.getAttribute("filters") ?? "");
    query.set("embed" satisfies Parameter, "all" satisfies Embed);
    for (const [attribute, parameter] of Object.entries(PARAMETERS)) {
      const value = this.getAttribute(attribute);
      if (value) query.set(parameter, value);
    }
    return query;
  }

  private load(): void {
    this.watch?.disconnect();
    this.near = true;
    this.reload();
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.say("");
    this.ready = this.alive = false;
    this.content = undefined;
  }

  private reload(): void {
    if (!this.frame) return;
    this.forget();
    this.dress();
    this.app = this.place();
    this.told = this.query();
    this.address = this.app && `${this.app}?${this.told}`;
    // Another source of the same frame would be a step of the page's history.
    if (this.frame.src) this.frame.contentWindow?.location.replace(this.address ?? "about:blank");
    else if (this.address) this.frame.src = this.address;
    this.expect(IN_ALL);
  }

  // The app's folder, if it can be known.
  private place(): URL | undefined {
    const given = (this.getAttribute("app") || undefined)?.replace(/\/*$/, "/");
    const { baseURI } = this.ownerDocument;
    let app: URL | undefined;
    try {
      app = new URL(given ?? folder ?? "", given && baseURI);
    } catch {}
    if (!app || !/^http/.test(app.protocol)) {
      this.fail(
        "embed.js 不知道应用在何处：请用 app 属性写明其文件夹的地址。",
        "embed.js cannot tell where the app is: name its folder in the attribute “app”.",
      );
      return undefined;
    }
    const page = this.around?.location;
    if (app.origin === page?.origin && app.pathname === page.pathname.replace(/index\.\w+$/, "")) {
      this.fail(`${app} 就是本页，不是应用。`, `${app} is this page itself, not the app.`);
      return undefined;
    }
    return app;
  }

  // Waits for the frame's first word.
  private expect(milliseconds: number): void {
    if (this.alive || !this.address) return;
    clearTimeout(this.timer);
    const { address } = this;
    this.timer = setTimeout(() => this.fail(`无法载入 ${address} 。`, `${address} cannot be loaded.`), milliseconds);
  }

  private fail(chinese: string, english: string): void {
    const zh = (this.getAttribute("lang") ?? navigator.language).startsWith("zh");
    const message = zh ? chinese : english;
    this.say(message);
    this.tell("error", { message });
  }

  private say(message: string): void {
    this.words?.remove();
    if (!message) return;
    this.words = document.createElement("p");
    this.words.textContent = message;
    this.frame?.after(this.words);
  }

  private send(message: { type: Message; query: string; replaces: string }): void {
    const to = this.opaque ? "*" : this.app?.origin;
    if (to) this.frame?.contentWindow?.postMessage({ aidAtlas: PROTOCOL, ...message }, to);
  }

  private tell(type: Message, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  private readonly hear = ({ source, origin, data }: MessageEvent): void => {
    if (!source || source !== this.frame?.contentWindow) return;
    // In a sandbox without an origin the frame has none either.
    this.opaque = origin === "null" && this.around?.origin === "null";
    if (!this.opaque && origin !== this.app?.origin) return;
    const told = data as Told | null | undefined;
    if (typeof told !== "object" || told?.aidAtlas !== PROTOCOL) return;
    if (!this.alive) this.say("");
    this.alive = true;
    clearTimeout(this.timer);
    const { type, height, record, focus, filters, message } = told;
    if (type === "height" && typeof height === "number" && Number.isFinite(height) && height > 0) {
      this.content = Math.min(Math.ceil(height), HIGH);
      this.dress();
    } else if (type === "loading") {
      // Also when its reader loads it again.
      this.ready = false;
    } else if (type === "ready") {
      this.ready = true;
      this.tell(type, {});
    } else if (type === "select" && (record === null || typeof record === "string")) this.tell(type, { record });
    else if (type === "focuschange" && (focus === null || typeof focus === "string")) this.tell(type, { focus });
    else if (type === "filterchange" && typeof filters === "string") this.tell(type, { filters });
    else if (type === "error" && typeof message === "string") this.tell(type, { message });
  };
}

if (!customElements.get("aid-atlas")) customElements.define("aid-atlas", AidAtlas);
