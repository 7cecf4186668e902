// Which of the pages that the build has drawn is shown until the app runs: the
// plain view in the reader's language; none where the link asks for something else
// than a choice within it.
import { parameter, zh } from "./link.ts";

export function showFirst(): void {
  var root = document.documentElement;
  var other =
    parameter("dataset") !== null ||
    parameter("data") !== null ||
    parameter("embed") !== null ||
    parameter("panel") !== null;
  root.setAttribute("data-first", other ? "none" : zh ? "zh" : "en");
  // What the link chooses, the page does not show yet.
  var rest = location.search.replace(/^\?/, "").split(/&|;/);
  var chosen = rest.some(function (part) {
    return part !== "" && !/^(lang|scheme)=/i.test(part);
  });
  if (chosen) root.setAttribute("data-chosen", "");
  // What charts.js will ask for, or start.js: that waits where the view is drawn first.
  preload(chosen || other ? "program" : zh ? "first-zh" : "first-en");
  var scheme = parameter("scheme");
  var dark = window.matchMedia && window.matchMedia("(prefers-color-scheme: dark)").matches;
  root.setAttribute("data-scheme", scheme === "dark" || (scheme !== "light" && dark) ? "dark" : "light");
}

// A file whose name the build has put into the page.
function preload(name: string): void {
  var named = document.querySelector('meta[name="' + name + '"]') as HTMLMetaElement | null;
  if (!named) return;
  var link = document.createElement("link");
  link.rel = "preload";
  link.setAttribute("as", "fetch");
  link.setAttribute("crossorigin", "");
  link.href = named.content;
  document.head.appendChild(link);
}
