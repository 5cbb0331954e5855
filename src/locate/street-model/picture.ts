/** A picture of 8 bits, red, green, blue in turn, row by row from above. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/**
 * A picture in other sides: each pixel is the mean of what it covers of the old ones, so that fine detail does not flicker; a
 * picture that grows keeps its pixels as squares.
 */
export function resized(picture: Picture, width: number, height: number): Picture {
  if (picture.width === width && picture.height === height) return picture;
  const across = shares(picture.width, width);
  const down = shares(picture.height, height);
  const rows = new Float64Array(width * picture.height * 3);
  for (let row = 0; row < picture.height; row++)
    for (let x = 0; x < width; x++)
      for (let part = across.from[x] as number; part < (across.from[x + 1] as number); part++) {
        const source = 3 * (row * picture.width + (across.cell[part] as number));
        const share = across.share[part] as number;
        const to = 3 * (row * width + x);
        for (let colour = 0; colour < 3; colour++)
          rows[to + colour] =
            (rows[to + colour] as number) + share * (picture.pixels[source + colour] as number);
      }
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let at = 0; at < 3 * width; at++) {
      let sum = 0;
      for (let part = down.from[y] as number; part < (down.from[y + 1] as number); part++)
        sum += (down.share[part] as number) * (rows[3 * width * (down.cell[part] as number) + at] as number);
      pixels[y * 3 * width + at] = Math.round(sum);
    }
  return { width, height, pixels };
}

/** For each of `to` cells the old cells that it covers and their shares of it. */
function shares(from: number, to: number) {
  const found = { from: [0], cell: [] as number[], share: [] as number[] };
  const step = from / to;
  for (let at = 0; at < to; at++) {
    const [low, high] = [at * step, Math.min(from, (at + 1) * step)];
    for (let cell = Math.floor(low); cell < high; cell++) {
      const share = (Math.min(high, cell + 1) - Math.max(low, cell)) / step;
      if (share <= 1e-9) continue;
      found.cell.push(cell);
      found.share.push(share);
    }
    found.from.push(found.cell.length);
  }
  return found;
}
