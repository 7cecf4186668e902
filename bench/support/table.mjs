// A table in Markdown: a row a figure, both pages side by side, and what is wanted.
import { spread } from "./figures.mjs";

const PARTS = ["min", "median", "max"];

// 1234.5 as "1,234.5".
const number = (value, digits) =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

// What is wanted of the app's median, and whether it is so: below `most`, at `least`,
// or `ahead` of the other page's median of the same runs.
export function verdict({ most, least, ahead }, median, other) {
  const limit = ahead ? other : (most ?? least);
  if (limit === undefined) return "";
  const words = ahead ? "ahead" : `${least === undefined ? "<" : "≥"} ${number(limit, 0)}`;
  if (median === undefined) return words;
  const met = least === undefined ? median < limit : median >= limit;
  return `${words}: ${met ? "met" : "not met"}`;
}

// `rows` are {label, digits, most, least, ahead, figures}, where `figures` has the numbers
// of all runs by the page's name; `pages` are those names, the app's last.
export function table(pages, rows) {
  const head = [
    "",
    ...pages.flatMap((page) => PARTS.map((part) => (part === "min" ? `${page}: min` : part))),
    "wanted",
  ];
  const lines = rows.map((row) => {
    const spreads = pages.map((page) => spread(row.figures[page] ?? []));
    const cells = spreads.flatMap((all) => PARTS.map((part) => (all ? number(all[part], row.digits ?? 0) : "–")));
    return [row.label, ...cells, verdict(row, spreads.at(-1)?.median, spreads[0]?.median)];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column].length), 3));
  const isText = (column) => column === 0 || column === head.length - 1;
  const line = (cells) => {
    const padded = cells.map((cell, column) =>
      isText(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, column) => (isText(column) ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [head, rule, ...lines].map(line).join("\n");
}
