import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, type ReportCall, type Workspace, writeReport } from '../../src/app/index.js';
import { questionOf } from '../../src/app/report/report.js';
import { id } from '../../src/base/index.js';
import type { Block } from '../../src/report/index.js';
import { squeezed } from './office.js';

/** Poppler reads the pages that we write: every word, every font. Needs Debian's poppler-utils. */

let folder = '';
let ws: Workspace;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const on = id<'date'>('2026-01-15');
  ws = await openWorkspace({
    pack: process.cwd(),
    folder: join(folder, 'workspace'),
    database: null,
    overlays: [],
    version: '0',
    on,
  });
});
afterAll(async () => {
  await ws.close();
  rmSync(folder, { recursive: true });
});

const calls: readonly ReportCall[] = [
  { city: '鹤岗', kind: 'checkup', lang: 'zh', format: 'pdf' },
  { city: '鹤岗', kind: 'checkup', lang: 'en', format: 'pdf' },
  { city: '铜陵', kind: 'evaluation', lang: 'zh', format: 'pdf' },
  { city: '大庆', kind: 'plan', lang: 'zh', format: 'pdf' },
  { city: '淮北', kind: 'plan', lang: 'en', format: 'pdf' },
];

/** Every text of a block that a reader is shown, piece by piece. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'facts':
      return [block.caption, ...block.facts.flatMap(({ name, text }) => [name, text])];
    case 'table':
      return [
        block.caption,
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap((row) => row.map(({ text }) => text)),
        ...block.notes,
      ];
    case 'drawing':
      return [block.caption];
    default:
      return [block.caption, ...(block.kind === 'bars' ? block.bars : block.marks).map(({ text }) => text)];
  }
}

const poppler = (program: string, ...words: string[]) => execFileSync(program, words, { encoding: 'utf8' });

describe.each(calls)('$city, $kind, $lang as PDF', (call) => {
  it('has every word of the report, in fonts that lie in the file', async () => {
    const file = join(folder, `${call.kind}-${call.lang}.pdf`);
    writeFileSync(file, (await writeReport(ws, call)).bytes);
    // As the pages flow and as they lie: a cell of several lines is whole in one of them.
    const flow = squeezed(poppler('pdftotext', file, '-') + poppler('pdftotext', '-raw', file, '-'));
    const { document } = await questionOf(ws, call);
    const pieces = document.sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsOf)]);
    const shown = (text: string) => squeezed(text).replaceAll('⚑', '◆');
    // A long piece may be parted by the end of a page; then its beginning must stand.
    const lost = pieces.filter(
      (text) => !flow.includes(shown(text)) && !flow.includes(shown(text).slice(0, 12)),
    );
    expect(lost).toEqual([]);
    const fonts = poppler('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/NotoSansHans.*\s+yes yes yes\s/);
    expect(poppler('pdfinfo', file)).toMatch(/Title: .*\S[\s\S]*PDF version:\s+1\.7/);
  });
});

describe('a machine without fonts', () => {
  it('makes the same file', () => {
    const none = join(folder, 'no-fonts');
    mkdirSync(none);
    const settings = join(none, 'fonts.conf');
    writeFileSync(settings, `<?xml version="1.0"?><fontconfig><dir>${none}</dir></fontconfig>`);
    const made = ['with', 'without'].map((name) => {
      const file = join(folder, `${name}.pdf`);
      const env = { ...process.env, ...(name === 'without' && { FONTCONFIG_FILE: settings }) };
      const words = ['report', '鹤岗', '--format', 'pdf', '--lang', 'zh', '--out', file];
      const all = [join('bin', 'afterlode'), ...words, '--workspace', join(folder, 'workspace')];
      execFileSync(process.execPath, all, { env });
      return readFileSync(file);
    });
    expect(made[0]?.equals(made[1] as Buffer)).toBe(true);
  });
});
