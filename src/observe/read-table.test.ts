import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError, type IndicatorId, type Period } from '../base/index.js';
import { readMarks } from './read-marks.js';
import { readTable } from './read-table.js';
import { sampleSidecar, sampleTable } from './testing/sample.js';

const columns = { pop: ['population', 'person'], old: ['age_share', 'percent'] } as const;
const sidecar = (rows: number) => sampleSidecar('census', rows, columns);
const indicator = (name: string) => name as IndicatorId;

function failure(text: string, rows = 1): AfterlodeError {
  try {
    readTable(sidecar(rows), text, []);
  } catch (error) {
    if (error instanceof AfterlodeError) return error;
    throw error;
  }
  throw new Error('expected an error');
}

describe('readTable', () => {
  it('reads values, missing cells, signs, fractions and exponents', () => {
    const text = 'code,period,old,pop\n230400,2020,12.3,891271\n230400~x,2010,,-4\r\n1,2020,1e-3,0\n';
    const table = readTable(sidecar(3), text, []);
    expect(table.rowCodes).toEqual(['230400', '230400~x', '1']);
    expect(table.rowPeriods).toEqual(['2020', '2010', '2020']);
    expect([...(table.columns.get(indicator('population'))?.values ?? [])]).toEqual([891271, -4, 0]);
    expect([...(table.columns.get(indicator('age_share'))?.values ?? [])]).toEqual([12.3, Number.NaN, 0.001]);
    expect(table.columns.get(indicator('age_share'))).toMatchObject({ name: 'old', unit: 'percent' });
  });

  it('reads every number as the language does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = `code,period,pop,old\n1,2020,${value},\n`;
        const read = readTable(sidecar(1), text, []).columns.get(indicator('population'))?.values[0];
        expect(read).toBe(Object.is(value, -0) ? 0 : value);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (whole, digits) => {
        const written = (whole / 10 ** digits).toFixed(digits);
        const text = `code,period,pop,old\n1,2020,${written},\n`;
        const read = readTable(sidecar(1), text, []).columns.get(indicator('population'))?.values[0];
        expect(read).toBeCloseTo(Number(written), 12);
        expect(read === Number(written)).toBe(true);
      }),
    );
  });

  it.each([
    ['1,2020,5', 'TABLE_COLUMNS', 'row 2'],
    ['1,2020,5,6,7', 'TABLE_COLUMNS', 'row 2'],
    ['1,2020', 'TABLE_COLUMNS', 'row 2'],
    ['1,2020,5,many', 'TABLE_NUMBER', 'row 2, column old'],
    ['1,2020,1.2.3,5', 'TABLE_NUMBER', 'row 2, column pop'],
    ['1,2020, ,5', 'TABLE_NUMBER', 'row 2, column pop'],
    ['1,2020,-,5', 'TABLE_NUMBER', 'row 2, column pop'],
    ['1,2020,1e999,5', 'TABLE_NUMBER', 'row 2, column pop'],
  ])('refuses row %s', (row, code, where) => {
    const error = failure(`code,period,pop,old\n${row}\n`);
    expect(error.code).toBe(code);
    expect(error.message).toContain('data/tables/census.csv');
    expect(error.message).toContain(where);
  });

  it('refuses a header that does not fit the description', () => {
    expect(failure('code,period,pop,new\n1,2020,5,6\n').message).toContain('column new');
    expect(failure('code,period,pop\n1,2020,5\n').message).toContain('no column old');
    expect(failure('code,period,pop,pop\n1,2020,5,5\n').message).toContain('twice');
    expect(failure('area,period,pop,old\n1,2020,5,5\n').message).toContain('code,period');
  });

  it('refuses a cut file and a row that stands twice', () => {
    expect(failure('code,period,pop,old\n1,2020,5,6\n', 2)).toMatchObject({ code: 'TABLE_ROWS' });
    const twice = failure('code,period,pop,old\n1,2020,5,6\n1,2010,5,6\n1,2020,5,6\n', 3);
    expect(twice.message).toContain('row 4');
    expect(twice.message).toContain('row 2');
  });
});

describe('readMarks', () => {
  const header = 'table,code,period,column,mark,original,detail_en,detail_zh\n';

  it('reads quoted details and attaches marks to their table', () => {
    const marks = readMarks(
      `${header}census,1,2020,pop,corrected,7,"was 7, ""slip""",原为7\nother,1,2020,x,blank,,a,b\n`,
    );
    expect(marks[0]).toEqual({
      table: 'census',
      code: '1',
      period: '2020' as Period,
      column: 'pop',
      mark: 'corrected',
      original: 7,
      detail: { en: 'was 7, "slip"', zh: '原为7' },
    });
    expect(marks[1]?.original).toBeNull();
    const table = sampleTable('census', 'code,period,pop,old\n1,2020,5,6\n', columns, marks);
    expect(table.marks).toHaveLength(1);
  });

  it('refuses unknown marks, text for a number and open quotes, naming the row', () => {
    expect(() => readMarks(`${header}census,1,2020,pop,wrong,,a,b\n`)).toThrow('row 2');
    expect(() => readMarks(`${header}census,1,2020,pop,blank,x,a,b\n`)).toThrow('original "x"');
    expect(() => readMarks(`${header}census,1,2020,pop,blank,,"a,b\n`)).toThrow('row 2');
    expect(() => readMarks('table,code\n')).toThrow('no column period');
    expect(readMarks('')).toEqual([]);
  });

  it('refuses a mark that points at no cell', () => {
    const marks = readMarks(`${header}census,9,2020,pop,blank,,a,b\n`);
    expect(() => sampleTable('census', 'code,period,pop,old\n1,2020,5,6\n', columns, marks)).toThrow(
      'row 9/2020',
    );
  });
});
