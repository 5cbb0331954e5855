import { expect, it } from 'vitest';
import { elementMeans, missingCsv, segmentsCsv, worstFirst } from './tables.js';
import type { Planned, Scored } from './use-disorder.js';

const word = { en: '', zh: '' };
const segment = (name: string, score: number | null, litter: number | null, lengthM: number | null) => ({
  segment: name,
  score,
  dimensions: { greening: litter },
  elements: { litter },
  images: 1,
  coverage: litter === null ? 0 : 1,
  lengthM,
  above: null,
});
const scored = (byLength: boolean) =>
  ({
    segments: [
      segment('a', 0, 0, 300),
      segment('b', null, null, 900),
      segment('c', 1, 1, 100),
      segment('d', 0.5, 0.5, null),
    ],
    city: { byLength },
    words: {
      label: word,
      dimensions: [{ id: 'greening', label: word }],
      elements: [
        { id: 'litter', dimension: 'greening', label: word },
        { id: 'soil', dimension: 'greening', label: word },
      ],
    },
  }) as unknown as Scored;

it('elements count as segments do in the city; what nobody judged is missing', () => {
  // (300 · 0 + 100 · 1) ÷ 400; d has no length.
  expect(elementMeans(scored(true))).toEqual([
    { id: 'litter', dimension: 'greening', share: 0.25, judged: 3, seen: 2 },
    { id: 'soil', dimension: 'greening', share: null, judged: 0, seen: 0 },
  ]);
  expect(elementMeans(scored(false))[0]?.share).toBe(0.5);
});

it('the worst segment is first, one without score last', () => {
  const names = (by: string) => worstFirst(scored(true).segments, by).map((one) => one.segment);
  expect(names('score')).toEqual(['c', 'd', 'a', 'b']);
  expect(names('greening')).toEqual(['c', 'd', 'a', 'b']);
});

it('missing is an empty cell', () => {
  const rows = segmentsCsv(scored(true)).split('\r\n');
  expect(rows[0]).toBe('segment,score,greening,litter,soil,images,coverage,length_m,above');
  expect(rows[2]).toBe('b,,,,,1,0,900,');
});

it('lists only pictures that are still to be taken', () => {
  const place = { street: 's', atM: 25, lon: 1, lat: 2, headings: [10, 100, 190, 280], pictures: 1 };
  const plan = {
    places: [
      { ...place, missing: [] },
      { ...place, missing: ['right', 'left'] },
    ],
  };
  expect(
    missingCsv(plan as unknown as Planned)
      .trim()
      .split('\r\n')
      .slice(1),
  ).toEqual(['2,s,25,1,2,100,right', '2,s,25,1,2,280,left']);
});
