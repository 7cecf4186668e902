// Where an axis of time has ticks: the first days of years, months or days, as
// close as their words allow.
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const MONTHS = [1, 2, 3, 6];
const DAYS = [1, 2, 5, 10];
// More in one step would take longer than a frame; within years, more are noise.
const MOST = 400;
const MOST_WITHIN = 14;
// Days of a month and of a year, about.
const DAY = 86_400_000;
const MONTH = 30.4 * DAY;
const YEAR = 365.2 * DAY;

export interface Tick {
  at: number;
  x: number;
  // Above 0 for a year among months.
  level: number;
}

// `Date.UTC` takes years below 100 for those of 1900.
function utc(year: number, month: number, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

function* each(from: number, to: number, unit: number, step: number): Generator<number> {
  const start = new Date(from);
  const year = start.getUTCFullYear();
  if (unit === YEAR) {
    for (let at = Math.ceil(year / step) * step; utc(at, 0) <= to; at += step) if (at > 0) yield utc(at, 0);
    return;
  }
  const month = start.getUTCMonth();
  if (unit === MONTH) {
    for (let at = Math.ceil(month / step) * step; utc(year, at) <= to; at += step) yield utc(year, at);
    return;
  }
  for (let at = month; utc(year, at) <= to; at += 1) {
    // What is left of the month after the last is too little for its words.
    for (let day = 1; day + step / 2 < 31; day += day === 1 && step > 1 ? step - 1 : step) {
      const tick = utc(year, at, day);
      if (new Date(tick).getUTCDate() === day && tick <= to) yield tick;
    }
  }
}

// The ticks from one time to another; `x` gives their pixels, and none where
// years are folded; `words` is how much room a year or a month takes, and a day.
export function ticks(
  from: number,
  to: number,
  x: (at: number) => number | undefined,
  words: { month: number; day: number },
): Tick[] {
  const steps = [...DAYS.map((n) => [DAY, n]), ...MONTHS.map((n) => [MONTH, n]), ...YEARS.map((n) => [YEAR, n])];
  for (const [unit = YEAR, step = 1] of steps) {
    if ((to - from) / (unit * step) > (unit === YEAR ? MOST : MOST_WITHIN)) continue;
    const wide = unit === DAY ? words.day : words.month;
    const found: Tick[] = [];
    for (const at of each(from, to, unit, step)) {
      const place = at >= from ? x(at) : undefined;
      if (place === undefined) continue;
      const level = unit !== YEAR && new Date(at).getUTCMonth() === 0 && new Date(at).getUTCDate() === 1 ? 1 : 0;
      found.push({ at, x: place, level });
    }
    // Folded years bring two ticks together, of which the later stays.
    const close = found.slice(1).some((tick, at) => {
      const before = found[at] ?? tick;
      return tick.x - before.x < wide && tick.at - before.at < 1.5 * unit * step;
    });
    if (!close) return apart(found, wide);
  }
  return [];
}

function apart(found: Tick[], wide: number): Tick[] {
  const kept: Tick[] = [];
  for (const tick of [...found].reverse()) {
    const [later] = kept;
    if (!later || later.x - tick.x >= wide) kept.unshift(tick);
  }
  return kept;
}
