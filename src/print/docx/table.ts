import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type ITableBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Language } from '../../base/index.js';
import type { Cell, TableBlock } from '../../report/index.js';
import { lightShape } from '../html-marks.js';
import { type Counts, caption, note } from './caption.js';
import { ink, styleIds } from './styles.js';

/** Width of the text of an A4 page with margins of 2 cm, in twentieths of a point. */
export const textWidth = 9638;
/** A column is never narrower than this share of an equal one, however short its words. */
const narrowest = 0.7;

const line = { style: BorderStyle.SINGLE, size: 4, color: ink.line };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Lines between rows only, as in printed statistics. */
export const rowLines: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
};

/** A table whose heading is repeated on every page; a row stays whole. Caption above, notes below. */
export function tableBlocks(table: TableBlock, lang: Language, counts: Counts): FileChild[] {
  const widths = columnWidths(table);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      ({ title, align }, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: ink.band, color: 'auto' },
          children: [paragraph(title, align, styleIds.cellHead)],
        }),
    ),
  });
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((cell, at) => bodyCell(cell, table.columns[at]?.align ?? 'left', widths[at] ?? 0)),
      }),
  );
  return [
    caption('table', table.caption, lang, counts),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: rowLines,
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      rows: [head, ...rows],
    }),
    ...table.notes.map(note),
  ];
}

function bodyCell(cell: Cell, align: 'left' | 'right', width: number): TableCell {
  const indent = cell.kind === 'text' ? (/^ */.exec(cell.text)?.[0].length ?? 0) * 80 : 0;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [paragraph(cellText(cell), align, styleIds.cell, indent)],
  });
}

/** The words of a cell; small drawings of pages are told by the words beside them. */
function cellText(cell: Cell): string {
  if (cell.kind === 'light') return `${lightShape[cell.light]} ${cell.text}`;
  return cell.text.trim();
}

function paragraph(text: string, align: 'left' | 'right', style: string, indent = 0): Paragraph {
  return new Paragraph({
    style,
    alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    ...(indent > 0 && { indent: { left: indent } }),
    children: [new TextRun(text)],
  });
}

/** Shares of the page by the widths that the document names, none too narrow to read; they sum to the text width. */
function columnWidths({ columns }: TableBlock): number[] {
  const least = (narrowest * columns.reduce((sum, { width }) => sum + width, 0)) / columns.length;
  const wished = columns.map(({ width }) => Math.max(width, least));
  const sum = wished.reduce((total, width) => total + width, 0);
  const widths = wished.map((width) => Math.floor((width / sum) * textWidth));
  const rest = textWidth - widths.reduce((total, width) => total + width, 0);
  return widths.map((width, at) => (at === 0 ? width + rest : width));
}
