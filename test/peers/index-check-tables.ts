import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataTable, Hierarchy, HierarchyNode, Stretch } from '../../src/assess/composite/types.js';
import { readCsvRows } from '../../src/files/index.js';

/** Tables of the R package COINr (README beside them) as the engine's words, for the tests of checks and imputation. */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/reference/coinr');

/** A table of the reference: rows by heading. */
export type Rows = readonly ReadonlyMap<string, string>[];

export async function read(path: string): Promise<Rows> {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`no reference table ${file}; set AFTERLODE_SHARED`);
  const [heading = [], ...lines] = await readCsvRows(file);
  return lines.map((line) => new Map(heading.map((name, at) => [name, line[at] ?? ''])));
}

const meta = await read('input/asem_imeta.csv');
const data = (await read('input/asem_idata.csv')).toSorted((a, b) =>
  word(a, 'uCode') < word(b, 'uCode') ? -1 : 1,
);

export function word(row: ReadonlyMap<string, string>, name: string): string {
  const found = row.get(name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
}

export function toNumber(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

export function columnOf(rows: Rows, name: string): Float64Array {
  return Float64Array.from(rows, (row) => toNumber(word(row, name)));
}

/** The index of the meta table: indicators, then aggregates by level. */
export const hierarchy = ((): Hierarchy => {
  const rows = meta
    .filter((row) => ['Indicator', 'Aggregate'].includes(word(row, 'Type')))
    .toSorted((a, b) => Number(word(a, 'Level')) - Number(word(b, 'Level')));
  const codes = rows.map((row) => word(row, 'iCode'));
  const nodes = rows.map((row, at): HierarchyNode => {
    const children = rows.flatMap((child, number) => (word(child, 'Parent') === codes[at] ? [number] : []));
    return {
      code: codes[at] as string,
      level: Number(word(row, 'Level')),
      parent: codes.indexOf(word(row, 'Parent')),
      children,
      weight: Number(word(row, 'Weight')),
      rule: null,
      minimumCoverage: null,
    };
  });
  return { nodes, leaves: nodes.filter(({ level }) => level === 1).length };
})();
export const codes = hierarchy.nodes.slice(0, hierarchy.leaves).map(({ code }) => code);

export function tableOf(
  rows: Rows,
  names: readonly string[] = codes,
  denominators: readonly string[] = [],
): DataTable {
  return {
    units: rows.map((row) => word(row, 'uCode')),
    times: null,
    indicators: names.map((code) => {
      const row = meta.find((one) => word(one, 'iCode') === code);
      if (!row) throw new Error(`no indicator ${code}`);
      const direction = word(row, 'Direction') === '-1' ? -1 : 1;
      const denominator = word(row, 'Denominator') || null;
      return { code, direction, goalposts: null, target: null, denominator };
    }),
    columns: names.map((code) => columnOf(rows, code)),
    denominators: new Map(denominators.map((name) => [name, columnOf(rows, name)])),
    groups: new Map([['EurAsia_group', rows.map((row) => row.get('EurAsia_group') ?? '')]]),
  };
}

const sizes = ['Area', 'Energy', 'GDP', 'Population'];
export const raw = tableOf(data, codes, sizes);
export const whole: readonly Stretch[] = [{ from: 0, to: data.length }];

/** Compares numbers: how many there were, and which are too far from what was wanted, relative to it. */
export class Comparison {
  count = 0;
  readonly wrong: string[] = [];
  readonly tolerance: number;
  constructor(tolerance: number) {
    this.tolerance = tolerance;
  }
  add(where: string, found: number, wanted: number): void {
    this.count += 1;
    if (Number.isNaN(found) || Number.isNaN(wanted)) {
      if (!Number.isNaN(found) || !Number.isNaN(wanted)) this.wrong.push(`${where}: ${found} for ${wanted}`);
      return;
    }
    const difference = found === wanted ? 0 : Math.abs(found - wanted) / Math.max(Math.abs(wanted), 1e-9);
    if (difference > this.tolerance) this.wrong.push(`${where}: ${found} for ${wanted}`);
  }
  columns(columns: readonly Float64Array[], names: readonly string[], wanted: Rows): this {
    names.forEach((name, at) => {
      wanted.forEach((row, line) =>
        this.add(`${name} ${line}`, columns[at]?.[line] ?? Number.NaN, toNumber(word(row, name))),
      );
    });
    return this;
  }
  /** Equals `allNear(count)` where nothing is wrong. */
  get outcome(): { readonly wrong: readonly string[]; readonly count: number } {
    return { wrong: this.wrong, count: this.count };
  }
}

/** What a comparison of `count` numbers says where all are near. */
export const allNear = (count: number) => ({ wrong: [], count });

/** Relative tolerances: of one step, and of several that start from rounded input. */
export const step = 1e-9;
export const steps = 1e-8;
