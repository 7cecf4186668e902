// worker.js of a build with AID_ATLAS_WORKER=off, and of `cargo xtask serve`: takes
// the place of any worker that was there before, gives everything back, and goes.
import { ourCaches, worker } from "./scope.ts";

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(retire()));

async function retire(): Promise<void> {
  await worker.registration.unregister();
  await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
}
