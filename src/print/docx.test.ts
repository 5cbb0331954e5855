import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../report/index.js';
import { printDocx } from './index.js';

const report: ReportDocument = {
  lang: 'zh',
  title: '鹤岗 <体检>',
  subtitle: 'Hegang & 2020',
  fileStem: 'x',
  imprint: '时期 2020',
  appendix: [],
  sections: [
    {
      id: 'summary',
      title: '摘要',
      blocks: [
        { kind: 'paragraph', text: '人口减少 15.8 %。', tone: 'plain' },
        { kind: 'paragraph', text: '注意', tone: 'caution' },
        { kind: 'list', items: ['甲', '乙'] },
        { kind: 'facts', caption: '标签', facts: [{ name: '代码', text: '230400' }] },
      ],
    },
    {
      id: 'scores',
      title: '得分',
      blocks: [
        {
          kind: 'table',
          caption: '指标',
          columns: [
            { title: '指标', align: 'left', width: 30 },
            { title: '值', align: 'right', width: 1 },
          ],
          rows: [
            [
              { kind: 'text', text: '  其中' },
              { kind: 'number', value: null, text: '— 无数据', digits: 1, address: '' },
            ],
            [
              { kind: 'light', light: 'red', text: '红灯' },
              { kind: 'number', value: 1.25, text: '1.3', digits: 1, address: 'value/a' },
            ],
          ],
          notes: ['来源：一'],
        },
        {
          kind: 'bars',
          caption: '得分',
          from: 0,
          to: 100,
          bars: [
            { label: '人口', value: 57.7, text: '57.7' },
            { label: '住房', value: null, text: '— 无数据' },
          ],
          notes: [],
        },
        {
          kind: 'ranks',
          caption: '排名',
          from: 1,
          to: 260,
          marks: [{ label: '综合', low: 32, value: 35, high: 45, text: '第 35 位' }],
          notes: [],
        },
      ],
    },
  ],
};

async function parts(document: ReportDocument): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(unzipSync(await printDocx(document)));
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Words of a part, a line for each paragraph. */
function lines(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map((one) => [...one.matchAll(/<w:t[ >][^<]*/g)].map(([t]) => t.replace(/^[^>]*>/, '')).join(''));
}

describe('printDocx', () => {
  it('has the parts that a word processor asks for, each reached by a relation', async () => {
    const files = await parts(report);
    const types = files['[Content_Types].xml'] ?? '';
    const relations = Object.entries(files).filter(([name]) => name.endsWith('.rels'));
    for (const [name, text] of relations) {
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [, target] of text.matchAll(/Target="([^"]*)"/g)) {
        const path = new URL(target as string, `zip:/${folder}`).pathname.slice(1);
        expect(Object.keys(files), `${name} → ${target}`).toContain(path);
      }
    }
    expect(types).toContain('wordprocessingml.document.main+xml');
    expect(relations.length).toBeGreaterThan(3);
  });

  it('tells every word of the report, in its order', async () => {
    const text = lines((await parts(report))['word/document.xml'] ?? '');
    const said = [
      '鹤岗 &lt;体检&gt;',
      'Hegang &amp; 2020',
      '摘要',
      '人口减少 15.8 %。',
      '甲',
      '乙',
      '代码  230400',
      '得分',
      '表 1  指标',
      '其中',
      '— 无数据',
      '■ 红灯',
      '1.3',
      '来源：一',
      '图 1  得分',
      '住房  — 无数据',
      '图 2  排名',
    ];
    let from = 0;
    for (const words of said) {
      const at = text.findIndex((line, index) => index >= from && line === words);
      expect({ words, at: at >= from }).toEqual({ words, at: true });
      from = at;
    }
  });

  it('keeps the numbers of its charts, and leaves a missing one out', async () => {
    const files = await parts(report);
    const numbers = (name: string) =>
      [...(files[name] ?? '').matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, v]) => v);
    expect(numbers('word/charts/chart1.xml')).toEqual(['得分', '人口', '住房', '57.7']);
    expect(numbers('word/charts/chart2.xml')).toEqual(expect.arrayContaining(['综合', '35', '10', '3']));
  });

  it('gives a column room for a few letters, and fills the page', async () => {
    const [widths] = (await parts(report))['word/document.xml']?.match(/<w:tblGrid>.*?<\/w:tblGrid>/s) ?? [
      '',
    ];
    const columns = [...widths.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(columns.reduce((sum, width) => sum + width, 0)).toBe(9638);
    expect(Math.min(...columns)).toBeGreaterThan(2000);
  });

  it('is the same for the same report, with the date of the caller', async () => {
    const once = await printDocx(report);
    expect(Buffer.compare(await printDocx(report), once)).toBe(0);
    expect((await parts(report))['docProps/core.xml']).toContain('2000-01-01T00:00:00Z');
  });
});
