const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The place an arrow key leads to: the nearest one inside a quarter turn around the key's direction, where
 * distance across that direction counts double. Null for other keys and where nothing lies that way.
 */
export function nearest<P extends { readonly x: number; readonly y: number }>(
  from: P,
  places: readonly P[],
  key: string,
): P | null {
  const direction = directions[key];
  if (direction === undefined) return null;
  let best: P | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const along = (place.x - from.x) * direction[0] + (place.y - from.y) * direction[1];
    const across = Math.abs((place.x - from.x) * direction[1] + (place.y - from.y) * direction[0]);
    if (place === from || along <= 0 || across > along) continue;
    const distance = along + 2 * across;
    if (distance < least) {
      least = distance;
      best = place;
    }
  }
  return best;
}
