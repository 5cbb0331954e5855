import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { madeTown } from './made-town.js';

const cells = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((row) => row.split(','));

it('is the same town for the same seed, and another for another', () => {
  expect(madeTown(3)).toEqual(madeTown(3));
  expect(madeTown(3).scores).not.toBe(madeTown(4).scores);
});

it('uses elements of the shipped list, leaves streets without pictures, and cells without judgement', () => {
  const { elements } = parse(readFileSync('catalog/disorder/streets.yaml', 'utf8')) as { elements: object };
  const { scores, streets, reference, taken } = madeTown(1);
  const rows = cells(scores).slice(1);
  for (const [, , element] of [...rows, ...cells(reference).slice(1)])
    expect(Object.keys(elements)).toContain(element);
  const { features } = JSON.parse(streets) as { features: { id: string }[] };
  const judged = new Set(rows.map(([, segment]) => segment));
  expect(features.length - judged.size).toBe(2);
  expect(new Set(rows.map(([, , , present]) => present))).toEqual(new Set(['', '0', '1']));
  expect(new Set(rows.map(([, , , , auditor]) => auditor))).toEqual(new Set(['A', 'B']));
  expect(
    new Set(
      cells(reference)
        .slice(1)
        .map(([, , , , auditor]) => auditor),
    ),
  ).toEqual(new Set(['A']));
  expect(cells(taken)[0]).toEqual(['lon', 'lat', 'heading', 'month', 'hour']);
});
