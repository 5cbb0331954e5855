import type { ReportDocument } from '../report/index.js';
import type { DocxExtras } from './docx/document.js';

export type { DocxExtras } from './docx/document.js';

/** Without a date from the caller the document carries this one, so that equal reports give equal bytes. */
const noDate = new Date(Date.UTC(2000, 0, 1));

/** A report as a DOCX document. Equal reports give equal bytes. */
export async function printDocx(
  report: ReportDocument,
  extras: DocxExtras = { created: noDate },
): Promise<Uint8Array> {
  // Loaded when a document is asked for: it takes longer than most calls.
  const { buildDocx } = await import('./docx/document.js');
  return buildDocx(report, extras);
}
