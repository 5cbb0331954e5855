import { officeTypes } from '../../base/index.js';
import { printDocx, printHtml, printPdf, printWorkbook } from '../../print/index.js';
import type { Recompute, ReportDocument, ReportFormat } from '../../report/index.js';

/** A report as a file. */
export interface ReportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a file is printed from; it can go to a thread. */
export interface PrintQuestion {
  readonly document: ReportDocument;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly format: ReportFormat;
  /** Day that an office file carries. */
  readonly on: string;
  /** Indices that a workbook computes anew. */
  readonly recompute: readonly Recompute[];
}

/**
 * A document as a file, made by the calling thread.
 *
 * @throws AfterlodeError PRINT_PDF, PRINT_PDF_PLATFORM
 */
export async function printedHere(question: PrintQuestion): Promise<ReportFile> {
  const { document, name, format, on, recompute } = question;
  const bytes = await printers[format](document, { created: new Date(`${on}T00:00:00Z`), recompute });
  return { fileName: `${name}.${format}`, mediaType: mediaTypes[format], bytes };
}

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: officeTypes.docx,
  xlsx: officeTypes.xlsx,
  pdf: 'application/pdf',
};

/** What a file says that the document does not. */
interface Extras {
  readonly created: Date;
  readonly recompute: readonly Recompute[];
}

const printers: Readonly<
  Record<ReportFormat, (document: ReportDocument, extras: Extras) => Uint8Array | Promise<Uint8Array>>
> = {
  html: (document) => new TextEncoder().encode(printHtml(document)),
  docx: printDocx,
  xlsx: printWorkbook,
  pdf: printPdf,
};
