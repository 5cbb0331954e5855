import type { ResultInput } from '../../assess/index.js';
import type { ClassifyAsked } from './classify-group.js';
import { cellInput, rowsWith } from './given-table.js';
import { escaped } from './prefix.js';
import type { NumberRule, Words } from './rule.js';

const page = 'identify/exhaustion-clock';
type Needs = 'reserves' | 'output' | 'additions';
const needLabels: Readonly<Record<Needs, Words>> = {
  reserves: ['Reserves at the start', '期初储量'],
  output: ['Output of a year', '当年产量'],
  additions: ['Additions of a year', '当年新增储量'],
};

interface ClockNumber {
  readonly label: Words;
  readonly unit: string;
  readonly how: Words;
  readonly needs: readonly Needs[];
  readonly parameters: readonly string[];
}

const numbers: Readonly<Record<string, ClockNumber>> = {
  year: {
    label: ['Last year of the reserves table', '储量表末年'],
    unit: 'year_of',
    how: ['last year with a row', '有行的最后一年'],
    needs: ['output'],
    parameters: [],
  },
  extractedShare: {
    label: ['Extracted share of the reserves', '已采出储量比例'],
    unit: 'share',
    how: ['Σ output ÷ reserves at the start', 'Σ 产量 ÷ 期初储量'],
    needs: ['reserves', 'output'],
    parameters: [],
  },
  output: {
    label: ['Mean output of the latest years', '近年平均产量'],
    unit: '',
    how: ['mean of the output of the latest years', '近年产量均值'],
    needs: ['output'],
    parameters: ['exhaustion_output_years'],
  },
  remaining: {
    label: ['Reserves left', '剩余储量'],
    unit: '',
    how: ['reserves + Σ additions − Σ output', '期初储量 + Σ 新增 − Σ 产量'],
    needs: ['reserves', 'additions', 'output'],
    parameters: [],
  },
  yearsLeft: {
    label: ['Years left', '剩余年限'],
    unit: 'year',
    how: ['reserves left ÷ mean output', '剩余储量 ÷ 平均产量'],
    needs: ['reserves', 'additions', 'output'],
    parameters: ['exhaustion_output_years', 'exhaustion_years'],
  },
  thresholdYear: {
    label: ['Year in which the threshold is reached', '达到枯竭阈值的年份'],
    unit: 'year_of',
    how: [
      'last year + (threshold · reserves − Σ output) ÷ mean output',
      '末年 +（阈值 · 储量 − Σ 产量）÷ 平均产量',
    ],
    needs: ['reserves', 'output'],
    parameters: ['exhaustion_output_years'],
  },
};

/** The exhaustion clocks: their figures are cells of the table of reserves. */
export function clockRules({ row, reserves }: ClassifyAsked): readonly NumberRule[] {
  return row.exhaustion.clocks.flatMap(({ place, resource, basis }) => {
    const path = `exhaustion/clocks/${escaped(`${resource}.${basis}`)}`;
    const bound = basis === 'total' ? 'exhaustion_share_total' : 'exhaustion_share';
    const cells = (names: readonly Needs[]): readonly ResultInput[] => {
      if (!reserves) return [];
      const own = rowsWith(reserves, { place, resource }).filter(({ cells: { basis: word = '' } }) =>
        basis === 'total' ? /^(total|总储量)$/i.test(word.trim()) : !/^(total|总储量)$/i.test(word.trim()),
      );
      return names.flatMap((name) =>
        own
          .filter(({ cells: all }) => name === 'output' || (all[name] ?? '').trim() !== '')
          .map((one) => cellInput(reserves, [one], name, { label: needLabels[name], unit: '' })),
      );
    };
    const rules = Object.entries(numbers).map(([name, { label, unit, how, needs, parameters }]) => ({
      path: `${path}/${name}`,
      label: [`${label[0]}: ${resource}`, `${resource}：${label[1]}`] as const,
      unit,
      how,
      method: page,
      inputs: () => [
        ...cells(needs),
        ...[...parameters, ...(name === 'thresholdYear' ? [bound] : [])].map((one) => `parameter/${one}`),
      ],
    }));
    return [
      ...rules,
      {
        path: `${path}/threshold`,
        label: ['Share from which a resource is exhausted', '枯竭阈值'] as const,
        unit: 'share',
        how: ['dated value of the catalog', '目录中注明日期的取值'] as const,
        method: page,
        inputs: () => [`parameter/${bound}`],
      },
    ];
  });
}
