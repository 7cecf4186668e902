// reading.js: what the page asks of the second program, in a worker where one can be
// had. A frame without an origin has none: there the program runs in the page itself.
import { type Answer, type Ask, type Given, program, type Question } from "./program.ts";
import type { Heard } from "./worker.ts";

type Said =
  | { ready: true }
  | { ready: false; why: string }
  | { number: number; share: number }
  | { number: number; answer: Answer }
  | { number: number; why: string };

interface Waiting {
  progress(share: number): void;
  done(answer: Answer): void;
  fail(why: Error): void;
}

// The build names the program in the page: its name changes with its content.
function address(): string {
  const name = document.querySelector<HTMLMetaElement>('meta[name="reader"]')?.content ?? "";
  return new URL(name, document.baseURI).href;
}

const given = ({ bytes, places }: Given): Transferable[] =>
  [bytes, ...(places ? [places.bytes] : [])].map((all) => all.buffer);

// A worker, when its program runs there.
function employed(js: string): Promise<{ ask: Ask; dismiss(): void }> {
  return new Promise((ready, fail) => {
    const worker = new Worker("reading-worker.js");
    const waiting = new Map<number, Waiting>();
    let asked = 0;
    const dismiss = (why: unknown) => {
      worker.terminate();
      fail(why);
      for (const { fail } of waiting.values()) fail(new Error(String(why)));
      waiting.clear();
    };
    const send = (heard: Heard, away: Transferable[] = []) => worker.postMessage(heard, away);
    const ask: Ask = (question, progress) =>
      new Promise((done, fail) => {
        waiting.set(++asked, { done, fail, progress });
        send({ number: asked, question }, question.kind === "open" ? given(question.given) : []);
      });
    worker.onerror = (event) => {
      event.preventDefault();
      dismiss(event.message);
    };
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      if ("ready" in data) {
        if (data.ready) ready({ ask, dismiss: () => dismiss("") });
        else dismiss(data.why);
        return;
      }
      const one = waiting.get(data.number);
      if ("share" in data) {
        one?.progress(data.share);
        return;
      }
      waiting.delete(data.number);
      if ("answer" in data) one?.done(data.answer);
      else one?.fail(new Error(data.why));
    };
    send({ js });
  });
}

let running: Promise<{ ask: Ask; dismiss(): void }> | undefined;

// A later call tries again where one has failed.
async function reader(): Promise<{ ask: Ask; dismiss(): void }> {
  running ??= employed(address()).catch(async () => ({ ask: await program(address()), dismiss() {} }));
  try {
    return await running;
  } catch (error) {
    running = undefined;
    throw error;
  }
}

// A program that broke down on one question may answer no other rightly.
async function ask(question: Question, progress = (_: number) => {}): Promise<Answer> {
  const { ask, dismiss } = await reader();
  try {
    return await ask(question, progress);
  } catch (error) {
    running = undefined;
    dismiss();
    throw error;
  }
}

async function fetched(file: string): Promise<Blob> {
  const response = await fetch(new URL(file, document.baseURI));
  if (!response.ok) throw new Error(`HTTP ${response.status} (${file})`);
  return response.blob();
}

window.AidAtlasReading = {
  open: (bytes, name, columns, progress, places, placesName) => {
    const second = places && { bytes: places, name: placesName };
    return ask({ kind: "open", given: { bytes, name, columns, ...(second && { places: second }) } }, progress);
  },
  async take(text, asked) {
    const blob = typeof text === "string" ? await fetched(text) : text;
    return (await ask({ kind: "take", text: blob, asked })).packed;
  },
  // What is asked comes to nothing, at once.
  async stop() {
    const before = running;
    running = undefined;
    (await before?.catch(() => undefined))?.dismiss();
  },
};
