// The page's policy, from here on. Not by the page itself: in WebKit, 'self' is nobody in
// a frame without an origin, and the app would not start there. Such a frame has nothing
// to guard, for it is a stranger to its own host.
export function applyPolicy(): void {
  var named = document.querySelector('meta[name="policy"]') as HTMLMetaElement | null;
  if (!named || window.origin === "null") return;
  var meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = named.content;
  document.head.appendChild(meta);
}
