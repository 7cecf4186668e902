// worker.js: keeps a version of the app as a whole, and gives each page all of its
// files from the version that the page itself is of. What is not the app's (other
// datasets, other pages of the folder, other hosts) never passes through here.
// docs/decisions/0021-one-version-a-page.md says why it is so.
import { NAMED_BY_CONTENT } from "../named.ts";
import { type Asked, FOLDER, OURS, ourCaches, worker } from "./scope.ts";

// The build puts them in: this version's name, and the hash of each of its files by
// its path below the app. The page's own path is empty, as hosts like it.
declare const VERSION: string;
declare const FILES: Record<string, string>;
const PAGE = "";
// Which version each page is of, by the page's id: a worker is stopped between events.
const PAGES = `${OURS}pages`;
const pages = new Map<string, string>();

const stored = (version: string) => caches.open(OURS + version);

worker.addEventListener("install", (event) => event.waitUntil(install()));

// All of it or nothing: a deploy in progress or a full disk leaves the former version
// at work, and the next load tries again.
async function install(): Promise<void> {
  const cache = await stored(VERSION);
  try {
    await Promise.all(Object.entries(FILES).map(([path, hash]) => keep(cache, path, hash)));
  } catch (error) {
    await caches.delete(OURS + VERSION);
    throw error;
  }
  // Pages that are open stay with their version: nothing has to wait for them.
  await worker.skipWaiting();
}

// A file under its content's name: what another version has too is not fetched again.
async function keep(cache: Cache, path: string, integrity: string): Promise<void> {
  const name = `${FOLDER}${path}?${integrity}`;
  const had = await caches.match(name);
  // Only a name without a hash may stand for what a browser has kept too long.
  const fresh = { cache: NAMED_BY_CONTENT.test(path) ? "default" : "no-cache", redirect: "error" } as const;
  await cache.put(name, had ?? (await fetch(FOLDER + path, { integrity, ...fresh })));
}

worker.addEventListener("fetch", (event) => {
  const { url, method, mode } = event.request;
  const { href, pathname } = new URL(url);
  if (method !== "GET" || !href.startsWith(FOLDER)) return;
  const path = pathname.slice(new URL(FOLDER).pathname.length);
  if (mode === "navigate") {
    if (path !== PAGE && path !== "index.html") return;
    event.respondWith(page(event));
    event.waitUntil(check());
  } else if (path !== PAGE && (Object.hasOwn(FILES, path) || NAMED_BY_CONTENT.test(path))) {
    event.respondWith(file(event, path));
  }
});

async function page(event: Asked): Promise<Response> {
  const kept = await find(VERSION, PAGE);
  if (!kept) return fetch(event.request);
  const id = event.resultingClientId;
  if (id) {
    pages.set(id, VERSION);
    event.waitUntil(caches.open(PAGES).then((cache) => cache.put(FOLDER + id, new Response(VERSION))));
  }
  return kept;
}

async function file({ clientId, request }: Asked, path: string): Promise<Response> {
  return (await find(await versionOf(clientId), path)) ?? fetch(request);
}

async function versionOf(id: string): Promise<string> {
  const known = pages.get(id) ?? (await attempt(() => written(id))) ?? VERSION;
  pages.set(id, known);
  return known;
}

async function written(id: string): Promise<string | undefined> {
  return (await (await caches.open(PAGES)).match(FOLDER + id))?.text();
}

const find = (version: string, path: string) =>
  attempt(async () => (await stored(version)).match(FOLDER + path, { ignoreSearch: true }));

// A storage that fails is one that holds nothing.
const attempt = <T>(work: () => Promise<T>): Promise<T | undefined> => work().catch(() => undefined);

// Beside each load: whether the network has this page still. Where it has another
// one, its worker comes in the background; where that has none, this one goes.
async function check(): Promise<void> {
  const answer = await attempt(() => fetch(FOLDER, { cache: "no-cache" }));
  if (!answer || answer.status >= 500) return;
  if ((await hash(await answer.arrayBuffer())) !== FILES[PAGE]) {
    try {
      await worker.registration.update();
    } catch {
      // Pages that are open keep their files; the next load is the network's.
      await worker.registration.unregister();
      return;
    }
  }
  await tidy();
}

async function hash(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

// Versions of which no page is open any more.
async function tidy(): Promise<void> {
  const names = await ourCaches();
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const ids = new Set(open.map(({ id }) => id));
  const used = new Set([PAGES, OURS + VERSION]);
  const list = await caches.open(PAGES);
  for (const { url } of await list.keys()) {
    const version = (await list.match(url))?.text();
    const name = OURS + (await version);
    if (ids.has(url.slice(FOLDER.length))) used.add(name);
    // A page of this version may be on its way.
    else if (name !== OURS + VERSION) await list.delete(url);
  }
  // One that is being installed has no page yet.
  const { installing, waiting } = worker.registration;
  if (installing || waiting) return;
  await Promise.all(names.filter((name) => !used.has(name)).map((name) => caches.delete(name)));
}
