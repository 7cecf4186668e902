// <aid-atlas view="map" filters="place=nyemo"></aid-atlas>: one view of the app
// in a frame that is loaded when it comes near, is as high as its content and
// tells what a reader does in it. The protocol is in docs/embed.md.
const VERSION = 1;
const app = new URL(".", document.currentScript?.src ?? location.href);
// Attributes that go into the link, by the name that they have there.
const PARAMETERS = { view: "embed", lang: "lang", scheme: "scheme", measure: "measure", controls: "controls", record: "record" };

class AidAtlas extends HTMLElement {
  static observedAttributes = [...Object.keys(PARAMETERS), "filters", "height", "title"];

  connectedCallback() {
    if (!this.frame) {
      this.style.display ||= "block";
      this.frame = document.createElement("iframe");
      Object.assign(this.frame.style, { border: "0", width: "100%", display: "block", height: "480px" });
      this.attachShadow({ mode: "open" }).append(this.frame);
    }
    this.listen = (event) => this.hear(event);
    addEventListener("message", this.listen);
    // Hidden elements never come near: the frame waits until they are shown.
    this.watch = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.load(),
      { rootMargin: "300px" },
    );
    this.watch.observe(this);
    this.dress();
  }

  disconnectedCallback() {
    removeEventListener("message", this.listen);
    this.watch.disconnect();
  }

  attributeChangedCallback() {
    if (!this.frame) return;
    this.dress();
    if (this.ready) this.send({ type: "view", query: this.query() });
    else if (this.frame.src) this.frame.src = this.address();
  }

  dress() {
    this.frame.title = this.getAttribute("title") ?? "Aid Atlas";
    const fixed = parseInt(this.getAttribute("height"), 10);
    if (fixed > 0) this.frame.style.height = `${fixed}px`;
  }

  query() {
    const query = new URLSearchParams(this.getAttribute("filters") ?? "");
    query.set("embed", "all");
    for (const [attribute, parameter] of Object.entries(PARAMETERS)) {
      const value = this.getAttribute(attribute);
      if (value) query.set(parameter, value);
    }
    return query.toString();
  }

  address() {
    return `${app}?${this.query()}`;
  }

  load() {
    this.watch.disconnect();
    if (!this.frame.src) this.frame.src = this.address();
  }

  send(message) {
    this.frame.contentWindow?.postMessage({ aidAtlas: VERSION, ...message }, app.origin);
  }

  hear({ source, origin, data }) {
    if (source !== this.frame.contentWindow || origin !== app.origin) return;
    if (typeof data !== "object" || data?.aidAtlas !== VERSION) return;
    const { type, height, record, filters, message } = data;
    const tell = (detail) => this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
    if (type === "height" && Number.isFinite(height) && height > 0 && height < 20_000) {
      if (!this.hasAttribute("height")) this.frame.style.height = `${Math.ceil(height)}px`;
    } else if (type === "ready") {
      this.ready = true;
      tell({});
    } else if (type === "select" && (record === null || typeof record === "string")) tell({ record });
    else if (type === "filterchange" && typeof filters === "string") tell({ filters });
    else if (type === "error" && typeof message === "string") tell({ message });
  }
}

if (!customElements.get("aid-atlas")) customElements.define("aid-atlas", AidAtlas);
