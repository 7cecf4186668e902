// The second program (crates/reader), wherever it runs, and what it is asked.

// What wasm-bindgen makes of it.
interface Program {
  default(options: { module_or_path: string }): Promise<unknown>;
  open(bytes: Uint8Array): { packed: Uint8Array; text?: string; free(): void };
  take(text: string, asked: Uint8Array): Uint8Array;
}

// One question; a file's bytes are given away with it.
export type Question =
  | { kind: "open"; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "take"; text: Blob; asked: Uint8Array };

// What Rust unpacks, and the text of the dataset that was opened.
export interface Answer {
  packed: Uint8Array;
  text?: Blob;
}

export type Ask = (question: Question) => Promise<Answer>;

// `js` is the whole address of wasm-bindgen's half; the program stands beside it.
export async function program(js: string): Promise<Ask> {
  const reader = (await import(js)) as Program;
  await reader.default({ module_or_path: js.replace(/\.js$/, "_bg.wasm") });
  return async (question) => {
    if (question.kind === "take") return { packed: reader.take(await question.text.text(), question.asked) };
    const answer = reader.open(question.bytes);
    // The text leaves the program's memory, which never shrinks.
    const { packed, text } = answer;
    answer.free();
    return { packed, ...(text === undefined ? {} : { text: new Blob([text]) }) };
  };
}
