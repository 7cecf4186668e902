// A tooltip: the `tip` of a datum or an area, its first line as the heading.
export function tip(text) {
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
export const TOOLTIP = { trigger: "item", confine: true, formatter: ({ data }) => tip(data?.tip) };
