// The second program (crates/reader), wherever it runs, and what it is asked.

// What wasm-bindgen makes of it.
interface Program {
  default(options: { module_or_path: string }): Promise<unknown>;
  open(
    bytes: Uint8Array,
    name: string,
    columns: string,
    progress: (share: number) => void,
    places: Uint8Array | undefined,
    placesName: string,
  ): { packed: Uint8Array; text?: string; free(): void };
  take(text: string, asked: Uint8Array): Uint8Array;
}

interface Named {
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
}

// A file's bytes, and what is known of it beside them.
export interface Given extends Named {
  // How its columns are to be read; empty: as they seem to be.
  columns: string;
  // A second table, with the points of its places.
  places?: Named;
}

// One question; a file's bytes are given away with it.
export type Question = { kind: "open"; given: Given } | { kind: "take"; text: Blob; asked: Uint8Array };

// What Rust unpacks, and the text of the dataset that was opened; or why there was
// nothing to read.
export interface Answer {
  packed: Uint8Array;
  text?: Blob;
  refused?: "gzip" | "size";
}

export type Ask = (question: Question, progress: (share: number) => void) => Promise<Answer>;

// A packed file of 200 MB may hold a thousand times as much: more than this, in
// bytes, no page could show.
const MOST = 600e6;

async function unzipped(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | "gzip" | "size"> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > MOST) {
        await reader.cancel();
        return "size";
      }
      chunks.push(next.value);
    }
  } catch {
    return "gzip";
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

async function plain({ bytes, name }: Named): Promise<{ bytes: Uint8Array; name: string } | "gzip" | "size"> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { bytes, name };
  const all = await unzipped(bytes);
  return typeof all === "string" ? all : { bytes: all, name: name.replace(/\.gz$/i, "") };
}

// `js` is the whole address of wasm-bindgen's half; the program stands beside it.
export async function program(js: string): Promise<Ask> {
  const reader = (await import(js)) as Program;
  await reader.default({ module_or_path: js.replace(/\.js$/, "_bg.wasm") });
  return async (question, progress) => {
    if (question.kind === "take") return { packed: reader.take(await question.text.text(), question.asked) };
    const { given } = question;
    const [file, places] = await Promise.all([plain(given), given.places && plain(given.places)]);
    if (typeof file === "string") return { packed: new Uint8Array(), refused: file };
    if (typeof places === "string") return { packed: new Uint8Array(), refused: places };
    const answer = reader.open(file.bytes, file.name, given.columns, progress, places?.bytes, places?.name ?? "");
    // The text leaves the program's memory, which never shrinks.
    const { packed, text } = answer;
    answer.free();
    return { packed, ...(text === undefined ? {} : { text: new Blob([text]) }) };
  };
}
