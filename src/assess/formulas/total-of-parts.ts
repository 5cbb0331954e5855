/** The sum of parts of a whole; missing where one is negative, or where there is nothing to share. */
export function totalOfParts(parts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as number;
    if (part < 0) return Number.NaN;
    sum += part;
  }
  return sum === 0 ? Number.NaN : sum;
}
