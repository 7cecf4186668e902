// Loads the app's program and tells public/fallback.js how far it has come, or
// why it cannot start. A plain script: a module that is missing ends without a
// word, an import that fails is an error to catch.
(async ({ js, wasm }) => {
  // Whole addresses: in a frame without an origin relative ones lead nowhere.
  const address = (name) => new URL(name, document.baseURI).href;

  async function program() {
    const response = await fetch(address(wasm));
    if (!response.ok) throw new Error(`HTTP ${response.status} (${wasm})`);
    const type = response.headers.get("content-type") ?? "";
    if (type.startsWith("text/html")) throw new Error(`${type} (${wasm})`);
    if (!response.body || !window.TransformStream) return response;
    let bytes = 0;
    const count = new TransformStream({
      transform(chunk, stream) {
        bytes += chunk.byteLength;
        window.aidAtlasProgress?.(bytes);
        stream.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(count), response);
  }

  try {
    const { default: start } = await import(address(js));
    await start({ module_or_path: await program() });
    window.aidAtlasRunning?.();
  } catch (error) {
    window.aidAtlasNotStarted?.(String(error));
    throw error;
  }
})(document.currentScript.dataset);
