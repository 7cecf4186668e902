// Writes the pictures of docs/screens, in place of those that are there:
// `cargo xtask screens`.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { launch } from "./browser.mjs";
import { webp } from "./pictures.mjs";
import { SCREENS, take } from "./screens.mjs";

const FOLDER = new URL("../../../docs/screens/", import.meta.url);

const browser = await launch();
try {
  const page = await browser.newPage();
  await mkdir(FOLDER, { recursive: true });
  for (const name of await readdir(FOLDER)) if (name.endsWith(".webp")) await rm(new URL(name, FOLDER));
  let bytes = 0;
  for (const screen of SCREENS) {
    const picture = await webp(page, await take(browser, screen));
    await writeFile(new URL(`${screen.name}.webp`, FOLDER), picture);
    bytes += picture.length;
    console.log(`docs/screens/${screen.name}.webp  ${Math.ceil(picture.length / 1000)} kB`);
  }
  await writeFile(new URL("made-with.json", FOLDER), `{ "browser": ${JSON.stringify(browser.version())} }\n`);
  console.log(`${SCREENS.length} pictures, ${Math.ceil(bytes / 1000)} kB`);
} finally {
  await browser.close();
}
