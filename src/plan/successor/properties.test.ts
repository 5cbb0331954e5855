import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  type Gate,
  type SuccessorCriterion,
  type SuccessorWeights,
  successorCriteria,
  successorsOf,
} from './index.js';

/** What holds for every list of candidates. */

const burdens: readonly SuccessorCriterion[] = ['carbon', 'water'];
const figure = fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constant(Number.NaN));
const gate = fc.record({
  name: fc.constantFrom('water', 'land', 'city_size'),
  needs: figure,
  has: figure,
  sense: fc.constantFrom('least', 'most'),
}) as fc.Arbitrary<Gate>;
const figures = fc.record(
  Object.fromEntries(successorCriteria.map((name) => [name, figure])),
) as unknown as fc.Arbitrary<Candidate['figures']>;
const candidates = fc
  .array(fc.record({ figures, gates: fc.array(gate, { maxLength: 3 }), controlled: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((list) => list.map((one, at): Candidate => ({ ...one, activity: `activity ${at}` })));
const weights = fc.record(
  Object.fromEntries(successorCriteria.map((name) => [name, fc.double({ min: 0.1, max: 5, noNaN: true })])),
) as unknown as fc.Arbitrary<SuccessorWeights>;

const runs = { numRuns: 150, seed: 3 };

describe('successors of any list', () => {
  it('with a shut gate are never eligible, whatever weights say, and stand behind all others', () => {
    fc.assert(
      fc.property(candidates, weights, (list, given) => {
        const found = successorsOf(list, given, 1);
        const states = found.map(({ state }) => state);
        const order = ['eligible', 'conditional', 'shut'];
        expect(states.map((one) => order.indexOf(one))).toEqual(
          states.map((one) => order.indexOf(one)).toSorted((a, b) => a - b),
        );
        for (const { gates, state } of found) {
          const missed = gates.some(({ needs, has, sense }) =>
            sense === 'least' ? has < needs : has > needs,
          );
          const dark = gates.some(({ needs, has }) => Number.isNaN(needs) || Number.isNaN(has));
          expect(state).toBe(missed ? 'shut' : dark ? 'conditional' : 'eligible');
        }
      }),
      runs,
    );
  });

  it('move towards a criterion whose weight is raised', () => {
    fc.assert(
      fc.property(candidates, weights, fc.constantFrom(...successorCriteria), (list, given, name) => {
        const before = successorsOf(list, given, 1);
        const after = successorsOf(list, { ...given, [name]: given[name] * 3 }, 1);
        for (const one of before) {
          const other = after.find(({ activity }) => activity === one.activity);
          if (Number.isNaN(one.parts[name])) {
            // Nothing is known of it: its weight lies on the others as before.
            if (Number.isNaN(one.score)) expect(other?.score).toBeNaN();
            else expect(other?.score).toBeCloseTo(one.score, 9);
            continue;
          }
          const used = successorCriteria.reduce(
            (sum, each) => sum + (Number.isNaN(one.parts[each]) ? 0 : given[each]),
            0,
          );
          const value = (one.parts[name] * used) / given[name];
          const [low, high] = [Math.min(one.score, value), Math.max(one.score, value)];
          expect(other?.score).toBeGreaterThanOrEqual(low - 1e-9);
          expect(other?.score).toBeLessThanOrEqual(high + 1e-9);
          expect(Math.abs(value - (other?.score as number))).toBeLessThanOrEqual(
            Math.abs(value - one.score) + 1e-9,
          );
        }
      }),
      runs,
    );
  });

  it('take what is missing for missing and never for 0', () => {
    fc.assert(
      fc.property(candidates, weights, fc.constantFrom(...successorCriteria), (list, given, name) => {
        const blank = list.map((one) => ({ ...one, figures: { ...one.figures, [name]: Number.NaN } }));
        const dark = successorsOf(blank, given, 1);
        const without = successorsOf(blank, { ...given, [name]: 0 }, 1);
        for (const one of dark) {
          expect(one.parts[name]).toBeNaN();
          const other = without.find(({ activity }) => activity === one.activity);
          if (Number.isNaN(one.score)) expect(other?.score).toBeNaN();
          else expect(other?.score).toBeCloseTo(one.score, 9);
          if (name === 'carbon') expect(one.stranded).toBe(one.stranded === true ? true : null);
        }
      }),
      runs,
    );
  });

  it('score between −1 and 1, and burdens never speak for them', () => {
    fc.assert(
      fc.property(candidates, weights, (list, given) => {
        for (const { score, parts, known } of successorsOf(list, given, 1)) {
          if (!Number.isNaN(score)) expect(Math.abs(score)).toBeLessThanOrEqual(1 + 1e-9);
          for (const name of successorCriteria) {
            if (Number.isNaN(parts[name])) continue;
            expect(parts[name] * (burdens.includes(name) ? -1 : 1)).toBeGreaterThanOrEqual(0);
          }
          expect(known >= 0 && known <= 1 + 1e-12).toBe(true);
        }
      }),
      runs,
    );
  });
});
