// The page's half of worker.js: registers it, and tells the app of a new version.

// Not before the app runs, so that the worker's fetching costs the first load nothing.
// What a browser, a frame without an origin or a full disk refuses is done without:
// the app needs no worker.
export async function keepOffline(running: Promise<void>): Promise<void> {
  const workers = container();
  // Another app of the origin may have a worker for folders around this one.
  const isKept = workers?.controller?.scriptURL === new URL("worker.js", document.baseURI).href;
  // A page that a worker gave hears of each later one, however early it comes.
  if (isKept) workers?.addEventListener("controllerchange", tell);
  await running;
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!workers || connection?.saveData) return;
  await idle();
  try {
    // A worker that has given itself up would come back for being registered again.
    const registration = isKept
      ? await workers.getRegistration()
      : await workers.register("worker.js", { updateViaCache: "none" });
    if (registration) watch(registration, isKept);
  } catch {}
}

// In a frame without an origin even to ask is an error.
function container(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

function watch(registration: ServiceWorkerRegistration, isKept: boolean): void {
  registration.addEventListener("updatefound", () => {
    const { active, installing } = registration;
    // Not the first one.
    if (isKept || !active) return;
    installing?.addEventListener("statechange", () => installing.state === "activated" && tell());
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
}

function tell(): void {
  window.aidAtlasRenewed = true;
  window.dispatchEvent(new Event("aid-atlas-renewed"));
}

async function idle(): Promise<void> {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done));
  if ("requestIdleCallback" in window) await new Promise<unknown>((done) => requestIdleCallback(done));
}
