// reading-worker.js: the second program in a thread of its own, where a large file
// keeps no page waiting.
import { type Ask, program, type Question } from "./program.ts";

// The first message names the program; each other one is a question with its number.
export type Heard = { js: string } | { number: number; question: Question };

const thread = self as unknown as {
  onmessage: ((event: MessageEvent<Heard>) => void) | null;
  postMessage(message: unknown, given?: Transferable[]): void;
};

let asking: Promise<Ask> | undefined;

thread.onmessage = async ({ data }) => {
  if ("js" in data) {
    asking = program(data.js);
    asking.then(
      () => thread.postMessage({ ready: true }),
      (error) => thread.postMessage({ ready: false, why: String(error) }),
    );
    return;
  }
  try {
    const progress = (share: number) => thread.postMessage({ number: data.number, share });
    const answer = await (await asking)?.(data.question, progress);
    if (answer) thread.postMessage({ number: data.number, answer }, [answer.packed.buffer]);
  } catch (error) {
    thread.postMessage({ number: data.number, why: String(error) });
  }
};
