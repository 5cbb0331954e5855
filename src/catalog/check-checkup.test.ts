import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { resolveCatalog } from './resolve.js';
import type { CatalogFile } from './types.js';

const root = new URL('../../catalog/', import.meta.url);
const shipped: readonly CatalogFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
const on = id<'date'>('2026-06-01');
const { value: catalog } = resolveCatalog(shipped, on);
const lists = [...catalog.checkups.values()];
const itemsOf = (name: string) => catalog.checkups.get(name)?.dimensions.flatMap(({ items }) => items) ?? [];

describe('the shipped lists of the check-up', () => {
  it('have at least 60 indicators, of which the shipped tables serve more than 20', () => {
    const indicators = new Set(lists.flatMap((one) => itemsOf(one.id).map((item) => item.indicator)));
    expect(indicators.size).toBeGreaterThanOrEqual(60);
    const computed = [...indicators].filter((name) => catalog.indicators.get(name)?.formula !== null);
    expect(computed.length).toBeGreaterThan(20);
  });

  it('have the counts of 2021 by dimension, one short of the official 65, and say so', () => {
    const list = catalog.checkups.get('national_2021');
    expect(list?.dimensions.map(({ id: name, items }) => [name, items.length])).toEqual([
      ['ecology', 15],
      ['health', 9],
      ['safety', 7],
      ['transport', 6],
      ['character', 6],
      ['order', 5],
      ['inclusion', 5],
      ['innovation', 11],
    ]);
    expect([itemsOf('national_2021').length, list?.officialCount]).toEqual([64, 65]);
    expect(list?.note?.en).toMatch(/One of the 65/);
  });

  it('mark as read only the eight definitions that were read, and give a bound only where one was', () => {
    const read = itemsOf('national_2021').filter((item) => item.mark === 'V');
    expect(read).toHaveLength(8);
    for (const item of read) expect(catalog.indicators.get(item.indicator)?.note?.en).toMatch(/\S/);
    const asked = new Set(lists.flatMap((one) => itemsOf(one.id).map((item) => item.indicator)));
    const bounds = [...asked].flatMap((name) => {
      const target = catalog.lights.get(name)?.target;
      return target?.reference === 'checkup-notes-2021' ? [[name, target.green, target.mark]] : [];
    });
    expect(bounds.sort()).toEqual([
      ['green_building_share', 1, 'V'],
      ['largest_cluster_size', 50_000_000, 'V'],
      ['sewage_collection', 0.7, 'V'],
    ]);
  });

  it('say who keeps each figure and the form that fills it', () => {
    for (const list of lists) {
      for (const item of itemsOf(list.id)) {
        expect(item.source.zh).toMatch(/\p{Script=Han}/u);
        expect(catalog.layouts.has(item.form)).toBe(true);
      }
    }
  });

  it('have a question for what people can judge, each leading to indicators of the lists', () => {
    const asked = new Set(lists.flatMap((one) => itemsOf(one.id).map((item) => item.indicator)));
    expect(catalog.surveyItems.size).toBeGreaterThan(20);
    const beside = [...catalog.surveyItems.values()].flatMap((one) =>
      one.indicators.filter((name) => !asked.has(name)).map((name) => `${one.id}: ${name}`),
    );
    expect(beside).toEqual([]);
  });
});

describe('faults of lists and questions', () => {
  const faults = (path: string, change: (text: string) => string) => {
    const files = shipped.map((file) => (file.path === path ? { path, text: change(file.text) } : file));
    expect(files).not.toEqual(shipped);
    return resolveCatalog(files, on).issues.map((one) => `${one.code} ${one.where}: ${one.message.en}`);
  };
  const list = 'checkup/national_2021.yaml';

  it.each([
    [list, 'id: park_coverage,', 'id: park_covrage,', /CATALOG_ID_UNKNOWN .*national_2021.*park_covrage/],
    [list, 'id: park_coverage,', 'id: noise_compliance,', /CATALOG_ID_DUPLICATE .*noise_compliance/],
    [list, 'park_coverage, source: gb', 'park_coverage, source: zz', /CATALOG_VALUE .*zz/],
    [list, 'park_coverage, source', 'park_coverage, form: fax, source', /CATALOG_ID_UNKNOWN .*fax/],
    ['survey/residents.yaml', 'aliases: [空气]', 'aliases: [停车]', /CATALOG_ID_DUPLICATE .*停车/],
    ['survey/residents.yaml', '[good_air_days_share]', '[good_air]', /CATALOG_ID_UNKNOWN .*good_air/],
    [
      'lights/checkup.yaml',
      'park_coverage: {',
      'development_intensity: {target: {green: 1, red: 1, reference: project-rules, mark: D}, peers: false}\npark_coverage: {',
      /CATALOG_RANGE .*development_intensity/,
    ],
  ])('%s with %s as %s', (path, from, to, message) => {
    expect(faults(path, (text) => text.replace(from, to)).join('\n')).toMatch(message);
  });
});
