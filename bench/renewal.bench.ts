import { sequence } from '../src/plan/renewal/index.js';
import { madeProblem } from '../src/plan/renewal/testing/made-problem.js';
import type { Measurement } from './measure.js';

/** A plan of a made problem (`madeProblem`) to its proof; the gap is told on standard error, should the minute end first. */
async function plan(count: number, years: number, seed: number): Promise<number> {
  const { status, gap } = await sequence(madeProblem(count, years, seed), { seconds: 60, gap: 0 });
  process.stderr.write(
    `${count} projects in ${years} years: ${status}, gap ${(100 * gap).toPrecision(2)} %\n`,
  );
  return gap;
}

/** Measurements of renewal for `npm run bench`. */
export const renewalBench: readonly Measurement[] = [
  { name: 'plan: renewal, 80 projects x 5 years, proven', run: () => plan(80, 5, 3), limitMs: 20_000 },
  { name: 'plan: renewal, 200 projects x 5 years, proven', run: () => plan(200, 5, 4), limitMs: 60_000 },
];
