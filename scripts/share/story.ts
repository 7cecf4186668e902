// A story of the reader's own: in a link its JSON deflated, in letters that links keep;
// in a file as a dataset has it.
import type { OwnStory } from "../bridge.ts";

const FORM = "deflate-raw";
// So long may it be, in bytes: a link is short, and what it unpacks to is not its word.
const MOST = 200_000;

export async function packed(story: string): Promise<string> {
  const whole = new Blob([story]);
  if (whole.size > MOST) throw new RangeError("too long a story");
  const stream = whole.stream().pipeThrough(new CompressionStream(FORM));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export async function unpacked(letters: string): Promise<string> {
  const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(FORM));
  const reader = stream.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MOST) throw new RangeError("too long a story");
    text += decoder.decode(value, { stream: true });
  }
}

// A file that can be published beside the app, or whose list goes into a dataset.
export function storyFile(json: string): string {
  const [lang, title, steps] = JSON.parse(json) as OwnStory;
  const said = (words: string) => ({ [lang]: words });
  const told = steps.map(([line, text, view]) => ({
    title: said(line),
    ...(text && { text: said(text) }),
    view,
  }));
  return `${JSON.stringify({ stories: [{ id: "story", title: said(title), steps: told }] }, null, 2)}\n`;
}
