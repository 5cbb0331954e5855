import { type Random, seededRandom } from '../../base/index.js';
import type { Estate, OccupiedEstimate } from '../../locate/index.js';

/** A made city: what its sources say, and what is so. */
export interface MadeCity {
  readonly estates: readonly Estate[];
  /** Occupied units of each estate. */
  readonly truth: readonly number[];
}

/** How a source of the made city errs, as shares of the units. */
interface MadeSource {
  readonly source: string;
  /** Standard deviation of its bias between cities, and of single estates round it. */
  readonly bias: number;
  readonly noise: number;
  /** Share of estates that it knows. */
  readonly known: number;
}

/** Registration counts people who left, phones miss old people; all states the noise of single estates, none its bias. */
const sources: readonly MadeSource[] = [
  { source: 'meters', bias: 0.02, noise: 0.02, known: 0.8 },
  { source: 'registration', bias: 0.08, noise: 0.05, known: 0.9 },
  { source: 'phone', bias: 0.05, noise: 0.06, known: 0.7 },
];

/** Estates that are visited, and units that are looked at in each. */
const visits = { share: 0.2, units: 40 };

/**
 * A city of so many estates of 12 to 1500 units, of which 2 to 60 % stand empty.
 *
 * @param checked whether a part of the estates is visited
 */
export function madeCity(seed: number, count = 120, checked = true): MadeCity {
  const random = seededRandom(seed);
  const biases = sources.map(({ bias }) => bias * normal(random));
  const truth: number[] = [];
  const estates = Array.from({ length: count }, (_, at) => {
    const units = Math.round(12 * Math.exp(random() * Math.log(125)));
    const vacant = 0.02 + 0.58 * random() ** 2;
    const occupied = drawn(random, units, 1 - vacant);
    truth.push(occupied);
    const estimates = sources.flatMap(({ source, noise, known }, place): OccupiedEstimate[] => {
      if (random() > known) return [];
      const error = noise * units;
      const said = occupied + (biases[place] as number) * units + error * normal(random);
      return [{ source, occupied: Math.max(0, said), error }];
    });
    const looked = Math.min(units, visits.units);
    const field =
      checked && random() < visits.share
        ? { checked: looked, occupied: sampled(random, units, occupied, looked) }
        : null;
    return { id: `E${at + 1}`, units, estimates, field };
  });
  return { estates, truth };
}

/** Box and Muller 1958. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function drawn(random: Random, units: number, share: number): number {
  let found = 0;
  for (let unit = 0; unit < units; unit++) if (random() < share) found += 1;
  return found;
}

/** Occupied units among those looked at, none of them twice. */
function sampled(random: Random, units: number, occupied: number, looked: number): number {
  let [left, full, found] = [units, occupied, 0];
  for (let unit = 0; unit < looked; unit++) {
    if (random() * left < full) {
      found += 1;
      full -= 1;
    }
    left -= 1;
  }
  return found;
}

/** The tables of a city by their names. */
export function cityTables({ estates, truth }: MadeCity): Readonly<Record<string, string>> {
  const csv = (rows: readonly (readonly (string | number)[])[]) =>
    `${rows.map((row) => row.join(',')).join('\n')}\n`;
  return {
    'estates.csv': csv([['estate', 'units'], ...estates.map(({ id, units }) => [id, units])]),
    'occupied.csv': csv([
      ['estate', 'source', 'occupied', 'error'],
      ...estates.flatMap(({ id, estimates }) =>
        estimates.map(({ source, occupied, error }) => [id, source, occupied.toFixed(1), error.toFixed(2)]),
      ),
    ]),
    'checked.csv': csv([
      ['estate', 'checked', 'occupied'],
      ...estates.flatMap(({ id, field }) => (field ? [[id, field.checked, field.occupied]] : [])),
    ]),
    'truth.csv': csv([['estate', 'occupied'], ...estates.map(({ id }, at) => [id, truth[at] as number])]),
  };
}
