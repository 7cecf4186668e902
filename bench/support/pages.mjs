// Where the drivers find things. Both pages have the same ids; a test of the app
// (tests/e2e/bench.test.mjs) uses every one of them, so that a change of the page
// does not leave the benchmarks measuring nothing.

// The page in English, with all records.
export const QUERY = "?lang=en";

// What is drawn and can be pointed at, not a picture that stands there before: the
// program's own, or what is drawn before it is there, which the program takes over.
export const LIVE = {
  map: "#map canvas, .first-map .first-live canvas",
  timeline: "#timeline canvas, .first-time .first-live canvas",
};

// What is there once the whole page answers: a field to search in.
export const ANSWERS = "#search";

const list = (page) => page.locator("#filter-place");

// `textContent` needs no layout, which `innerText` would force on a page in the making.
export const COUNT = "document.querySelector('#count').textContent";
const SPEAKS = "document.querySelector('#language').textContent";

// Each act with how it is made ready, how it is done, and what on the page tells
// that it is done: `told` runs in the page and differs before and after. `place` is
// one that the page's list of places has.
export const actsOn = (place) => [
  {
    key: "tick",
    ready: async (page) => {
      if (!(await list(page).evaluate((list) => list.open))) await list(page).locator("summary").click();
    },
    act: (page) => list(page).locator("label", { hasText: place }).first().click(),
    told: COUNT,
  },
  {
    key: "untick",
    act: (page) => list(page).locator("label", { hasText: place }).first().click(),
    told: COUNT,
    after: (page) => list(page).locator("summary").click(),
  },
  {
    key: "letter",
    ready: (page) => page.locator("#search").focus(),
    act: (page) => page.keyboard.press("k"),
    told: COUNT,
  },
  {
    key: "erase",
    act: (page) => page.keyboard.press("Backspace"),
    told: COUNT,
  },
  {
    key: "language",
    act: (page) => page.locator("#language").click(),
    told: SPEAKS,
  },
  {
    key: "back",
    act: (page) => page.locator("#language").click(),
    told: SPEAKS,
  },
];

// Of the built-in programme.
export const ACTS = actsOn("Nyêmo");
