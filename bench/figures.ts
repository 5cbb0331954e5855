import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Indicators and units of the annual panel's layout, with the size of a usual value. */
const columns: readonly (readonly [indicator: string, unit: string, usual: number])[] = [
  ['area_land', 'km2', 9000],
  ['co2_ceads', 'Mt', 30],
  ['co2_edgar', 'Mt', 28],
  ['deposits', '100 million yuan', 1500],
  ['fdi_used', 'million US dollars', 300],
  ['gdp_deflator_2000', '2000 = 1', 1.6],
  ['gdp_growth_index', 'previous year = 100', 108],
  ['gdp_nominal', '100 million yuan', 1200],
  ['gdp_nominal_edgar_sheet', '100 million yuan', 1210],
  ['gdp_nominal_finance_sheet', '100 million yuan', 1190],
  ['gdp_nominal_realgdp_sheet', '100 million yuan', 1180],
  ['gdp_real_2000', '100 million yuan at 2000 prices', 800],
  ['loans', '100 million yuan', 900],
  ['population_resident', '10 thousand persons', 300],
  ['value_added_primary', '100 million yuan', 150],
  ['value_added_secondary', '100 million yuan', 600],
  ['value_added_tertiary', '100 million yuan', 450],
];
const lastYear = 2023;

/**
 * Writes a made annual panel in the form of the shipped layout: one row for each code, indicator and year, newest
 * years first, until there are enough.
 *
 * @param codes area codes of units of the register, each once
 */
export function writeFigures(path: string, codes: readonly string[], rows: number): void {
  const lines = ['adcode,name_zh,year,indicator,value,unit,source,flag'];
  for (let year = lastYear; lines.length <= rows; year--) {
    for (const [place, code] of codes.entries()) {
      for (const [indicator, unit, usual] of columns) {
        if (lines.length > rows) break;
        const value = usual * (1 + (place % 50) / 100) * (1 + (year - lastYear) / 60);
        lines.push(`${code},,${year},${indicator},${value.toPrecision(6)},${unit},made,`);
      }
    }
  }
  writeFileSync(path, gzipSync(`${lines.join('\n')}\n`, { level: 1 }));
}
