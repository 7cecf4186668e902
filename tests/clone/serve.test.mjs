// What a newcomer does: clones the last commit into an empty folder, runs
// `cargo xtask serve` there and opens the page. The tools come from the cache
// of earlier runs; everything else is made anew.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
// `cargo xtask` and Trunk set these for what they start; a newcomer's shell has none.
const INHERITED = /^(CARGO_(?!HOME)|TRUNK_|RUSTUP_TOOLCHAIN$|NODE_TEST_CONTEXT$)/;

let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), "aid-atlas-"))));
after(() => rm(folder, { recursive: true, force: true }));

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

// The answer, or undefined while nobody listens.
const ask = (url) => fetch(url).catch(() => undefined);

// Starts a command in the clone, hands the page's address to `use` once it
// answers, and stops whatever the command has started.
async function serving(command, port, use) {
  const environment = Object.entries(process.env).filter(([name]) => !INHERITED.test(name));
  const [program, ...rest] = command;
  const server = spawn(program, rest, {
    cwd: join(folder, "clone"),
    env: Object.fromEntries(environment),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = [];
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => said.push(text));
  const ended = new Promise((done) => server.once("close", done));
  let over = false;
  ended.then(() => (over = true));
  try {
    const url = `http://127.0.0.1:${port}/`;
    let page = await ask(url);
    while (!page?.ok) {
      assert.ok(!over, `${command.join(" ")} ended by itself:\n${said.join("")}`);
      await new Promise((done) => setTimeout(done, 500));
      page = await ask(url);
    }
    await use(url, await page.text());
  } finally {
    // All of its group: cargo, the command, Trunk.
    if (!over) process.kill(-server.pid, "SIGTERM");
    await ended;
  }
}

async function servesTheApp(url, html) {
  assert.match(html, /<title>[^<]+ – Aid Atlas<\/title>/);
  const script = html.match(/["'](?:\.\/|\/)?(aid-atlas-[\w-]+\.js)["']/)?.[1];
  const wasm = html.match(/["'](?:\.\/|\/)?(aid-atlas-[\w-]+_bg\.wasm)["']/)?.[1];
  assert.ok(script && wasm, `the page names its program:\n${html}`);
  const answer = await ask(`${url}${wasm}`);
  assert.equal(answer?.status, 200);
  const magic = new Uint8Array(await answer.arrayBuffer()).subarray(0, 4);
  assert.deepEqual([...magic], [0, 0x61, 0x73, 0x6d], "it is WebAssembly");
  for (const name of [
    script,
    "charts.js",
    "fallback.js",
    "embed.js",
    "dataset/beijing-lhasa.json",
    "geometry/lhasa.json",
  ]) {
    assert.equal((await ask(`${url}${name}`))?.status, 200, name);
  }
}

test("a fresh clone serves the page and its wasm, with the project's command and with Trunk's own", async () => {
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", ROOT, join(folder, "clone")], { stdio: "inherit" });
  const port = await freePort();
  await serving(["cargo", "xtask", "serve", "--port", `${port}`], port, servesTheApp);
  for (const made of ["node_modules", "dist", ".bundle"]) await rm(join(folder, "clone", made), { recursive: true });
  const other = await freePort();
  await serving(["trunk", "serve", "--offline", "--address", "127.0.0.1", "--port", `${other}`], other, servesTheApp);
});
