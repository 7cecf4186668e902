// The page's policy lets no text become HTML or a script, but what passes here.
// In fallback.js, which old browsers read too: ECMAScript 5.

interface Rules {
  createHTML(text: string): string | null;
  createScriptURL(text: string): string | null;
}
interface Types {
  defaultPolicy: unknown;
  createPolicy(name: "default", rules: Rules): unknown;
}

// What empties an element, and the app's own fixed pieces of HTML, which Leptos makes
// of text: words, and elements with names and roles that neither act nor load.
var HARMLESS =
  /^([^<]|<\/?(div|span|p|td|th|li|strong|svg|path)( (class|role|id|d|viewBox|aria-[a-z]+)="[^"<>]*")*>)*$/;
// The app's own scripts, beside the page.
var SCRIPTS = /^(tools|records|worker|reading|reading-worker)\.js$/;

export function trustOnlyOurs(): void {
  var types = (window as { trustedTypes?: Types }).trustedTypes;
  if (!types || types.defaultPolicy) return;
  types.createPolicy("default", {
    createHTML: (text) => (HARMLESS.test(text) ? text : null),
    createScriptURL: (text) => (SCRIPTS.test(text) ? text : null),
  });
}
