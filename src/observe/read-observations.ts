import { AfterlodeError, issue } from '../base/index.js';
import { type Layout, plainWord } from '../catalog/index.js';
import { deepestHeader, findHeader, type Header } from './header.js';
import { type IssueList, issueList } from './issue-list.js';
import { cellReader } from './read-cell.js';
import { type ForeignRow, type ImportContext, type RowResults, type RowWork, readRow } from './read-row.js';
import type { ReadBatch } from './types.js';

/**
 * Reads a foreign table through a layout: finds its header, then turns every row into observations, or into a reject
 * that says why. Nothing is lost: a row that holds something is accepted, repeats an earlier one, or is rejected.
 *
 * Values keep the unit of the table. Of two rows with one key and different values the later is rejected.
 *
 * @param rows batches of rows in file order, with row numbers from 1
 * @throws AfterlodeError `IMPORT_COLUMN_MISSING`, `IMPORT_COLUMN_TWICE`, `IMPORT_EMPTY`; what the source of rows throws
 */
export async function* readObservations(
  rows: AsyncIterable<readonly ForeignRow[]> | Iterable<readonly ForeignRow[]>,
  layout: Layout,
  context: ImportContext,
): AsyncIterable<ReadBatch> {
  const issues = issueList();
  let work: RowWork | null = null;
  let read = 0;
  for await (const batch of headTogether(rows, deepestHeader + layout.headerRows)) {
    let ready = batch;
    if (work === null) {
      if (batch.every(isBlank)) break;
      work = startWork(batch, layout, context, issues);
      const last = lastHeaderRow(batch, work.header);
      ready = batch.filter((row) => row.row > last);
    }
    const result = readBatch(ready, work, issues);
    read += result.read;
    yield result;
  }
  if (read === 0) throw new AfterlodeError('IMPORT_EMPTY', context.file);
  const rest = issues.rest(context.file);
  if (rest.length > 0) yield { read: 0, accepted: [], rejected: [], repeated: 0, issues: rest };
}

/** The same rows, the first batch with at least `count` of them, so that the header is not cut. */
async function* headTogether(
  rows: AsyncIterable<readonly ForeignRow[]> | Iterable<readonly ForeignRow[]>,
  count: number,
): AsyncIterable<readonly ForeignRow[]> {
  let head: ForeignRow[] | null = [];
  for await (const batch of rows) {
    if (head === null) yield batch;
    else {
      head.push(...batch);
      if (head.length < count) continue;
      yield head;
      head = null;
    }
  }
  if (head !== null) yield head;
}

function startWork(
  first: readonly ForeignRow[],
  layout: Layout,
  context: ImportContext,
  issues: IssueList,
): RowWork {
  const header = findHeader(
    first.map((row) => row.cells),
    layout,
    context.file,
  );
  if (header.unused.length > 0) {
    const found = header.unused.slice(0, 40).join(', ');
    issues.add(issue('IMPORT_COLUMNS_UNUSED', 'note', context.file, { found }));
  }
  return {
    context,
    layout,
    header,
    cells: cellReader(layout, context.catalog),
    cities: new Map(),
    near: new Map(),
    indicators: indicatorSpellings(layout, context),
    statusWords: new Map([...layout.statusWords].map(([word, status]) => [plainWord(word), status])),
    seen: new Map(),
  };
}

/** A long layout without columns of its own takes every observed indicator by id or by label. */
function indicatorSpellings(layout: Layout, context: ImportContext): RowWork['indicators'] {
  const spellings = new Map([...layout.columns].map(([spelling, column]) => [plainWord(spelling), column]));
  if (spellings.size > 0) return spellings;
  for (const { id, label, formula } of context.catalog.indicators.values()) {
    if (formula !== null) continue;
    for (const word of [label.zh, label.en, id])
      spellings.set(plainWord(word), { indicator: id, unit: null });
  }
  return spellings;
}

/** Row number of the last header row; rows of a sheet may be numbered with gaps. */
function lastHeaderRow(first: readonly ForeignRow[], header: Header): number {
  return first[header.rows - 1]?.row ?? first.at(-1)?.row ?? 0;
}

function readBatch(rows: readonly ForeignRow[], work: RowWork, issues: IssueList): ReadBatch {
  const results: RowResults = { accepted: [], rejected: [], repeated: 0, add: (found) => issues.add(found) };
  let read = 0;
  for (const row of rows) {
    if (isBlank(row)) continue;
    read += 1;
    readRow(row, work, results);
  }
  const { accepted, rejected, repeated } = results;
  return { read, accepted, rejected, repeated, issues: issues.take() };
}

function isBlank(row: ForeignRow): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}
