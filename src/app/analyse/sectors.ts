import { type CarbonCall, lmdiBySector } from '../../assess/index.js';
import { AfterlodeError, toEdge } from '../../base/index.js';
import {
  type AnalysisRow,
  byPlace,
  readAnalysisTable,
  refuseNegative,
  refuseTwice,
  type TableSource,
} from './table.js';

/** Effects of activity, structure, intensity and carbon factor on the emissions of all sectors of a place. */
export interface SectorSplit {
  readonly effects: Readonly<Record<'activity' | 'structure' | 'intensity' | 'carbonFactor', number | null>>;
  readonly total: number | null;
}

/**
 * LMDI by sector for each place of a table `place,year,sector,output,energy,co2`; the end years of the call, unchained. A
 * sector that a place has in one of both years only counts as 0 in the other.
 *
 * @throws AfterlodeError ANALYSIS_TABLE for a place without one of both years, ANALYSIS_VALUE for emissions without energy
 */
export async function sectorSplits(
  source: TableSource,
  { from, to }: Pick<CarbonCall, 'from' | 'to'>,
): Promise<ReadonlyMap<string, SectorSplit>> {
  const amounts = ['output', 'energy', 'co2'];
  const { rows, name: path } = await readAnalysisTable(source, {
    texts: ['place', 'sector', 'year'],
    numbers: ['year', ...amounts],
  });
  refuseNegative(path, rows, amounts);
  refuseTwice(path, rows, ({ text, number }) => `${text.place} ${text.sector} ${number.year}`);
  return new Map(Array.from(byPlace(rows), ([place, own]) => [place, splitOf(path, place, own, from, to)]));
}

function splitOf(
  path: string,
  place: string,
  rows: readonly AnalysisRow[],
  from: number,
  to: number,
): SectorSplit {
  const sectors = [...new Set(rows.map((row) => row.text.sector as string))];
  const chains = (year: number) => {
    const own = rows.filter((row) => row.number.year === year);
    if (own.length === 0) {
      const facts = {
        found: { en: `${place} without ${year}`, zh: `${place} 缺少 ${year} 年` },
        expected: { en: `rows of ${from} and ${to}`, zh: `${from} 年和 ${to} 年的行` },
      };
      throw new AfterlodeError('ANALYSIS_TABLE', path, facts);
    }
    const all = own.reduce((sum, row) => sum + (row.number.output as number), 0);
    return sectors.map((sector) => {
      const row = own.find(({ text }) => text.sector === sector);
      return row ? [all, row.number.output, row.number.energy, row.number.co2] : [all, 0, 0, 0];
    }) as number[][];
  };
  const { effects, total } = lmdiBySector(chains(from), chains(to));
  const [activity, structure, intensity, carbonFactor] = Array.from(effects, toEdge);
  return {
    effects: { activity, structure, intensity, carbonFactor } as SectorSplit['effects'],
    total: toEdge(total),
  };
}
