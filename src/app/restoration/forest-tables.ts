import { AfterlodeError, type Text } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import type { CreditTerms } from '../../plan/index.js';
import { readNamedRows } from '../tables/named-rows.js';
import { from0At, onceAt, yearAt, yesAt } from './cells.js';

const standColumns = {
  forest: { also: ['林区'], needed: true },
  year: { also: ['年份'], needed: true },
  species: { also: ['树种组'], needed: true },
  area_ha: { also: ['面积_公顷'], needed: false },
  volume_m3: { also: ['蓄积_立方米'], needed: true },
  age: { also: ['林龄'], needed: false },
} as const;

const factorColumns = {
  species: { also: ['树种组'], needed: true },
  density: { also: ['木材密度'], needed: false },
  expansion: { also: ['扩展因子'], needed: false },
  roots: { also: ['根茎比'], needed: false },
  carbon: { also: ['含碳率'], needed: false },
  a: { needed: false },
  b: { needed: false },
  source: { also: ['来源'], needed: false },
} as const;

const creditColumns = {
  forest: { also: ['林区'], needed: true },
  methodology: { also: ['方法学'], needed: false },
  additional: { also: ['额外性'], needed: false },
  baseline: { also: ['基线'], needed: false },
  leakage: { also: ['泄漏'], needed: false },
  buffer: { also: ['缓冲'], needed: false },
  price: { also: ['价格'], needed: false },
} as const;

const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('FOREST_TABLE', where, { found, expected });

/** Wood of one species group of a forest at an inventory; `NaN` is not known. */
export interface StandRow {
  readonly forest: string;
  readonly year: number;
  readonly species: string;
  readonly areaHa: number;
  readonly volumeM3: number;
  /** Mean age, years. */
  readonly age: number;
}

/** What turns volume of a species group into carbon: factors, or the continuous function of biomass; `NaN` is not known. */
export interface FactorRow {
  readonly density: number;
  readonly expansion: number;
  readonly roots: number;
  readonly carbon: number;
  readonly a: number;
  readonly b: number;
  readonly source: string | null;
}

/**
 * Reads stands: a row for each forest, inventory and species group.
 *
 * @throws AfterlodeError FOREST_TABLE naming the cell, FILE_… of reading
 */
export async function readStands(source: RowSource): Promise<readonly StandRow[]> {
  const { rows } = await readNamedRows(source, standColumns, fault);
  const seen = new Set<string>();
  return rows.map((row) => {
    const forest = row.word('forest', { en: 'a forest', zh: '林区名称' });
    const species = row.word('species', { en: 'a species group', zh: '树种组' });
    const year = yearAt(row, 'year');
    const key = JSON.stringify([forest, year, species]);
    if (seen.has(key))
      throw row.wrong('species', species, {
        en: 'each species group once in an inventory of a forest',
        zh: '同一林区同一年份每个树种组只出现一次',
      });
    seen.add(key);
    return {
      forest,
      year,
      species,
      areaHa: from0At(row, 'area_ha'),
      volumeM3: from0At(row, 'volume_m3'),
      age: from0At(row, 'age'),
    };
  });
}

/**
 * Reads factors by species group.
 *
 * @param carbon share of carbon where a row has none
 * @throws AfterlodeError FOREST_TABLE naming the cell, FILE_… of reading
 */
export async function readFactors(
  source: RowSource,
  carbon: number,
): Promise<ReadonlyMap<string, FactorRow>> {
  const { rows } = await readNamedRows(source, factorColumns, fault);
  const seen = new Set<string>();
  return new Map(
    rows.map((row) => {
      const species = onceAt(row, 'species', seen, { en: 'each species group once', zh: '不重复的树种组' });
      const own = from0At(row, 'carbon', 1);
      const expansion = from0At(row, 'expansion');
      if (expansion < 1)
        throw row.wrong('expansion', row.text('expansion'), { en: 'a number from 1', zh: '不小于 1 的数' });
      const factors = {
        density: from0At(row, 'density'),
        expansion,
        roots: from0At(row, 'roots'),
        carbon: Number.isNaN(own) ? carbon : own,
        a: from0At(row, 'a'),
        b: row.number('b'),
        source: row.text('source') || null,
      };
      return [species, factors] as const;
    }),
  );
}

/**
 * Reads terms of credits by forest.
 *
 * @throws AfterlodeError FOREST_TABLE naming the cell, FILE_… of reading
 */
export async function readCredits(source: RowSource): Promise<ReadonlyMap<string, CreditTerms>> {
  const { rows } = await readNamedRows(source, creditColumns, fault);
  const seen = new Set<string>();
  return new Map(
    rows.map((row) => [
      onceAt(row, 'forest', seen, { en: 'each forest once', zh: '不重复的林区' }),
      {
        methodology: row.text('methodology') || null,
        additional: yesAt(row, 'additional'),
        // A forest may lose carbon without the project: the baseline can be below 0.
        baseline: row.number('baseline'),
        leakage: from0At(row, 'leakage', 1),
        buffer: from0At(row, 'buffer', 1),
        price: from0At(row, 'price'),
      },
    ]),
  );
}
