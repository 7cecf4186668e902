// What charts.js draws before the program is there: a file for each language, with the
// options of the map and the timeline as the app will send them.
import type { Early } from "../chart/early.ts";
import type { Told } from "./told.ts";

// As the app tells rooms from each other (src/state/store.rs); the first that matches.
const ROOMS = {
  phone: "screen and (max-width: 40rem)",
  narrow: "screen and (max-width: 56.25rem)",
  wide: "(min-width: 112.5rem)",
  usual: "all",
};

// Names and contents of files.
export function live({ colors, maps, views }: Told): [string, string][] {
  return views.map(({ lang, live }) => {
    const used = live.flatMap(({ option }) => (JSON.parse(option) as { geo?: { map: string } }).geo?.map ?? []);
    const early: Early = {
      colors: colors.map(({ sign, light, dark }) => ({ sign, light, dark })),
      maps: Object.fromEntries(Object.entries(maps).filter(([name]) => used.includes(name))),
      drawings: Object.entries(ROOMS).flatMap(([room, media]) =>
        live.filter((of) => of.room === room).map(({ id, option, height }) => ({ id, media, option, height })),
      ),
    };
    return [`first/${lang}.json`, JSON.stringify(early)];
  });
}
