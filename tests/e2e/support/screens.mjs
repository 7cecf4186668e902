// Which pictures of the app there are in docs/screens, and how one is taken:
// alike each time, on a machine with the same browser and the same fonts.
import { withApp } from "./browser.mjs";

export const SIZES = [
  [1920, 1080],
  [1440, 900],
  [1024, 768],
  [768, 1024],
  [390, 844],
  [320, 640],
];
const LANGS = ["en", "zh"];
const SCHEMES = ["light", "dark"];

// What a part asks for, beside the language.
const ASKED = { view: "&embed=view&focus=place:nyemo", story: "&story=tour&step=4" };

// The first screen of each; the whole page, for a desk and for a hand; the view for
// other pages, with a place that is pointed out; and a step of the tour.
export const SCREENS = [
  ...SIZES.flatMap(([width, height]) =>
    LANGS.flatMap((lang) => SCHEMES.map((scheme) => screen({ width, height, lang, scheme }))),
  ),
  screen({ width: 1440, height: 900, lang: "en", scheme: "light", part: "page" }),
  screen({ width: 390, height: 844, lang: "zh", scheme: "dark", part: "page" }),
  screen({ width: 640, height: 520, lang: "en", scheme: "light", part: "view" }),
  screen({ width: 320, height: 648, lang: "en", scheme: "light", part: "view" }),
  screen({ width: 1440, height: 900, lang: "en", scheme: "light", part: "story" }),
  screen({ width: 390, height: 844, lang: "zh", scheme: "dark", part: "story" }),
];

function screen({ width, height, lang, scheme, part }) {
  const query = `lang=${lang}${ASKED[part] ?? ""}`;
  const name = [width, lang, scheme, part].filter(Boolean).join("-");
  return { name, query, width, height, scheme, whole: part === "page" };
}

// The picture as a PNG.
export async function take(browser, { query, width, height, scheme, whole }) {
  let picture;
  const options = { query, width, height, scheme, density: 1, motion: "reduce", timezone: "UTC" };
  await withApp(browser, options, async ({ page }) => {
    await hasDrawn(page);
    if (whole) await standUpright(page, width);
    picture = await settled(page);
  });
  return picture;
}

export async function hasDrawn(page) {
  for (const id of ["map", "timeline"]) await page.locator(`#${id} :is(canvas, svg)`).first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll(".chart")].every(({ firstChild }) => firstChild));
  await page.evaluate(() => document.fonts.ready);
}

// A window as high as the page: what sticks to its edge hides nothing.
export async function standUpright(page, width) {
  const tall = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let height = 0; height !== (await tall()); ) {
    height = await tall();
    await page.setViewportSize({ width, height });
    await hasDrawn(page);
    // What is made when it comes near is near now.
    await page.waitForFunction(() =>
      [
        ["#comparison", ".sides"],
        ["#coverage", ".matrix"],
      ].every(([panel, made]) => {
        const element = document.querySelector(panel);
        return !element || element.querySelector(made);
      }),
    );
  }
}

// The first picture that is the same as the one before it.
async function settled(page) {
  const shoot = () => page.screenshot({ animations: "disabled", caret: "hide" });
  for (let before = await shoot(); ; ) {
    const next = await shoot();
    if (next.equals(before)) return next;
    before = next;
  }
}
