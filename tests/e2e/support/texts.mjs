// Where letters stand: in the page's HTML and in what ECharts draws.

// Each line of each text that can be seen: its words, of which text it is a
// line, where it is, and the box of its letters, an em high, in the page; `stays` has what
// the page scrolls below.
// Numbers of texts tell lines of one text from those of others. What is drawn has
// its ink and its grounds, too, as red, green and blue.
export function texts(page) {
  return page.evaluate(() => {
    const found = [];
    let number = 0;

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (!node.data.trim() || !isSeen(holder)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      add(node.data.trim(), holder, range.getClientRects());
    }
    for (const field of document.querySelectorAll("select, input:is([type=search], [type=text], :not([type]))")) {
      if (!isSeen(field)) continue;
      const words = field.selectedOptions?.[0]?.label ?? (field.value || field.placeholder);
      add(words, field, [field.getBoundingClientRect()]);
    }
    for (const element of document.querySelectorAll(".chart, [_echarts_instance_]")) drawnIn(element);
    return found;

    function add(text, holder, rects) {
      number++;
      const em = Number.parseFloat(getComputedStyle(holder).fontSize);
      for (const rect of rects) {
        const box = clipped({ x: rect.x, y: rect.y + (rect.height - em) / 2, width: rect.width, height: em }, holder);
        if (box.width > 1 && box.height > 1) push(text, named(holder), box, { stays: staysAtAnEdge(holder) });
      }
    }

    function drawnIn(element) {
      const chart = window.AidAtlasCharts?.getInstanceByDom(element);
      if (!chart || !isSeen(element)) return;
      const at = element.getBoundingClientRect();
      const shapes = chart.getZr().storage.getDisplayList(true);
      for (const [position, shape] of shapes.entries()) {
        const text = shape.style?.text?.trim?.();
        if (!text || shape.ignore || shape.invisible || shape.style.opacity === 0) continue;
        const bounds = shape.getBoundingRect().clone();
        if (shape.transform) bounds.applyTransform(shape.transform);
        // The halo round letters is no part of them.
        const halo = shape.style.stroke ? (shape.style.lineWidth ?? 0) / 2 : 0;
        const box = {
          x: at.x + bounds.x + halo,
          y: at.y + bounds.y + halo,
          width: bounds.width - 2 * halo,
          height: bounds.height - 2 * halo,
        };
        number++;
        const below = shapes.slice(0, position);
        push(text, `#${element.id}`, box, {
          ink: colour([shape.style.fill], bounds),
          grounds: halo ? [colour([shape.style.stroke], bounds)] : grounds(element, below, bounds),
        });
      }
    }

    function push(text, where, { x, y, width, height }, more) {
      found.push({ number, text, where, x: x + scrollX, y: y + scrollY, width, height, ...more });
    }

    // While the page scrolls below it.
    function staysAtAnEdge(element) {
      for (let around = element; around; around = around.parentElement)
        if (getComputedStyle(around).position === "fixed") return true;
      return false;
    }

    // Not what is for a screen reader only.
    function isSeen(element) {
      if (element.closest("option, script, style, noscript")) return false;
      for (let around = element; around; around = around.parentElement)
        if (getComputedStyle(around).clipPath === "inset(50%)") return false;
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
    }

    // What lies below the start, the middle and the end of letters.
    function grounds(element, below, { x, y, width, height }) {
      return [0.02, 0.5, 0.98].map((part) => {
        const [at, middle] = [x + part * width, y + height / 2];
        const layers = below.filter((shape) => shape.contain(at, middle)).map(fill);
        return colour([paper(element), ...layers], { x: at, y: middle });
      });
    }

    // The red, green and blue of colours one over the other, at a point.
    function colour(layers, { x, y }) {
      const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      context.translate(-x, -y);
      for (const layer of layers) {
        context.fillStyle = typeof layer === "function" ? layer(context) : layer;
        context.fillRect(x, y, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    }

    // A colour, or what makes a gradient of a context.
    function fill(shape) {
      const { fill: given } = shape.style;
      if (typeof given === "string") return given === "none" ? "transparent" : given;
      if (given?.type !== "linear") return "transparent";
      const { x, y, width, height } = shape.getBoundingRect();
      return (context) => {
        const [from, to] = [given, { x: given.x2, y: given.y2 }].map((end) => [x + end.x * width, y + end.y * height]);
        const gradient = context.createLinearGradient(...from, ...to);
        for (const { offset, color } of given.colorStops) gradient.addColorStop(offset, color);
        return gradient;
      };
    }

    function paper(element) {
      const { backgroundColor } = getComputedStyle(element);
      const isClear = /^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
      return isClear && element.parentElement ? paper(element.parentElement) : backgroundColor;
    }

    // What the boxes around it let through.
    function clipped({ x, y, width, height }, holder) {
      let [left, top, right, bottom] = [x, y, x + width, y + height];
      for (let around = holder; around && around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.display === "inline") continue;
        const box = around.getBoundingClientRect();
        if (style.overflowX !== "visible") [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        if (style.overflowY !== "visible") [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      return { x: left, y: top, width: right - left, height: bottom - top };
    }

    function named(element) {
      const around = element.closest("[id]");
      const own =
        element === around ? "" : ` ${element.localName}${[...element.classList].map((c) => `.${c}`).join("")}`;
      return `${around ? `#${around.id}` : ""}${own}`;
    }
  });
}

// Pairs of them of which one lies on the other; where it `scrolls`, wherever the page is
// scrolled to: what stays at an edge lies on nothing then.
export function overlaps(found, { scrolls = false } = {}) {
  // Rounding, and the room beside letters, which holds no ink.
  const HAIR = 1;
  const lie = (one, other) =>
    one.number !== other.number &&
    (!scrolls || Boolean(one.stays) === Boolean(other.stays)) &&
    one.x + one.width > other.x + HAIR &&
    other.x + other.width > one.x + HAIR &&
    one.y + one.height > other.y + HAIR &&
    other.y + other.height > one.y + HAIR;
  return found.flatMap((one, at) =>
    found
      .slice(at + 1)
      .filter((other) => lie(one, other))
      .map((other) => `${said(one)} lies on ${said(other)}`),
  );
}

// Texts of which a part is hidden by their own box, and no title says the whole.
// `wholes` are the longer words of those whose title says more.
export function cut(page, wholes) {
  return page.evaluate((longer) => {
    const wrong = [];
    for (const element of document.querySelectorAll("body *")) {
      const words = plain(element.textContent);
      if (!words || element.matches("select, option, script, style") || !element.checkVisibility()) continue;
      if (element.querySelector("canvas, svg") || isForSpeech(element)) continue;
      const style = getComputedStyle(element);
      const [wide, tall] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
      const hides = (overflow) => ["hidden", "clip"].includes(overflow);
      if (!(hides(style.overflowX) && wide > 1) && !(hides(style.overflowY) && tall > 1)) continue;
      const title = plain(element.closest("[title]")?.title ?? "");
      if (![words, plain(longer[words] ?? words)].some((whole) => title.includes(whole)))
        wrong.push(`#${element.closest("[id]")?.id} .${element.className}: ${JSON.stringify(words)}`);
    }
    return wrong;

    function plain(text) {
      return text.replace(/[\s\u2060\u200b]+/g, " ").trim();
    }

    function isForSpeech(element) {
      for (let around = element; around; around = around.parentElement)
        if (getComputedStyle(around).clipPath === "inset(50%)") return true;
      return false;
    }
  }, wholes);
}

const said = ({ text, where, x, y }) => `${where} ${JSON.stringify(text)} at ${Math.round(x)}, ${Math.round(y)}`;
