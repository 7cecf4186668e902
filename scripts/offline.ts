// The page's half of worker.js: registers it, and tells the app of a new version.

// Once the app runs, so that the worker's fetching costs the first load nothing.
// What a browser, a frame without an origin or a full disk refuses is done without:
// the app needs no worker.
export async function keepOffline(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  try {
    const workers = navigator.serviceWorker;
    // A page that a worker gave hears of each later one, however early it comes.
    if (workers.controller) workers.addEventListener("controllerchange", tell);
    await idle();
    const registration = await workers.register("worker.js", { updateViaCache: "none" });
    registration.addEventListener("updatefound", () => {
      const { active, installing } = registration;
      // Not the first one.
      if (active && !workers.controller)
        installing?.addEventListener("statechange", () => installing.state === "activated" && tell());
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  } catch {}
}

function tell(): void {
  window.aidAtlasRenewed = true;
  window.dispatchEvent(new Event("aid-atlas-renewed"));
}

async function idle(): Promise<void> {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done));
  if ("requestIdleCallback" in window) await new Promise<unknown>((done) => requestIdleCallback(done));
}
