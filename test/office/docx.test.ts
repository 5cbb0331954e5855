import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callHere } from '../cli/here.js';
import { converted, squeezed } from './office.js';

/** LibreOffice opens the documents that we write, and shows every word. Needs Debian's libreoffice-writer-nogui and poppler-utils. */

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The words of a document as LibreOffice prints it. */
function printed(file: string): string {
  const pdf = converted(folder, file, 'pdf', folder);
  return squeezed(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }));
}

describe('a report as DOCX', () => {
  it.each([
    ['鹤岗', 'checkup', 'zh', ['城市概况', '图1', '表5', '诊断结论', '衰退型']],
    ['鹤岗', 'checkup', 'en', ['Official labels', 'Figure1', 'Table5', 'declining']],
    ['铜陵', 'evaluation', 'zh', ['铜陵', '表1']],
    ['Huaibei', 'checkup', 'zh', ['淮北', '图2']],
    ['Daqing', 'evaluation', 'en', ['Daqing', 'Table1']],
    ['铜陵', 'plan', 'zh', ['铜陵', '表1']],
    ['', 'evaluation', 'zh', ['评估方法', '图1', '鹤岗市', '真正转型']],
  ] as const)('%s %s, %s is printed with its words', async (city, kind, lang, words) => {
    const file = join(folder, `${city}-${kind}-${lang}.docx`);
    const { status } = await callHere([
      'report',
      ...(city === '' ? ['--nation'] : [city]),
      '--kind',
      kind,
      '--format',
      'docx',
      '--lang',
      lang,
      '--out',
      file,
      '--workspace',
      join(folder, 'workspace'),
    ]);
    expect(status).toBe(0);
    const text = printed(file);
    for (const word of words) expect(text).toContain(squeezed(word));
  });
});
