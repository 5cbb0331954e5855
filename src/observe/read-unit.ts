import type { Unit } from '../base/index.js';
import { type Catalog, unitByAlias } from '../catalog/index.js';

/** A unit of the catalog and a power of ten before it. */
export interface WrittenUnit {
  readonly unit: Unit;
  readonly exponent: number;
}

const prefixes: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千万', 7],
  ['百万', 6],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
];

/**
 * The unit that a table's words mean: an id, alias or label of the catalog, or one of these after 千, 万, 亿….
 *
 * @returns null for words that mean no unit
 * @example `万张` is the unit `bed` (alias 张) times 10^4
 */
export function readUnit(text: string, catalog: Pick<Catalog, 'units'>): WrittenUnit | null {
  const whole = unitByAlias(text, catalog);
  if (whole !== null) return { unit: whole, exponent: 0 };
  const plain = text.normalize('NFKC').trim();
  for (const [prefix, exponent] of prefixes) {
    if (!plain.startsWith(prefix) || plain.length === prefix.length) continue;
    const unit = unitByAlias(plain.slice(prefix.length), catalog);
    return unit === null ? null : { unit, exponent };
  }
  return null;
}
