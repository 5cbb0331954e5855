import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocksOf, inOrderOf, pageOf, piecesOf } from './blocks.js';

const page = [
  '# Peak 达峰 `peak`',
  '',
  'One line',
  'and its second.',
  '1. first',
  '   goes on',
  '2. second [lmdi](lmdi.md)',
  '',
  '| a | b |',
  '|---|---|',
  '| 1 | `x` |',
  '',
  '```yaml example',
  '# no heading',
  '',
  'run: it',
  '```',
  '',
  '**中文**：说明。',
].join('\n');

describe('a method page', () => {
  it('falls into its blocks', () => {
    expect(blocksOf(page)).toEqual([
      { kind: 'heading', text: 'Peak 达峰 `peak`' },
      { kind: 'paragraph', text: 'One line and its second.' },
      { kind: 'list', isNumbered: true, items: ['first goes on', 'second [lmdi](lmdi.md)'] },
      {
        kind: 'table',
        rows: [
          ['a', 'b'],
          ['1', '`x`'],
        ],
      },
      { kind: 'code', text: '# no heading\n\nrun: it' },
      { kind: 'paragraph', text: '**中文**：说明。' },
    ]);
    expect(inOrderOf(blocksOf(page), 'zh')[1]).toEqual({ kind: 'paragraph', text: '**中文**：说明。' });
  });

  it('has code, strong words and links in its lines', () => {
    expect(piecesOf('a `b*` **c** [d](../x/e.md).')).toEqual([
      { kind: 'plain', text: 'a ' },
      { kind: 'code', text: 'b*' },
      { kind: 'plain', text: ' ' },
      { kind: 'strong', text: 'c' },
      { kind: 'plain', text: ' ' },
      { kind: 'link', text: 'd', to: '../x/e.md' },
      { kind: 'plain', text: '.' },
    ]);
    expect(pageOf('lmdi.md', 'carbon/peak')).toBe('carbon/lmdi');
    expect(pageOf('../change/mann-kendall.md', 'carbon/peak')).toBe('change/mann-kendall');
    for (const other of ['../scores.md', 'https://example.org/a/b.md', '#part'])
      expect(pageOf(other, 'carbon/peak')).toBeNull();
  });

  it('loses nothing of the shipped pages', () => {
    const folder = new URL('../../../docs/methods/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\/.*\.md$/.test(name),
    );
    expect(files.length).toBeGreaterThan(100);
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length;
    for (const file of files) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      const shown = blocksOf(text).map((block) => {
        if (block.kind === 'list') return block.items.join(' ');
        return block.kind === 'table' ? block.rows.flat().join(' ') : block.text;
      });
      const marks = text.replace(/^```.*$/gm, '').replace(/^\d+\. /gm, '');
      expect([file, letters(shown.join(' '))]).toEqual([file, letters(marks)]);
    }
  });
});
