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

const place = (page) => page.locator("#filter-place");

// Each act with how it is made ready, how it is done, and what on the page tells
// that it is done: `told` runs in the page and differs before and after.
export const ACTS = [
  {
    key: "tick",
    ready: async (page) => {
      if (!(await place(page).evaluate((list) => list.open))) await place(page).locator("summary").click();
    },
    act: (page) => place(page).locator("label", { hasText: "Nyêmo" }).first().click(),
    told: "document.querySelector('#count').innerText",
  },
  {
    key: "untick",
    act: (page) => place(page).locator("label", { hasText: "Nyêmo" }).first().click(),
    told: "document.querySelector('#count').innerText",
    after: (page) => place(page).locator("summary").click(),
  },
  {
    key: "letter",
    ready: (page) => page.locator("#search").focus(),
    act: (page) => page.keyboard.press("k"),
    told: "document.querySelector('#count').innerText",
  },
  {
    key: "erase",
    act: (page) => page.keyboard.press("Backspace"),
    told: "document.querySelector('#count').innerText",
  },
  {
    key: "language",
    act: (page) => page.locator("#language").click(),
    told: "document.querySelector('h1').innerText",
  },
  {
    key: "back",
    act: (page) => page.locator("#language").click(),
    told: "document.querySelector('h1').innerText",
  },
];
