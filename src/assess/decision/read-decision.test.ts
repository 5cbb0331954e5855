import { describe, expect, it } from 'vitest';
import { readDecision } from './read-decision.js';
import { readJudgements } from './read-judgements.js';

const cells = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
const criteria = 'code,type,weight\nx,benefit,0.6\ny,cost,0.4';
const matrix = 'alternative,x,y\nA,1,2\nB,3,NA';
const read = (m: string, c: string) => readDecision({ matrix: cells(m), criteria: cells(c) });

describe('the two tables of a decision', () => {
  it('are read, with missing cells', () => {
    const { matrix: found, issues } = read(matrix, criteria);
    expect(found.alternatives).toEqual(['A', 'B']);
    expect(found.criteria).toEqual([
      { code: 'x', type: 'benefit', weight: 0.6 },
      { code: 'y', type: 'cost', weight: 0.4 },
    ]);
    expect(found.columns.map((column) => Array.from(column))).toEqual([
      [1, 3],
      [2, Number.NaN],
    ]);
    expect(issues).toEqual([]);
  });

  it.each([
    ['criterion,type,weight_given\nx,1,0.6\ny,-1,0.4'],
    ['code,type,weight\nx,max,0.6\ny,min,0.4'],
    ['\uFEFFcode,type,weight\nx,Benefit,0.6\ny,COST,0.4\n,,'],
  ])('%j says the same', (other) => {
    expect(read(matrix, other).matrix).toEqual(read(matrix, criteria).matrix);
  });

  it('may have no weights, columns that are no criteria, and settings of methods', () => {
    const found = read(
      'city,note,x\nA,7,1',
      'code,type,preference,q,p,lower,upper\nx,benefit,linear,10%,4,0,10',
    );
    expect(found.matrix.criteria[0]?.weight).toBeNull();
    expect(found.issues.map(({ code, where }) => [code, where])).toEqual([
      ['DECISION_COLUMN_UNUSED', 'note'],
    ]);
    expect(found.preferences.get('x')).toEqual({
      function: 'linear',
      indifference: { value: 0.1, of: 'range' },
      strict: { value: 4, of: 'units' },
    });
    expect(found.bounds.get('x')).toEqual([0, 10]);
  });

  it.each([
    ['alternative,x,y', criteria, /matrix: found no rows/],
    ['alternative,x\nA,1', criteria, /matrix heading: found x, expected a column y/],
    ['alternative,x,y\n,1,2', criteria, /matrix row 2: found no name/],
    ['alternative,x,y\nA,1,many', criteria, /matrix row 2, column y: found "many"/],
    ['alternative,x,y\nA,1,0x1F', criteria, /found "0x1F"/],
    ['alternative,x,x\nA,1,2', criteria, /matrix heading: found x twice/],
    ['alternative,x,y\nA,1,2,3', criteria, /matrix row 2: found 4 cells/],
    [matrix, 'code,type,weight\nx,good,1', /criteria row 2, column type: found good/],
    [matrix, 'code,type,weight\nx,toString,1', /column type: found toString/],
    [matrix, 'code,weight\nx,1', /criteria heading: .* a column type/],
    [matrix, 'name,type\nx,cost', /a column code or criterion/],
    [matrix, 'code,type,weight\nx,cost,heavy', /column weight: found "heavy"/],
    [matrix, 'code,type,preference\nx,cost,steep', /column preference: found steep/],
    [matrix, 'code,type,lower,upper\nx,cost,5,1', /lower 5, upper 1/],
  ])('%# is refused', (m, c, said) => {
    expect(() => read(m, c)).toThrow(said);
  });
});

describe('judgements', () => {
  it('come as one matrix per judge, empty cells missing', () => {
    const [one, other] = readJudgements(cells('judge,row,column,value\nA,x,y,3\nB,y,x,2\nB,x,x,1'));
    expect([one?.judge, one?.codes, Array.from(one?.values ?? [])]).toEqual([
      'A',
      ['x', 'y'],
      [Number.NaN, 3, Number.NaN, Number.NaN],
    ]);
    expect([other?.judge, other?.codes]).toEqual(['B', ['y', 'x']]);
  });

  it.each([
    ['row,column,value\nx,y,much', /judgements row 2, column value/],
    ['row,column,value\nx,,3', /no code/],
    ['row,column,value\nx,y,3\nx,y,4', /x and y again/],
  ])('%j are refused', (text, said) => {
    expect(() => readJudgements(cells(text))).toThrow(said);
  });
});
