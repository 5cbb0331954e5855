import { describe, expect, it } from 'vitest';
import { checkSidecar } from './sidecar.js';

const text = { en: 'e', zh: 'z' };
const good = {
  title: text,
  file: 'tables/t.csv',
  sha256: 'a'.repeat(64),
  rows: 3,
  codes: 2010,
  boundary: text,
  source: {
    repository: 'r',
    path: 'p',
    commit: 1234567,
    primary: text,
    licence: 'MIT',
    licence_file: 'l.txt',
  },
  columns: { pop: { indicator: 'population', unit: 'person', note: text } },
  checks: [{ what: text, found: 3, expected: 3 }],
};

describe('checkSidecar', () => {
  it('gives the description its types', () => {
    const sidecar = checkSidecar(good, 'tables/census_2010.yaml');
    expect(sidecar).toMatchObject({ id: 'census_2010', kind: 'panel', codes: '2010', rows: 3 });
    expect(sidecar.source).toMatchObject({ commit: '1234567', licenceFile: 'l.txt' });
    expect(sidecar.columns.get('pop')).toEqual({ indicator: 'population', unit: 'person', note: text });
    expect(sidecar.checks).toHaveLength(1);
  });

  it('needs neither columns nor codes for a matrix', () => {
    const { columns: _, codes: __, ...rest } = good;
    expect(checkSidecar({ ...rest, kind: 'matrix' }, 'io.yaml')).toMatchObject({ kind: 'matrix', codes: '' });
    expect(() => checkSidecar(rest, 'io.yaml')).toThrow('codes');
  });

  it.each([
    ['title', { title: 'one language' }],
    ['title.zh', { title: { en: 'e' } }],
    ['sha256', { sha256: 'abc' }],
    ['rows', { rows: 2.5 }],
    ['rows', { rows: '3' }],
    ['kind', { kind: 'cube' }],
    ['source.licence', { source: { ...good.source, licence: '' } }],
    ['columns', { columns: {} }],
    ['columns.pop.unit', { columns: { pop: { indicator: 'population' } } }],
    ['columns.b', { columns: { a: { indicator: 'x', unit: 'u' }, b: { indicator: 'x', unit: 'u' } } }],
    ['checks 1.found', { checks: [{ what: text, found: 'three', expected: 3 }] }],
  ])('names the field %s', (field, change) => {
    expect(() => checkSidecar({ ...good, ...change }, 't.yaml')).toThrow(`t.yaml: ${field}`);
  });

  it('refuses what is no description', () => {
    expect(() => checkSidecar(null, 't.yaml')).toThrow('t.yaml');
    expect(() => checkSidecar(['x'], 't.yaml')).toThrow('fields');
  });
});
