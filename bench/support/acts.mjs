// One act of a reader: how long its longest event takes, and how long until what
// it asked for is on the screen.

// Runs in the page before anything of its own.
export function watch() {
  window.acts = { events: [], long: [] };
  const on = (options, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe(options);
  on({ type: "event", durationThreshold: 16, buffered: true }, ({ interactionId, duration }) => {
    if (interactionId) window.acts.events.push(duration);
  });
  on({ type: "longtask", buffered: true }, ({ startTime, duration }) => window.acts.long.push([startTime, duration]));
}

// Begins to wait: the time of the first event of the act, and the first frame
// after `say` says something else. Runs in the page, whose policy makes no code of text.
function expect(say) {
  const { acts } = window;
  acts.events.length = acts.long.length = 0;
  const before = say();
  const started = new Promise((done) => {
    const first = (event) => {
      for (const type of ["pointerdown", "keydown"]) removeEventListener(type, first, true);
      done(event.timeStamp);
    };
    for (const type of ["pointerdown", "keydown"]) addEventListener(type, first, true);
  });
  const painted = new Promise((done) => {
    // A message that is sent in a frame comes when that frame is painted.
    const frame = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      });
    const observer = new MutationObserver(() => {
      if (say() === before) return;
      observer.disconnect();
      frame();
    });
    observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  });
  acts.shown = Promise.all([started, painted]).then(([from, to]) => to - from);
}

// Does the act and gives {event, shown, task} in ms: the longest event (Event
// Timing counts in steps of 8 and leaves out what is below 16, which is given as
// 16), what is on screen, and the longest task from then until the page rests.
export async function timed(page, { ready, act, told, after }) {
  await ready?.(page);
  await rest(page);
  await page.evaluate(`(${expect})(() => ${told})`);
  await act(page);
  const shown = await page.evaluate(() => window.acts.shown);
  await rest(page);
  const { events, long } = await page.evaluate(() => window.acts);
  await after?.(page);
  return { event: Math.max(16, ...events), shown, task: Math.max(0, ...long.map(([, time]) => time)) };
}

// No long task for half a second; entries of events come after the frame's paint.
const rest = (page) =>
  page.waitForFunction(() => {
    const end = Math.max(0, ...window.acts.long.map(([at, time]) => at + time));
    window.acts.since ??= performance.now();
    const rested = performance.now() - Math.max(end, window.acts.since) > 500;
    if (rested) window.acts.since = undefined;
    return rested;
  });
