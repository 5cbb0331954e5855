import { AfterlodeError, phrases } from '../../base/index.js';
import { placeName } from '../../files/index.js';
import { openRadarStack, type RadarStack } from '../../jobs/index.js';
import { networkOf } from '../../locate/index.js';
import type { PairBaseline } from './baselines.js';
import { listStack, type Wanted } from './listed-stack.js';
import type { RadarFacts } from './radar-facts.js';

/** A stack of unwrapped pairs whose files are open, to be read by windows. */
export interface OpenStack extends RadarStack {
  /** By pair, what messages call it. */
  readonly names: readonly string[];
  /** null where the files name none. */
  readonly baselines: readonly PairBaseline[] | null;
  readonly facts: RadarFacts;
  /** Whether a pair has no value in any cell. */
  isEmpty(pair: number): Promise<boolean>;
}

/** How a stack is opened, besides what is wanted of it. */
export interface StackOptions extends Wanted {
  /** Of the radar, m; null: as the files say. */
  readonly wavelengthM: number | null;
  /** What positive phase means; null: as the layout defines it. */
  readonly positive: 'away' | 'towards' | null;
}

/**
 * Opens a stack of unwrapped pairs, a path or an address.
 *
 * @throws AfterlodeError the faults of `listStack`, `networkOf` and `openRadarStack`; DISPLACEMENT_WAVELENGTH and
 *   DISPLACEMENT_SIGN where nobody names them
 */
export async function openStack(path: string, options: StackOptions): Promise<OpenStack> {
  const { names, dates, phases, coherences, components, baselines, facts, ...listed } = await listStack(
    path,
    options,
  );
  const network = networkOf(dates, names);
  const wavelengthM = options.wavelengthM ?? facts.wavelengthM;
  if (wavelengthM === null)
    throw new AfterlodeError('DISPLACEMENT_WAVELENGTH', placeName(path), { found: phrases.none });
  const positive = options.positive ?? listed.positive;
  if (positive === null) throw new AfterlodeError('DISPLACEMENT_SIGN', path);
  const stack = await openRadarStack({
    network,
    wavelengthM,
    phases,
    coherences,
    ...(components && { components }),
    ...(positive === 'towards' && { towards: true }),
  });
  return { ...stack, names, baselines, facts, isEmpty: (pair) => isEmpty(stack, pair) };
}

async function isEmpty(stack: RadarStack, pair: number): Promise<boolean> {
  const { grid, block } = stack;
  const { width, height } = grid;
  for (let row = 0; row < height; row += block.height) {
    const window = { column: 0, row, width, height: Math.min(block.height, height - row) };
    if (!(await stack.readChanges(pair, window)).every(Number.isNaN)) return false;
  }
  return true;
}
