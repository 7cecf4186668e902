// The script of the share dialog, which also holds ECharts' other renderer: few
// charts are too tall for a canvas, and most readers never load it.
import type { Tools } from "../bridge.ts";

let loading: Promise<Tools> | undefined;

// A later call tries again where one has failed.
export function tools(): Promise<Tools> {
  if (window.AidAtlasTools) return Promise.resolve(window.AidAtlasTools);
  loading ??= new Promise<Tools>((done, fail) => {
    const script = document.createElement("script");
    script.src = "tools.js";
    script.onload = () => (window.AidAtlasTools ? done(window.AidAtlasTools) : fail());
    script.onerror = fail;
    document.head.append(script);
  }).finally(() => {
    loading = undefined;
  });
  return loading;
}
