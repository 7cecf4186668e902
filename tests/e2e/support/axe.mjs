// What a page breaks of axe-core's rules of accessibility.
import assert from "node:assert/strict";
import axe from "axe-core";

// The rules with the elements that break them; of the whole page, or of what a
// selector finds.
export async function violations(page, within) {
  if (!(await page.evaluate(() => window.axe))) await page.evaluate(axe.source);
  const { violations: found, passes } = await page.evaluate((selector) => window.axe.run(selector ?? document), within);
  assert.ok(
    passes.some(({ id }) => id === "color-contrast"),
    "the rules were applied",
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
