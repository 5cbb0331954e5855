import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computeIndicators, formulaMethods } from '../src/assess/index.js';
import { type IndicatorId, id, toInside } from '../src/base/index.js';
import {
  type Catalog,
  type CatalogCase,
  type CatalogFile,
  expectCatalog,
  methodRules,
  readCases,
  resolveCatalog,
} from '../src/catalog/index.js';
import type { Column, Panel } from '../src/observe/index.js';

/** Runs `catalog/cases` of the shipped pack and of the examples: tests that a planner can read and write. */
const packs = ['../catalog/', '../examples/three-places/catalog/'];

const here = id<'city'>('case-city');
const country = id<'city'>('case-country');

describe.each(packs)('cases of %s', (folder) => {
  const files = readFolder(new URL(folder, import.meta.url));
  const catalog = expectCatalog(resolveCatalog(files, id<'date'>('2026-06-01')));
  const { value: cases, issues } = readCases(files, catalog);

  it('are readable and use known indicators', () => {
    expect(issues.map((one) => one.message.en)).toEqual([]);
  });

  it.each(cases.map((one) => [`${one.file}: ${one.name}`, one] as const))('%s', (_name, one) => {
    const panel = computeIndicators(panelOf(one, catalog), catalog, { country });
    const at = panel.periods.indexOf(id<'period'>(one.period));
    const found = Object.keys(one.output).map((name) => {
      const value = panel.columns.get(id<'indicator'>(name))?.values[at] ?? Number.NaN;
      return [name, rounded(value)] as const;
    });
    const expected = Object.entries(one.output).map(([name, value]) => [name, rounded(toInside(value))]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });
});

/** Twelve digits: what two ways of computing the same share; `NaN` for missing. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

describe('the shipped cases', () => {
  it('speak of at least 15 computed indicators', () => {
    const files = readFolder(new URL('../catalog/', import.meta.url));
    const catalog = expectCatalog(resolveCatalog(files, id<'date'>('2026-06-01')));
    const computed = new Set<string>(catalog.computed);
    const tested = readCases(files, catalog).value.flatMap((one) => Object.keys(one.output));
    expect(new Set(tested.filter((name) => computed.has(name))).size).toBeGreaterThanOrEqual(15);
  });
});

describe('methods', () => {
  it('that the catalog knows are those that are registered', () => {
    expect([...methodRules.keys()].sort()).toEqual([...formulaMethods.keys()].sort());
  });
});

function readFolder(root: URL): readonly CatalogFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

/** A panel with the case's city and the country; what a case does not name is missing. */
function panelOf(one: CatalogCase, catalog: Catalog): Panel {
  const periods = [...new Set([...Object.keys(one.earlier), one.period])].sort();
  const columns = new Map<IndicatorId, Column>();
  const groups = [one.input, one.country, ...Object.values(one.earlier)];
  for (const name of new Set(groups.flatMap((group) => Object.keys(group)))) {
    const key = id<'indicator'>(name);
    const unit = catalog.indicators.get(key)?.unit;
    if (unit === undefined) throw new Error(name);
    const own = periods.map((period) => (period === one.period ? one.input : one.earlier[period])?.[name]);
    const whole = periods.map((period) => (period === one.period ? one.country[name] : undefined));
    const values = Float64Array.from([...own, ...whole], toInside);
    columns.set(key, {
      unit,
      values,
      origin: new Uint16Array(values.length),
      flags: new Uint8Array(values.length),
    });
  }
  return { cities: [here, country], periods: periods.map((one) => id<'period'>(one)), origins: [], columns };
}
