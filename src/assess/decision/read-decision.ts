import { type Issue, issue, phrases } from '../../base/index.js';
import { wrong } from './check-matrix.js';
import { readNumber, readThreshold, type Sheet, sheetOf } from './sheet.js';
import {
  type Criterion,
  type CriterionType,
  type DecisionMatrix,
  type Preference,
  preferenceFunctions,
} from './types.js';

/** The two tables of a decision as rows of cells, the heading first. */
export interface DecisionTables {
  /** Alternatives in rows: the name first, then a column per criterion by its code. */
  readonly matrix: readonly (readonly string[])[];
  /**
   * One row per criterion: `code` (or `criterion`), `type` (benefit, max, 1; cost, min, -1), `weight` (or `weight_given`); for
   * PROMETHEE `preference, q, p, s`, for SPOTIS `lower, upper`.
   */
  readonly criteria: readonly (readonly string[])[];
}

export interface ReadDecision {
  readonly matrix: DecisionMatrix;
  /** By code, of the criteria that name a preference function. */
  readonly preferences: ReadonlyMap<string, Preference>;
  /** By code, of the criteria that have both bounds. */
  readonly bounds: ReadonlyMap<string, readonly [number, number]>;
  readonly issues: readonly Issue[];
}

const types: Readonly<Record<string, CriterionType>> = {
  benefit: 'benefit',
  max: 'benefit',
  '1': 'benefit',
  '+1': 'benefit',
  cost: 'cost',
  min: 'cost',
  '-1': 'cost',
};

/**
 * Reads both tables; a column of the matrix that is no criterion is left out with a note. Empty cells and `NA` are missing.
 *
 * @throws AfterlodeError DECISION_TABLE naming table, row and column
 */
export function readDecision(tables: DecisionTables): ReadDecision {
  const described = sheetOf('criteria', tables.criteria);
  const sheet = sheetOf('matrix', tables.matrix);
  const criteria = described.rows.map((_, at) => readCriterion(described, at));
  const alternatives = sheet.rows.map((row, at) => {
    const name = row[0]?.trim() ?? '';
    if (name === '')
      throw wrong(
        phrases.rowOf('matrix', at + 2),
        { en: 'no name', zh: '没有名称' },
        { en: 'an alternative in the first column', zh: '首列为方案名称' },
      );
    return name;
  });
  const columns = criteria.map(({ code }) => {
    const at = sheet.heading.indexOf(code, 1);
    if (at < 0)
      throw wrong(
        phrases.headingOf('matrix'),
        sheet.heading.slice(1).join(', ') || phrases.none,
        phrases.column(code),
      );
    return Float64Array.from(sheet.rows, (row, line) =>
      readNumber(row[at] ?? '', () => phrases.cellOf('matrix', line + 2, code)),
    );
  });
  const codes = new Set(criteria.map(({ code }) => code));
  const unused = sheet.heading.slice(1).filter((name) => name !== '' && !codes.has(name));
  return {
    matrix: { alternatives, criteria, columns },
    preferences: collected(criteria, (at) => readPreference(described, at)),
    bounds: collected(criteria, (at) => readBounds(described, at)),
    issues: unused.map((name) => issue('DECISION_COLUMN_UNUSED', 'note', name)),
  };
}

function collected<T>(criteria: readonly Criterion[], of: (at: number) => T | null): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  criteria.forEach(({ code }, at) => {
    const one = of(at);
    if (one !== null) found.set(code, one);
  });
  return found;
}

function readCriterion(sheet: Sheet, at: number): Criterion {
  const where = (name: string) => phrases.cellOf('criteria', at + 2, name);
  const code = sheet.text(at, ['code', 'criterion']);
  if (code === '')
    throw wrong(where('code'), phrases.nothing, { en: 'the code of a criterion', zh: '准则代码' });
  const word = sheet.text(at, ['type']);
  const type = Object.hasOwn(types, word.toLowerCase()) ? types[word.toLowerCase()] : undefined;
  if (!type)
    throw wrong(where('type'), word || phrases.nothing, {
      en: 'benefit or cost (also max or min, 1 or -1)',
      zh: 'benefit 或 cost（也可写 max、min、1、-1）',
    });
  const weight = readNumber(sheet.text(at, ['weight', 'weight_given'], false), where('weight'));
  return { code, type, weight: Number.isNaN(weight) ? null : weight };
}

function readPreference(sheet: Sheet, at: number): Preference | null {
  const word = sheet.text(at, ['preference'], false);
  if (word === '') return null;
  const found = preferenceFunctions.find((name) => name === word);
  const where = (name: string) => phrases.cellOf('criteria', at + 2, name);
  if (!found) throw wrong(where('preference'), word, preferenceFunctions.join(', '));
  const threshold = (name: string) => readThreshold(sheet.text(at, [name], false), where(name));
  const [q, p, s] = [threshold('q'), threshold('p'), threshold('s')];
  return {
    function: found,
    ...(q && { indifference: q }),
    ...(p && { strict: p }),
    ...(s && { inflection: s }),
  };
}

function readBounds(sheet: Sheet, at: number): readonly [number, number] | null {
  const read = (name: string) =>
    readNumber(sheet.text(at, [name], false), phrases.cellOf('criteria', at + 2, name));
  const [lower, upper] = [read('lower'), read('upper')];
  if (Number.isNaN(lower) && Number.isNaN(upper)) return null;
  if (lower < upper) return [lower, upper];
  throw wrong(
    phrases.rowOf('criteria', at + 2),
    { en: `lower ${lower}, upper ${upper}`, zh: `lower 为 ${lower}，upper 为 ${upper}` },
    { en: 'both, lower below upper', zh: '两者俱全且 lower 小于 upper' },
  );
}
