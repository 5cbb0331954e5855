import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  type Block,
  type Cell,
  type DrawingElement,
  drawingMarkup,
  type ReportDocument,
  type TableBlock,
} from '../report/index.js';
import {
  type CalendarEntry,
  printCalendar,
  printCsv,
  printDocx,
  printHtml,
  printPdf,
  printSheets,
  printTableCsv,
  printTableWorkbook,
  printWorkbook,
  type Sheet,
} from './index.js';
import { layoutData } from './pdf/data.js';

/** What people type in (names, reasons, comments) stays text in every document: nothing of it is markup, a formula, a field or code. */

const hostile = [
  '=HYPERLINK("http://x.example/","a")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</w:t></w:r><w:r><w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText>',
  ']]><!--',
  '&lol; &#x41;',
  '{{constructor}} ${1+1} {% x %}',
  '#panic("typst") #import "/etc/passwd": x $1/0$ *b* _i_ `r` @label <label>',
  '\\u0000 %n %s',
];

const at = (place: number) => hostile[place % hostile.length] as string;
const text = (value: string): Cell => ({ kind: 'text', text: value });
const table: TableBlock = {
  kind: 'table',
  caption: at(8),
  columns: hostile.map((title) => ({ title, align: 'left', width: 10 })),
  rows: [
    hostile.map(text),
    hostile.map((one): Cell => ({ kind: 'number', value: 1, text: one, digits: 0, address: one })),
    hostile.map((one): Cell => ({ kind: 'light', light: 'red', text: one })),
    hostile.map((one): Cell => ({ kind: 'trend', points: [{ period: one, value: 1 }], text: one })),
    hostile.map((one): Cell => ({ kind: 'position', value: 2, q1: 1, median: 2, q3: 3, text: one })),
  ],
  notes: hostile,
};
const label = (one: string): DrawingElement => ({ tag: 'text', attributes: { x: 1, y: 9 }, children: [one] });
const drawing = {
  width: 100,
  height: 50,
  root: {
    tag: 'svg',
    attributes: { xmlns: 'http://www.w3.org/2000/svg', width: 100, height: 50, class: at(3) },
    children: hostile.map(label),
  },
};
const blocks: readonly Block[] = [
  ...hostile.map((one): Block => ({ kind: 'paragraph', text: one, tone: 'plain' })),
  ...hostile.map((one): Block => ({ kind: 'paragraph', text: one, tone: 'caution' })),
  { kind: 'list', items: hostile },
  { kind: 'facts', caption: at(2), facts: hostile.map((name) => ({ name, text: name })) },
  { kind: 'drawing', caption: at(3), drawing },
  {
    kind: 'bars',
    caption: at(2),
    from: 0,
    to: 1,
    bars: hostile.map((label) => ({ label, value: 0.5, text: label })),
    notes: hostile,
  },
  {
    kind: 'ranks',
    caption: at(8),
    from: 1,
    to: 3,
    marks: hostile.map((label) => ({ label, low: 1, value: 2, high: 3, text: label })),
    notes: hostile,
  },
  table,
];
const report: ReportDocument = {
  lang: 'zh',
  title: at(2),
  subtitle: at(3),
  fileStem: 'x',
  imprint: at(4),
  sections: [{ id: 'summary', title: at(8), blocks }],
  appendix: [{ name: 'figures', table }],
};

const unescaped = (markup: string) =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&(#39|apos);/g, "'")
    .replaceAll('&amp;', '&');

/** Tags and attributes that the hostile texts would bring. */
const brought = /<script|<img|onerror=[^&]*>|<w:instrText|INCLUDETEXT "|<!--|&lol;|<label>/;

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}

describe('text of people stays text', () => {
  it('in HTML and its drawings', () => {
    const html = printHtml(report);
    expect(html).not.toMatch(brought);
    expect(hostile.filter((one) => !unescaped(html).includes(one))).toEqual([]);
    const markup = drawingMarkup(drawing);
    expect(markup).not.toMatch(brought);
  });

  it('in DOCX', async () => {
    const parts = Object.entries(unzipSync(await printDocx(report)))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.filter(([, xml]) => /<script|<img|INCLUDETEXT "|<!--|&lol;|<label>/.test(xml))).toEqual([]);
    const main = parts.find(([name]) => name === 'word/document.xml')?.[1] ?? '';
    expect(hostile.filter((one) => !unescaped(main).includes(one))).toEqual([]);
  });

  it('in workbooks, without a formula or a link', async () => {
    const sheet: Sheet = {
      name: 'x',
      about: { en: at(2), zh: at(0) },
      columns: hostile.map((key) => ({ key })),
      rows: () => [hostile],
      length: 1,
    };
    const plain = { name: 'x', columns: hostile, rows: [hostile] };
    const title = { title: { en: at(0), zh: at(2) }, created: new Date(0) };
    const books = [
      await printWorkbook(report),
      await printTableWorkbook(plain),
      await whole(printSheets([sheet], title)),
    ];
    for (const bytes of books) {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(Buffer.from(bytes) as never);
      const seen: string[] = [];
      const types = new Set<ExcelJS.ValueType>();
      book.eachSheet((one) =>
        one.eachRow((row) =>
          row.eachCell((cell) => {
            types.add(cell.type);
            seen.push(cell.text);
          }),
        ),
      );
      expect([...types].filter((type) => type === ExcelJS.ValueType.Formula)).toEqual([]);
      expect(hostile.filter((one) => !seen.some((cell) => cell.includes(one)))).toEqual([]);
      const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets'));
      expect(parts.filter(([, part]) => /<f>|<script|&lol;/.test(strFromU8(part)))).toEqual([]);
    }
  });

  it('in PDF, whose layout reads it as data and not as its own language', async () => {
    const bytes = await printPdf(report);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const data = JSON.stringify(layoutData(report, (one) => one));
    expect(hostile.filter((one) => !data.includes(JSON.stringify(one).slice(1, -1)))).toEqual([]);
  });

  it('in CSV', async () => {
    const rows = hostile.map((one) => [one]);
    const about = { en: '', zh: '' };
    const sheet: Sheet = { name: 'x', about, columns: [{ key: 'a' }], rows: () => rows, length: rows.length };
    const csv = printTableCsv({ name: 'x', columns: ['a'], rows });
    expect(Buffer.from(await whole(printCsv(sheet, false))).toString()).toBe(csv);
    expect(csv).toMatch(/^"'=HYPERLINK/m);
    expect(csv).toMatch(/^'@SUM/m);
    expect(csv).not.toMatch(/^"?[=@+]/m);
  });

  it('in a calendar, where a line end would begin an entry of its own', () => {
    const entry: CalendarEntry = {
      uid: 'a\r\nBEGIN:VEVENT',
      sequence: 0,
      changedAt: '2026-01-01T00:00:00Z',
      day: '2026-06-30',
      title: 'x\r\nEND:VEVENT\r\nBEGIN:VALARM',
      text: 'y\nATTACH:http://x.example/;,\\',
      lon: null,
      lat: null,
      cancelled: false,
    };
    const lines = printCalendar([entry], { name: 'n\r\nX:1', lang: 'en', remind: 1 }).split(/\r\n|\n|\r/);
    const begun = (what: string) => lines.filter((line) => line === `BEGIN:${what}`).length;
    expect([begun('VEVENT'), begun('VALARM')]).toEqual([1, 1]);
    expect(lines.filter((line) => /^(X|ATTACH):/.test(line))).toEqual([]);
  });
});
