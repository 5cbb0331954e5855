import type { ReportDocument } from '../report/index.js';
import type { Typesetter } from './pdf/typeset.js';

/** One for the process: it reads fonts and settings when it is made, and keeps nothing of a report. */
let ready: Promise<Typesetter> | null = null;

/**
 * A report as PDF/A-2b with the shipped fonts embedded, without a date. Equal reports give equal bytes.
 *
 * @throws AfterlodeError PRINT_PDF_PLATFORM, PRINT_PDF
 */
export async function printPdf(report: ReportDocument): Promise<Uint8Array> {
  // Loaded when a document is asked for: the compiler is large, and a machine without one has the other formats.
  ready ??= import('./pdf/typeset.js').then(({ typesetter }) => typesetter());
  return (await ready)(report);
}
