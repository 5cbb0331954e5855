import type { ResultInput } from '../../assess/index.js';
import { type Amounts, ends, own, ownSum, reference, referenceSum } from './amounts.js';
import { escaped } from './prefix.js';
import { type At, endWords, type NumberRule, type Words } from './rule.js';

const shift = 'jobs/shift-share';

/**
 * Quotients and shift-share of activities, of a place of the workspace or of a table.
 *
 * @param prefix path of an activity in the row; empty where the row is the activity
 * @param activity of the row where the path does not name one
 */
export function activityRules(amounts: Amounts, prefix: string, activity = ''): readonly NumberRule[] {
  const nameOf = (at: At) => at.activity ?? activity;
  const labelled = (at: At, en: string, zh: string): Words => {
    const [nameEn, nameZh] = amounts.labelOf(nameOf(at));
    return [`${en}: ${nameEn}`, `${zh}：${nameZh}`];
  };
  const below = (at: At, name: string) =>
    prefix === '' ? `./${name}` : `./${prefix.replace('{activity}', escaped(nameOf(at)))}${name}`;
  const part = (
    name: string,
    en: string,
    zh: string,
    how: Words,
    inputs: NumberRule['inputs'],
  ): NumberRule => ({
    path: prefix + name,
    label: (at) => labelled(at, en, zh),
    unit: amounts.unit,
    how,
    method: shift,
    inputs,
  });
  return [
    ...ends.map(
      (end): NumberRule => ({
        path: `${prefix}quotient${end === 'first' ? 'First' : 'Last'}`,
        label: (at) => labelled(at, `Location quotient ${endWords[end]?.[0]}`, `${endWords[end]?.[1]}区位商`),
        unit: 'ratio',
        how: ['(jobs ÷ all jobs) ÷ (the same of the reference)', '（该业 ÷ 全部就业）÷ 参照同比'],
        method: 'location_quotient',
        inputs: (at) => quotientInputs(amounts, nameOf(at), end),
      }),
    ),
    part(
      'national',
      'As all jobs of the reference grew',
      '随参照整体增长',
      ['L₀ · g_N', 'L₀ · g_N'],
      (at) => [
        own(amounts, nameOf(at), 'first'),
        referenceSum(amounts, 'first'),
        referenceSum(amounts, 'last'),
      ],
    ),
    part(
      'mix',
      'By the mix of activities',
      '结构分量',
      ['L₀ · (g_kN − g_N); parts are told together or not at all', 'L₀ ·（g_kN − g_N）；各分量须俱全才给出'],
      (at) => [
        own(amounts, nameOf(at), 'first'),
        ...ends.map((end) => reference(amounts, nameOf(at), end)),
        below(at, 'national'),
        below(at, 'change'),
      ],
    ),
    part(
      'regional',
      'By the place itself',
      '本地竞争分量',
      ['change − L₀ · g_kN; parts are told together or not at all', '增减 − L₀ · g_kN；各分量须俱全才给出'],
      (at) => [
        below(at, 'change'),
        below(at, 'national'),
        own(amounts, nameOf(at), 'first'),
        ...ends.map((end) => reference(amounts, nameOf(at), end)),
      ],
    ),
    part('change', 'Change of jobs', '就业增减', ['last − first', '期末 − 期初'], (at) =>
      ends.map((end) => own(amounts, nameOf(at), end)),
    ),
    part(
      'competitive',
      "Esteban's competitive part",
      '埃斯特班竞争分量',
      [
        'H · (g_k − g_kN), H: jobs with the structure of the reference',
        'H ·（g_k − g_kN），H 为按参照结构的就业',
      ],
      (at) => [
        below(at, 'regional'),
        own(amounts, nameOf(at), 'first'),
        ownSum(amounts, 'first'),
        reference(amounts, nameOf(at), 'first'),
        referenceSum(amounts, 'first'),
      ],
    ),
    part(
      'allocation',
      "Esteban's allocation part",
      '埃斯特班配置分量',
      ['regional − competitive', '本地分量 − 竞争分量'],
      (at) => [below(at, 'regional'), below(at, 'competitive')],
    ),
  ];
}

/** What a location quotient is made from. */
export function quotientInputs(
  amounts: Amounts,
  name: string,
  end: 'first' | 'last',
): readonly ResultInput[] {
  return [
    own(amounts, name, end),
    ownSum(amounts, end),
    reference(amounts, name, end),
    referenceSum(amounts, end),
  ];
}
