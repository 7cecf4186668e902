// What the page shows until the app runs, and where no script does.
import { escaped } from "../escaped.ts";

// `first` is the plain view; boxes stand for another one.
export function skeleton(file: string, first: string): string {
  const link = `<a href="${escaped(file)}">${escaped(file)}</a>`;
  return `<div id="skeleton">
  <div class="status" role="status">
    <p id="loading">正在载入… · Loading…</p>
    <!-- For when no script runs at all: a style brings it up after a while. -->
    <p class="late" translate="yes">应用还没有启动。数据文件：${link} · The app has not started yet. The data is in ${link}</p>
  </div>
  ${first}
  <div class="boxes">
    <div class="skeleton tall"></div>
    <div class="skeleton tall"></div>
  </div>
</div>
<noscript>
  <!-- Nor what nobody can press, nor what says that there is more. -->
  <style>#skeleton .status, .first .head-tools, .first .filters, .first .undated-more { display: none; }</style>
  <p class="failure" translate="yes">本页需要 JavaScript 与 WebAssembly。数据文件：${link}<br>
  This page needs JavaScript and WebAssembly. The data is in ${link}</p>
</noscript>
`;
}
