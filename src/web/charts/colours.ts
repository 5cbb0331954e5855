import { type Shape, shapeNames } from './shapes.js';

/** Steps of the viridis map (van der Walt and Smith, CC0), from low to high; its palest end is left out for contrast. */
export const steps = ['#440154', '#443983', '#31688e', '#21918c', '#35b779', '#7ad151', '#c8e020'] as const;

/** Colours of Okabe and Ito (2008) that stand out from a white page, and a violet that no colour-blind reader takes for one of them. */
const apart = ['#009e73', '#0072b2', '#d55e00', '#cc79a7', '#8338d6', '#56b4e9', '#6b6f76'] as const;

/** Bounds of the score classes: even round steps that cover the range, seven at most. */
export interface ScoreScale {
  readonly low: number;
  readonly high: number;
  readonly classes: readonly { readonly from: number; readonly to: number; readonly colour: string }[];
}

/** Scale over the scores that are present; without any it spans 0–100. */
export function scoreScale(scores: readonly (number | null)[]): ScoreScale {
  const known = scores.filter((score): score is number => score !== null && Number.isFinite(score));
  const least = known.length === 0 ? 0 : Math.min(...known);
  const most = known.length === 0 ? 100 : Math.max(...known);
  const fits = (step: number) => Math.floor(most / step) - Math.floor(least / step) < steps.length;
  const step = [1, 2, 5, 10].find(fits) ?? 20;
  const low = Math.floor(least / step) * step;
  const count = Math.floor(most / step) - Math.floor(least / step) + 1;
  const classes = Array.from({ length: count }, (_, i) => ({
    from: low + i * step,
    to: low + (i + 1) * step,
    colour: steps[Math.round((i * (steps.length - 1)) / Math.max(1, count - 1))] ?? steps[0],
  }));
  return { low, high: low + count * step, classes };
}

/** Colour of a score; null for a missing one, which is drawn hollow. Values on or above the top bound take the last class. */
export function scoreColour(score: number | null, scale: ScoreScale): string | null {
  if (score === null || !Number.isFinite(score)) return null;
  const found = scale.classes.find(({ to }) => score < to) ?? scale.classes.at(-1);
  return found?.colour ?? null;
}

/** How a symbol looks: missing has no fill. */
export interface Look {
  readonly shape: Shape;
  readonly colour: string | null;
}

/** Looks of the classes of a scheme in their order: each has its own colour and its own shape. */
export function classLooks(classes: readonly string[]): ReadonlyMap<string, Look> {
  return new Map(
    classes.map((id, i) => [
      id,
      { shape: shapeNames[i % shapeNames.length] ?? 'circle', colour: apart[i % apart.length] ?? apart[0] },
    ]),
  );
}

/** Looks of the lights: a shape of its own besides the colour; without data it is a ring, never green. */
export const lightLooks: Readonly<Record<'green' | 'yellow' | 'red' | 'none', Look>> = {
  green: { shape: 'circle', colour: 'var(--light-green)' },
  yellow: { shape: 'triangle', colour: 'var(--light-yellow)' },
  red: { shape: 'diamond', colour: 'var(--light-red)' },
  none: { shape: 'circle', colour: null },
};

/** The worst light that occurs; `none` where nothing could be judged. */
export function worstLight(counts: {
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
}) {
  if (counts.red > 0) return 'red';
  if (counts.yellow > 0) return 'yellow';
  return counts.green > 0 ? 'green' : 'none';
}

const leastRadius = 3;

/**
 * Radius in pixels so that the area follows the population; missing and tiny ones stay visible.
 *
 * @param most radius of the largest place
 */
export function radiusOf(population: number | null, largest: number, most: number): number {
  if (population === null || !(largest > 0)) return leastRadius;
  return Math.max(leastRadius, most * Math.sqrt(Math.min(1, population / largest)));
}
