/** The least that gives a mean over a polygon: cells whose centre lies inside, found row by row; no shares, no missing values. */
export function meanByCentres(
  ring: Float64Array,
  values: Float64Array,
  width: number,
  height: number,
): number {
  let [sum, count] = [0, 0];
  const crossings: number[] = [];
  let [low, high] = [height, 0];
  for (let at = 1; at < ring.length; at += 2) {
    low = Math.min(low, ring[at] as number);
    high = Math.max(high, ring[at] as number);
  }
  for (let row = Math.max(0, Math.floor(low)); row < Math.min(height, Math.ceil(high)); row++) {
    const y = row + 0.5;
    crossings.length = 0;
    for (let at = 0; at < ring.length; at += 2) {
      const next = (at + 2) % ring.length;
      const [x0, y0] = [ring[at] as number, ring[at + 1] as number];
      const [x1, y1] = [ring[next] as number, ring[next + 1] as number];
      if (y0 <= y !== y1 <= y) crossings.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
    }
    crossings.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil((crossings[pair] as number) - 0.5));
      const to = Math.min(width - 1, Math.floor((crossings[pair + 1] as number) - 0.5));
      for (let column = from; column <= to; column++) sum += values[row * width + column] as number;
      count += Math.max(0, to - from + 1);
    }
  }
  return sum / count;
}
