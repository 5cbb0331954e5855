import { openSource } from './rows.js';
import { zipEntries } from './zip-directory.js';

/** Kinds of documents that are told by their content. */
export type DocumentKind = 'pdf' | 'jpeg' | 'png' | 'xlsx' | 'docx' | 'text';

const beginnings = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
] as const satisfies readonly (readonly [DocumentKind, readonly number[]])[];
const zip = [0x50, 0x4b, 0x03, 0x04];

/**
 * What a document is by its content, whatever its name says. Office files with macros, other archives, programs and whatever else is no
 * text are none of these.
 */
export async function documentKind(bytes: Uint8Array): Promise<DocumentKind | null> {
  const begins = (head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);
  const known = beginnings.find(([, head]) => begins(head));
  if (known !== undefined) return known[0];
  if (begins(zip)) return officeKind(bytes);
  return isText(bytes) ? 'text' : null;
}

async function officeKind(bytes: Uint8Array): Promise<DocumentKind | null> {
  const source = await openSource({ name: 'document', bytes });
  // What is damaged is of no kind.
  const entries = await zipEntries(source, 'ZIP').catch(() => []);
  const names = new Set(entries.map(({ name }) => name));
  if ([...names].some((name) => /vbaProject/i.test(name))) return null;
  if (names.has('xl/workbook.xml')) return 'xlsx';
  return names.has('word/document.xml') ? 'docx' : null;
}

/** Text in UTF-8 or GB18030 without control characters but those of lines. */
function isText(bytes: Uint8Array): boolean {
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return !/[^\P{Cc}\t\n\r\f]/u.test(text);
    } catch {
      return false;
    }
  });
}
