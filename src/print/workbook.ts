import type { Block, Recompute, ReportDocument, Section } from '../report/index.js';
import { recomputeSheets } from './recompute/sheets.js';
import { type SheetWriter, sheetWriter } from './sheet.js';

/** What a workbook says about itself that the document does not: no clock is read here. */
export interface WorkbookExtras {
  /** Date of creation and last change in the file's properties. */
  readonly created: Date;
  /** Indices that the workbook computes anew by formulas, on sheets of their own at the end. */
  readonly recompute?: readonly Recompute[];
}

/** Without a date from the caller the workbook carries this one, so that equal documents give equal content. */
const noDate = new Date(Date.UTC(2000, 0, 1));

/**
 * A report as an XLSX workbook: one sheet for summary and identity, one each for scores, figures, findings with limits, sources,
 * and the full figures and series. Numbers are numbers with full precision and a number format; missing cells hold words.
 */
export async function printWorkbook(
  document: ReportDocument,
  extras: WorkbookExtras = { created: noDate },
): Promise<Uint8Array> {
  // Loaded when a workbook is asked for: it takes longer than most calls.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = 'afterlode';
  book.title = document.title;
  book.subject = document.imprint;
  book.created = extras.created;
  book.modified = extras.created;
  for (const group of sheetGroups) {
    const sections = document.sections.filter((section) => group.includes(section.id));
    const first = sections[0];
    if (first !== undefined) writeSections(sheetWriter(book, first.title, document), sections);
  }
  for (const { name, table } of document.appendix) {
    const writer = sheetWriter(book, name, document);
    writer.table(table);
    writer.finish();
  }
  for (const index of extras.recompute ?? []) recomputeSheets(book, index);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Which sections share a sheet; it is named after the first. */
const sheetGroups: readonly (readonly Section['id'][])[] = [
  ['summary', 'identity'],
  ['people', 'work', 'carbon'],
  ['scores'],
  ['verdict', 'targets', 'aspects', 'effects'],
  ['like', 'measures', 'conflicts'],
  ['years', 'changes'],
  ['figures'],
  ['findings', 'claims', 'limits'],
  ['evidence'],
  ['chain_state'],
  ['chain_gaps', 'chain_unknown'],
  ['chain_partners', 'chain_pools', 'chain_records'],
  ['sources'],
];

function writeSections(writer: SheetWriter, sections: readonly Section[]): void {
  for (const section of sections) {
    writer.heading(section.title);
    for (const block of section.blocks) writeBlock(writer, block);
  }
  writer.finish();
}

function writeBlock(writer: SheetWriter, block: Block): void {
  switch (block.kind) {
    case 'paragraph':
      return writer.line(block.text);
    case 'list':
      return block.items.forEach((item) => {
        writer.line(item);
      });
    case 'facts':
      return writer.facts(block.caption, block.facts);
    case 'table':
      return writer.table(block);
    // The numbers of a chart or drawing stand in a table of the same section or sheet; a workbook's reader draws from those.
    case 'drawing':
    case 'bars':
    case 'ranks':
      return;
  }
}
