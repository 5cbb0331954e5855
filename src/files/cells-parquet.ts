import { type AsyncBuffer, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { CellBatch } from '../locate/index.js';
import type { ChooseCells } from './cells.js';
import { packCells } from './cells.js';
import type { OpenSource, RowOptions } from './rows.js';
import { cellText, exactBuffer, reading } from './rows-parquet.js';

/** Rows decoded at a time; a row group may be larger. */
const rowsPerRead = 50_000;

/** Cells of the wanted columns of a flat Parquet file; others are not even read. Rows are numbered as if a heading stood above. */
export async function* parquetCells(
  source: OpenSource,
  choose: ChooseCells,
  onProgress: RowOptions['onProgress'],
): AsyncIterable<CellBatch> {
  const file: AsyncBuffer = {
    byteLength: source.size,
    slice: async (start, end) => exactBuffer(await source.range(start, end ?? source.size)),
  };
  const metadata = await reading(source, () => parquetMetadataAsync(file));
  const names = parquetSchema(metadata).children.map((child) => child.element.name);
  const columns = choose(names).map((place) => names[place] as string);
  const total = Number(metadata.num_rows);
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = groupStart + Number(group.num_rows);
    for (let start = groupStart; start < groupEnd; start += rowsPerRead) {
      const end = Math.min(groupEnd, start + rowsPerRead);
      let rows: readonly Readonly<Record<string, unknown>>[] = [];
      await reading(source, () =>
        parquetRead({
          file,
          metadata,
          compressors,
          columns,
          rowFormat: 'object',
          rowStart: start,
          rowEnd: end,
          onComplete: (read) => {
            rows = read as Record<string, unknown>[];
          },
        }),
      );
      yield packCells(
        rows.map((row) => columns.map((name) => cellText(row[name]))),
        start + 2,
      );
      onProgress?.(Math.round((end / total) * source.size), source.size);
    }
    groupStart = groupEnd;
  }
}
