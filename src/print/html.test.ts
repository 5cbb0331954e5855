import { describe, expect, it } from 'vitest';
import type { Block, ReportDocument } from '../report/index.js';
import { printHtml } from './index.js';

function documentWith(...blocks: Block[]): ReportDocument {
  return {
    lang: 'zh',
    title: '<b>城</b> & "市"',
    subtitle: 'x',
    fileStem: 'x',
    imprint: 'imprint',
    sections: [{ id: 'summary', title: '摘要', blocks }],
    appendix: [],
  };
}

const table: Block = {
  kind: 'table',
  caption: 'caption',
  columns: [
    { title: 'name', align: 'left', width: 10 },
    { title: 'number', align: 'right', width: 10 },
    { title: 'light', align: 'left', width: 10 },
    { title: 'trend', align: 'left', width: 10 },
    { title: 'place', align: 'left', width: 10 },
  ],
  rows: [
    [
      { kind: 'text', text: '  inner <i>' },
      { kind: 'number', value: 12.34567, text: '12.3', digits: 1, address: 'value/a/2020/b' },
      { kind: 'light', light: 'red', text: '红灯' },
      {
        kind: 'trend',
        points: [
          { period: '2010', value: 1 },
          { period: '2011', value: null },
          { period: '2012', value: 3 },
        ],
        text: '+200 %',
      },
      { kind: 'position', value: 5, q1: 1, median: 2, q3: 3, text: 'class (3)' },
    ],
    [
      { kind: 'text', text: 'gap', code: true },
      { kind: 'number', value: null, text: '— 无数据', digits: 1, address: '' },
      { kind: 'text', text: '' },
      { kind: 'text', text: '— 无数据' },
      { kind: 'text', text: '' },
    ],
  ],
  notes: ['note & origin'],
};

describe('HTML writer', () => {
  const html = printHtml(documentWith(table));

  it('declares language and encoding and escapes every text', () => {
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('<meta charset="utf-8">');
    expect(html).toContain('<h1>&lt;b&gt;城&lt;/b&gt; &amp; &quot;市&quot;</h1>');
    expect(html).toContain('inner &lt;i&gt;');
    expect(html).not.toContain('<i>');
  });

  it('needs nothing from outside and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|url\(|https?:|@import|\son\w+=/);
  });

  it('writes tables with caption, heads of columns and rows, numbers with their full value', () => {
    expect(html).toContain('<caption>caption</caption>');
    expect(html.match(/<th scope="col"/g)).toHaveLength(5);
    expect(html.match(/<th scope="row"/g)).toHaveLength(2);
    expect(html).toContain('<data value="12.34567" title="value/a/2020/b">12.3</data>');
    expect(html).toContain('<span class="missing">— 无数据</span>');
  });

  it('gives lights a shape and a word beside the colour', () => {
    expect(html).toContain('<span class="light red">■ 红灯</span>');
  });

  it('leaves a gap in a line where a value is missing', () => {
    expect(html).toMatch(/<path d="M3 13M93 3"\/>/);
  });

  it('draws bars of their length and none for a missing value', () => {
    const chart: Block = {
      kind: 'bars',
      caption: 'bars',
      from: 0,
      to: 100,
      bars: [
        { label: 'a', value: 50, text: '50.0' },
        { label: 'b', value: null, text: '— no data' },
      ],
      notes: [],
    };
    const drawn = printHtml(documentWith(chart));
    expect(drawn.match(/class="bar"/g)).toHaveLength(1);
    expect(drawn).toContain('width="170" height="14"');
    expect(drawn).toContain('aria-label="bars: a 50.0; b — no data"');
  });

  it('draws a rank with its interval', () => {
    const mark = { label: 'a', low: 11, value: 51, high: 101, text: 'rank 51' };
    const chart: Block = { kind: 'ranks', caption: 'ranks', from: 1, to: 101, marks: [mark], notes: [] };
    const drawn = printHtml(documentWith(chart));
    expect(drawn).toContain('<rect class="interval" x="244" y="8" width="306" height="10"/>');
    expect(drawn).toContain('cx="380"');
  });

  it('is equal for equal documents', () => {
    expect(printHtml(documentWith(table))).toBe(html);
  });
});
