/** One class of the map. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

/**
 * Classes of equal width at round bounds (1, 2 or 5 times a power of ten) over the values that are present, as many as there
 * are colours at most; none without values.
 */
export function valueClasses(values: readonly (number | null)[], colours: readonly string[]): ValueClass[] {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  if (known.length === 0) return [];
  const least = Math.min(...known);
  const most = Math.max(...known);
  const size = 10 ** Math.floor(Math.log10((most - least || Math.abs(most) || 1) / colours.length));
  const step = [1, 2, 5, 10, 20]
    .map((times) => times * size)
    .find((one) => numberOf(least, most, one) <= colours.length);
  const width = step ?? 50 * size;
  const first = Math.floor(least / width);
  const count = numberOf(least, most, width);
  return Array.from({ length: count }, (_, at) => ({
    from: round((first + at) * width),
    to: round((first + at + 1) * width),
    colour: colours[Math.round((at * (colours.length - 1)) / Math.max(1, count - 1))] as string,
  }));
}

function numberOf(least: number, most: number, step: number): number {
  return Math.floor(most / step) - Math.floor(least / step) + 1;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** Colour of a value; null where it is missing. */
export function classColour(value: number | null | undefined, classes: readonly ValueClass[]): string | null {
  if (value === null || value === undefined) return null;
  return (classes.find(({ to }) => value < to) ?? classes.at(-1))?.colour ?? null;
}
