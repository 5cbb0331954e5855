import { type Random, seededRandom } from '../../../base/index.js';
import type { DataTable, IndicatorSpec, Values } from '../types.js';
import type { GoalpostNoise, ValueNoise } from './types.js';

/** A table whose values have drawn errors; what is missing stays missing. */
export function perturbValues(table: DataTable, noise: ValueNoise, seed: number): DataTable {
  const random = seededRandom(seed);
  const draw = noise.distribution === 'normal' ? normalOf(random) : () => 2 * random() - 1;
  const columns = table.indicators.map(({ code }, at) => {
    const column = table.columns[at] as Values;
    const error = typeof noise.error === 'number' ? noise.error : (noise.error.get(code) ?? 0);
    return error === 0 ? column : perturbed(column, error, noise.form, draw);
  });
  return { ...table, columns };
}

function perturbed(column: Values, error: number | Values, form: ValueNoise['form'], draw: Random): Values {
  const made = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    const size = typeof error === 'number' ? error : (error[row] as number);
    // A cell whose error is not known is taken as it stands; it draws all the same, so that others keep their draws.
    const step = draw() * (Number.isNaN(size) ? 0 : size);
    made[row] = form === 'relative' ? value * (1 + step) : value + step;
  }
  return made;
}

/** Standard normal numbers, two from two uniform ones (Box and Muller). */
function normalOf(random: Random): Random {
  let spare = Number.NaN;
  return () => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** Indicators whose goalposts are shifted, each end for itself. */
export function perturbGoalposts(
  indicators: readonly IndicatorSpec[],
  { share }: GoalpostNoise,
  seed: number,
): readonly IndicatorSpec[] {
  const random = seededRandom(seed);
  return indicators.map((indicator) => {
    const { goalposts } = indicator;
    if (!goalposts) return indicator;
    const span = share * (goalposts.upper - goalposts.lower);
    const lower = goalposts.lower + span * (2 * random() - 1);
    const upper = goalposts.upper + span * (2 * random() - 1);
    return { ...indicator, goalposts: { ...goalposts, lower, upper } };
  });
}
