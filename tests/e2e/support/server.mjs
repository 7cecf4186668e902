// Serves a built app under a sub-path, as a static host would.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));
export const SUB_PATH = "/some/where/";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".png": "image/png",
};
// A frame without an origin of its own (sandboxed) may fetch the app's files
// only where the host allows it.
const OPEN = { "access-control-allow-origin": "*" };

// `overrides` maps a path below the app to {status, body, type, headers}, or in place of
// the body to its `parts`: what to send, and promises to wait for between.
export async function serve(overrides = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (!pathname.startsWith(SUB_PATH)) return response.writeHead(404).end();
    const path = decodeURIComponent(pathname.slice(SUB_PATH.length)) || "index.html";
    const override = overrides[path];
    if (override) {
      const type = override.type ?? TYPES[extname(path)] ?? "text/plain";
      response.writeHead(override.status ?? 200, { ...OPEN, "content-type": type, ...override.headers });
      for (const part of override.parts ?? []) {
        if (part instanceof Promise) await part;
        else response.write(part);
      }
      return response.end(override.body ?? "");
    }
    const file = normalize(join(DIST, path));
    const found = file.startsWith(DIST) && (await stat(file).catch(() => null))?.isFile();
    if (!found) return response.writeHead(404).end();
    response.writeHead(200, { ...OPEN, "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  const close = () => {
    const closed = new Promise((done) => server.close(done));
    // Answers that a test holds back are never finished.
    server.closeAllConnections();
    return closed;
  };
  return { url: `http://127.0.0.1:${port}${SUB_PATH}`, close };
}
