import { AfterlodeError } from '../../base/index.js';
import { rereferenceInPlace } from '../../locate/index.js';
import { baselinesAt } from './baselines.js';
import type { SubsidenceOptions } from './call.js';
import { type EngineCall, engineFor } from './engine.js';
import { givenAt, pairsWanted } from './given.js';
import { type Measured, measureStack } from './measure.js';
import { bytesThere, memoryNote } from './memory.js';
import { readProduct } from './product.js';
import type { RadarFacts } from './radar-facts.js';
import { namedPlace } from './reference.js';
import { type OpenStack, openStack } from './stack.js';

/** A measured stack or a finished series, and what its files say besides. */
export interface Found {
  readonly measured: Measured;
  readonly facts: RadarFacts;
  /** Whether somebody has chosen the reference: of a finished series its maker. */
  readonly chosen: boolean;
  /**
   * Perpendicular baselines by date, m.
   *
   * @throws AfterlodeError DISPLACEMENT_BASELINE
   */
  readonly baselines: () => Float64Array;
}

/** Where the work is done and who is told of it. */
export interface SeriesCall extends EngineCall {
  readonly progress?: (share: number) => void;
}

/**
 * The series of a stack of pairs, or a finished one.
 *
 * @throws AfterlodeError CALL_OPTION and the faults of `openStack`, `measureStack` and `readProduct`
 */
export async function seriesOf(path: string, options: SubsidenceOptions, call: SeriesCall): Promise<Found> {
  const given = await givenAt(path);
  if (given.kind === 'series') return takeProduct(path, given.files, options);
  const open = await openStack(given.path, {
    wavelengthM: options.wavelengthM,
    positive: options.positive,
    coherence: options.inversion.weights === 'coherence',
    components: options.connected,
  });
  try {
    const measured = await measureOpen(open, options, call);
    return {
      measured,
      facts: open.facts,
      chosen: options.reference.kind !== 'auto',
      baselines: () => baselinesAt(open.files.network.epochs, open.baselines, path),
    };
  } finally {
    await open.close();
  }
}

async function measureOpen(open: OpenStack, options: SubsidenceOptions, call: SeriesCall): Promise<Measured> {
  const { width, height } = open.grid;
  const said = memoryNote(width * height, open.files.network.epochs.length, bytesThere());
  if (said !== null) call.note?.(said);
  const engine = await engineFor(options.engine, open, call);
  try {
    const { tileCells } = options.engine;
    return await measureStack(open, options, {
      engine,
      tileCells,
      progress: call.progress ?? (() => undefined),
    });
  } finally {
    await engine.close();
  }
}

/** A finished series as it is, or told against another reference where the call names one. */
async function takeProduct(
  path: string,
  files: readonly string[],
  options: SubsidenceOptions,
): Promise<Found> {
  refusePairOptions(options);
  const product = await readProduct(files, options.unit, options.positive ?? 'towards');
  const { series, reference, points, facts, baselinesM } = product;
  const more = {
    facts,
    chosen: true,
    baselines: () => baselinesM ?? baselinesAt(series.epochs, null, path),
  };
  const found = { points, network: null, quality: null, closure: null };
  if (options.reference.kind === 'auto') {
    const { row, col } = reference ?? { row: null, col: null };
    return { ...more, measured: { ...found, series, reference: { row, col, half: null } } };
  }
  if (points !== null) {
    const expected = { en: 'auto: points keep their own reference', zh: 'auto：点数据沿用其自身参考' };
    throw new AfterlodeError('CALL_OPTION', '--reference', { found: options.reference.kind, expected });
  }
  const { row, col, half, cells } = await namedPlace(series.grid, options.reference);
  return {
    ...more,
    measured: { ...found, series: rereferenceInPlace(series, cells), reference: { row, col, half } },
  };
}

/** A finished series has no pairs any more; options that speak of pairs would be silently without effect. */
function refusePairOptions({ inversion, closure, ramp, connected }: SubsidenceOptions): void {
  const wrong = [
    ['--weights', inversion.weights, 'equal'],
    ['--robust', String(inversion.robust), 'false'],
    ['--closure', closure, 'none'],
    ['--ramp', ramp, 'none'],
    ['--connected', String(connected), 'false'],
  ].find(([, found, usual]) => found !== usual);
  if (wrong === undefined) return;
  throw new AfterlodeError('CALL_OPTION', wrong[0] as string, {
    found: wrong[1] as string,
    expected: pairsWanted,
  });
}
