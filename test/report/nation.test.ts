import { beforeAll, describe, expect, it } from 'vitest';
import { nationPage, type Workspace } from '../../src/app/index.js';
import type { Language } from '../../src/base/index.js';
import {
  type NationPage,
  nationReport,
  type ReportContext,
  type ReportDocument,
  type TableBlock,
} from '../../src/report/index.js';
import { readingWorkspace } from '../app/workspace.js';

/** The evaluation of all cities on the shipped data: what a ministry must find in it. */

let ws: Workspace;
let page: NationPage;
let context: ReportContext;
beforeAll(async () => {
  ws = await readingWorkspace();
  page = await nationPage(ws, {});
  context = { catalog: ws.catalog, sources: [], program: '0', pack: ws.pack.title };
}, 60_000);

function tablesOf({ sections }: ReportDocument, section: string): readonly TableBlock[] {
  const blocks = sections.find(({ id }) => id === section)?.blocks ?? [];
  return blocks.filter((block) => block.kind === 'table');
}

describe.each<Language>(['en', 'zh'])('the evaluation of all cities, %s', (lang) => {
  it('names each of them once, in its class by rank or among those without one', () => {
    const tables = tablesOf(nationReport(page, context, { lang }), 'ranking');
    const names = tables.flatMap(({ rows }) => rows.map((row) => row[2]?.text.replace(' ⚑', '')));
    expect(names.toSorted()).toEqual(page.units.map(({ city }) => city.name[lang]).toSorted());
    expect(page.units).toHaveLength(262);
  });

  it('counts every unit of a grouping, and every verdict', () => {
    const judged = page.units.filter(({ evaluation }) => evaluation.quadrant !== null).length;
    const [byType, , byProvince] = tablesOf(nationReport(page, context, { lang }), 'groups');
    for (const table of [byType, byProvince]) {
      const sum = (at: number) => (table?.rows ?? []).reduce((all, row) => all + Number(row[at]?.text), 0);
      expect([sum(1), sum(2), sum(6) + sum(7) + sum(8) + sum(9)]).toEqual([262, judged, judged]);
    }
  });

  it('is the same document from the same results', () => {
    expect(nationReport(page, context, { lang })).toEqual(nationReport(page, context, { lang }));
  });
});

describe('who moved, and why', () => {
  it('has parts that sum to the change of every city', () => {
    const apart = page.units.filter(({ evaluation: { change, parts } }) => {
      const sum = parts.reduce((all, { points }) => all + points, 0);
      return change === null ? parts.length > 0 : Math.abs(sum - change) > 1e-9;
    });
    expect(apart).toEqual([]);
  });

  it('begins with the city whose score rose most', () => {
    const [most, least] = tablesOf(nationReport(page, context, { lang: 'en' }), 'movers');
    const changes = page.units.flatMap(({ evaluation: { change } }) => (change === null ? [] : [change]));
    const shown = (table: TableBlock | undefined) => {
      const cell = table?.rows[0]?.[2];
      return cell?.kind === 'number' ? cell.value : null;
    };
    expect([shown(most), shown(least)]).toEqual([Math.max(...changes), Math.min(...changes)]);
  });
});

describe('the evaluation of a province', () => {
  it('tells of its cities only, with their ranks among all', async () => {
    const own = await nationPage(ws, { province: 'heilongjiang' });
    expect(own.units.map(({ city }) => city.province.zh)).toEqual(Array(11).fill('黑龙江省'));
    const ranks = new Map(page.units.map(({ city, evaluation }) => [city.id, evaluation.rank]));
    for (const { city, evaluation } of own.units) expect(evaluation.rank).toBe(ranks.get(city.id));
    const { title, sections } = nationReport(own, context, { lang: 'zh' });
    expect(title).toContain('黑龙江');
    expect(tablesOf({ sections } as ReportDocument, 'groups')).toHaveLength(2);
  });

  it('is refused where no city lies in it', async () => {
    await expect(nationPage(ws, { province: 'Bavaria' })).rejects.toMatchObject({
      code: 'CALL_OPTION',
      where: 'province',
    });
  });
});
