import { type TapioInterval, tapioIntervals } from '../../assess/index.js';
import { AfterlodeError, type Issue, phrases, type Text } from '../../base/index.js';
import type { TableSource } from './table.js';

/** Options of `analyse`, as written. */
export interface AnalyseCall {
  readonly cities: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly table?: TableSource;
  /** Years between both counts of a population table. */
  readonly years?: string;
  /** Place of the table that others are compared with; default all places together. */
  readonly reference?: string;
  readonly chained?: boolean;
  /** Side of Tapio's lower bound: coupling or decoupling. */
  readonly interval?: string;
  /** Emissions by sector, for LMDI by sector beside the table of places. */
  readonly sectors?: TableSource;
  /** Levels of skills by occupation, for a table of displaced workers and vacancies. */
  readonly skills?: TableSource;
  /** Similarity from which an occupation fits, 0 to 1. */
  readonly similarity?: string;
  /** Years before a shock, at its bottom and after the recovery: `2008,2009,2012`. */
  readonly shock?: string;
  /** Services whose need follows the people, for a table of cohorts. */
  readonly services?: TableSource;
}

/** What a row of workspace data begins with. */
export interface PlaceRow {
  readonly place: string;
  readonly name?: Text;
  readonly from?: number;
  readonly to?: number;
  /** Inputs that are missing, as the ids of the catalog by which an import fills them. */
  readonly missing?: readonly string[];
  readonly issues?: readonly Issue[];
}

/** Both years of a call. @throws AfterlodeError CALL_OPTION where one is absent, no year, or not before the other */
export function yearsOf(call: Pick<AnalyseCall, 'from' | 'to'>): readonly [from: number, to: number] {
  const read = (option: string, text: string | undefined) => {
    const year = /^\d{4}$/.test(text ?? '') ? Number(text) : Number.NaN;
    if (Number.isNaN(year))
      throw wrong(option, text ?? { en: 'not given', zh: '未给出' }, {
        en: 'a year such as 2020',
        zh: '年份，如 2020',
      });
    return year;
  };
  const [from, to] = [read('--from', call.from), read('--to', call.to)];
  if (from >= to)
    throw wrong('--to', String(to), { en: `a year after ${from}`, zh: `晚于 ${from} 年的年份` });
  return [from, to];
}

/** @throws AfterlodeError CALL_OPTION for a word that is none */
export function intervalOf(call: Pick<AnalyseCall, 'interval'>): TapioInterval {
  const word = call.interval ?? 'coupling';
  const found = tapioIntervals.find((one) => one === word);
  if (!found) throw wrong('--interval', word, tapioIntervals.join(', '));
  return found;
}

/**
 * Years between both counts: `--years`, else from `--from` and `--to`, else unknown.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function spanOf(call: Pick<AnalyseCall, 'years' | 'from' | 'to'>): number {
  if (call.years !== undefined) {
    const years = Number(call.years.trim() === '' ? Number.NaN : call.years);
    if (!(years > 0 && years < Infinity)) throw wrong('--years', call.years, phrases.numberAbove0);
    return years;
  }
  if (call.from === undefined && call.to === undefined) return Number.NaN;
  const [from, to] = yearsOf(call);
  return to - from;
}

/** Options of single kinds. */
export const kindOptions = [
  'years',
  'reference',
  'chained',
  'interval',
  'sectors',
  'skills',
  'similarity',
  'shock',
  'services',
] as const;
export type KindOption = (typeof kindOptions)[number];

/** Refuses all options of single kinds but those named. */
export function allowOptions(call: AnalyseCall, kind: string, allowed: readonly KindOption[]): void {
  refuseOptions(
    call,
    kind,
    kindOptions.filter((one) => !allowed.includes(one)),
  );
}

/** An option that is given but not used by this kind of analysis is a mistake, not something to pass over. */
export function refuseOptions(call: AnalyseCall, kind: string, names: readonly KindOption[]): void {
  const given = names.find((name) => call[name] !== undefined && call[name] !== false);
  if (given !== undefined)
    throw wrong(
      `--${given}`,
      { en: `given with ${kind}`, zh: `与 ${kind} 一同给出` },
      { en: `an option of analyse ${kind}`, zh: `analyse ${kind} 的选项` },
    );
  if (call.table !== undefined && call.cities.length > 0) {
    throw wrong(
      '--table',
      { en: `given with ${call.cities.join(', ')}`, zh: `与 ${call.cities.join(', ')} 一同给出` },
      { en: 'either cities or a table with places of its own', zh: '城市，或自带地点的表，二者之一' },
    );
  }
}

function wrong(where: string, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', where, { found, expected });
}
