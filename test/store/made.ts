import type { Finding } from '../../src/assess/index.js';
import { id } from '../../src/base/index.js';
import type { NewImport, NewObservation } from '../../src/store/index.js';

/** An observation with everything at a plain value but what is said. */
export function observation(said: Partial<Record<keyof NewObservation, unknown>> = {}): NewObservation {
  return {
    city: id<'city'>('xx-1'),
    indicator: id<'indicator'>('population'),
    period: id<'period'>('2020'),
    value: 1,
    unit: id<'unit'>('person'),
    status: 'reported',
    row: 2,
    source: 'yearbook',
    note: '',
    doubtful: false,
    ...said,
  } as NewObservation;
}

/** An import's source; `letter` makes its checksum. */
export function source(letter = 'a', said: Partial<NewImport> = {}): NewImport {
  return {
    file: `${letter}.csv`,
    sha256: letter.repeat(64),
    layout: 'long',
    licence: 'MIT',
    by: 'test',
    at: '2026-01-02T03:04:05.000Z',
    ...said,
  };
}

/** Rows in batches, as a reader gives them. */
export async function* batches(
  rows: readonly NewObservation[],
  size = 1000,
): AsyncIterable<readonly NewObservation[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

/** Many rows with distinct keys, all with a value that names `round`. */
export function manyRows(count: number, round = 0): readonly NewObservation[] {
  return Array.from({ length: count }, (_, at) =>
    observation({
      city: `xx-${100_000 + (at % 300)}`,
      indicator: `indicator_${Math.floor(at / 7500)}`,
      period: String(2000 + (Math.floor(at / 300) % 25)),
      value: at + round / 1024,
      row: at + 2,
      note: at % 7 === 0 ? 'interpolated' : '',
    }),
  );
}

export function finding(said: Partial<Record<keyof Finding, unknown>> = {}): Finding {
  return {
    id: 'shrinking/xx-1/2020',
    city: 'xx-1',
    problem: 'shrinking',
    label: { en: 'shrinking', zh: '收缩' },
    advice: null,
    kind: 'problem',
    period: '2020',
    magnitude: { low: 0.1, mid: 0.15, high: 0.2, unit: 'share' },
    severity: 'act',
    confidence: 1,
    rule: 'population_change < -0.1',
    evidence: ['value/xx-1/2020/population_change'],
    ...said,
  } as unknown as Finding;
}

/** All bytes of a stream in one piece. */
export async function gather(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Bytes as a stream of small pieces. */
export async function* pieces(bytes: Uint8Array, size = 997): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
