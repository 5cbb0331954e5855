import { AfterlodeError } from '../../base/index.js';
import { isAddress, listFiles, readTextFile } from '../../files/index.js';
import { baselinesOfPairs, partsOf } from '../../locate/index.js';

/** A perpendicular baseline of two dates, ISO, the earlier first; m, of the later less the earlier. */
export interface PairBaseline {
  readonly first: string;
  readonly second: string;
  readonly metres: number;
}

/**
 * Baselines of the file `baselines` that LiCSAR keeps, or of a table of GAMMA (`bperp_file`, `base_calc`): two dates and the
 * perpendicular baseline in each line, perhaps a number before them and more behind. Null where there is no such file.
 */
export async function baselinesOfFolder(folder: string): Promise<readonly PairBaseline[] | null> {
  if (isAddress(folder)) return null;
  const file = (await listFiles(folder)).find((path) =>
    /(^|[\\/])(baselines(\.txt)?|bperp_file|bperp.*\.txt)$/i.test(path),
  );
  if (file === undefined) return null;
  const found: PairBaseline[] = [];
  const line = /(?<!\d)(\d{8})\s+(\d{8})\s+([+-]?\d*\.?\d+(?:e[+-]?\d+)?)(?![\d.])/gim;
  for (const [, first, second, metres] of (await readTextFile(file)).matchAll(line))
    found.push(pairBaseline(iso(first as string), iso(second as string), Number(metres)));
  return found;
}

/** Turns a baseline round where its dates are. */
export function pairBaseline(first: string, second: string, metres: number): PairBaseline {
  return first <= second ? { first, second, metres } : { first: second, second: first, metres: -metres };
}

/**
 * Baselines by date, m, told from the first one: least squares of all pairs that are known, which may be others than those of
 * the stack.
 *
 * @throws AfterlodeError DISPLACEMENT_BASELINE where pairs do not tell the baseline of a date against the others
 */
export function baselinesAt(
  epochs: readonly string[],
  rows: readonly PairBaseline[] | null,
  where: string,
): Float64Array {
  const known = (rows ?? []).filter(({ first, second, metres }) => first !== second && !Number.isNaN(metres));
  const all = [...new Set([...epochs, ...known.flatMap(({ first, second }) => [first, second])])].toSorted();
  const place = new Map(all.map((date, at) => [date, at]));
  const pairs = known.map(({ first, second }) => ({
    first: place.get(first) as number,
    second: place.get(second) as number,
  }));
  const whole = partsOf(all.length, pairs).find((part) =>
    part.includes(place.get(epochs[0] as string) as number),
  );
  const lost = epochs.find((date) => !whole?.includes(place.get(date) as number));
  if (lost !== undefined) {
    const found =
      known.length === 0
        ? { en: 'none', zh: '没有基线' }
        : {
            en: `none that joins ${lost} to ${epochs[0]}`,
            zh: `没有把 ${lost} 与 ${epochs[0]} 联系起来的基线`,
          };
    throw new AfterlodeError('DISPLACEMENT_BASELINE', where, { found });
  }
  const byDate = baselinesOfPairs(
    { epochs: all, pairs },
    Float64Array.from(known, ({ metres }) => metres),
  );
  const start = byDate[place.get(epochs[0] as string) as number] as number;
  return Float64Array.from(epochs, (date) => (byDate[place.get(date) as number] as number) - start);
}

function iso(digits: string): string {
  return digits.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3');
}
