// What a service worker is given, as much of it as ours use: TypeScript knows it
// only in place of what a page is given.
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface Asked extends Lasting {
  request: Request;
  // Of the page that asks, and of the page that the answer will be.
  clientId: string;
  resultingClientId?: string;
  respondWith(answer: Promise<Response>): void;
}

interface Scope {
  registration: ServiceWorkerRegistration;
  clients: { matchAll(which: { type: "window"; includeUncontrolled: boolean }): Promise<{ id: string }[]> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", heard: (event: Lasting) => void): void;
  addEventListener(name: "fetch", heard: (event: Asked) => void): void;
}

export const worker = self as unknown as Scope;

// The app's folder. Other apps of the same origin have caches too: ours begin so.
export const FOLDER = worker.registration.scope;
export const OURS = `aid-atlas ${FOLDER} `;

export async function ourCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}
