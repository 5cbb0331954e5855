import { exitIndicators } from '../classify/panel.js';
import type { ClassifyAsked } from './classify-group.js';
import type { NumberRule, Words } from './rule.js';

const page = 'identify/list-signals';
const counts: readonly (readonly [name: string, label: Words, how: Words])[] = [
  [
    'judged',
    ['Years in a row that could be judged', '连续可判定年数'],
    ['run of years up to the last that could be judged', '至最近可判定年份的连续年数'],
  ],
  [
    'held',
    ['Years in a row in which the conditions held', '条件连续成立年数'],
    ['run of years up to the last in which all held', '至最近年份条件均成立的连续年数'],
  ],
];

/** Entry and exit signals: how many years were needed, judged and held. */
export function signalRules(asked: ClassifyAsked): readonly NumberRule[] {
  return (['entry', 'exit'] as const).flatMap((name): readonly NumberRule[] => {
    const words: Words = name === 'entry' ? ['entry signal', '入列信号'] : ['exit signal', '退出信号'];
    return [
      {
        path: `signals/${name}/needed`,
        label: [`Years needed, ${words[0]}`, `${words[1]}所需年数`],
        unit: 'year',
        how: ['dated value of the catalog', '目录中注明日期的取值'],
        method: page,
        inputs: () => ['parameter/signal_years'],
      },
      ...counts.map(
        ([field, label, how]): NumberRule => ({
          path: `signals/${name}/${field}`,
          label: [`${label[0]}, ${words[0]}`, `${words[1]}：${label[1]}`],
          unit: 'year',
          how,
          method: page,
          inputs: () => [
            ...yearly(asked, name),
            'parameter/signal_years',
            ...(name === 'entry' ? ['parameter/signal_tests'] : []),
          ],
        }),
      ),
    ];
  });
}

/** The figures that the conditions read, in the years that could be judged; else in the year asked for, to show the gaps. */
function yearly({ row, city, catalog, country }: ClassifyAsked, name: 'entry' | 'exit'): readonly string[] {
  const judged = row.signals[name].evidence.map(({ year }) => String(year));
  const years = judged.length > 0 ? judged : [row.period];
  const code = name === 'entry' ? row.signals.entry.set : 'T5';
  const set = [...catalog.thresholdSets.values()].find((one) => one.code === code);
  const measures = [...new Set((set?.tests ?? []).flatMap((test) => test.measures))];
  return years.flatMap((year) => [
    ...measures.map((one) => `value/${city.id}/${year}/${one}`),
    ...(name === 'entry'
      ? []
      : exitIndicators.flatMap((one) =>
          [city.id, country ?? 'country'].map((place) => `value/${place}/${year}/${one}`),
        )),
  ]);
}
