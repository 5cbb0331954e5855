import { describe, expect, it } from 'vitest';
import { runTables } from '../tables/score-tables.js';
import { varyIndex } from '../vary/index.js';

const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
const meta = rows(`
  iCode,Level,Direction,Weight,Parent,Type
  a,1,1,1,Top,Indicator
  b,1,1,1,Top,Indicator
  Top,2,1,1,,Aggregate`);
const data = rows(`
  uCode,a,b
  P,1,2
  Q,,
  R,3,
  S,5,6`);

const codes = (issues: readonly { readonly code: string; readonly where: string }[]) =>
  issues.map(({ code, where }) => `${code} ${where}`);

describe('a chain that fills gaps', () => {
  it('warns of a unit of which nothing was observed', () => {
    const { run } = runTables({ data, meta }, { impute: 'mean' });
    expect(run.kept.units).toEqual(['P', 'Q', 'R', 'S']);
    expect(codes(run.issues)).toContain('INDEX_WHOLLY_IMPUTED Q');
  });

  it('screens by cells after imputation, as COINr does, or by those observed', () => {
    const screened = (screen: string) => runTables({ data, meta }, { impute: 'mean', screen }).run.kept.units;
    expect(screened('0.6')).toEqual(['P', 'Q', 'R', 'S']);
    expect(screened('0.6:missing:observed')).toEqual(['P', 'S']);
    expect(screened('0.5:missing:observed')).toEqual(['P', 'R', 'S']);
    const { run } = runTables({ data, meta }, { impute: 'mean', screen: '0.5:missing:observed' });
    expect(codes(run.issues)).not.toContain('INDEX_WHOLLY_IMPUTED Q');
  });

  it('is screened in its replications as in itself', () => {
    const { run } = runTables({ data, meta }, { impute: 'mean', screen: '0.6:missing:observed' });
    const factor = { name: 'weights', vary: 'weights', noise: 0.25, levels: null } as const;
    const { units } = varyIndex(run, [factor], { runs: 5, seed: 1 });
    expect(units.map(({ unit, ranked }) => [unit, ranked])).toEqual([
      ['P', 5],
      ['Q', 0],
      ['R', 0],
      ['S', 5],
    ]);
  });
});
