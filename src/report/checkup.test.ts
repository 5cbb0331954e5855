import { describe, expect, it } from 'vitest';
import { checkupReport } from './index.js';
import { sampleContext, samplePage } from './testing/sample.js';
import type { Block, Cell, ReportDocument, ReportPage, Section, TableBlock } from './types.js';

const en = checkupReport(samplePage, sampleContext, { lang: 'en' });
const zh = checkupReport(samplePage, sampleContext, { lang: 'zh' });

function section(document: ReportDocument, id: Section['id']): Section {
  const found = document.sections.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}

function tablesOf(one: Section): readonly TableBlock[] {
  return one.blocks.filter((block): block is TableBlock => block.kind === 'table');
}

function rowOf(tables: readonly TableBlock[], first: string): readonly Cell[] {
  const row = tables
    .flatMap((table) => table.rows)
    .find((cells) => cells[0]?.text.replace(' ⚑', '').trim() === first);
  if (row === undefined) throw new Error(`no row ${first}`);
  return row;
}

function words(one: Section): string {
  return one.blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
}

describe('check-up report', () => {
  it('names city, period, catalog and program in both languages', () => {
    expect(en.title).toBe('City check-up: Probe');
    expect(zh.title).toBe('样例市城市体检报告');
    expect(en.subtitle).toContain('样例市');
    expect(en.imprint).toBe('Period 2020 · Sample pack · catalog 0.1.0 (0123456789ab) · afterlode 0.1.0');
    expect(zh.fileStem).toBe('样例市-100100-城市体检-2020');
  });

  it('begins with score, rank and interval, the strong and the weak', () => {
    const text = words(section(en, 'summary'));
    expect(text).toContain('People and work ⚑: score 41.3 of 100, rank 201 of 262 (interval 180–220).');
    expect(text).toContain(
      '0 green, 0 yellow, 1 red, 1 not judged. 50 % of the judged indicators have a value.',
    );
    expect(text).toContain('Strongest: Mining share of employment 10.1 % ⚑.');
    expect(text).toContain('Weakest: Population growth & change −15.8 %; People 22.1.');
    expect(text).toContain('Problems found: 1. Numbers that flatter: 1.');
  });

  it('keeps official labels and computed ones in two lists', () => {
    const facts = section(zh, 'identity').blocks.filter((block) => block.kind === 'facts');
    const [official, computed] = facts.map((block) => block.facts.map((fact) => fact.text).join('|'));
    expect(official).toContain('衰退型');
    expect(official).toContain('第 2 批（2009 年）');
    expect(official).toContain('煤炭（归类依据不足）');
    expect(official).not.toContain('41.3');
    expect(computed).toContain('41.3');
    expect(computed).not.toContain('衰退型');
  });

  it('puts period, source and catalog below every table and chart', () => {
    const blocks = [
      ...en.sections.flatMap((one): readonly Block[] => one.blocks),
      ...en.appendix.map((one) => one.table),
    ];
    const shown = blocks.filter((block) => 'notes' in block);
    expect(shown.length).toBeGreaterThan(8);
    for (const block of shown)
      expect(block.notes.at(-1)).toBe(
        'Period: 2020. Source: numbers 1 to 2 under "Sources and versions". Definitions: catalog 0.1.0 (0123456789ab).',
      );
  });

  it('names a single source where it is used', () => {
    const one = checkupReport({ ...samplePage, sources: samplePage.sources.slice(0, 1) }, sampleContext, {
      lang: 'en',
    });
    expect(tablesOf(section(one, 'figures'))[0]?.notes.at(-1)).toMatch(/Source: Census 2020 <short form>\./);
  });

  it('keeps the full value beside the rounded text', () => {
    const row = rowOf(tablesOf(section(en, 'figures')), 'Population growth & change');
    expect(row[1]).toMatchObject({ kind: 'number', text: '−15.8', address: 'value/xx-100100/2020/growth' });
    expect(row[1]?.kind === 'number' && row[1].value).toBeCloseTo(-15.812, 10);
    expect(row[4]).toEqual({ kind: 'light', light: 'red', text: 'red' });
    expect(row[8]).toMatchObject({ kind: 'position', text: '' });
  });

  it('names the usual class once below the table, another in its row', () => {
    const [people] = tablesOf(section(en, 'figures'));
    expect(people?.notes[0]).toContain('Class: declining × coal; 31 with data.');
    const [first, ...rest] = samplePage.figures;
    if (first === undefined) throw new Error('sample without figures');
    const other = { ...first, peers: { ...first.peers, count: 7 } };
    const document = checkupReport(
      { ...samplePage, figures: [other, first, first, ...rest] },
      sampleContext,
      { lang: 'en' },
    );
    const texts = tablesOf(section(document, 'figures'))[0]?.rows.map((row) => row[8]?.text);
    expect(texts).toEqual(['declining × coal (7)', '', '', '']);
  });

  it('shows persons in one unit over the row', () => {
    const row = rowOf(tablesOf(section(zh, 'figures')), '常住人口');
    expect(row.slice(1, 8).map((cell) => cell.text)).toEqual([
      '89.13',
      '万人',
      '2020',
      '',
      '50.00',
      '120.00',
      '200.00',
    ]);
  });

  it('says a trend in points for shares and no growth across a change of area', () => {
    const tables = tablesOf(section(en, 'figures'));
    expect(rowOf(tables, 'Resident population')[9]?.text).toBe('2010–2020 ‡');
    expect(rowOf(tables, 'Mining share of employment')[9]?.text).toBe('2010–2020: −10.0 pp ‡');
    expect(rowOf(tables, 'Population growth & change')[9]?.text).toBe('— no data');
    expect(tables[0]?.notes.join(' ')).toContain('the change is not on one boundary');
  });

  it('does not mark a trend for a change of urban districts or before the first period', () => {
    const page: ReportPage = {
      ...samplePage,
      breaks: [
        { year: 2014, scope: 'districts', text: { en: 'a', zh: 'b' } },
        { year: 2010, scope: 'whole', text: { en: 'a', zh: 'b' } },
      ],
    };
    const tables = tablesOf(section(checkupReport(page, sampleContext, { lang: 'en' }), 'figures'));
    expect(rowOf(tables, 'Resident population')[9]?.text).toBe('2010–2020: −15.8 %');
  });

  it('writes no growth from nothing and none without both ends', () => {
    const [population] = samplePage.figures;
    if (population === undefined) throw new Error('sample without figures');
    const series = (first: number | null, last: number | null) => [
      { period: '2010', value: first, id: '', flags: [] },
      { period: '2020', value: last, id: '', flags: [] },
    ];
    const trend = (first: number | null, last: number | null) => {
      const figures = [{ ...population, series: series(first, last) }];
      const page = { ...samplePage, breaks: [], figures };
      const document = checkupReport(page, sampleContext, { lang: 'en' });
      return rowOf(tablesOf(section(document, 'figures')), 'Resident population')[9]?.text;
    };
    expect(trend(0, 5)).toBe('2010–2020: — no data');
    expect(trend(null, 5)).toBe('— no data');
    expect(trend(5, null)).toBe('— no data');
  });

  it('sets the flag at every number that flatters: summary, scores, figures, full tables', () => {
    const flag = '⚑ Share falls because people leave: Look at the causes first.';
    expect(words(section(en, 'summary'))).toContain(
      '⚑ marks numbers that look like success and are partly decline: Share falls because people leave.',
    );
    const tables = [...tablesOf(section(en, 'scores')), ...tablesOf(section(en, 'figures'))];
    const marked = tables.flatMap(({ rows }) => rows.map(([first]) => first?.text.trim() ?? ''));
    expect(marked.filter((name) => name.endsWith('⚑'))).toEqual([
      'People and work ⚑',
      'People and work ⚑',
      'Work ⚑',
      'Mining share of employment ⚑',
    ]);
    const notes = tables.flatMap((table) => table.notes).filter((note) => note.startsWith('⚑'));
    expect(notes).toHaveLength(3);
    for (const note of notes) expect(note.startsWith(flag)).toBe(true);
    const cells = en.appendix.flatMap(({ table }) => table.rows.flat()).map((cell) => cell.text);
    expect(cells.filter((text) => text.startsWith(flag))).toHaveLength(2);
  });

  it('turns nothing missing into a number', () => {
    const row = rowOf(tablesOf(section(en, 'figures')), 'Unemployment');
    for (const at of [1, 5, 6, 7])
      expect(row[at]).toMatchObject({ kind: 'number', value: null, text: '— no data' });
    const work = rowOf(tablesOf(section(en, 'scores')), 'Work');
    expect(work[2]).toMatchObject({ kind: 'number', value: null, text: '— no data' });
  });

  it('puts problems before caveats, with advice and the size of the problem', () => {
    const [problems, caveats] = tablesOf(section(en, 'findings'));
    expect(problems?.rows[0]?.map((cell) => cell.text).slice(0, 5)).toEqual([
      'Fast shrinkage',
      'urgent',
      '−15.8 % (−20.0 … −10.0 %)',
      '50',
      'Look at the causes first.',
    ]);
    expect(caveats?.rows[0]?.[0]?.text).toBe('Share falls because people leave');
  });

  it('lists what is missing, the boundary changes and the doubts', () => {
    const limits = section(zh, 'limits');
    expect(words(limits)).toContain('没有数据的指标：失业率。');
    expect(tablesOf(limits)[0]?.rows[0]?.map((cell) => cell.text)).toEqual(['2014', '整体范围', '划入一县']);
    expect(tablesOf(limits)[1]?.rows[0]?.[0]?.text).toBe('PERIOD_UNKNOWN');
  });

  it('ends in sources with licence, checksum and the hash of the catalog; an unknown source stays named', () => {
    const sources = section(en, 'sources');
    const [table] = tablesOf(sources);
    expect(table?.rows[0]?.map((cell) => cell.text)).toContain('MIT');
    expect(table?.rows[0]?.map((cell) => cell.text)).toContain('ab'.repeat(32));
    expect(table?.rows[1]?.slice(0, 2).map((cell) => cell.text)).toEqual(['2', 'import-7']);
    expect(JSON.stringify(sources)).toContain('0123456789abcdef'.repeat(4));
  });

  it('is equal for equal input', () => {
    expect(checkupReport(samplePage, sampleContext, { lang: 'zh' })).toEqual(zh);
  });

  it('writes a city without results: off the list, nothing judged, no sources', () => {
    const bare: ReportPage = {
      ...samplePage,
      city: { ...samplePage.city, listed: false, type: null, batch: null, resources: [] },
      checkup: {
        ...samplePage.checkup,
        standing: {},
        scores: {},
        lights: {},
        strongest: [],
        weakest: [],
        missing: [],
        findings: [],
        issues: [],
      },
      figures: [],
      breaks: [],
      sources: [],
    };
    const document = checkupReport(bare, sampleContext, { lang: 'en' });
    expect(words(section(document, 'limits'))).toContain('Every judged indicator has a value.');
    expect(words(section(document, 'findings'))).toContain('No rule of the catalog found a problem.');
    expect(JSON.stringify(section(document, 'identity'))).toContain('not on the official list');
  });
});
