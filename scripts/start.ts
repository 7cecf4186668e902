// Loads the app's program and tells fallback.ts how far it has come, or why it
// cannot start. A plain script: a module that is missing ends without a word, an
// import that fails is an error to catch.

import { answer } from "./answer.ts";
import { CHARTS_CAME } from "./named.ts";
import { keepOffline } from "./offline.ts";
import { trustOnlyOurs } from "./trusted.ts";

// What wasm-bindgen makes of the program.
interface Program {
  default(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
}

// Whole addresses: in a frame without an origin relative ones lead nowhere.
const address = (name: string) => new URL(name, document.baseURI).href;

async function program(wasm: string): Promise<Response> {
  const response = await answer(address(wasm), wasm);
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

// A program that waits longer for charts.js comes beside it.
const CHARTS_WAIT = 5000;

// Where the page shows the plain view, charts.js makes it one that can be pointed at
// and zoomed: the program, three times as large, is asked for when that has come. At
// once then, for charts.js runs long before anything that waits for a promise.
function afterCharts<T>(ask: () => Promise<T>): Promise<T> {
  const { first = "none", chosen } = document.documentElement.dataset;
  const charts = document.querySelector('script[src="charts.js"]');
  if (first === "none" || chosen !== undefined || !charts) return ask();
  return new Promise((done) => {
    let asked: Promise<T> | undefined;
    const once = () => {
      asked ??= ask();
      done(asked);
    };
    addEventListener(CHARTS_CAME, once);
    charts.addEventListener("error", once);
    setTimeout(once, CHARTS_WAIT);
  });
}

// Compiled while it comes. Some hosts send programs under another type, which browsers
// refuse to read from the stream.
async function compiled(wasm: string): Promise<WebAssembly.Module> {
  const response = await afterCharts(() => program(wasm));
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

// Trunk writes the names of the program's files beside the script's.
async function run({ js = "", wasm = "" }: DOMStringMap): Promise<void> {
  // The page is complete, and the scripts behind this one have run or failed.
  const page = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  try {
    const [{ default: start }, module] = await Promise.all([
      import(address(js)) as Promise<Program>,
      compiled(wasm),
      page,
    ]);
    await start({ module_or_path: module });
    window.aidAtlasRunning?.();
  } catch (error) {
    window.aidAtlasNotStarted?.(String(error));
    throw error;
  }
}

trustOnlyOurs();
keepOffline(run(document.currentScript?.dataset ?? {}));
