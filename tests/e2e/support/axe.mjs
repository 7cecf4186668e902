// What a page breaks of axe-core's rules of accessibility.
import assert from "node:assert/strict";
import axe from "axe-core";

// Asked for, since axe-core leaves it out by itself: what can be pressed is 24 pixels
// wide and high, or stands as far from the next.
const RULES = { rules: { "target-size": { enabled: true } } };

// The rules with the elements that break them; of the whole page, or of what a
// selector finds.
export async function violations(page, within) {
  await load(page);
  const { violations: found, passes } = await page.evaluate(
    ([selector, rules]) => window.axe.run(selector ?? document, rules),
    [within, RULES],
  );
  assert.ok(
    passes.some(({ id }) => id === "color-contrast"),
    "the rules were applied",
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

// Texts that are too near to their ground, and why.
export async function contrast(page) {
  await load(page);
  const rules = { runOnly: ["color-contrast"] };
  const { violations: found, passes } = await page.evaluate((only) => window.axe.run(document, only), rules);
  assert.equal(passes.length, 1, "the rule was applied");
  return found.flatMap(({ nodes }) => nodes.map(({ target, any }) => `${target.join(" ")}: ${any[0]?.message}`));
}

// What still fades in has not its own colours yet; what waits for long, as words for
// when nothing comes do, is not waited for.
async function load(page) {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, currentTime, effect }) => {
      const left = effect.getComputedTiming().endTime - currentTime;
      return playState !== "running" || left > 3000;
    }),
  );
  if (!(await page.evaluate(() => window.axe))) await page.evaluate(axe.source);
}
