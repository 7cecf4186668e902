// The styles of all rooms, as browsers get them: one file.
import { build } from "esbuild";

export async function styles(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: ["style/main.css"],
    bundle: true,
    // Beside the style sheet in the build, as index.html says.
    external: ["./fonts/*"],
    minify: true,
    write: false,
  });
  const [file] = outputFiles;
  if (!file) throw new Error("esbuild has made no style sheet");
  return file.contents;
}
