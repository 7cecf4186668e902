// worker.js of a build with AID_ATLAS_WORKER=off, and of `cargo xtask serve`: takes
// the place of any worker that was there before, and goes.
import { retire, worker } from "./scope.ts";

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(retire()));
