import { AfterlodeError } from '../../base/index.js';
import type { Layout } from '../../catalog/index.js';
import { readObservations } from '../read-observations.js';
import type { ForeignRow, ImportContext } from '../read-row.js';
import type { ReadBatch } from '../types.js';
import { sampleCatalog, sampleCity, sampleIndicator } from './sample.js';

const cities = [sampleCity('230400', '鹤岗市'), sampleCity('230600', '大庆市')];
const context: ImportContext = {
  file: 'own.csv',
  catalog: sampleCatalog([
    sampleIndicator('population', 'person', { label: { en: 'Population', zh: '常住人口' } }),
    sampleIndicator('gdp', 'CNY'),
    sampleIndicator('growth', 'share'),
  ]),
  findCity: (query) => cities.find((city) => city.adcode === query || city.name.zh.startsWith(query)) ?? null,
  nearMatches: () => ['230400 鹤岗市 Hegang'],
};

/** Reads a made table of the file `own.csv` in small batches and gathers what comes out. */
export async function read(
  table: readonly (readonly string[])[],
  layout: Layout,
  batch = 3,
): Promise<Required<ReadBatch>> {
  const rows: ForeignRow[] = table.map((cells, at) => ({ row: at + 1, cells }));
  const batches: ForeignRow[][] = [];
  for (let at = 0; at < rows.length; at += batch) batches.push(rows.slice(at, at + batch));
  const all = {
    read: 0,
    accepted: [] as ReadBatch['accepted'],
    rejected: [] as ReadBatch['rejected'],
    repeated: 0,
    issues: [] as ReadBatch['issues'],
  };
  for await (const part of readObservations(batches, layout, context)) {
    all.read += part.read;
    all.repeated += part.repeated;
    all.accepted = [...all.accepted, ...part.accepted];
    all.rejected = [...all.rejected, ...part.rejected];
    all.issues = [...all.issues, ...part.issues];
  }
  return all;
}

/** The fault that a made table as a whole gives. */
export async function readFault(
  table: readonly (readonly string[])[],
  layout: Layout,
): Promise<AfterlodeError> {
  const error = await read(table, layout).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AfterlodeError) return error;
  throw new Error('expected an AfterlodeError');
}
