// What the figures were measured on, in one line.
import { cpus, loadavg, release, totalmem, type } from "node:os";

export function machine(browser) {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${model.trim()}, ${memory} GiB, ${type()} ${release()}, Node.js ${process.version}, Chromium ${browser}`;
}

// How busy it was: figures of a busy machine tell nothing.
export const busy = () => `load average ${loadavg()[0].toFixed(2)}`;
