import { describe, expect, it } from 'vitest';
import { presenceOf } from './presence.js';
import { cityDisorder, segmentScores, shareAbove } from './score.js';
import type { Sighting } from './types.js';

const no = Number.NaN;
const elements = [
  { id: 'litter', dimension: 'greening' },
  { id: 'soil', dimension: 'greening' },
  { id: 'surface', dimension: 'road' },
];
const seen = (segment: string, image: string, element: string, present: number, auditor = ''): Sighting => ({
  segment,
  image,
  element,
  auditor,
  present,
});

describe('presence of elements', () => {
  it('is pictures with the element ÷ pictures judged, by hand', () => {
    const found = presenceOf(
      [
        seen('s', '1', 'litter', 1),
        seen('s', '2', 'litter', 0),
        seen('s', '3', 'litter', no),
        seen('s', '1', 'surface', 1, 'a'),
        seen('s', '1', 'surface', 0, 'b'),
        seen('s', '1', 'unknown', 1),
      ],
      elements,
    );
    expect([...found.share]).toEqual([0.5, no, 0.5]);
    expect([...found.judged]).toEqual([2, 0, 1]);
    expect([...found.images]).toEqual([3]);
  });
});

describe('scores of segments', () => {
  const presence = presenceOf(
    [
      seen('s', '1', 'litter', 1),
      seen('s', '1', 'soil', 0),
      seen('s', '1', 'surface', 0),
      seen('t', '2', 'litter', 1),
      seen('t', '2', 'surface', no),
      seen('u', '3', 'soil', no),
    ],
    elements,
  );

  it('take the worst element of a dimension or their mean, and the mean of dimensions', () => {
    expect([...segmentScores(presence, 'max').score]).toEqual([0.5, 1, no]);
    expect([...segmentScores(presence, 'mean').score]).toEqual([0.25, 1, no]);
  });

  it('leave a dimension out that nobody judged, and say so', () => {
    const { profile, coverage } = segmentScores(presence, 'max');
    expect([...profile]).toEqual([1, 0, 1, no, no, no]);
    expect([...coverage]).toEqual([1, 0.5, 0]);
    expect([...segmentScores(presence, 'max', 0.6).score]).toEqual([0.5, no, no]);
  });

  it('make a city by length; segments without score or length take no part', () => {
    const scores = segmentScores(presence, 'max');
    const city = cityDisorder(scores, Float64Array.of(300, 100, 600));
    expect(city.score).toBeCloseTo((300 * 0.5 + 100) / 400, 12);
    expect(city.lengthM).toBe(400);
    expect([...city.profile]).toEqual([1, 0]);
    expect(cityDisorder(scores, Float64Array.of(0, 0, 1)).score).toBeNaN();
  });

  it('count the length above a quantile of another city', () => {
    const reference = Float64Array.of(0, 0.2, 0.4, 0.6, no);
    // Of 0, 0.2, 0.4, 0.6 the quantile 0.75 is 0.45.
    const found = shareAbove(
      Float64Array.of(0.5, 0.4, no, 0.9),
      Float64Array.of(1, 1, 5, 2),
      reference,
      0.75,
    );
    expect(found.threshold).toBeCloseTo(0.45, 12);
    expect(found.share).toBeCloseTo(3 / 4, 12);
    // The threshold itself is not above it.
    expect(shareAbove(Float64Array.of(1, 2), Float64Array.of(1, 1), Float64Array.of(1), 0.75).share).toBe(
      0.5,
    );
    expect(shareAbove(Float64Array.of(1), Float64Array.of(1), Float64Array.of(no), 0.75).share).toBeNaN();
  });
});
