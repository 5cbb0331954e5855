import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../../src/api/index.js';
import {
  type AnnualAnswer,
  type CityPage,
  type CompareAnswer,
  checkup,
  type ExplainAnswer,
  importFile,
  type LaboratoryAnswer,
  type OverviewAnswer,
  type Workspace,
  writeReport,
} from '../../src/app/index.js';
import { indicatorsByNode } from '../../src/assess/index.js';
import type { Problem } from '../../src/catalog/index.js';
import { checkupDetails } from '../../src/cli/checkup-details.js';
import { asOperator } from './caller.js';
import { testWorkspace } from './workspace.js';

/**
 * A made city in which every rule of decline disguised as success holds, and all places that show its numbers: none may
 * show a flattering number without the flag.
 */

const city = 'cn-230400';
/** Figures of Hegang as a table would bring them; what the shipped tables have is overruled by none of them. */
const made: readonly (readonly [indicator: string, unit: string, before: number, after: number])[] = [
  ['value_added_tertiary', 'CNY', 100e8, 99e8],
  ['value_added_secondary', 'CNY', 200e8, 100e8],
  ['value_added_primary', 'CNY', 50e8, 50e8],
  ['gross_regional_product', 'CNY', 350e8, 249e8],
  ['gdp_deflator_2000', 'ratio', 2, 2],
  ['gross_regional_product_real_2000', 'CNY_2000', 175e8, 176e8],
  ['population_resident', 'person', 1_000_000, 880_000],
  ['co2_edgar', 't', 20e6, 15e6],
  ['unemployment_surveyed', 'share', 0.09, 0.06],
  ['area_built_up', 'm2', 50e6, 60e6],
];
/** Only one of the two rules on services can hold in one city: services of another grew. */
const other = 'cn-230900';
const madeOther: typeof made = [
  ['value_added_tertiary', 'CNY', 100e8, 120e8],
  ['value_added_secondary', 'CNY', 200e8, 100e8],
  ['value_added_primary', 'CNY', 50e8, 50e8],
  ['gross_regional_product', 'CNY', 350e8, 270e8],
  ['gdp_deflator_2000', 'ratio', 2, 2],
];
/** Rules that read the census or the yearbook: a city of the shipped data in which each holds. */
const periods = ['2010', '2012', '2015', '2020'] as const;

interface Seen {
  readonly rule: Problem;
  readonly city: string;
  readonly period: string;
}

let folder: string;
let ws: Workspace;
let server: FastifyInstance;
const seen: Seen[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-flags-'));
  ws = await testWorkspace();
  const line = (code: string, year: number, [indicator, unit]: (typeof made)[number], value: number) =>
    `${code},${year},${indicator},${value},${unit}`;
  const rows = [
    ...made.flatMap((one) => [line('230400', 2015, one, one[2]), line('230400', 2020, one, one[3])]),
    ...madeOther.flatMap((one) => [line('230900', 2015, one, one[2]), line('230900', 2020, one, one[3])]),
    // the yearbook ends in 2012: beds that stay while the registered leave
    '230400,2019,hospital_beds,5000,bed',
    '230400,2020,hospital_beds,4990,bed',
    '230400,2019,population_registered_year_end,1000000,person',
    '230400,2020,population_registered_year_end,950000,person',
  ];
  const path = join(folder, 'made.csv');
  await writeFile(path, `${['city,period,indicator,value,unit', ...rows].join('\n')}\n`);
  const answer = await importFile(ws, { path, layout: 'long', dryRun: false }, asOperator);
  if (answer.rejected > 0) throw new Error(`${answer.rejected} rows were rejected`);
  server = await buildServer({ ws, webFolder: join(folder, 'web') });
  for (const rule of [...ws.catalog.problems.values()].filter((one) => one.disguise)) {
    for (const period of periods.toReversed()) {
      const found = (await checkup(ws, { period })).filter(({ findings }) =>
        findings.some((one) => one.problem === rule.id),
      );
      const chosen = found.find((one) => [city, other].includes(one.city)) ?? found[0];
      if (!chosen) continue;
      seen.push({ rule, city: chosen.city, period });
      break;
    }
  }
}, 120_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function get<T>(url: string): Promise<T> {
  const response = await server.inject(url);
  expect([url, response.statusCode]).toEqual([url, 200]);
  return response.json<T>();
}

/** The indicators a flag speaks of that the city has a value of in the period. */
function shownBy({ rule }: Seen, page: CityPage): CityPage['figures'] {
  return page.figures.filter(
    (one) =>
      one.period === page.period && one.value !== null && rule.marks.some((mark) => mark === one.indicator),
  );
}

describe('every rule of decline disguised as success', () => {
  it('holds somewhere in the made and shipped data', () => {
    const rules = [...ws.catalog.problems.values()].filter((one) => one.disguise).map((one) => one.id);
    expect(rules.length).toBeGreaterThan(9);
    expect(seen.map(({ rule }) => rule.id).toSorted()).toEqual(rules.toSorted());
  });

  it('is flagged at each number on the city page, in its course and in the check-up', async () => {
    for (const one of seen) {
      const page = await get<CityPage>(`/api/cities/${one.city}/page?period=${one.period}`);
      const shown = shownBy(one, page);
      expect([one.rule.id, shown.length]).not.toEqual([one.rule.id, 0]);
      for (const figure of shown) {
        const where = [one.rule.id, figure.indicator];
        const point = figure.series.find(({ period }) => period === one.period);
        expect([...where, figure.flags.some(({ id }) => id === one.rule.id)]).toEqual([...where, true]);
        expect([...where, point?.flags.some(({ id }) => id === one.rule.id)]).toEqual([...where, true]);
        expect(page.checkup.flags[figure.indicator]).toContain(one.rule.id);
      }
    }
  });

  it('is flagged at every score made of such a number: page, overview, laboratory', async () => {
    let scores = 0;
    for (const one of seen) {
      for (const index of ws.catalog.indices.values()) {
        if (!index.periods.includes(one.period)) continue;
        const page = await get<CityPage>(`/api/cities/${one.city}/page?period=${one.period}`);
        const marked = new Set(shownBy(one, page).map(({ indicator }) => indicator));
        const nodes = [...indicatorsByNode(index)].filter(([, leaves]) =>
          leaves.some((leaf) => marked.has(leaf)),
        );
        if (nodes.length === 0) continue;
        scores += 1;
        for (const [node] of nodes) {
          expect(page.nodeFlags[node]?.map(({ id }) => id)).toContain(one.rule.id);
        }
        const overview = await get<OverviewAnswer>(`/api/overview?period=${one.period}&index=${index.id}`);
        expect(overview.rows.find(({ id }) => id === one.city)?.flags).toContain(one.rule.id);
        expect(overview.flags.map(({ id }) => id)).toContain(one.rule.id);
        const laboratory = await get<LaboratoryAnswer>(`/api/laboratory/${index.id}`);
        expect(laboratory.flags[one.city]?.[one.period]?.[index.id]).toContain(one.rule.id);
      }
    }
    expect(scores).toBeGreaterThan(2);
  });

  it('is counted beside the groups of a comparison', async () => {
    for (const one of seen) {
      const page = await get<CityPage>(`/api/cities/${one.city}/page?period=${one.period}`);
      const [figure] = shownBy(one, page);
      const { level } = page.city;
      const answer = await get<CompareAnswer>(
        `/api/compare?indicator=${figure?.indicator}&period=${one.period}&level=${level}`,
      );
      const flagged = answer.groups.find(({ group }) => group === 'listed')?.flagged ?? [];
      expect([one.rule.id, flagged.find(({ id }) => id === one.rule.id)?.count ?? 0]).not.toEqual([
        one.rule.id,
        0,
      ]);
    }
  });

  it('stands beside the items of the annual check-up', async () => {
    let items = 0;
    for (const one of seen) {
      const response = await server.inject(`/api/cities/${one.city}/annual?period=${one.period}`);
      if (response.statusCode !== 200) continue;
      const { lists } = response.json<AnnualAnswer>();
      for (const item of lists.flatMap(({ dimensions }) => dimensions.flatMap((part) => part.items))) {
        if (item.value === null || !one.rule.marks.some((mark) => mark === item.indicator)) continue;
        items += 1;
        expect(item.flags.map(({ id }) => id)).toContain(one.rule.id);
      }
    }
    expect(items).toBeGreaterThan(0);
  });

  it('stands at the number when somebody asks why', async () => {
    for (const one of seen) {
      const page = await get<CityPage>(`/api/cities/${one.city}/page?period=${one.period}`);
      const [figure] = shownBy(one, page);
      const tree = await get<ExplainAnswer>(`/api/explain?id=${encodeURIComponent(figure?.id ?? '')}`);
      expect(tree.remarks).toContainEqual(one.rule.label);
    }
  });

  it('stands in the HTML report in both languages', async () => {
    for (const one of seen) {
      for (const lang of ['zh', 'en'] as const) {
        const call = { city: one.city, period: one.period, kind: 'checkup', lang } as const;
        const { bytes } = await writeReport(ws, { ...call, format: 'html' });
        const text = new TextDecoder().decode(bytes);
        const page = await get<CityPage>(`/api/cities/${one.city}/page?period=${one.period}`);
        expect(text).toContain(`⚑ ${escaped(one.rule.label[lang])}`);
        for (const figure of shownBy(one, page)) expect(text).toContain(`${escaped(figure.label[lang])} ⚑`);
      }
    }
  });

  it('stands in the cells of the workbook', async () => {
    for (const one of seen) {
      const call = { city: one.city, period: one.period, kind: 'checkup', lang: 'zh' } as const;
      const { bytes } = await writeReport(ws, { ...call, format: 'xlsx' });
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes.buffer as ArrayBuffer);
      const cells: string[] = [];
      book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.text))));
      const page = await get<CityPage>(`/api/cities/${one.city}/page?period=${one.period}`);
      for (const figure of shownBy(one, page)) {
        expect(cells.filter((text) => text.trim() === `${figure.label.zh} ⚑`).length).toBeGreaterThan(1);
      }
      expect(cells.some((text) => text.includes(`⚑ ${one.rule.label.zh}`))).toBe(true);
    }
  });

  it('stands in the lines of the command', async () => {
    for (const one of seen) {
      const [found] = await checkup(ws, { cities: [one.city], period: one.period });
      if (!found) throw new Error(one.city);
      const text = checkupDetails(ws.catalog, found, 'en');
      expect(text).toContain(one.rule.label.en);
      for (const [indicator, light] of Object.entries(found.lights)) {
        if (!light.caveats.includes(one.rule.id)) continue;
        const label = [...ws.catalog.indicators.values()].find(({ id }) => id === indicator)?.label.en ?? '';
        expect(text).toContain(`${label} (⚑ `);
      }
    }
  });
});

it('a city without decline has no such flag', async () => {
  const page = await get<CityPage>('/api/cities/cn-150600/page?period=2020');
  const disguised = page.figures.flatMap(({ flags }) => flags).filter(({ disguise }) => disguise);
  expect(disguised).toEqual([]);
});

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
