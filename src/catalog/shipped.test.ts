import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { describeCondition, describeFormula } from './describe.js';
import { overlayFrom, overlayNames } from './overlays.js';
import { expectCatalog, resolveCatalog } from './resolve.js';
import type { CatalogFile, IndexBranch } from './types.js';
import { displayOf, unitByAlias } from './units.js';

const root = new URL('../../catalog/', import.meta.url);
const files: readonly CatalogFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
const on = id<'date'>('2026-06-01');
const checked = resolveCatalog(files, on);
const catalog = checked.value;

describe('the shipped catalog', () => {
  it('has no faults and no warnings in the year after its confirmation', () => {
    expect(checked.issues.map((one) => one.message.en)).toEqual([]);
    expect(expectCatalog(checked)).toBe(catalog);
  });

  it('has at least 45 computed indicators, each with words for its formula in both languages', () => {
    expect(catalog.computed.length).toBeGreaterThanOrEqual(45);
    for (const name of catalog.computed) {
      const one = catalog.indicators.get(name);
      if (!one) throw new Error(name);
      for (const language of ['zh', 'en'] as const) {
        expect(describeFormula(one, catalog, language)).not.toMatch(/^$|undefined|\{|_/);
      }
    }
  });

  it('says every condition without ids', () => {
    for (const one of catalog.problems.values()) {
      expect(describeCondition(one.when, catalog, 'zh')).not.toMatch(/[a-z]_[a-z]/);
    }
    expect(catalog.problems.size).toBeGreaterThanOrEqual(12);
  });

  it('has a light for every computed indicator of a direction, and for no other', () => {
    const directed = [...catalog.indicators.values()].filter((one) => ['more', 'less'].includes(one.better));
    const lit = new Set<string>(catalog.lights.keys());
    const without = directed.map((one) => one.id).filter((name) => !lit.has(name));
    expect(without).toEqual([]);
    for (const name of lit) expect(directed.map((one) => one.id)).toContain(name);
  });

  it('compares in its indices only what has a direction', () => {
    for (const index of catalog.indices.values()) {
      for (const branch of index.of as readonly IndexBranch[]) {
        for (const leaf of branch.of) {
          const one = 'indicator' in leaf ? catalog.indicators.get(leaf.indicator) : undefined;
          expect(['more', 'less']).toContain(one?.better);
        }
      }
    }
  });

  it('keeps sample counts inside shares of the sample, or says that their growth is one of samples', () => {
    const unitOf = (name: string) => catalog.indicators.get(id<'indicator'>(name))?.unit;
    for (const name of catalog.computed) {
      const formula = catalog.indicators.get(name)?.formula;
      const units = new Set(formula?.of.map(unitOf));
      if (!units.has(id<'unit'>('sample_person')) && !units.has(id<'unit'>('sample_household'))) continue;
      expect({ name, units: units.size }).toEqual({ name, units: 1 });
      if (formula?.op !== 'growth') continue;
      // Both censuses asked about one household in ten, so that a growth has a meaning, but only with these words.
      const { note, mark } = catalog.indicators.get(name) ?? {};
      expect({ name, mark, en: note?.en, zh: note?.zh }).toEqual({
        name,
        mark: 'D',
        en: expect.stringContaining('not raised to all people'),
        zh: expect.stringContaining('未推算到全体'),
      });
    }
  });

  it('knows the words for units that tables use', () => {
    const words = {
      '100 million yuan': '100_million_cny',
      '10 thousand persons': '10_thousand_person',
      'million US dollars': 'million_usd',
      '100 million yuan at 2000 prices': '100_million_cny_2000',
      'previous year = 100': 'previous_year_100',
      '2000 = 1': 'ratio',
      'm2 per person': 'm2_per_person',
      Mt: 'Mt',
      km2: 'km2',
      亿元: '100_million_cny',
      万元: '10_thousand_cny',
      万人: '10_thousand_person',
      平方公里: 'km2',
      '％': 'percent',
      吨: 't',
    };
    const found = Object.keys(words).map((word) => [word, unitByAlias(word, catalog)]);
    expect(Object.fromEntries(found)).toEqual(words);
  });

  it('shows shares in percent and money in units that fit', () => {
    const shown = (unit: string) => displayOf(id<'unit'>(unit), catalog).unit;
    expect(shown('share')).toBe('percent');
    expect(shown('CNY')).toBe('100_million_cny');
    expect(shown('bed_per_person')).toBe('bed_per_1000_person');
  });

  it.each([...overlayNames(files)])('overlay %s has no faults and changes something', (name) => {
    const overlay = overlayFrom(files, name);
    if (!overlay) throw new Error(name);
    const laid = resolveCatalog(files, on, [overlay]);
    expect(laid.issues).toEqual([]);
    expect({ ...laid.value, hash: '', overlays: [] }).not.toEqual({ ...catalog, hash: '', overlays: [] });
  });

  it('names its schema in the first line of every file', () => {
    const without = files.filter(({ path, text }) => {
      const up = '../'.repeat(path.split('/').length);
      const line = new RegExp(`^# yaml-language-server: \\$schema=${up}schemas/[a-z_]+\\.json\n`);
      return !line.test(text);
    });
    expect(without.map((file) => file.path)).toEqual([]);
  });
});
