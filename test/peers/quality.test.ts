import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qualityPlaces } from '../../src/app/checkup/quality-places.js';
import {
  explainNumber,
  importFile,
  openWorkspace,
  saveDecision,
  type Workspace,
} from '../../src/app/index.js';
import { listedPanel } from '../../src/app/panel.js';
import { id } from '../../src/base/index.js';
import { readCsvRows } from '../../src/files/index.js';
import { checkQuality, flag, type ImportedColumns, type QualityFindings } from '../../src/observe/index.js';
import { asOperator } from '../app/caller.js';

/**
 * The data-quality checks against the annual panel with its real errors, and against the list of suspicious values that was
 * made apart from them. Measured: which of the listed values are found, and how many alarms the list does not know.
 */

const shared = process.env.AFTERLODE_SHARED ?? join(process.cwd(), '..', 'shared');
const folder = mkdtempSync(join(tmpdir(), 'afterlode-quality-'));
const panelFile = join(shared, 'data', 'panel', 'observations.csv.gz');

interface Listed {
  readonly key: string;
  readonly place: string;
  readonly kind: string;
}

let ws: Workspace;
let columns: ImportedColumns;
let found: QualityFindings;
let listed: readonly Listed[];
/** Codes by value, `adcode/year/indicator`. */
const alarms = new Map<string, Set<string>>();

function keyOf(at: number): string {
  const city = columns.cities[columns.city[at] as number] ?? '';
  const period = columns.periods[columns.period[at] as number] ?? '';
  return `${city.slice(3)}/${period}/${columns.indicators[columns.indicator[at] as number]}`;
}

beforeAll(async () => {
  ws = await openWorkspace({
    pack: process.cwd(),
    folder,
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  await importFile(ws, { path: panelFile, dryRun: false }, asOperator);
  columns = await (await ws.store()).observations();
  found = checkQuality(columns, ws.catalog, qualityPlaces(ws.register));
  for (const { at, issue } of found.reasons) {
    const known = alarms.get(keyOf(at)) ?? new Set<string>();
    alarms.set(keyOf(at), known.add(issue.code));
  }
  const names = new Map(
    [...(ws.catalog.layouts.get('panel_observations')?.columns ?? [])].map(([name, { indicator }]) => [
      name,
      indicator as string,
    ]),
  );
  const rows = await readCsvRows(join(shared, 'data', 'panel', 'anomalies.csv'));
  listed = rows.slice(1).flatMap(([code = '', , year = '', name = '', , why = '']) => {
    const indicator = names.get(name);
    return indicator === undefined
      ? []
      : [{ key: `${code}/${year}/${indicator}`, place: `${code}/${year}`, kind: why.split(':')[0] ?? '' }];
  });
}, 300_000);

afterAll(async () => {
  await ws.close();
  rmSync(folder, { recursive: true, force: true });
});

const codesAt = (key: string) => [...(alarms.get(key) ?? [])].sort();

/** Share of the listed values of a kind that some check finds. */
function recall(kind: string): number {
  const own = listed.filter((one) => one.kind === kind);
  return own.filter(({ key }) => alarms.has(key)).length / own.length;
}

/** Alarms of a check, and the share of them whose value, or whose unit and year, the list does not know. */
function falseAlarms(code: string): { alarms: number; value: number; place: number } {
  const keys = [...alarms].filter(([, codes]) => codes.has(code)).map(([key]) => key);
  const values = new Set(listed.map(({ key }) => key));
  const places = new Set(listed.map(({ place }) => place));
  const unknown = (of: (key: string) => boolean) => keys.filter((key) => !of(key)).length / keys.length;
  return {
    alarms: keys.length,
    value: unknown((key) => values.has(key)),
    place: unknown((key) => places.has(key.split('/').slice(0, 2).join('/'))),
  };
}

describe('the planted errors', () => {
  const product = [
    'gross_regional_product',
    'value_added_primary',
    'value_added_secondary',
    'value_added_tertiary',
  ];

  it('finds the rows of Heilongjiang 2011 shifted by one city, from Jiamusi to Suihua, and no other shift', () => {
    const shifted = [...alarms].filter(([, codes]) => codes.has('QUALITY_SHIFTED')).map(([key]) => key);
    const expected = ['230800', '230900', '231000', '231100', '231200'].flatMap((code) =>
      product.map((name) => `${code}/2011/${name}`),
    );
    expect(shifted.sort()).toEqual(expected.sort());
  });

  it('finds Guigang and Yulin 2005 swapped, and no other swap', () => {
    const swapped = [...alarms].filter(([, codes]) => codes.has('QUALITY_SWAPPED')).map(([key]) => key);
    expect(swapped.sort()).toEqual(
      ['450800', '450900'].flatMap((code) => product.map((name) => `${code}/2005/${name}`)).sort(),
    );
  });

  it('finds Ordos 2022 carrying the totals of Inner Mongolia, in the product and every sector', () => {
    for (const name of product) expect(codesAt(`150600/2022/${name}`)).toContain('QUALITY_TOTAL');
    const reason = found.reasons.find(
      ({ at, issue }) => issue.code === 'QUALITY_TOTAL' && keyOf(at) === '150600/2022/gross_regional_product',
    );
    expect(reason?.issue.message.en).toContain('total of Inner Mongolia');
  });

  it('finds the 18 prefectures that repeat 2021, and says that there are 18', () => {
    const repeated = [...alarms].filter(
      ([key, codes]) => codes.has('QUALITY_REPEAT_YEAR') && key.includes('/2022/gross_regional_product'),
    );
    expect(repeated).toHaveLength(18);
    const reason = found.reasons.find(({ issue }) => issue.code === 'QUALITY_REPEAT_YEAR');
    expect(reason?.issue.message.en).toContain('2021, as in 18 units');
  });

  it('finds loans and deposits ten times too large', () => {
    for (const key of [
      '140800/2014/loans',
      '141100/2011/loans',
      '141100/2012/loans',
      '320800/2010/loans',
      '620900/2023/loans',
      '220300/2019/deposits',
    ]) {
      expect({ key, codes: codesAt(key) }).toEqual({
        key,
        codes: expect.arrayContaining(['QUALITY_DIGITS']),
      });
    }
  });

  it('finds the prefecture of Hainan carrying the totals of the province of that name', () => {
    const carried = [...alarms].filter(
      ([key, codes]) => codes.has('QUALITY_TOTAL') && key.startsWith('632500/'),
    );
    expect(carried.length).toBeGreaterThan(35);
  });
});

describe('measured against the list', () => {
  it('finds at least so many of each kind', () => {
    const least = {
      sector_sum: 0.99,
      spike: 0.95,
      repeated: 0.8,
      wrong_row: 0.85,
      wrong_unit_of_area: 0.99,
      duplicate: 0.5,
      homonym: 0.6,
      nonpositive: 0.8,
    };
    const figures = Object.keys(least).map((kind) => [kind, recall(kind)] as const);
    process.stderr.write(
      `recall: ${figures.map(([kind, share]) => `${kind} ${share.toFixed(2)}`).join(', ')}\n`,
    );
    for (const [kind, share] of figures)
      expect({ kind, enough: share >= least[kind as keyof typeof least] }).toEqual({ kind, enough: true });
  });

  it('raises no more false alarms than so', () => {
    const most = {
      QUALITY_SHIFTED: 0,
      QUALITY_SWAPPED: 0,
      QUALITY_TOTAL: 0.05,
      QUALITY_DIGITS: 0.15,
      QUALITY_REPEAT_YEAR: 0.05,
      QUALITY_REPEAT_ROW: 0.1,
      QUALITY_REPEAT: 0.5,
      QUALITY_SUM: 0.05,
      QUALITY_RANGE: 0.05,
      QUALITY_SPIKE: 0.4,
      QUALITY_EQUAL_UNIT: 0.75,
    };
    const figures = Object.keys(most).map((code) => [code, falseAlarms(code)] as const);
    process.stderr.write(
      `alarms unknown to the list (value, unit and year): ${figures.map(([code, one]) => `${code} ${one.alarms} ${one.value.toFixed(2)} ${one.place.toFixed(2)}`).join(', ')}\n`,
    );
    for (const [code, one] of figures)
      expect({ code, few: one.place <= most[code as keyof typeof most] }).toEqual({ code, few: true });
    expect(found.doubtful.length / columns.value.length).toBeLessThan(0.01);
  });
});

describe('a doubtful value', () => {
  const address = 'value/150600/2022/gross_regional_product';
  const flagsOf = async () => {
    const { value: panel } = await listedPanel(ws);
    const cell =
      panel.cities.indexOf(id<'city'>('cn-150600')) * panel.periods.length +
      panel.periods.indexOf(id<'period'>('2022'));
    const bits = (name: string) =>
      (panel.columns.get(id<'indicator'>(name))?.flags[cell] ?? 0) & flag.doubtful;
    return [bits('gross_regional_product'), bits('output_per_resident')];
  };

  it('is opened with its reasons in both languages, and marks what is computed from it', async () => {
    const tree = await explainNumber(ws, address);
    const remarks = tree.remarks.map(({ en }) => en).join('\n');
    expect(remarks).toContain('doubtful');
    expect(remarks).toContain('total of Inner Mongolia');
    expect(tree.remarks.map(({ zh }) => zh).join('\n')).toContain('合计');
    expect(await flagsOf()).toEqual([flag.doubtful, flag.doubtful]);
  });

  it('is used once a person accepts it, and the decision stands at the value', async () => {
    await saveDecision(
      ws,
      {
        about: address,
        kind: 'accept',
        reason: 'the bureau says so',
        document: 'letter 7',
        by: 'a planner',
      },
      asOperator,
    );
    expect(await flagsOf()).toEqual([0, 0]);
    const tree = await explainNumber(ws, address);
    expect(tree.remarks.map(({ en }) => en).join('\n')).toMatch(
      /doubt overruled by a planner on 2026-01-15, letter 7: the bureau says so/,
    );
  });
});
