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
  var program = document.querySelector('meta[name="program"]') as HTMLMetaElement | null;
  // What charts.js will ask for, or start.js: that waits where the view is drawn first.
  if (!chosen && !other) preload("first/" + (zh ? "zh" : "en") + ".json");
  else if (program) preload(program.content);
  var scheme = parameter("scheme");
  var dark = window.matchMedia && window.matchMedia("(prefers-color-scheme: dark)").matches;
  root.setAttribute("data-scheme", scheme === "dark" || (scheme !== "light" && dark) ? "dark" : "light");
}

function preload(file: string): void {
  var link = document.createElement("link");
  link.rel = "preload";
  link.setAttribute("as", "fetch");
  link.setAttribute("crossorigin", "");
  link.href = file;
  document.head.appendChild(link);
}
