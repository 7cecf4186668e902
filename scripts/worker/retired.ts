// worker.js of a build with AID_ATLAS_WORKER=off, and of `cargo xtask serve`: takes
// the place of any worker that was there before, gives everything back, and goes.
import { type Asked, FOLDER, ourCaches, worker } from "./scope.ts";

// A page that is being loaded while this worker comes has all of its files by then,
// in milliseconds.
const LOADED = 8000;
const loaded = () => new Promise((done) => setTimeout(done, LOADED));

// Not before: what a page asks for while one worker takes the other's place may wait for
// minutes, and a page asks for its program some time after the rest.
worker.addEventListener("install", (event) => event.waitUntil(loaded().then(() => worker.skipWaiting())));
// It does not wait for the end of that: until a worker is active, no page gets a file.
worker.addEventListener("activate", () => void retire());

// Such a page is of a version that the host may have no more.
worker.addEventListener("fetch", (event) => {
  const { url, method, mode } = event.request;
  if (method === "GET" && mode !== "navigate" && url.startsWith(FOLDER)) event.respondWith(former(event));
});

async function former({ request }: Asked): Promise<Response> {
  const kept = await caches.match(request, { ignoreSearch: true }).catch(() => undefined);
  return kept ?? fetch(request);
}

async function retire(): Promise<void> {
  await worker.registration.unregister();
  await loaded();
  await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
}
