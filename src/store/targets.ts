import type { Kysely, Transaction } from 'kysely';
import type { DatedTarget } from '../assess/index.js';
import { id } from '../base/index.js';
import { insertColumns } from './insert-columns.js';
import { noteTable } from './note-table.js';
import type { Tables, TargetRow } from './tables.js';
import type { NewTargets, SavedTargets, TargetRecord } from './types.js';
import type { Signed } from './types-access.js';

/** Adds targets; see `Store.saveTargets`. */
export async function saveTargets(
  db: Transaction<Tables>,
  source: NewTargets,
  targets: readonly (DatedTarget & { readonly row: number })[],
  signed?: Signed,
): Promise<SavedTargets> {
  const present = new Map((await readTargets(db)).map((one) => [keyOf(one), one]));
  const fresh = targets.filter((one) => !present.has(keyOf(one)));
  const revised = targets.filter((one) => {
    const old = present.get(keyOf(one));
    return old !== undefined && (old.target !== one.target || old.document !== one.document);
  });
  const rows = [...fresh, ...revised].map(
    (one): TargetRow => ({
      city: one.city,
      indicator: one.indicator,
      year: one.year,
      issued: one.issued,
      revision: (present.get(keyOf(one))?.revision ?? 0) + 1,
      target: one.target,
      document: one.document,
      file: source.file,
      sha256: source.sha256,
      row: one.row,
      imported_by: source.by,
      imported_at: source.at,
    }),
  );
  await insertRows(db, rows);
  const counts = {
    accepted: fresh.length,
    revised: revised.length,
    unchanged: targets.length - fresh.length - revised.length,
  };
  await noteTable(db, 'targets.import', source, counts, signed);
  return counts;
}

/** All targets; see `Store.targets`. */
export async function readTargets(db: Kysely<Tables>): Promise<readonly TargetRecord[]> {
  const rows = await db
    .selectFrom('plan_targets')
    .selectAll()
    .orderBy('city')
    .orderBy('indicator')
    .orderBy('year')
    .orderBy('issued')
    .orderBy('revision')
    .execute();
  return rows.map(({ imported_by: by, imported_at: at, ...row }) => ({
    ...row,
    city: id<'city'>(row.city),
    indicator: id<'indicator'>(row.indicator),
    year: id<'period'>(row.year),
    issued: id<'date'>(row.issued),
    by,
    at,
  }));
}

async function insertRows(db: Kysely<Tables>, rows: readonly TargetRow[]): Promise<void> {
  const columns = [
    ...(['city', 'indicator', 'year', 'issued', 'document'] as const).map(typed('text')),
    ...(['file', 'sha256', 'imported_by', 'imported_at'] as const).map(typed('text')),
    ...(['revision', 'row'] as const).map(typed('integer')),
    ...(['target'] as const).map(typed('double precision')),
  ];
  await insertColumns(
    db,
    'plan_targets',
    columns,
    columns.map(({ name }) => rows.map((row) => row[name])),
  );
}

function typed<Type extends 'text' | 'integer' | 'double precision'>(type: Type) {
  return <Name extends keyof TargetRow>(name: Name) => ({ name, type });
}

function keyOf(target: DatedTarget): string {
  return [target.city, target.indicator, target.year, target.issued].join('\n');
}
