import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phaseOutFen, supportStage } from './terms.js';

const terms = { first: 4, extension: 5, phaseOut: [0.75, 0.5, 0.25] };

describe('supportStage', () => {
  it.each([
    [2007, null, { stage: 'before' }],
    [2008, null, { stage: 'first-term' }],
    [2011, null, { stage: 'first-term' }],
    [2012, null, { stage: 'extension' }],
    [2016, null, { stage: 'extension' }],
    [2017, null, { stage: 'terms-over' }],
    [2011, 2011, { stage: 'first-term' }],
    [2012, 2011, { stage: 'phase-out', year: 1, share: 0.75 }],
    [2013, 2011, { stage: 'phase-out', year: 2, share: 0.5 }],
    [2014, 2011, { stage: 'phase-out', year: 3, share: 0.25 }],
    [2015, 2011, { stage: 'ended' }],
    [2016, 2016, { stage: 'extension' }],
    [2017, 2016, { stage: 'phase-out', year: 1, share: 0.75 }],
  ])('%i, judged successful in %s', (year, successful, stage) => {
    expect(supportStage({ start: 2008, successful }, year, terms)).toEqual(stage);
  });
});

describe('phaseOutFen', () => {
  it('is rounded up, but not for the noise of a product', () => {
    expect(phaseOutFen(101, 0.75)).toBe(76);
    expect(phaseOutFen(30, 0.1)).toBe(3);
    expect(phaseOutFen(0, 0.5)).toBe(0);
  });

  it('is never below the schedule, and less than a fen above it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom(0.75, 0.5, 0.25), (base, share) => {
        const paid = phaseOutFen(base, share);
        expect(paid).toBeGreaterThanOrEqual(base * share);
        expect(paid - base * share).toBeLessThan(1);
      }),
      { seed: 53 },
    );
  });
});
