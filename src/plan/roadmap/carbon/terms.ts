/** Regressors that are made from two columns: what over what. */
const made: Readonly<Record<string, readonly [over: string, under: string]>> = {
  gdp_per_head: ['gdp', 'population'],
  energy_intensity: ['energy', 'gdp'],
};

/** The name under which the square of ln GDP per head stands among regressors. */
export const squareTerm = 'gdp_per_head_squared';

/** Columns of a table that a regressor needs. */
export function columnsOfDriver(driver: string): readonly string[] {
  return made[driver] ?? [driver];
}

/** Levels of a regressor from levels of the columns. */
export function driverLevels(driver: string, columns: ReadonlyMap<string, Float64Array>): Float64Array {
  const [over, under] = made[driver] ?? [driver, null];
  const levels = columns.get(over) as Float64Array;
  if (under === null) return levels;
  const divisors = columns.get(under) as Float64Array;
  return levels.map((value, at) => value / (divisors[at] as number));
}

/** Logarithms of regressors, and the square of ln GDP per head where it is asked for. */
export function designOf(
  { drivers, squared }: { readonly drivers: readonly string[]; readonly squared: boolean },
  columns: ReadonlyMap<string, Float64Array>,
): { readonly terms: readonly string[]; readonly logs: readonly Float64Array[] } {
  const logs = drivers.map((driver) => driverLevels(driver, columns).map(Math.log));
  if (!squared) return { terms: drivers, logs };
  const square = (logs[drivers.indexOf('gdp_per_head')] as Float64Array).map((value) => value * value);
  return { terms: [...drivers, squareTerm], logs: [...logs, square] };
}
