import { AfterlodeError } from '../../base/index.js';
import {
  type MeterLimits,
  type ReadingFault,
  type ReadUnitMonths,
  readingFaults,
  type UnitPattern,
} from '../../locate/index.js';
import type { RowSource } from '../rows.js';
import { type Engine, EngineFault, withEngine } from './engine.js';
import { loadedReadings } from './loaded-readings.js';
import { type ChooseReadings, drawKey, type ReadingRows, scannedReadings } from './reading-source.js';
import {
  addPatterns,
  faultyRow,
  faultyRows,
  forgetUnits,
  patternTable,
  repeatedTable,
  unitFacts,
  unitTable,
} from './reading-sql.js';

/** What is asked of a table of readings. */
export interface ReadingQuestion {
  readonly choose: ChooseReadings;
  readonly limits: MeterLimits;
  /** Told the share read. */
  readonly progress?: (share: number) => void;
  /** Of the engine: `1GB`; default 2 GB. */
  readonly memory?: string;
}

/**
 * Units and their months from a table of readings of any size and in any order, worked out by DuckDB straight from the file. Of a unit
 * the engine keeps a keyed hash and nothing else, and writes nothing to a disk; neither units nor rows are in an answer or an error.
 *
 * @param use is given the answer while the engine runs
 * @throws AfterlodeError what `choose` throws, `FILE_…`; what `use` throws
 */
export async function withUnitMonths<T>(
  source: RowSource,
  question: ReadingQuestion,
  use: (read: ReadUnitMonths) => Promise<T>,
): Promise<T> {
  const name = typeof source === 'string' ? source : source.name;
  try {
    return await withEngine(
      async (engine) => use(await unitMonths(engine, source, question)),
      question.memory,
    );
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error;
    if (error.outOfMemory) throw new AfterlodeError('FILE_NO_ROOM', name);
    const found = { en: 'its columns or pages are damaged', zh: '其列或数据页已损坏' };
    throw new AfterlodeError('FILE_FORMAT', name, { found, expected: 'Parquet' });
  }
}

async function unitMonths(
  engine: Engine,
  source: RowSource,
  { choose, limits, progress }: ReadingQuestion,
): Promise<ReadUnitMonths> {
  const key = drawKey();
  const scanned = await scannedReadings(engine, source, choose, key);
  if (scanned !== null) {
    try {
      return await inParts(
        (parts) => readMonths(engine, scanned, limits, { parts, progress }),
        scanned.passes,
      );
    } catch (error) {
      const isText = scanned.from.startsWith('read_csv');
      // Another encoding, rows of another length: read row by row, which takes them, or tells what is wrong and where.
      if (!(error instanceof EngineFault) || error.outOfMemory || !isText) throw error;
    }
  }
  const loaded = await loadedReadings(engine, source, choose, key, progress);
  return inParts((parts) => readMonths(engine, loaded, limits, { parts }), loaded.passes);
}

/** More parts than this would be read for hours. */
const mostParts = 64;

/**
 * Does some work in so many parts, else in twice as many and so on until the memory is enough for each.
 *
 * @param first parts to begin with, from 1
 * @throws what `attempt` throws for another reason, or of the most parts
 */
export async function inParts<T>(attempt: (parts: number) => Promise<T>, first = 1): Promise<T> {
  for (let parts = first; ; parts *= 2) {
    try {
      return await attempt(parts);
    } catch (error) {
      if (!(error instanceof EngineFault) || !error.outOfMemory || parts >= mostParts) throw error;
    }
  }
}

interface Passes {
  /** In how many passes the file is read; each takes the units whose hash falls to it. */
  readonly parts: number;
  readonly progress?: ((share: number) => void) | undefined;
}

/** @throws EngineFault */
export async function readMonths(
  engine: Engine,
  readings: ReadingRows,
  limits: MeterLimits,
  { parts, progress }: Passes,
): Promise<ReadUnitMonths> {
  let [units, repeated, rows] = [0, 0, 0];
  let [firstMonth, lastMonth] = [Number.POSITIVE_INFINITY, -1];
  let faults: ReadUnitMonths['faults'] = new Map();
  await engine.run(patternTable);
  for (let part = 0; part < parts; part++) {
    const own = { parts, part };
    await engine.run(
      unitTable(readings, limits, own),
      progress && ((share) => progress((part + share) / parts)),
    );
    const [facts] = await engine.rows(unitFacts);
    const [found = 0, again = 0, first = 0, last = 0, counted = 0] = (facts ?? []).map(Number);
    units += found;
    repeated += again;
    rows += counted;
    if (found > 0) [firstMonth, lastMonth] = [Math.min(firstMonth, first), Math.max(lastMonth, last)];
    if (part === 0) faults = await readFaults(engine, readings);
    await engine.run(repeatedTable(readings, limits, own, again > 0));
    await engine.run(addPatterns);
    // The next part needs their room.
    for (const forget of forgetUnits) await engine.run(forget);
  }
  if (units === 0) firstMonth = -1;
  return { rows, units, firstMonth, lastMonth, repeated, faults, patterns: () => readPatterns(engine) };
}

/** Rows left out by reason, with the first of each. */
async function readFaults(engine: Engine, readings: ReadingRows): Promise<ReadUnitMonths['faults']> {
  const faults = new Map<ReadingFault, { readonly rows: number; readonly first: number }>();
  for (const [at, rows] of await engine.rows(faultyRows)) {
    const [found] = await engine.rows(faultyRow(readings, Number(at)));
    faults.set(readingFaults[Number(at) - 1] as ReadingFault, {
      rows: Number(rows),
      first: Number(found?.[0]),
    });
  }
  return faults;
}

async function* readPatterns(engine: Engine): AsyncIterable<readonly UnitPattern[]> {
  for await (const rows of engine.stream('select estate, known, used, units from patterns'))
    yield rows.map(([estate, known, used, units]) => ({
      estate: String(estate),
      known: known as bigint,
      used: used as bigint,
      units: Number(units),
    }));
}
