import { join } from 'node:path';
import { exists, readGzipText, readTextFile, readYamlFolder } from '../../files/index.js';
import { checkSidecar, readMarks, readTable, type Table, type TableSidecar } from '../../observe/index.js';
import type { TablesAnswer } from '../answers.js';
import type { Workspace } from '../workspace.js';

/** Reads all panel tables of a pack straight from their files. */
export async function readTables(folder: string): Promise<readonly Table[]> {
  const marksFile = join(folder, 'data', 'marks.csv');
  const marks = (await exists(marksFile)) ? readMarks(await readTextFile(marksFile)) : [];
  const sidecars = (await readSidecars(folder)).filter((sidecar) => sidecar.kind === 'panel');
  return Promise.all(
    sidecars.map(async (sidecar) => {
      const path = join(folder, 'data', sidecar.file);
      const text = sidecar.file.endsWith('.gz') ? await readGzipText(path) : await readTextFile(path);
      return readTable(
        sidecar,
        text,
        marks.filter((mark) => mark.table === sidecar.id),
      );
    }),
  );
}

/** What the data page shows: every table with source, licence, columns and checks. */
export function tables(ws: Workspace): Promise<TablesAnswer> {
  return ws.derived('tables', () => describeTables(ws));
}

async function describeTables(ws: Workspace): Promise<TablesAnswer> {
  const sidecars = await readSidecars(ws.pack.folder);
  const read = new Map((await ws.tables()).map((table) => [table.id, table]));
  return sidecars.map((sidecar) => ({
    id: sidecar.id,
    title: sidecar.title,
    note: sidecar.note,
    file: sidecar.file,
    sha256: sidecar.sha256,
    rows: sidecar.rows,
    boundary: sidecar.boundary,
    repository: sidecar.source.repository,
    path: sidecar.source.path,
    commit: sidecar.source.commit,
    primary: sidecar.source.primary,
    licence: sidecar.source.licence,
    columns: [...sidecar.columns].map(([name, { indicator, unit }]) => ({ name, indicator, unit })),
    marks: read.get(sidecar.id)?.marks.length ?? 0,
    checks: sidecar.checks,
  }));
}

/** What the pack says of each table. */
export async function readSidecars(folder: string): Promise<readonly TableSidecar[]> {
  const files = await readYamlFolder(join(folder, 'data', 'tables'));
  return files.map(({ path, value }) => checkSidecar(value, path));
}
