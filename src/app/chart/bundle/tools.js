// The script of the share dialog, which also holds ECharts' other renderer: few
// charts are too tall for a canvas, and most readers never load it.
let loading;

export function tools() {
  if (window.AidAtlasTools) return Promise.resolve(window.AidAtlasTools);
  loading ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = "tools.js";
    script.onload = () => (window.AidAtlasTools ? done(window.AidAtlasTools) : fail());
    script.onerror = fail;
    document.head.append(script);
  }).finally(() => (loading = undefined));
  return loading;
}
