// Letters of drawings, which axe does not see, beside what they are drawn on.
import assert from "node:assert/strict";
import { texts } from "./texts.mjs";

// Letters of drawings that are too near to what they are drawn on.
export async function faint(page) {
  const drawn = (await texts(page)).filter(({ ink }) => ink);
  assert.ok(drawn.length > 0);
  return drawn
    .flatMap(({ where, text, ink, grounds }) => grounds.map((ground) => ({ where, text, ink, ground })))
    .map(({ where, text, ink, ground }) => [`${where} ${text}: ${ink} on ${ground}`, ratio(ink, ground)])
    .filter(([, by]) => by < 4.5)
    .map(([said, by]) => `${said}, ${by.toFixed(2)}`);
}

// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
function ratio(one, other) {
  const [dark, light] = [one, other].map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
