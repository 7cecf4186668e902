// Serves a folder from memory as a good host would: compressed beforehand at
// brotli 11, or gzip 9 for those who take no brotli.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
const PACKED = new Set([".png", ".webp", ".woff2", ".ico", ".br", ".gz"]);

// Brotli 11 takes seconds for a large program: each content is compressed once.
async function compressed(cache, raw) {
  const name = join(cache, createHash("sha256").update(raw).digest("hex"));
  const kept = await Promise.all(["br", "gz"].map((ending) => readFile(`${name}.${ending}`))).catch(() => null);
  if (kept) return { br: kept[0], gz: kept[1] };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(raw), promisify(gzip)(raw, { level: 9 })]);
  await Promise.all([writeFile(`${name}.br`, br), writeFile(`${name}.gz`, gz)]);
  return { br, gz };
}

async function filesOf(folder, cache) {
  await mkdir(cache, { recursive: true });
  const files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const raw = await readFile(path);
    const ending = extname(path).toLowerCase();
    const bodies = PACKED.has(ending) ? {} : await compressed(cache, raw);
    const name = `/${relative(folder, path).split(sep).join("/")}`;
    files.set(name, { raw, type: TYPES[ending] ?? "application/octet-stream", ...bodies });
  }
  return files;
}

function encoded({ raw, br, gz }, accepts) {
  if (br && /\bbr\b/.test(accepts)) return [br, "br"];
  if (gz && /\bgzip\b/.test(accepts)) return [gz, "gzip"];
  return [raw, null];
}

// `{ url, close }` of the folder; `cache` keeps what was compressed.
export async function serve(folder, cache) {
  const files = await filesOf(folder, cache);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = files.get(path.endsWith("/") ? `${path}index.html` : path);
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const [body, encoding] = encoded(file, request.headers["accept-encoding"] ?? "");
    response.writeHead(200, {
      "content-type": file.type,
      "content-length": body.length,
      vary: "accept-encoding",
      "cache-control": file.type.startsWith("text/html") ? "no-cache" : "public, max-age=31536000, immutable",
      ...(encoding && { "content-encoding": encoding }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    return closed;
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
