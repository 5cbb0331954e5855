import { type EngineInput, runTables } from '../../assess/index.js';
import { readCsv } from './csv.js';
import type { Sheet } from './messages.js';

/**
 * The reader's own tables: COINr's data and meta table as CSV text.
 *
 * @throws AfterlodeError INDEX_TABLE with row and column
 */
export function readOwnTables(
  data: string,
  meta: string,
): Pick<Sheet, 'unitNames' | 'nodeNames' | 'issues'> & { readonly input: EngineInput } {
  const cells = readCsv(data);
  const { run, names, issues } = runTables({ data: cells, meta: readCsv(meta) });
  const { table, hierarchy, chain } = run;
  return { input: { table, hierarchy, chain }, unitNames: unitNames(cells), nodeNames: names, issues };
}

/** Names of the units, where the data has a column of them. */
function unitNames([heading = [], ...rows]: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const [code, name] = ['uCode', 'uName'].map((one) => heading.findIndex((cell) => cell.trim() === one));
  if (code === undefined || name === undefined || code < 0 || name < 0) return new Map();
  return new Map(
    rows.map((row) => [row[code]?.trim() ?? '', row[name]?.trim() || (row[code]?.trim() ?? '')]),
  );
}
