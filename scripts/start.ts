// Loads the app's program and tells fallback.ts how far it has come, or why it
// cannot start. A plain script: a module that is missing ends without a word, an
// import that fails is an error to catch.

import { keepOffline } from "./offline.ts";
import { trustOnlyOurs } from "./trusted.ts";

// What wasm-bindgen makes of the program.
interface Program {
  default(options: { module_or_path: Response }): Promise<unknown>;
}

// Whole addresses: in a frame without an origin relative ones lead nowhere.
const address = (name: string) => new URL(name, document.baseURI).href;

async function program(wasm: string): Promise<Response> {
  const response = await fetch(address(wasm));
  if (!response.ok) throw new Error(`HTTP ${response.status} (${wasm})`);
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/html")) throw new Error(`${type} (${wasm})`);
  if (!response.body || !window.TransformStream) return response;
  let bytes = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, stream) {
      bytes += chunk.byteLength;
      window.aidAtlasProgress?.(bytes);
      stream.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(count), response);
}

// Trunk writes the names of the program's files beside the script's.
async function run({ js = "", wasm = "" }: DOMStringMap): Promise<void> {
  try {
    const { default: start }: Program = await import(address(js));
    await start({ module_or_path: await program(wasm) });
    window.aidAtlasRunning?.();
    keepOffline();
  } catch (error) {
    window.aidAtlasNotStarted?.(String(error));
    throw error;
  }
}

trustOnlyOurs();
run(document.currentScript?.dataset ?? {});
