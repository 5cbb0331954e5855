import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { printPdf } from '../../src/print/index.js';
import { typesetter } from '../../src/print/pdf/typeset.js';
import { checkupReport, type ReportDocument } from '../../src/report/index.js';
import { sampleContext, samplePage } from '../../src/report/testing/sample.js';

const text = (block: string): ReportDocument => ({
  lang: 'zh',
  title: '鹤岗 <体检>',
  subtitle: 'Hegang & 2020',
  fileStem: 'x',
  imprint: '时期 2020 · #panic("no")',
  appendix: [],
  sections: [
    {
      id: 'summary',
      title: '摘要 *x*',
      blocks: [
        { kind: 'paragraph', text: block, tone: 'plain' },
        { kind: 'facts', caption: '标签', facts: [{ name: '代码', text: '$230400$' }] },
        { kind: 'list', items: ['甲', '#乙'] },
        {
          kind: 'ranks',
          caption: '排名',
          from: 1,
          to: 260,
          marks: [{ label: '指数', low: 20, value: 35, high: 60, text: '第 35 位' }],
          notes: ['注'],
        },
      ],
    },
  ],
});

/** Characters that the embedded fonts are said to show, from their tables that lead from glyphs to characters. */
function characters(pdf: Uint8Array): Set<string> {
  const bytes = Buffer.from(pdf);
  const found = new Set<string>();
  const streams = bytes.toString('latin1').matchAll(/stream\r?\n/g);
  for (const { index, 0: word } of streams) {
    const from = index + word.length;
    const end = bytes.indexOf('endstream', from);
    const map = unpacked(bytes.subarray(from, end));
    if (!map.includes('beginbfchar')) continue;
    for (const [, code = ''] of map.matchAll(/<[0-9a-f]+> <([0-9a-f]+)>/gi))
      for (const letter of Buffer.from(code, 'hex').swap16().toString('utf16le')) found.add(letter);
  }
  return found;
}

function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return stream.toString('latin1');
  }
}

describe('a report as PDF', () => {
  it('is PDF/A-2b with its fonts inside, in the language of the report', async () => {
    const pdf = Buffer.from(await printPdf(text('人口减少 15.8 %。'))).toString('latin1');
    expect(pdf.slice(0, 8)).toBe('%PDF-1.7');
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(/\/Lang \(([^)]*)/.exec(pdf)?.[1]).toBe('zh');
    expect(pdf).toContain('/OutputIntents');
    const fonts = [...pdf.matchAll(/\/Type \/FontDescriptor[^>]*/g)];
    expect(fonts.length).toBeGreaterThan(0);
    for (const [font] of fonts) expect(font).toContain('/FontFile3');
  });

  it.each(['zh', 'en'] as const)('shows every character of a whole check-up in %s', async (lang) => {
    const report = checkupReport(samplePage, sampleContext, { lang });
    const shown = characters(await printPdf(report));
    const words = report.sections.flatMap(({ title, blocks }) => [title, ...blocks.map(wordsOf)]);
    const lacking = new Set(Array.from(words.join('')).filter((letter) => !shown.has(letter)));
    // Spaces are no glyphs; the flag is shown as the sign beside it.
    expect([...lacking].filter((letter) => !/\s|⚑/.test(letter))).toEqual([]);
    expect([...shown]).toContain('◆');
  });

  it('reads no text as markup', async () => {
    const shown = characters(await printPdf(text('#panic("stop") *a* $b$ `c` \\ @d <e> // f')));
    for (const letter of '#*$`\\@<>/"') expect(shown).toContain(letter);
  });

  it('tells a character that no font has by its code', async () => {
    const shown = characters(await printPdf(text('𠮷 CO₂ \ufeff葛\ufe0f')));
    expect(shown).toContain('〓');
    expect(shown).toContain('B');
    expect(shown).toContain('2');
    expect(shown).not.toContain('₂');
  });

  it('is equal to the byte for equal reports, whichever came before', async () => {
    const first = await printPdf(text('一'));
    const other = await printPdf(text('二'));
    const fresh = (await typesetter())(text('一'));
    expect(Buffer.from(fresh).equals(first)).toBe(true);
    expect(Buffer.from(other).equals(first)).toBe(false);
  });
});

/** All words of a block that are shown as text. */
function wordsOf(block: ReportDocument['sections'][number]['blocks'][number]): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.join('');
    case 'facts':
      return block.caption + block.facts.map(({ name, text: said }) => name + said).join('');
    case 'table':
      return block.caption + block.rows.flatMap((row) => row.map((cell) => cell.text)).join('');
    default:
      return block.caption;
  }
}

describe('a machine without a compiler of pages', () => {
  it('is told so by name', async () => {
    await expect(typesetter(() => Promise.reject(new Error('no binding')))).rejects.toMatchObject({
      code: 'PRINT_PDF_PLATFORM',
      text: { en: expect.stringContaining(process.platform) },
    });
  });

  it('passes on what a compiler finds wrong, warnings too', async () => {
    const fault = {};
    const compiler = {
      compile: () => ({ takeError: () => null, takeWarnings: () => fault, result: {} }),
      fetchDiagnostics: () => [{ message: 'unknown font family: x' }],
    };
    const open = () => Promise.resolve({ NodeCompiler: { create: () => compiler } } as never);
    const print = await typesetter(open);
    expect(() => print(text('一'))).toThrow('PRINT_PDF: the PDF was not made: unknown font family: x');
  });
});
