// Work that may wait for its turn. What a reader did is on screen before all charts
// have followed: one is drawn in each task, and between two the page answers.
const waiting = new Map<object, () => void>();
// What a reader holds with the mouse, and would lose if it were drawn anew.
const held = new Set<object>();
const { port1, port2 } = new MessageChannel();
// Paper takes what is there when its listeners have returned.
let isPrinting = false;

port1.onmessage = () => {
  const next = [...waiting.keys()].find((whose) => !held.has(whose));
  if (next) finish(next);
};
addEventListener("beforeprint", () => {
  isPrinting = true;
  for (const whose of [...waiting.keys()]) finish(whose);
});
addEventListener("afterprint", () => {
  isPrinting = false;
});

// Does `work` when it is its turn, in place of what waits for the same one.
export function wait(whose: object, work: () => void): void {
  if (isPrinting) {
    work();
    return;
  }
  if (!waiting.has(whose)) port2.postMessage(null);
  waiting.set(whose, work);
}

// What lets go of a mouse's button; after all but the first nothing tells of it.
const ENDS = ["mouseup", "dragend", "contextmenu", "blur"];

// What waits for `whose` waits on until the button of the mouse is let go, and then
// calls `freed`.
export function hold(whose: object, freed: () => void): void {
  held.add(whose);
  const ended = new AbortController();
  const free = () => {
    ended.abort();
    held.delete(whose);
    freed();
    if (waiting.has(whose)) port2.postMessage(null);
  };
  for (const name of ENDS) addEventListener(name, free, { signal: ended.signal });
}

export const isHeld = (whose: object): boolean => held.has(whose);

// Does at once what waits.
export function finish(whose: object): void {
  const work = waiting.get(whose);
  waiting.delete(whose);
  work?.();
}

export const isWaiting = (whose: object): boolean => waiting.has(whose);

export const forget = (whose: object): boolean => waiting.delete(whose);
