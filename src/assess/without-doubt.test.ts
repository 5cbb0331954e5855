import { describe, expect, it } from 'vitest';
import { flag } from '../observe/index.js';
import { scoreListed } from './score-indices.js';
import {
  catalog,
  city,
  index,
  indicator,
  leaf,
  panel,
  parameter,
  register,
  valuesOf,
} from './testing/sample.js';
import { withoutDoubt } from './without-doubt.js';

const none = Number.NaN;
const from = panel(
  ['2020'],
  { a: [[0], [50], [100]], b: [[3], [2], [1]] },
  { a: [[0], [flag.doubtful | flag.imported], [0]], b: [[0], [0], [flag.estimated]] },
);
const both = index('i', [leaf('a', 0.5), leaf('b', 0.5)], { periods: ['2020'] });
const indicators = [indicator('a'), indicator('b')];
const all = register([city('x-1'), city('x-2'), city('x-3')]);
const score = (switched: number | null) =>
  scoreListed(
    from,
    catalog({
      indicators,
      indices: [both],
      parameters: switched === null ? [] : [parameter('quality_doubtful_in_scores', switched)],
    }),
    all,
    both,
  );

describe('withoutDoubt', () => {
  it('makes doubtful values missing and leaves others, estimates among them', () => {
    const sure = withoutDoubt(from, catalog({ indicators, parameters: [] }));
    expect(valuesOf(sure, 'a')).toEqual([0, none, 100]);
    expect(sure.columns.get('b' as never)).toBe(from.columns.get('b' as never));
    expect(valuesOf(from, 'a')).toEqual([0, 50, 100]);
  });

  it('keeps them out of scores, unless the catalog lets them in', () => {
    expect([...(score(null).values[0] ?? [])]).toEqual([50, 50, 50]);
    expect([...(score(null).values[1] ?? [])]).toEqual([0, none, 100]);
    expect([...(score(0).values[1] ?? [])]).toEqual([0, none, 100]);
    expect([...(score(1).values[1] ?? [])]).toEqual([0, 50, 100]);
  });
});
