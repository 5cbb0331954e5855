import { join } from 'node:path';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { exists, readCsvRecords, readTableRows, readYamlFile } from '../../files/index.js';
import type { FlowTable } from '../../plan/index.js';
import type { Workspace } from '../workspace.js';

/** A table of the pack with the names of its sectors. */
export interface PackFlows {
  readonly table: FlowTable;
  readonly labels: ReadonlyMap<string, Text>;
}

interface Sidecar {
  readonly kind: string;
  readonly file: string;
  readonly sectors: string;
}

/**
 * The domestic flows and outputs of an input–output table of the pack (`kind: matrix`).
 *
 * @param asked id of the table, as the file is called
 * @throws AfterlodeError CALL_OPTION where the pack has no such table
 */
export async function packFlows(ws: Pick<Workspace, 'pack'>, asked: string): Promise<PackFlows> {
  const data = join(ws.pack.folder, 'data');
  const path = join(data, 'tables', `${asked}.yaml`);
  const known = /^\w+$/.test(asked) && (await exists(path));
  const sidecar = known ? ((await readYamlFile(path)) as Sidecar) : null;
  if (sidecar?.kind !== 'matrix') {
    const expected = {
      en: 'an input–output table of data/tables, such as io_2020_42',
      zh: 'data/tables 中的投入产出表，如 io_2020_42',
    };
    throw new AfterlodeError('CALL_OPTION', '--pack-table', { found: asked, expected });
  }
  const named = (await readCsvRecords(join(data, sidecar.sectors))).filter(({ kind }) => kind === 'sector');
  const codes = named.map(({ code }) => code as string);
  const places = new Map(codes.map((code, at) => [code, at]));
  const flows = new Float64Array(codes.length ** 2);
  const output = new Float64Array(codes.length);
  const [, ...rows] = await readTableRows(join(data, sidecar.file));
  for (const { cells } of rows) {
    const [row = '', origin, col = '', value] = cells;
    const [from, to] = [places.get(row), places.get(col)];
    if (from === undefined || origin !== 'domestic') continue;
    if (to !== undefined) flows[from * codes.length + to] = Number(value);
    if (col === 'GO') output[from] = Number(value);
  }
  if (output.every((value) => value === 0))
    throw new AfterlodeError('LINKAGES_TABLE', asked, {
      found: phrases.absent,
      expected: { en: 'outputs in the column GO', zh: '列 GO 中的总产出' },
    });
  return {
    table: { sectors: codes, flows, output },
    labels: new Map(
      named.map(({ code, name_en: en, name_zh: zh }) => [
        code as string,
        { en: en as string, zh: zh as string },
      ]),
    ),
  };
}
