// The scripts, as browsers get them.
import { type BuildOptions, build, type Plugin } from "esbuild";
import { CHARTS_CAME } from "../named.ts";

const COMMON = {
  bundle: true,
  minify: true,
  target: "es2020",
  // ECharts asks for NODE_ENV to drop its development messages.
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "eof",
  write: false,
} satisfies BuildOptions;

// Name and content of each file; `dataset` is the built-in dataset's file.
export async function bundles(dataset: string): Promise<[string, Uint8Array][]> {
  const define = { BUILT_IN: JSON.stringify(dataset) };
  const alone = await Promise.all([
    script({ entryPoints: ["scripts/embed.ts"] }),
    script({ entryPoints: ["scripts/start.ts"] }),
    // It speaks where nothing newer runs.
    script({
      entryPoints: ["scripts/fallback/main.ts"],
      target: "es5",
      define,
    }),
    script({ entryPoints: ["scripts/reading/page.ts"] }),
    script({ entryPoints: ["scripts/reading/worker.ts"] }),
    // What a build puts before one of them is not known yet: scripts/build/after.ts.
    script({ entryPoints: ["scripts/worker/main.ts"] }),
    script({ entryPoints: ["scripts/worker/retired.ts"] }),
  ]);
  const names = [
    "embed.js",
    "start.js",
    "fallback.js",
    "reading.js",
    "reading-worker.js",
    "worker/kept.js",
    "worker/retired.js",
  ];
  return [...alone.map((content, nth): [string, Uint8Array] => [names[nth] ?? "", content]), ...(await sharing())];
}

async function script(options: BuildOptions & { write?: false }): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...COMMON,
    format: "iife",
    ...options,
  });
  const [file] = outputFiles;
  if (!file) throw new Error("esbuild has made no file");
  return file.contents;
}

const CAME = `dispatchEvent(new Event("${CHARTS_CAME}"));`;

// charts.js and tools.js. ECharts is in charts.js alone: esbuild splits what the
// two share into chunks of modules, and then each is made one plain script, where
// charts.js keeps the chunks and lends them to tools.js. As modules they would
// come in two steps, not at all in a frame without an origin whose host allows
// no foreign pages, and in some browsers never again after one failed attempt.
async function sharing(): Promise<[string, Uint8Array][]> {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    format: "esm",
    splitting: true,
    metafile: true,
    outdir: "/",
    entryPoints: {
      charts: "scripts/chart/entry.ts",
      tools: "scripts/share/entry.ts",
    },
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [at(path), output]));

  // What a file imports, and what that imports; files that it loads later only
  // with `later`.
  const reached = (from: string, later: boolean): Set<string> => {
    const all = new Set<string>();
    const follow = (path: string) => {
      for (const { path: next, kind } of outputs.get(at(path))?.imports ?? []) {
        if (all.has(at(next)) || (kind === "dynamic-import" && !later)) continue;
        all.add(at(next));
        follow(next);
      }
    };
    follow(from);
    return all;
  };
  const kept = reached("/charts.js", true);
  // Without files of ours or of a package a chunk is a few helpers of esbuild's:
  // each has its own.
  const isCode = (path: string) => Object.keys(outputs.get(path)?.inputs ?? {}).length > 0;
  const shared = [...reached("/tools.js", true)].filter((path) => kept.has(path) && isCode(path));
  const early = reached("/tools.js", false);
  if (shared.some((path) => early.has(path))) {
    throw new Error("tools.js must work without charts.js: import what they share late");
  }

  const lending = shared.map((path, nth) => `import * as chunk${nth} from "${path}";`).join("");
  const chunks = shared.map((path, nth) => `"${path}": chunk${nth}`).join();
  const contents = `import "/charts.js"; ${lending} window.AidAtlasChunks = {${chunks}};`;
  return [
    // It tells that it has come before it runs.
    ["charts.js", await script({ stdin: { contents }, plugins: [from(files)], banner: { js: CAME } })],
    [
      "tools.js",
      await script({
        entryPoints: ["/tools.js"],
        plugins: [from(files, new Set(shared))],
      }),
    ],
  ];
}

// Paths of outputs are as esbuild likes them: all from the root here.
const at = (path: string) => `/${path.replace(/^.*\//, "")}`;

// Reads files of memory, and takes those that are `lent` from charts.js.
function from(files: Map<string, string>, lent = new Set<string>()): Plugin {
  return {
    name: "outputs",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.js$/ }, ({ path }) => ({
        path: at(path),
        namespace: "outputs",
      }));
      onLoad({ filter: /.*/, namespace: "outputs" }, ({ path }) => ({
        contents: lent.has(path) ? `module.exports = window.AidAtlasChunks["${path}"];` : files.get(path),
      }));
    },
  };
}
