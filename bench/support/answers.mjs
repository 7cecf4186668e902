// What acts in a page took, as rows of a table.
import { timed } from "./acts.mjs";

const NAMES = {
  open: "open the file",
  tick: "tick a place",
  untick: "untick it",
  letter: "a letter in the search",
  erase: "erase it",
  language: "change of language",
  back: "and back",
};

// Does each act so many times, and gives what each took by its key.
export async function answers(page, acts, times) {
  const taken = Object.fromEntries(acts.map(({ key }) => [key, []]));
  for (let time = 0; time < times; time++) {
    for (const act of acts) taken[act.key].push(await timed(page, act));
  }
  return taken;
}

// The rows of all acts: `results` are the runs by the page's name, and a `wish` tells of
// an act's key what is wanted of the longest event, the time to the screen and the
// longest task.
export function rowsOf(results, wish) {
  const keys = Object.keys(Object.values(results)[0][0]);
  const figures = (key, part) =>
    Object.fromEntries(
      Object.entries(results).map(([name, runs]) => [name, runs.flatMap((run) => run[key].map((one) => one[part]))]),
    );
  return keys.flatMap((key) => {
    const wanted = wish(key);
    return [
      { label: `${NAMES[key]}: longest event, ms`, ...wanted.event, figures: figures(key, "event") },
      { label: "– until it is on the screen, ms", ...wanted.shown, figures: figures(key, "shown") },
      { label: "– longest task that it causes, ms", ...wanted.task, figures: figures(key, "task") },
    ];
  });
}
