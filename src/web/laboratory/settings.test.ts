import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alternatives,
  choices,
  colourings,
  isChanged,
  queryOf,
  type Settings,
  type Step,
  settingsOf,
  usualSettings,
} from './settings.js';

/** The state after it went through an address. */
function through(settings: Settings): Settings {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(queryOf(settings))) if (value !== null) query.set(key, value);
  return settingsOf(new URLSearchParams(query.toString()));
}

const steps = fc.record(
  Object.fromEntries(
    Object.entries(choices).map(([step, words]) => [step, fc.constantFrom(...(words as readonly string[]))]),
  ),
) as unknown as fc.Arbitrary<Settings['steps']>;
const codes = fc.string({
  minLength: 1,
  maxLength: 12,
  unit: fc.constantFrom('a', 'B', '.', '_', ',', ':', '%', '2', 'C', ' ', '+', '&', '人'),
});
const anySettings: fc.Arbitrary<Settings> = fc.record({
  index: fc.constantFrom('people_work', 'own', null),
  period: fc.constantFrom('2020', null),
  steps,
  weights: fc
    .array(fc.tuple(codes, fc.double({ min: 0, max: 1, noNaN: true })))
    .map((pairs) => new Map(pairs.map(([code, share]) => [code, share + 0]))),
  locked: fc.array(codes).map((list) => new Set(list)),
  spread: fc.constantFrom(0, 0.25, 0.3, 1),
  vary: fc.subarray([...alternatives]).map((list) => new Set(list)),
  runs: fc.integer({ min: 0, max: 20_000 }),
  seed: fc.integer({ min: 0, max: 4_294_967_295 }),
  top: fc.integer({ min: 1, max: 300 }),
  chosen: fc.constantFrom('cn-230400', null),
  colour: fc.constantFrom(...colourings),
  influence: fc.boolean(),
});

describe('the state in the address', () => {
  it('comes back as it was, whatever the codes of the tables are', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(through(settings)).toEqual(settings);
      }),
    );
  });

  it('is empty for the usual state', () => {
    expect(Object.values(queryOf(usualSettings)).every((value) => value === null)).toBe(true);
  });

  it('keeps what is usual in place of what it does not know', () => {
    const query = new URLSearchParams('normalise=magic&runs=many&seed=-5&spread=7&w=a:2,b,:0.5&colour=blue');
    const settings = settingsOf(query);
    expect(settings).toEqual({ ...usualSettings, seed: 0, spread: 1 });
  });
});

describe('a changed index', () => {
  const set = (step: Step, choice: string): Settings => ({
    ...usualSettings,
    steps: { ...usualSettings.steps, [step]: choice } as Settings['steps'],
  });

  it('is one whose scores are made otherwise', () => {
    expect(isChanged(usualSettings)).toBe(false);
    const looked: Settings = { ...usualSettings, spread: 1, seed: 3, vary: new Set(['normalise']) };
    expect(isChanged(looked)).toBe(false);
    expect(isChanged(set('scope', 'whole'))).toBe(false);
    expect(isChanged(set('weigh', 'moved'))).toBe(false);
    expect(isChanged({ ...set('weigh', 'moved'), weights: new Map([['a', 1]]) })).toBe(true);
    expect(isChanged(set('coverage', '0'))).toBe(true);
  });
});
