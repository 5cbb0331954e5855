import type { RoadmapRow } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

/** Paths as CSV with the columns that the command writes; what is missing is empty, numbers are unrounded. */
export function pathCsv(rows: readonly RoadmapRow[]): string {
  const lines = rows.flatMap(({ place, scenario, path }) =>
    path.map(({ year, mid, low, high, sinks, population, gdp }) =>
      sheetLine([place, scenario, year, mid, low, high, sinks, population, gdp]),
    ),
  );
  const head = 'place,scenario,year,co2,co2_low,co2_high,sinks,population,gdp';
  return `${[head, ...lines].join('\r\n')}\r\n`;
}
