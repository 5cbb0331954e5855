import { flagsOf } from '../../src/assess/index.js';
import { judgeContext } from '../../src/assess/judge.js';
import {
  catalog,
  indicator,
  lightParameters,
  panel,
  problem,
  registerOf,
} from '../../src/assess/testing/sample.js';
import { id } from '../../src/base/index.js';
import type { Comparison } from '../../src/catalog/index.js';
import type { Examples } from './example.js';

interface Rule {
  readonly id: string;
  readonly all: readonly (readonly [indicator: string, is: Comparison, than: number])[];
}

/** Examples of the pages in docs/methods/flags/. */
export const flagExamples: Examples = {
  'flags.disguise': ({ rules, cities }) => {
    const rows = cities as Readonly<Record<string, number | null>>[];
    const names = Object.keys(rows[0] ?? {});
    const values = Object.fromEntries(
      names.map((name) => [name, rows.map((row) => [row[name] ?? Number.NaN])]),
    );
    const made = catalog({
      indicators: names.map((name) => indicator(name)),
      parameters: lightParameters(),
      problems: (rules as Rule[]).map((rule) =>
        problem(rule.id, {
          kind: 'caveat',
          disguise: true,
          magnitude: id<'indicator'>(names[0] ?? ''),
          when: {
            all: rule.all.map(([name, is, than]) => ({ indicator: id<'indicator'>(name), is, than })),
          },
        }),
      ),
    });
    const context = judgeContext(
      panel(['2020'], values),
      made,
      registerOf(rows.length),
      id<'period'>('2020'),
    );
    return rows.map((_, at) => flagsOf(context, at).map((flag) => flag.id));
  },
};
