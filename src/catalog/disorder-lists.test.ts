import { describe, expect, it } from 'vitest';
import { places, resolveSample } from './testing/sample.js';
import type { Overlay } from './types.js';

const list = `label: {en: Streets, zh: 街道}
from: 2020-09-01
join: max
dimensions:
  road: {label: {en: Road, zh: 道路}}
elements:
  hole: {dimension: road, label: {en: Hole, zh: 坑}, shares: [road], mark: M}
references: [rules]
mark: D
`;

const overlay = (text: string): Overlay => ({
  name: 'local',
  files: [
    { path: 'overlay.yaml', text: 'by: City office\non: 2026-02-01\nwhy: {en: local, zh: 地方}\n' },
    { path: 'disorder/streets.yaml', text },
  ],
});

describe('lists of elements of street disorder', () => {
  it('are read with their dimensions', () => {
    const { value, issues } = resolveSample({ 'disorder/streets.yaml': list });
    expect(issues).toEqual([]);
    expect(value.disorderLists?.get('streets')).toMatchObject({
      from: '2020-09-01',
      join: 'max',
      dimensions: [{ id: 'road' }],
      elements: [{ id: 'hole', dimension: 'road', shares: ['road'], note: null, mark: 'M' }],
    });
  });

  it('take elements from an overlay, which may also take some out', () => {
    const more = `join: mean
elements:
  hole: {use: false}
  dust: {dimension: road, label: {en: Dust, zh: 扬尘}, mark: D}
`;
    const { value, issues } = resolveSample({ 'disorder/streets.yaml': list }, [overlay(more)]);
    expect(issues).toEqual([]);
    expect(value.disorderLists?.get('streets')).toMatchObject({ join: 'mean', elements: [{ id: 'dust' }] });
  });

  it('refuse an element of no dimension, a dimension without elements, an unknown reference and key', () => {
    const wrong = list
      .replace('dimension: road', 'dimension: rode')
      .replace('references: [rules]', 'references: [nowhere]');
    const { issues } = resolveSample({ 'disorder/streets.yaml': wrong });
    expect(places(issues)).toEqual(
      expect.arrayContaining([expect.stringContaining('disorder/streets.yaml')]),
    );
    expect(issues.map(({ code }) => code).toSorted()).toEqual([
      'CATALOG_ID_UNKNOWN',
      'CATALOG_VALUE',
      'CATALOG_VALUE',
    ]);
    const unknown = resolveSample({ 'disorder/streets.yaml': list.replace('join: max', 'join: sum') });
    expect(unknown.issues.map(({ code }) => code)).toEqual(['CATALOG_VALUE']);
  });
});
