import { gzipSync } from 'node:zlib';
import { smallTiff } from '../../../src/files/raster/testing/small-tiff.js';
import { smallZip } from '../../../src/files/testing/small-zip.js';

const mebibyte = 1024 * 1024;

/** A workbook of one sheet, whose parts can be replaced. */
export function workbook(sheet: string | Uint8Array, more: Readonly<Record<string, string>> = {}): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006';
  const parts: Readonly<Record<string, string | Uint8Array>> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packed}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  };
  return smallZip(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

/** A sheet with some rows of XML. */
export function sheetXml(rows: string): string {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
}

const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const plainSheet = sheetXml(`<row r="1">${cell('A1', 'adcode')}${cell('B1', 'x')}</row>`);

const laughs = (() => {
  const steps = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "lol">${steps.join('')}]>`;
})();

/** A number of four bytes, little-endian. */
function four(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function zips(): Readonly<Record<string, Buffer>> {
  const whole = workbook(plainSheet);
  return {
    'plain.xlsx': whole,
    'cut.xlsx': whole.subarray(0, whole.length / 2),
    'cut-directory.xlsx': whole.subarray(0, whole.length - 30),
    'claims-4-gigabytes.xlsx': smallZip([
      { name: 'xl/workbook.xml', content: 'x' },
      { name: 'xl/worksheets/sheet1.xml', content: 'x', size: 0xfffffffe },
    ]),
    'encrypted.xlsx': smallZip([{ name: 'xl/workbook.xml', content: 'x', encrypted: true }]),
    'no-sheet.xlsx': smallZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]),
    'not-xml.xlsx': workbook('\u0000\u0001 & < >'),
    'entities.xlsx': workbook(
      `${laughs}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>`,
    ),
    'entities-of-strings.xlsx': workbook(sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
      'xl/sharedStrings.xml': `${laughs}<sst><si><t>&l9;</t></si></sst>`,
    }),
    'outside-entity.xlsx': workbook(
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>`,
    ),
    'far-cell.xlsx': workbook(sheetXml(`<row r="1048576">${cell('XFD1048576', 'x')}</row>`)),
    'beyond-cell.xlsx': workbook(sheetXml(`<row r="99999999">${cell('ZZZZZZZ99999999', 'x')}</row>`)),
    'negative-row.xlsx': workbook(sheetXml(`<row r="-5">${cell('A-5', 'x')}</row>`)),
    'odd-string.xlsx': workbook(sheetXml('<row r="1"><c r="A1" t="s"><v>1e9</v></c></row>')),
    'odd-merge.xlsx': workbook(
      `${sheetXml(`<row r="1">${cell('A1', 'x')}</row>`).replace('</worksheet>', '')}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
    ),
    'deep-xml.xlsx': workbook(`<worksheet>${'<a>'.repeat(200_000)}`),
    'slip.zip': smallZip([{ name: '../../../../tmp/slipped-out', content: 'x' }]),
    'slip-windows.zip': smallZip([{ name: '..\\..\\slipped', content: 'x' }]),
    'slip-root.zip': smallZip([{ name: '/tmp/slipped-out', content: 'x' }]),
    'link.zip': smallZip([{ name: 'a', content: '/etc/passwd', link: true }]),
    'many.zip': smallZip(
      Array.from({ length: 3_000 }, (_, at) => ({ name: `f${at}`, content: '', method: 0 })),
    ),
    'says-less.zip': smallZip([{ name: 'a.tif', content: Buffer.alloc(mebibyte), size: 10 }]),
    'method.zip': smallZip([{ name: 'a', content: 'x', method: 99 }]),
    'empty.zip': smallZip([]),
    'prototype.zip': smallZip([{ name: '__proto__', content: 'x' }]),
  };
}

function tables(): Readonly<Record<string, Buffer>> {
  const text = (content: string) => Buffer.from(content);
  return {
    'nothing.csv': Buffer.alloc(0),
    'one.csv': text('a'),
    'open-quote.csv': text(`a,b\n1,"${'x'.repeat(1.2 * mebibyte)}`),
    'one-line.csv': text(`a,b,${'x'.repeat(8 * mebibyte)}`),
    'a-million-columns.csv': text(`${'a,'.repeat(1_000_000)}\n1,2\n`),
    'columns-without-end.csv': text(`a,b\n${','.repeat(100_000)}\n`),
    'prototype.csv': text('__proto__,constructor,toString\n1,2,3\n'),
    'same-headings.csv': text('adcode,adcode,adcode\n1,2,3\n'),
    'control.csv': text('a,b\n\u0000,\u0001\n'),
    'broken-utf8.csv': Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xff, 0xfe, 0xfd, 0x2c, 0x31]),
    'utf16-odd.csv': Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x2c]),
    'huge-numbers.csv': text(
      'adcode,year,indicator,value,unit,source,flag\n230400,1e999,population,1e999,x,,\n',
    ),
    'figures.csv': text(
      `adcode,name_zh,year,indicator,value,unit,source,flag\n230400,'; drop table observations; --,2020,__proto__,=1+1,\u202E,../../x,NaN\n230400,,2020,co2_ceads,1e308,Mt,s,\n`,
    ),
    'bomb.csv.gz': gzipSync(Buffer.concat([text('a,b\n'), Buffer.alloc(64 * mebibyte, 0x78)])),
    'bomb-lines.csv.gz': gzipSync(Buffer.from('a,b\n'.repeat(64 * 1024))),
    'cut.csv.gz': gzipSync('a,b\n1,2\n'.repeat(1000)).subarray(0, 40),
    'gzip-of-gzip.csv.gz': gzipSync(gzipSync('a,b\n')),
    'parquet-head.parquet': text('PAR1'),
    'parquet-lies.parquet': Buffer.concat([
      text('PAR1'),
      Buffer.alloc(40, 0xff),
      four(0x7fffffff),
      text('PAR1'),
    ]),
    'parquet-garbage.parquet': Buffer.concat([
      text('PAR1'),
      Buffer.alloc(200, 0x15),
      four(100),
      text('PAR1'),
    ]),
    'deep.json': text('['.repeat(100_000)),
    'deep-closed.json': text(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    'ledger.json': text('{"events":[{"__proto__":{"a":1},"id":null}],"constructor":1}'),
    'aliases.yaml': text(
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replace(/./g, (one) => `${one}: &${one} [${`*${String.fromCharCode(one.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
    ),
    'far.geojson': text(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":null,"geometry":{"type":"Polygon","coordinates":[[[1e308,1e308],[-1e308,0],[0,1e308],[1e308,1e308]]]}}]}',
    ),
  };
}

function pictures(): Readonly<Record<string, Buffer>> {
  const tiff = Buffer.from(smallTiff(2, [1, 2, 3, 4]));
  const png = (width: number, height: number) => {
    const head = Buffer.alloc(25);
    head.writeUInt32BE(13, 0);
    head.write('IHDR', 4, 'latin1');
    head.writeUInt32BE(width, 8);
    head.writeUInt32BE(height, 12);
    head.set([8, 2, 0, 0, 0], 16);
    return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), head]);
  };
  const jpeg = Buffer.from([
    0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0xff, 0xff, 0xff, 0xff, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
  ]);
  // One directory whose only tags claim 4,294,967,295 by 4,294,967,295 cells; the first strip lies behind the end of the file.
  const entry = (tag: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(4, 2);
    bytes.writeUInt32LE(1, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const claims = [
    [256, 0xffffffff],
    [257, 0xffffffff],
    [258, 64],
    [259, 1],
    [262, 1],
    [273, 0xfffffff0],
    [277, 65_535],
    [278, 0xffffffff],
    [279, 0xffffffff],
  ] as const;
  const huge = Buffer.concat([
    Buffer.from('II*\u0000\u0008\u0000\u0000\u0000', 'latin1'),
    Buffer.from([claims.length, 0]),
    ...claims.map(([tag, value]) => entry(tag, value)),
    four(0),
  ]);
  return {
    'small.tif': tiff,
    'cut.tif': tiff.subarray(0, 60),
    'head.tif': tiff.subarray(0, 8),
    'huge.tif': huge,
    'circle.tif': Buffer.concat([
      Buffer.from('II*\u0000\u0008\u0000\u0000\u0000\u0000\u0000\u0008\u0000\u0000\u0000', 'latin1'),
    ]),
    'far-directory.tif': Buffer.from('II*\u0000\u00ff\u00ff\u00ff\u00ff', 'latin1'),
    'many-tags.tif': Buffer.from('II*\u0000\u0008\u0000\u0000\u0000\u00ff\u00ff', 'latin1'),
    'bigtiff.tif': Buffer.from(
      'II+\u0000\u0008\u0000\u0000\u0000\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff',
      'latin1',
    ),
    'huge.png': png(0x7fffffff, 0x7fffffff),
    'zero.png': png(0, 0),
    'huge.jpg': jpeg,
    'head.jpg': jpeg.subarray(0, 3),
    'head.h5': Buffer.from('\x89HDF\r\n\x1a\n', 'latin1'),
    'garbage.h5': Buffer.concat([Buffer.from('\x89HDF\r\n\x1a\n', 'latin1'), Buffer.alloc(500, 0xff)]),
    'garbage.onnx': Buffer.from([8, 8, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x3a, 0xff, 0xff]),
    'head.npy': Buffer.from(
      "\x93NUMPY\x01\x00\xff\xff{'descr': '<f8', 'shape': (999999999, 999999999)}",
      'latin1',
    ),
    'noise.bin': Buffer.from(Array.from({ length: 999 }, (_, at) => (at * at * 7919) & 255)),
  };
}

let made: Readonly<Record<string, Buffer>> | null = null;

/** Files that have broken readers elsewhere, by a name that tells what is wrong with them. */
export function namedFiles(): Readonly<Record<string, Buffer>> {
  made ??= { ...zips(), ...tables(), ...pictures() };
  return made;
}

/** The small ones of these, for requests at random. */
export function oddFiles(): readonly Buffer[] {
  return Object.values(namedFiles()).filter(({ length }) => length < 20_000);
}
