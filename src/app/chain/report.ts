import { classLabel } from '../../assess/index.js';
import type { Language } from '../../base/index.js';
import { writeAtomically } from '../../files/index.js';
import { type ChainReportKind, chainReport, type ReportFormat } from '../../report/index.js';
import { printedReport } from '../report/in-thread.js';
import type { ReportFile } from '../report/printed.js';
import type { SavedFile } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { type ChainWords, chainOf } from './answer.js';
import type { ChainTables } from './tables.js';

/** Which report of a chain, in what form. */
export interface ChainReportWords extends ChainWords {
  readonly kind: ChainReportKind;
  readonly format: ReportFormat;
  readonly lang: Language;
}

/**
 * The analysis or the promotion report of a chain as a file.
 *
 * @throws AfterlodeError CHAIN_TABLE, FILE_…
 */
export async function chainReportFile(
  ws: Workspace,
  tables: ChainTables,
  words: ChainReportWords,
): Promise<ReportFile> {
  const { catalog } = ws;
  const document = chainReport(
    await chainOf(ws, tables, words),
    {
      catalog,
      program: ws.options.version,
      label: (scheme, id) => classLabel(catalog, scheme, id),
    },
    words,
  );
  const { format } = words;
  return printedReport({ document, name: document.fileStem, format, on: ws.options.on });
}

/** Writes it to a file, whole or not at all. */
export async function saveChainReport(
  ws: Workspace,
  tables: ChainTables,
  { path, ...words }: ChainReportWords & { readonly path?: string },
): Promise<SavedFile> {
  const { fileName, bytes } = await chainReportFile(ws, tables, words);
  const to = path ?? fileName;
  await writeAtomically(to, bytes);
  return { path: to, bytes: bytes.length };
}
