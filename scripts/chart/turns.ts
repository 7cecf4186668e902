// Work that may wait for its turn. What a reader did is on screen before all charts
// have followed: one is drawn in each task, and between two the page answers.
const waiting = new Map<object, () => void>();
const { port1, port2 } = new MessageChannel();
// Paper takes what is there when its listeners have returned.
let isPrinting = false;

port1.onmessage = () => {
  const [next] = waiting;
  if (!next) return;
  if (waiting.size > 1) port2.postMessage(null);
  finish(next[0]);
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
  if (waiting.size === 0) port2.postMessage(null);
  waiting.set(whose, work);
}

// Does at once what waits.
export function finish(whose: object): void {
  const work = waiting.get(whose);
  waiting.delete(whose);
  work?.();
}

export const isWaiting = (whose: object): boolean => waiting.has(whose);

export const forget = (whose: object): boolean => waiting.delete(whose);
