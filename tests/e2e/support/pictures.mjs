// Pictures as WebP, and how two of them differ; both in a page of the browser
// that the tests drive, which has a codec.

// Letters are still clear, and all the pictures take some 2.5 MB.
const QUALITY = 0.3;

// Means of blocks hardly feel how an edge is smoothed, which moves single pixels;
// they feel what stands elsewhere or has another colour.
const BLOCK = 8;
// Of 255, in the channel that differs most. The same page taken twice differs by
// up to 7, and so it does with letters drawn by other rules (hinting, gamma).
const APART = 14;
// So many blocks may be apart. The name of an area, pale as it is, covers 7; a
// slightly other blue for one family moves 30 on the first screen, a key figure
// moved by 6 pixels 48, a pane some hundreds. In numbers, not in shares, for a
// label is as large where the picture is small.
const FEW = 4;
// Compression moves some more of them by no more than this, which nobody sees: a letter
// or a mark that has moved differs by more, another colour in more blocks.
const NOISE = { blocks: 20, by: 18 };
// Of a hundred, where another browser took the picture: it draws every letter a
// little otherwise. A pane that moved is far more.
const OTHER = 3;

export async function webp(page, png) {
  const encoded = await page.evaluate(
    async ([data, quality]) => {
      const image = await createImageBitmap(await (await fetch(data)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext("2d").drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: "image/webp", quality });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return { type: blob.type, text: btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), "")) };
    },
    [dataUrl("png", png), QUALITY],
  );
  if (encoded.type !== "image/webp") throw new Error("this browser writes no WebP");
  return Buffer.from(encoded.text, "base64");
}

// Of what is kept and of what is taken, as PNG and as WebP: the sizes, the number
// and the share of blocks that differ, and the block that differs most. A block
// must differ from both: compression moves colours by up to 26, mostly alike in
// the same picture, yet not always.
function compare(page, kept, png, taken) {
  return page.evaluate(
    async ([pictures, block, apart]) => {
      const [before, ...after] = await Promise.all(pictures.map(means));
      const [columns, rows] = ["columns", "rows"].map((side) => Math.min(before[side], after[0][side]));
      let [many, most, x, y] = [0, 0, 0, 0];
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const was = before.of(column, row);
          const from = (is) => Math.max(...is.map((value, channel) => Math.abs(value - was[channel])));
          const by = Math.min(...after.map((picture) => from(picture.of(column, row))));
          if (by > apart) many++;
          if (by > most) [most, x, y] = [by, column * block, row * block];
        }
      }
      return { sizes: [before.size, after[0].size], many, share: many / (columns * rows), most, x, y };

      async function means(url) {
        const image = await createImageBitmap(await (await fetch(url)).blob());
        const { width, height } = image;
        const context = new OffscreenCanvas(width, height).getContext("2d");
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, width, height);
        const [columns, rows] = [width, height].map((side) => Math.ceil(side / block));
        const of = (column, row) => {
          const sums = [0, 0, 0];
          let pixels = 0;
          for (let y = row * block; y < Math.min(height, (row + 1) * block); y++) {
            for (let x = column * block; x < Math.min(width, (column + 1) * block); x++) {
              pixels++;
              for (let channel = 0; channel < 3; channel++) sums[channel] += data[4 * (y * width + x) + channel];
            }
          }
          return sums.map((sum) => sum / pixels);
        };
        return { size: `${width} x ${height}`, columns, rows, of };
      }
    },
    [[dataUrl("webp", kept), dataUrl("png", png), dataUrl("webp", taken)], BLOCK, APART],
  );
}

// How they differ, in words, or null where nobody would see it; `alike` is
// whether the same browser took both.
export async function difference(page, kept, png, taken, alike) {
  const { sizes, many, share, most, x, y } = await compare(page, kept, png, taken);
  if (alike && sizes[0] !== sizes[1]) return `it was ${sizes[0]} pixels and is ${sizes[1]}`;
  const isNoise = many <= NOISE.blocks && most <= NOISE.by;
  if (alike ? many <= FEW || isNoise : 100 * share <= OTHER) return null;
  const percent = (100 * share).toFixed(2);
  return `${many} blocks of ${BLOCK} pixels differ (${percent} %), most at ${x}, ${y} (by ${Math.round(most)} of 255)`;
}

const dataUrl = (type, bytes) => `data:image/${type};base64,${bytes.toString("base64")}`;
