// What a canvas of every browser holds: 16,384 pixels a side (Safari) and
// 16,777,216 in all (Safari on phones). A larger one stays blank, and no error
// says so.
const SIDE = 16_384;
const AREA = 16_777_216;

// The most pixels for each CSS pixel with which a drawing of that size fits.
export const densest = (width: number, height: number): number =>
  Math.min(SIDE / Math.max(width, height, 1), Math.sqrt(AREA / Math.max(width * height, 1)));

export const fits = (width: number, height: number, density: number): boolean => density <= densest(width, height);
