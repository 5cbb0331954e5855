import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../base/index.js';
import { type SmallZipFile, smallZip } from '../testing/small-zip.js';
import { readWorkbookSheets } from './workbook-sheets.js';

const limits = { file: 1e6, bytes: 5e6, parts: 50, sheets: 5, cells: 1000, columns: 20 };
const read = (bytes: Uint8Array, more = {}) =>
  readWorkbookSheets({ name: 'x.xlsx', bytes }, { ...limits, ...more });
const refused = (bytes: Uint8Array, more = {}) =>
  read(bytes, more).then(
    () => 'taken',
    (error: unknown) => (error instanceof AfterlodeError ? `${error.code} ${error.text.en}` : String(error)),
  );

async function written(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook of one sheet by hand. */
function byHand(sheet: string, more: readonly SmallZipFile[] = []): Buffer {
  return smallZip([
    {
      name: 'xl/workbook.xml',
      content:
        '<x:workbook xmlns:x="u"><x:sheets><x:sheet name="a &amp; b" r:id="r1"/></x:sheets></x:workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="r1" Target="/xl/worksheets/s.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/s.xml', content: `<worksheet><sheetData>${sheet}</sheetData></worksheet>` },
    ...more,
  ]);
}

describe('sheets of a workbook', () => {
  it('are read with names, hidden ones too: numbers, days, percentages, results, errors and rich text', async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet('人口');
      sheet.getCell('B2').value = 0.1 + 0.2;
      sheet.getCell('C2').value = { richText: [{ text: '大' }, { text: '庆' }] };
      sheet.getCell('B3').value = 0.125;
      sheet.getCell('B3').numFmt = '0.0%';
      sheet.getCell('C3').value = new Date(Date.UTC(2024, 6, 1));
      sheet.getCell('D3').value = 7;
      sheet.getCell('D3').numFmt = '0 "% day"';
      sheet.getCell('B4').value = { formula: 'B2*2', result: 9 };
      sheet.getCell('C4').value = { formula: '1/0', result: { error: '#DIV/0!' } as ExcelJS.CellErrorValue };
      sheet.getCell('D4').value = { formula: '1+1' } as ExcelJS.CellFormulaValue;
      sheet.getCell('E4').value = true;
      sheet.getCell('F4').value = ' a\n<b> ';
      book.addWorksheet('私', { state: 'veryHidden' }).getCell('A1').value = 'x';
    });
    expect(await read(bytes)).toEqual([
      {
        name: '人口',
        hidden: false,
        rows: [
          { row: 2, cells: ['', '0.30000000000000004', '大庆'] },
          { row: 3, cells: ['', '12.5%', '2024-07-01', '7'] },
          { row: 4, cells: ['', '9', '#DIV/0!', '#ERROR!', 'TRUE', ' a\n<b> '] },
        ],
      },
      { name: '私', hidden: true, rows: [{ row: 1, cells: ['x'] }] },
    ]);
  });

  it('follow one another where cells have no address; text of the cell itself, references and CDATA are read', async () => {
    const sheet = `<row><c><v>1</v></c><c t="inlineStr"><is><t>&#x6CC9;&lt;</t></is></c></row>
      <!-- remark --><row r="5"><c r="C5" t="str"><v><![CDATA[<x>]]></v></c><c><v>1.2E3</v></c></row>`;
    expect((await read(byHand(sheet)))[0]).toEqual({
      name: 'a & b',
      hidden: false,
      rows: [
        { row: 1, cells: ['1', '泉<'] },
        { row: 5, cells: ['', '', '<x>', '1200'] },
      ],
    });
  });

  it('end at the columns and cells that are allowed', async () => {
    const sheet = '<row r="1"><c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c></row>';
    expect((await read(byHand(sheet)))[0]?.rows).toEqual([{ row: 1, cells: ['2'] }]);
    const many = `<row>${'<c><v>1</v></c>'.repeat(20)}</row>`.repeat(60);
    expect(await refused(byHand(many))).toContain('more than 1000 filled cells');
  });
});

describe('what is no workbook to read', () => {
  it('is told by its form', async () => {
    expect(await refused(Buffer.from('a,b\n1,2'))).toContain(
      'FILE_FORMAT x.xlsx cannot be read as XLSX: no workbook',
    );
    expect(await refused(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toContain('with a password');
    expect(await refused(new Uint8Array())).toContain('FILE_EMPTY');
    expect(await refused(smallZip([{ name: 'a.txt', content: 'a' }]))).toContain('without a workbook');
    expect(await refused(byHand('', [{ name: 'xl/vbaProject.bin', content: 'x' }]))).toContain('macros');
    expect(await refused(Buffer.alloc(2_000_000, 'PK\x03\x04'))).toContain('at most 1 MiB');
    expect(await refused(byHand('<row><c></row'))).toContain('damaged XML');
    expect(await refused(byHand('<!DOCTYPE a [<!ENTITY b "c">]>'))).toContain('damaged XML');
    expect(await refused(byHand('').subarray(0, -30))).toContain('cut off');
  });

  it('is refused where it unpacks to too much, whatever its directory says', async () => {
    const bomb = { name: 'xl/sharedStrings.xml', content: 'a'.repeat(6e6) };
    expect(await refused(byHand('', [bomb]))).toContain('at most 50 / 5 MiB');
    expect(await refused(byHand('', [{ ...bomb, size: 10 }]))).toContain('xl/sharedStrings.xml is damaged');
    const parts = Array.from({ length: 60 }, (_, at) => ({ name: `p${at}`, content: '' }));
    expect(await refused(byHand('', parts))).toContain('63 / 1 MiB');
  });
});
