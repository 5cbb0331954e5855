import { coverageOf, type ItemStanding } from '../../src/assess/checkup-lists/index.js';
import { type AllJudgements, combineAll } from '../../src/assess/combine-lights.js';
import type { Light } from '../../src/assess/index.js';
import { recheckLight } from '../../src/assess/ledger/index.js';
import { peopleLight, wilsonInterval } from '../../src/assess/survey/index.js';
import type { Examples } from './example.js';

interface Item {
  readonly value: number | null;
  readonly light: Light;
  readonly people?: Light;
}

function standing({ value, light, people = 'none' }: Item): ItemStanding {
  const state =
    value === null
      ? people === 'none'
        ? 'missing'
        : 'people_only'
      : light === 'none'
        ? 'measured'
        : 'judged';
  return {
    value: value ?? Number.NaN,
    state,
    mark: 'D',
    judgement: { final: light, people },
  } as unknown as ItemStanding;
}

/** Examples of the pages in docs/methods/checkup/. */
export const checkupExamples: Examples = {
  'checkup.together': (given) => combineAll(given as unknown as AllJudgements),
  'checkup.wilson': ({ count, of, confidence }) => {
    const { low, mid, high } = wilsonInterval(Number(count), Number(of), Number(confidence));
    return { low, mid, high };
  },
  'checkup.people': ({ asked, satisfied, dissatisfied }) => {
    const counts = { asked: Number(asked), satisfied: Number(satisfied), dissatisfied: Number(dissatisfied) };
    const found = peopleLight(counts, { majority: 0.5, confidence: 0.95 });
    return { light: found.light, satisfied: found.satisfied.mid, discontentLow: found.discontent.low };
  },
  'checkup.coverage': ({ items }) => {
    const { lights, verified: _verified, ...counts } = coverageOf((items as Item[]).map(standing));
    return { ...counts, red: lights.red, yellow: lights.yellow, none: lights.none };
  },
  'checkup.recheck': ({ before, after, broken }) =>
    recheckLight(before as Light, after as Light, broken === true),
};
