// The Content-Security-Policy of the built page. What each line allows, and why, is
// said in docs/hosting.md.
import { hash } from "./hash.ts";

// The whole of an element's text, of each element of a name.
const inline = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`, "g"))].map(
    ([, attributes = "", text = ""]) => ({
      attributes,
      text,
    }),
  );

const hashes = (texts: { text: string }[]) => [...new Set(texts.map(({ text }) => `'${hash(text)}'`))];

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

// The styles that stand in attributes: those of what the build has drawn.
function attributes(html: string): { text: string }[] {
  const markup = html.replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, "");
  const act = markup.match(/<[^>]*\son[a-z]+=[^>]*>/)?.[0];
  if (act) throw new Error(`the page's policy allows no handlers in attributes: ${act.slice(0, 200)}`);
  return [...markup.matchAll(/<[^>]*?\sstyle="([^"]*)"/g)].map(([, text = ""]) => ({
    text: text.replace(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity),
  }));
}

export function policy(html: string): string {
  const scripts = inline(html, "script").filter(({ attributes }) => !/\b(src|type)=/.test(attributes));
  const drawn = hashes(attributes(html));
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes(scripts)].join(" "),
    ["style-src 'self'", ...hashes(inline(html, "style"))].join(" "),
    ...(drawn.length > 0 ? [["style-src-attr 'unsafe-hashes'", ...drawn].join(" ")] : []),
    "img-src 'self' data: blob: https:",
    "font-src 'self'",
    // Datasets of others, where their hosts let other sites read them.
    "connect-src 'self' https:",
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}
