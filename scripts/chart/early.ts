// The map and the timeline before the program is there, which is most of what a page
// loads: drawn from options that the build wrote, over the pictures that stand in the
// page. They can be pointed at, zoomed and brushed; what is clicked is kept for the
// program, which takes the drawings as they are.
import { registerMap } from "echarts/core";
import type { Emit } from "../bridge.ts";
import { Drawing } from "./drawing.ts";
import { drawings } from "./drawings.ts";
import { finish } from "./turns.ts";

// A file of the build's, scripts/build/live.ts.
export interface Early {
  // A colour of the options, and what stands for it in each scheme.
  colors: { sign: string; light: string; dark: string }[];
  // Outlines as GeoJSON text, by name.
  maps: Record<string, string>;
  // An option as JSON for a chart and a room; of those of one chart the first whose
  // room there is. The height is in pixels.
  drawings: { id: string; media: string; option: string; height: number }[];
}

// Where the plain view has each of them.
const PLACES: Record<string, string> = { map: ".first-map", timeline: ".first-time" };

// What an answer may be kept of: a later one takes the place of an earlier one.
const KEPT = ["click", "zoom", "brush", "unbrush"];

// Fonts come before this script as a rule, and a drawing without them is drawn again.
const FONTS_WAIT = 500;

// How long the program may take for a drawing that is out of the page.
const TAKEN_WAIT = 1000;

// What an Emit is called with, whichever of its forms.
type Told = [name: string, first: number, second: number];

interface Held {
  drawing: Drawing;
  // The element of the first view that it is in.
  place: HTMLElement;
  option: string;
  // Has it speak to the program from now on, and tells what was kept for it.
  hand(emit: Emit, isSame: boolean): void;
}

const held = new Map<string, Held>();

// Draws them where the page shows the plain view in full. Whatever fails leaves the
// pictures where they are.
export async function drawEarly(): Promise<void> {
  const { first = "none", chosen, scheme } = document.documentElement.dataset;
  const page = document.querySelector(`.first[data-lang="${first}"]`);
  if (!page || chosen !== undefined) return;
  // Named by its content: a file of another build is not there.
  const file = document.querySelector<HTMLMetaElement>(`meta[name="first-${first}"]`)?.content;
  if (!file) return;
  const response = await fetch(new URL(file, document.baseURI).href);
  if (!response.ok) return;
  const { colors, maps, drawings: all } = (await response.json()) as Early;
  await Promise.race([document.fonts.ready, new Promise((done) => setTimeout(done, FONTS_WAIT))]);
  const byScheme = new Map(colors.map(({ sign, light, dark }) => [sign, scheme === "dark" ? dark : light]));
  for (const [name, geojson] of Object.entries(maps)) registerMap(name, geojson);
  for (const [id, place] of Object.entries(PLACES)) {
    // One in each task: what the reader does comes between.
    await new Promise((done) => setTimeout(done));
    const drawing = all.find((of) => of.id === id && matchMedia(of.media).matches);
    const picture = [...page.querySelectorAll<SVGElement>(`${place} svg`)].find(
      (svg) => svg.getBoundingClientRect().width > 0,
    );
    // The program may have come meanwhile.
    if (!drawing || !picture?.isConnected) continue;
    const option = drawing.option.replace(/#a1b2[0-9a-f]{2}/g, (sign) => byScheme.get(sign) ?? sign);
    put(id, option, drawing.height, picture);
  }
}

function put(id: string, option: string, height: number, picture: SVGElement): void {
  const stage = document.createElement("div");
  stage.className = "first-stage";
  const live = document.createElement("div");
  live.className = "first-live";
  live.style.height = `${height}px`;
  picture.replaceWith(stage);
  stage.append(picture, live);

  const kept = new Map<string, Told>();
  let program: ((...event: Told) => void) | undefined;
  const emit = (...event: Told) => {
    const [name] = event;
    if (program) program(...event);
    else if (KEPT.includes(name)) kept.set(name.replace("unbrush", "brush"), event);
  };
  const drawing = new Drawing(live, emit as Emit);
  try {
    drawing.draw(option);
    // Also what is out of sight: the picture is not taken away before.
    finish(drawing);
  } catch {
    // Told below: there is no chart.
  }
  if (!drawing.chart) {
    drawing.dispose();
    stage.replaceWith(picture);
    return;
  }
  picture.style.visibility = "hidden";
  drawings.set(live, drawing);
  held.set(id, {
    drawing,
    place: live,
    option,
    hand(to, isSame) {
      program = to as (...event: Told) => void;
      for (const event of kept.values()) {
        // Marks of another option are not those that were clicked; times and how often a
        // map is enlarged are what they were.
        if (isSame || event[0] !== "click") program(...event);
      }
    },
  });
  watched.observe(document.body, { childList: true });
}

// What the page has taken away before the program could take it: it could not start, or
// shows something else.
const watched = new MutationObserver(() => {
  setTimeout(() => {
    for (const [id, { drawing }] of held) {
      if (drawing.isInPage()) continue;
      held.delete(id);
      drawing.dispose();
    }
    if (held.size === 0) watched.disconnect();
  }, TAKEN_WAIT);
});

// The drawing of that name, in the program's element from now on; none where there is none.
export function takeEarly(element: HTMLElement, emit: Emit): Drawing | undefined {
  const early = held.get(element.id);
  if (!early) return undefined;
  held.delete(element.id);
  const { drawing, option, place } = early;
  // One chart is in one element.
  drawings.delete(place);
  drawing.moveInto(element);
  // Once the program has drawn.
  setTimeout(() => early.hand(emit, drawing.isOf(option)));
  return drawing;
}
