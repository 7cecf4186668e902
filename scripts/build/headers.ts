// `_headers`, as Netlify and Cloudflare Pages read it. The same for other servers is in
// docs/hosting.md.

// `folder` is the app's, from the root of the host; `named` are the files whose name
// changes with their content.
export function headers(folder: string, policy: string, named: string[]): string {
  // Any page may show the app in a frame: that is what it is for. A page cannot say
  // so of itself, a header can.
  const pages = `  Content-Security-Policy: ${policy}; frame-ancestors *\n  Cache-Control: no-cache`;
  const rules = [
    // Frames without an origin may fetch only what any page may.
    `${folder}*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin`,
    `${folder}\n${pages}`,
    `${folder}index.html\n${pages}`,
    `${folder}worker.js\n  Cache-Control: no-cache`,
    ...named.map((name) => `${folder}${name}\n  Cache-Control: public, max-age=31536000, immutable`),
  ];
  return `${rules.join("\n")}\n`;
}
