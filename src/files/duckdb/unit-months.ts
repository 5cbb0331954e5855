import { AfterlodeError } from '../../base/index.js';
import {
  type MeterLimits,
  type ReadingFault,
  type ReadUnitMonths,
  readingFaults,
  type UnitPattern,
} from '../../locate/index.js';
import type { RowSource } from '../rows.js';
import { type Engine, EngineFault, type EngineLimits, withEngine } from './engine.js';
import { loadedReadings } from './loaded-readings.js';
import { type ChooseReadings, drawKey, type ReadingRows, scannedReadings } from './reading-source.js';
import { faultyRow, faultyRows, repeatedTable, unitTable } from './reading-sql.js';

/** What is asked of a table of readings. */
export interface ReadingQuestion {
  readonly choose: ChooseReadings;
  readonly limits: MeterLimits;
  /** Told the share read. */
  readonly progress?: (share: number) => void;
  /** Of memory and temporary files; default 1 GB and as much as there is. */
  readonly engine?: EngineLimits;
}

/**
 * Units and their months from a table of readings of any size and in any order, worked out by DuckDB straight from the file. Of a unit
 * the engine keeps a keyed hash and nothing else; neither units nor rows are in an answer, an error or a temporary file.
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
      question.engine,
    );
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error;
    if (error.outOfRoom) throw new AfterlodeError('FILE_NO_ROOM', name);
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
      return await readMonths(engine, scanned, limits, progress);
    } catch (error) {
      const isText = scanned.from.startsWith('read_csv');
      // Another encoding, rows of another length: read row by row, which takes them, or tells what is wrong and where.
      if (!(error instanceof EngineFault) || error.outOfRoom || !isText) throw error;
    }
  }
  return readMonths(engine, await loadedReadings(engine, source, choose, key, progress), limits);
}

async function readMonths(
  engine: Engine,
  readings: ReadingRows,
  limits: MeterLimits,
  progress?: (share: number) => void,
): Promise<ReadUnitMonths> {
  await engine.run(unitTable(readings, limits), progress);
  const [known] = await engine.rows(
    `select count(*), coalesce(sum(again::integer), 0), min(first_month), max(last_month) from units where estate <> ''`,
  );
  const [units = 0, repeated = 0] = (known ?? []).map(Number);
  const [firstMonth, lastMonth] = units === 0 ? [-1, -1] : [Number(known?.[2]), Number(known?.[3])];
  if (repeated > 0) await engine.run(repeatedTable(readings, limits), progress);
  const faults = await readFaults(engine, readings);
  const [all] = await engine.rows('select coalesce(sum(row_count), 0) from units');
  const left = [...faults.values()].reduce((sum, { rows }) => sum + rows, 0);
  const patterns =
    repeated > 0 ? `(select * from units where not again union all by name select * from added_up)` : 'units';
  return {
    rows: Number(all?.[0]) - left,
    units,
    firstMonth,
    lastMonth,
    repeated,
    faults,
    patterns: () => readPatterns(engine, patterns),
  };
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

async function* readPatterns(engine: Engine, from: string): AsyncIterable<readonly UnitPattern[]> {
  const sql = `select estate, known, used, count(*) from ${from} where estate <> '' group by all`;
  for await (const rows of engine.stream(sql))
    yield rows.map(([estate, known, used, units]) => ({
      estate: String(estate),
      known: known as bigint,
      used: used as bigint,
      units: Number(units),
    }));
}
