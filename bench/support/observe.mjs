// What runs in a page before anything of its own: it notes what the browser tells of
// the load, when what is drawn first holds something, and when the page first answers.
// `live` are selectors by name.
export function observe({ live, answers }) {
  if (window !== top) return;
  const seen = { paints: {}, lcp: null, shifts: [], long: [], drawn: {}, answers: undefined };
  window.bench = seen;
  const on = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  on("paint", ({ name, startTime }) => {
    seen.paints[name] = startTime;
  });
  on("largest-contentful-paint", ({ startTime, element }) => {
    const what = element ? `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}` : "?";
    seen.lcp = { at: startTime, what };
  });
  on("layout-shift", ({ startTime, value, hadRecentInput }) => hadRecentInput || seen.shifts.push([startTime, value]));
  on("longtask", ({ startTime, duration }) => seen.long.push([startTime, duration]));

  // Whether a canvas holds anything: a small copy of it has a pixel that is not clear.
  const copy = document.createElement("canvas");
  copy.width = copy.height = 32;
  const context = copy.getContext("2d", { willReadFrequently: true });
  const holds = (canvas) => {
    if (!canvas.width || !canvas.height || !canvas.getBoundingClientRect().width) return false;
    context.clearRect(0, 0, 32, 32);
    context.drawImage(canvas, 0, 0, 32, 32);
    return context.getImageData(0, 0, 32, 32).data.some((value) => value !== 0);
  };
  const look = () => {
    for (const [name, selector] of Object.entries(live)) {
      if (seen.drawn[name] === undefined && [...document.querySelectorAll(selector)].some(holds)) {
        seen.drawn[name] = performance.now();
      }
    }
    if (document.querySelector(answers)) seen.answers ??= performance.now();
    const all = seen.answers !== undefined && Object.keys(seen.drawn).length === Object.keys(live).length;
    if (!all) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
