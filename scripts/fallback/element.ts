export function element(name: string, text?: string, children?: Node[]): HTMLElement {
  var made = document.createElement(name);
  if (text) made.textContent = text;
  (children || []).forEach(function (child) {
    made.appendChild(child);
  });
  return made;
}
