/** A condition in one year; null: it could not be judged. */
export interface YearlyCondition {
  readonly year: number;
  readonly holds: boolean | null;
}

/** What the yearly record of a condition comes to. */
export type SignalState =
  /** Held in so many consecutive years up to the last. */
  | 'recommended'
  /** Judged in enough consecutive years and not held throughout. */
  | 'not-met'
  /** Too few consecutive years could be judged, whatever they say. */
  | 'not-enough-years';

/** A recommendation with its evidence; the register changes only by a recorded decision. */
export interface Signal {
  readonly state: SignalState;
  /** Consecutive years asked for. */
  readonly needed: number;
  /** Length of the run of consecutive judged years that ends with the last judged one. */
  readonly judged: number;
  /** Length of the run in which the condition held, ending with the last judged year. */
  readonly held: number;
  readonly evidence: readonly YearlyCondition[];
}

/**
 * Whether a condition held long enough: in `needed` calendar years in a row that end with the latest judged one. Two
 * censuses ten years apart are two runs of one year, which is not enough. Ours (D).
 *
 * @param record in any order; years that could not be judged break the run
 */
export function signalOf(record: readonly YearlyCondition[], needed: number): Signal {
  const evidence = [...record].sort((a, b) => a.year - b.year);
  const judged = evidence.filter(({ holds }) => holds !== null);
  const run = runLength(judged, () => true);
  const held = runLength(judged, ({ holds }) => holds === true);
  const failed = judged.at(-1)?.holds === false;
  const state =
    held >= needed ? 'recommended' : run >= needed && (failed || run > held) ? 'not-met' : 'not-enough-years';
  return { state, needed, judged: run, held, evidence };
}

/** Years at the end that follow one another and fulfil a condition. */
function runLength(record: readonly YearlyCondition[], fulfils: (one: YearlyCondition) => boolean): number {
  let length = 0;
  for (let at = record.length - 1; at >= 0; at--) {
    const one = record[at] as YearlyCondition;
    const next = record[at + 1];
    if (!fulfils(one) || (next !== undefined && next.year !== one.year + 1)) break;
    length += 1;
  }
  return length;
}

/** All conditions at once: false as soon as one fails, null while one that could change the answer is not known. */
export function allHold(conditions: readonly (boolean | null)[]): boolean | null {
  if (conditions.includes(false)) return false;
  return conditions.length === 0 || conditions.includes(null) ? null : true;
}

/** Whether at least so many of the tests passed; null while tests that could not be made decide it. */
export function atLeast(tests: readonly (boolean | null)[], needed: number): boolean | null {
  const passed = tests.filter((test) => test === true).length;
  const open = tests.filter((test) => test === null).length;
  if (passed >= needed) return true;
  return passed + open >= needed ? null : false;
}
