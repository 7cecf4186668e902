// What is written on the timeline, and its folded lanes.
import { rest } from "./browser.mjs";

// The texts of a chart with their boxes in the page, and how many rows there are.
export async function drawn(page, id = "timeline") {
  await page.locator(`#${id} :is(canvas, svg)`).first().waitFor();
  await rest(page);
  const { texts, rows } = await page.evaluate((name) => {
    const element = document.getElementById(name);
    const box = element.getBoundingClientRect();
    const chart = window.AidAtlasCharts.getInstanceByDom(element);
    const texts = chart
      .getZr()
      .storage.getDisplayList(true)
      .filter((shape) => shape.style?.text && !shape.ignore)
      .map((shape) => {
        const bounds = shape.getBoundingRect().clone();
        if (shape.transform) bounds.applyTransform(shape.transform);
        // The halo round letters is no part of them.
        const halo = shape.style.stroke ? (shape.style.lineWidth ?? 0) / 2 : 0;
        const [x, y] = [box.left + bounds.x + halo, box.top + scrollY + bounds.y + halo];
        return { text: shape.style.text, x, y, width: bounds.width - 2 * halo, height: bounds.height - 2 * halo };
      });
    return { texts, rows: chart.getOption().series[1].data.length };
  }, id);
  return Object.assign(texts, { rows });
}

// The middle of a text on the screen, after scrolling to it.
export async function reach(page, { x, y, width, height }) {
  const top = await page.evaluate((at) => {
    scrollTo(0, at - innerHeight / 2);
    return scrollY;
  }, y);
  return { x: x + width / 2, y: y + height / 2 - top };
}
