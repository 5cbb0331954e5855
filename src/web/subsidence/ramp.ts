/**
 * Colours from sinking fast to rising fast: orange-brown and blue stay apart for colour-blind readers, and both darken outwards, so
 * that they tell strength in grey as well.
 */
export const ramp = [
  '#5c2306',
  '#8f3f0c',
  '#c06a24',
  '#e09c5c',
  '#f3cfa6',
  '#f5f3ee',
  '#bcd9ea',
  '#7fb4d6',
  '#4388b8',
  '#1f5f92',
  '#0b3a63',
] as const;

/** Colours of the damage classes, from light to dark, apart from the ramp. */
export const damageColours: Readonly<Record<string, string>> = {
  I: '#2f9e6e',
  II: '#c9a800',
  III: '#b5179e',
  IV: '#3a0ca3',
};

/** A round number with few steps to the next, at least as large as a number; 1 for 0. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((times) => times * size >= value * (1 - 1e-9)) ?? 10;
  return Number((step * size).toPrecision(12));
}

/** Largest size of the numbers that are there. */
export function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) {
    const size = Math.abs(values[at] as number);
    if (size > most) most = size;
  }
  return most;
}

/** Red, green and blue of a number between −limit and limit; beyond it the outermost colour. */
export function rampColour(value: number, limit: number): readonly [number, number, number] {
  const last = ramp.length - 1;
  const place = ((Math.max(-1, Math.min(1, value / limit)) + 1) / 2) * last;
  const below = Math.min(last - 1, Math.floor(place));
  const share = place - below;
  const [from, to] = [channels(ramp[below] as string), channels(ramp[below + 1] as string)];
  const mix = (at: 0 | 1 | 2) => Math.round(from[at] * (1 - share) + to[at] * share);
  return [mix(0), mix(1), mix(2)];
}

function channels(colour: string): readonly [number, number, number] {
  const number = Number.parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}
