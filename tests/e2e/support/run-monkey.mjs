// `cargo xtask monkey`: random steps at the app in dist/, until something does
// not hold. Arguments: seed, steps, openings.
import { launch } from "./browser.mjs";
import { keepMemory, Monkey, openings } from "./monkey.mjs";
import { serve } from "./server.mjs";

// So many steps between two looks at the same link in a page of its own.
const LOOK = 10;

const [seed, steps, many] = process.argv.slice(2).map(Number);
const server = await serve();
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: "en-US" });
const page = await context.newPage();
await page.addInitScript(keepMemory);
const monkey = new Monkey(page, server.url, seed);
try {
  await page.goto(`${server.url}?lang=en`);
  await monkey.ready();
  for (let at = 0; at < steps; at += 1) {
    await monkey.step(at);
    await (at % LOOK === LOOK - 1 ? monkey.checkLink() : monkey.check());
    if (at % 100 === 99) console.log(`${at + 1} steps hold`);
  }
  if (many) {
    await page.setViewportSize({ width: 1440, height: 1000 });
    await page.goto(`${server.url}?lang=en&scheme=light`);
    await monkey.ready();
    const { before, after } = await openings(page, many);
    console.log(`${many} openings of a record:`);
    for (const name of Object.keys(before)) console.log(`  ${name}: ${before[name]} before, ${after[name]} after`);
  }
  console.log(`seed ${seed}: ${steps} steps hold`);
} catch (error) {
  console.error(`${monkey.replay()}\n\n${error.stack}\n\nAgain: cargo xtask monkey --seed ${seed} --steps ${steps}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.close();
}
