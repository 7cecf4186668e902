// A part of the program that comes later: what fetches it and puts it beside the first one,
// in place of what wasm-split-cli writes for that.
import { answer } from "./answer.ts";

// A host that sends nothing for so long is given up, in milliseconds.
const SILENCE = 60000;

// An answer that stops to come ends like one that fails, so that a reader can ask again.
export async function ask(address: URL): Promise<ArrayBuffer> {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), SILENCE);
  };
  wait();
  try {
    const { body } = await answer(address, address.href, { signal: stop.signal });
    if (!body) throw new Error(`empty (${address})`);
    const reader = body.getReader();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for (;;) {
      wait();
      const { done, value } = await reader.read();
      if (done) return await new Blob(chunks).arrayBuffer();
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
  }
}

// From bytes: some hosts send programs under another type, which browsers refuse to read
// from the stream, and parts are too small to gain by one.
export async function instantiate(coming: Promise<ArrayBuffer>, imports: WebAssembly.Imports): Promise<unknown> {
  return WebAssembly.instantiate(await coming, imports);
}
