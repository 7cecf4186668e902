// A tooltip: the datum's `tip`, its first line as the heading.
export function tip({ data, name }) {
  const text = data?.tip ?? name ?? "";
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
