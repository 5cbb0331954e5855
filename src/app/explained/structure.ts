import type { ResultInput } from '../../assess/index.js';
import { type Amounts, type End, ends, own, ownSum, referenceSum } from './amounts.js';
import { quotientInputs } from './jobs.js';
import { endWords, type NumberRule, type Words } from './rule.js';

const diversityNumbers: Readonly<Record<string, readonly [label: Words, how: Words]>> = {
  herfindahl: [
    ['Herfindahl index', '赫芬达尔指数'],
    ['Σ s²', 'Σ s²'],
  ],
  herfindahlNormalised: [
    ['Herfindahl index, normalised', '标准化赫芬达尔指数'],
    ['(H − 1 ÷ n) ÷ (1 − 1 ÷ n)', '（H − 1 ÷ n）÷（1 − 1 ÷ n）'],
  ],
  entropy: [
    ['Entropy of the shares', '份额的熵'],
    ['−Σ s ln s', '−Σ s ln s'],
  ],
  effectiveNumber: [
    ['Effective number of branches', '有效行业数'],
    ['e^entropy', 'e 的熵次方'],
  ],
  unrelatedVariety: [
    ['Variety between groups', '无关多样性'],
    ['entropy of the groups', '各组份额的熵'],
  ],
  relatedVariety: [
    ['Variety inside groups', '相关多样性'],
    ['Σ group share · entropy inside the group', 'Σ 组份额 · 组内熵'],
  ],
};

/**
 * Shares, quotients, diversity and specialisation of amounts.
 *
 * @param list name of the list in the row, `branches` or `sectors`
 */
export function branchRules(amounts: Amounts, list: string): readonly NumberRule[] {
  const named =
    (en: string, zh: string) =>
    ({ name = '' }) => {
      const [nameEn, nameZh] = amounts.labelOf(name);
      return [`${en}: ${nameEn}`, `${zh}：${nameZh}`] as const;
    };
  return [
    ...ends.flatMap((end): readonly NumberRule[] => {
      const End = end === 'first' ? 'First' : 'Last';
      const [en, zh] = endWords[end] as Words;
      return [
        {
          path: `${list}/{name}/share${End}`,
          label: named(`Share ${en}`, `${zh}份额`),
          unit: 'share',
          how: ['amount ÷ sum of all', '该项 ÷ 合计'],
          method: 'structure/diversity',
          inputs: ({ name = '' }) => [own(amounts, name, end), ownSum(amounts, end)],
        },
        {
          path: `${list}/{name}/quotient${End}`,
          label: named(`Location quotient ${en}`, `${zh}区位商`),
          unit: 'ratio',
          how: ['share ÷ share of the reference', '份额 ÷ 参照份额'],
          method: 'location_quotient',
          inputs: ({ name = '' }) => quotientInputs(amounts, name, end),
        },
        ...Object.entries(diversityNumbers).map(
          ([name, [label, how]]): NumberRule => ({
            path: `diversity/${end}/${name}`,
            label: [`${label[0]} ${en}`, `${zh}${label[1]}`],
            unit: 'ratio',
            how,
            method: 'structure/diversity',
            inputs: () => [ownSum(amounts, end)],
          }),
        ),
        {
          path: `krugman/${end}`,
          label: [`Krugman specialisation ${en}`, `${zh}克鲁格曼专业化指数`],
          unit: 'ratio',
          how: ['Σ |share − share of the reference|', 'Σ |份额 − 参照份额|'],
          method: 'structure/diversity',
          inputs: () => [ownSum(amounts, end), referenceSum(amounts, end)],
        },
      ];
    }),
    {
      path: 'lilien',
      label: ['Lilien index of structural change', '利林结构变动指数'],
      unit: 'ratio',
      how: ['√ Σ s_k (Δ ln e_k − Δ ln e)²', '√ Σ s_k（Δ ln e_k − Δ ln e）²'],
      method: 'structure/diversity',
      inputs: () => ends.map((end) => ownSum(amounts, end)),
    },
  ];
}

/** Sums of the three sectors at an end: primary, secondary, tertiary. */
export type SectorSums = (end: End) => readonly [ResultInput, ResultInput, ResultInput];

/** Upgrading A and B and what they rest on. */
export function upgradingRules(
  path: string,
  unit: string,
  sums: SectorSums,
  more: readonly string[] = [],
): readonly NumberRule[] {
  const page = 'structure/upgrading';
  const sector = (at: 1 | 2) => ends.map((end) => sums(end)[at]);
  const changes: readonly (readonly [name: string, at: 1 | 2, words: Words])[] = [
    ['secondary', 1, ['the secondary sector', '第二产业']],
    ['tertiary', 2, ['the tertiary sector', '第三产业']],
  ];
  return [
    ...ends.flatMap((end): readonly NumberRule[] => {
      const [en, zh] = endWords[end] as Words;
      return [
        {
          path: `${path}/${end}/a`,
          label: [`Tertiary by secondary ${en}`, `${zh}三产与二产之比`],
          unit: 'ratio',
          how: ['tertiary ÷ secondary', '第三产业 ÷ 第二产业'],
          method: page,
          inputs: () => [sums(end)[2], sums(end)[1]],
        },
        {
          path: `${path}/${end}/b`,
          label: [`Layer coefficient ${en}`, `${zh}产业层次系数`],
          unit: 'ratio',
          how: ['1 · s₁ + 2 · s₂ + 3 · s₃', '1 · s₁ + 2 · s₂ + 3 · s₃'],
          method: page,
          inputs: () => sums(end),
        },
      ];
    }),
    ...changes.flatMap(([name, at, [en, zh]]): readonly NumberRule[] => [
      {
        path: `${path}/${name}Change`,
        label: [`Change of ${en}`, `${zh}增减`],
        unit,
        how: ['last − first', '期末 − 期初'],
        method: page,
        inputs: () => [...sector(at), ...more],
      },
      {
        path: `${path}/${name}GrowthPercent`,
        label: [`Growth of ${en}`, `${zh}增长`],
        unit: 'percent',
        how: ['100 · (last − first) ÷ first', '100 ·（期末 − 期初）÷ 期初'],
        method: page,
        inputs: () => [...sector(at), ...more],
      },
    ]),
  ];
}

/** Theil's rationalisation from output and jobs of the sectors. */
export function rationalisationRule(
  output: (end: End) => readonly ResultInput[],
  jobs: (end: End) => readonly ResultInput[],
): NumberRule {
  return {
    path: 'rationalisation/{end}',
    label: ({ end = '' }) => [
      `Rationalisation ${endWords[end]?.[0] ?? ''}`,
      `${endWords[end]?.[1] ?? ''}产业结构合理化`,
    ],
    unit: 'ratio',
    how: ['Σ (Y_n ÷ Y) ln[(Y_n ÷ L_n) ÷ (Y ÷ L)]', 'Σ（Y_n ÷ Y）ln[（Y_n ÷ L_n）÷（Y ÷ L）]'],
    method: 'structure/rationalisation',
    inputs: ({ end }) => [...output(end as End), ...jobs(end as End)],
  };
}
