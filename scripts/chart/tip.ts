import type { Marked } from "./option.ts";

// A tooltip: the `tip` of a datum or an area, its first line as the heading.
export function tip(mark: Marked | undefined): HTMLElement | string {
  const text = mark?.tip;
  if (!text) return "";
  const box = document.createElement("div");
  box.className = "tip";
  for (const [index, line] of text.split("\n").entries()) {
    const row = document.createElement(index === 0 ? "strong" : "span");
    row.textContent = line;
    box.append(row);
  }
  return box;
}
