// What the link asks for, read as the app reads links: any letter case, `&amp;`
// for `&`, the last holds.
import type { Parameter } from "../generated/names.ts";

export function parameter(name: Parameter): string | null {
  var found: string | null = null;
  location.search
    .slice(1)
    .split(/&|;/)
    .forEach(function (part) {
      var text = unescaped(part).replace(/^(amp;|\s)+/i, "");
      if (text.toLowerCase().indexOf(name + "=") === 0) found = text.slice(name.length + 1).trim();
    });
  return found;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch (_) {
    return text;
  }
}

var asked = (parameter("lang") || "").toLowerCase().split(/[-_]/)[0];
export var zh = asked === "zh" || (asked !== "en" && /^zh/i.test(navigator.language || ""));

export function pick(chinese: string, english: string): string {
  return zh ? chinese : english;
}
