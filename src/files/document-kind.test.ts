import { describe, expect, it } from 'vitest';
import { documentKind } from './document-kind.js';
import { smallZip } from './testing/small-zip.js';

const office = (...names: string[]) => smallZip(names.map((name) => ({ name, content: 'x' })));

describe('the kind of a document', () => {
  it.each([
    ['pdf', Buffer.from('%PDF-1.7 …')],
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0])],
    ['png', Buffer.from('89504e470d0a1a0a00', 'hex')],
    ['xlsx', office('[Content_Types].xml', 'xl/workbook.xml')],
    ['docx', office('word/document.xml')],
    ['text', Buffer.from('城市,值\r\n鹤岗,1\n')],
    ['text', Buffer.from([0xb3, 0xc7, 0xca, 0xd0])],
  ] as const)('is %s by its content', async (kind, bytes) => {
    expect(await documentKind(bytes)).toBe(kind);
  });

  it.each([
    ['a program', Buffer.from('MZ\x90\x00\x03')],
    ['another archive', office('a.txt')],
    ['a damaged archive', Buffer.from('PK\x03\x04 and no more')],
    ['a workbook with macros', office('xl/workbook.xml', 'xl/vbaProject.bin')],
    ['bytes', Buffer.from([0, 1, 2, 255])],
  ])('is none for %s', async (_, bytes) => {
    expect(await documentKind(bytes)).toBeNull();
  });
});
