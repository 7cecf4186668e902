// What many runs come to.

// Smallest, middle and largest of the numbers that there are; null without any.
// Of an even count the middle is halfway between the two in the middle.
export function spread(numbers) {
  const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return null;
  const half = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return { min: sorted[0], median, max: sorted.at(-1) };
}

// What of tasks, [start, duration] in ms, is over 50 ms each: the time in which a
// reader's act has to wait.
export const blocked = (tasks) => tasks.reduce((sum, [, time]) => sum + Math.max(0, time - 50), 0);

// Cumulative layout shift of [start, value]: the worst window of shifts that are
// less than a second apart, of five seconds at most.
export function layoutShift(shifts) {
  let [worst, current, start, last] = [0, 0, -Infinity, -Infinity];
  for (const [at, value] of shifts) {
    if (at - last > 1000 || at - start > 5000) [current, start] = [0, at];
    current += value;
    last = at;
    worst = Math.max(worst, current);
  }
  return worst;
}

// The kinds of files that both pages load, of what an answer says of itself.
const KINDS = [
  ["html", /text\/html/],
  ["css", /text\/css/],
  ["script", /javascript/],
  ["wasm", /application\/wasm/],
  ["font", /font/],
  ["data", /json/],
  ["picture", /image/],
];
export const kindOf = (type) => KINDS.find(([, pattern]) => pattern.test(type))?.[0] ?? "other";
