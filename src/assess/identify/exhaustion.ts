import { AfterlodeError, type Text } from '../../base/index.js';

/** What reserves are counted by; the same city can be at 70 % of the one and at 45 % of the other. */
export const reserveBases = ['recoverable', 'total'] as const;
export type ReserveBasis = (typeof reserveBases)[number];

/** One resource of a place on one basis, year by year. Amounts in one unit, the same for all of them. */
export interface ReserveSeries {
  readonly place: string;
  readonly resource: string;
  readonly basis: ReserveBasis;
  /** Reserves at the start of the first year. */
  readonly reserves: number;
  /** Ascending. */
  readonly years: readonly number[];
  /** Extracted in each year; `NaN` is missing. */
  readonly output: Float64Array;
  /** Found or reassessed in each year; `NaN` is missing. */
  readonly additions: Float64Array;
  /** Marked as the leading resource of the place. */
  readonly leading: boolean;
}

export interface ExhaustionRule {
  /** Share of the reserves from which a resource is exhausted, by basis. */
  readonly share: Readonly<Record<ReserveBasis, number>>;
  /** Years left at or below which it is near its end. */
  readonly nearYears: number;
  /** Latest years whose mean output the clock runs on. */
  readonly outputYears: number;
}

/** The clock of one resource on one basis; null is not known. */
export interface ExhaustionClock {
  readonly place: string;
  readonly resource: string;
  readonly basis: ReserveBasis;
  readonly leading: boolean;
  /** Last year of the series. */
  readonly year: number;
  /** Extracted since the start ÷ reserves at the start. */
  readonly extractedShare: number | null;
  readonly threshold: number;
  readonly exhausted: boolean | null;
  /** Mean output of the latest years, per year. */
  readonly output: number | null;
  /** What remains, additions counted. */
  readonly remaining: number | null;
  readonly yearsLeft: number | null;
  readonly nearEnd: boolean | null;
  /** Year in which the share reaches the threshold at this output; null where unknown or nothing is extracted. */
  readonly thresholdYear: number | null;
  /** Years between the first and the last that have no output. */
  readonly gaps: readonly number[];
}

/**
 * E = Σ output ÷ reserves at the start; years left = (reserves + Σ additions − Σ output) ÷ mean output of the latest
 * years. A year without output in between leaves both unknown, missing additions the second: a gap is not zero. Exhausted from 70 % of recoverable
 * reserves (Jin et al. 2024, V); the variant on total reserves is S, the rule by years left unofficial.
 *
 * @throws AfterlodeError IDENTIFY_RESERVES where reserves are not above zero, an amount is negative, or there is no year
 */
export function exhaustionClock(series: ReserveSeries, rule: ExhaustionRule): ExhaustionClock {
  checkSeries(series);
  const { years, output, additions, reserves, basis } = series;
  const year = years.at(-1) as number;
  const gaps = gapsOf(series);
  const extracted = gaps.length > 0 ? Number.NaN : sumOf(output);
  const remaining = reserves + sumOf(additions) - extracted;
  const recent = output.subarray(-rule.outputYears);
  const rate =
    gaps.length === 0 && recent.length >= rule.outputYears ? sumOf(recent) / recent.length : Number.NaN;
  const share = extracted / reserves;
  const yearsLeft = rate > 0 ? Math.max(0, remaining) / rate : Number.NaN;
  const until = (rule.share[basis] * reserves - extracted) / rate;
  return {
    place: series.place,
    resource: series.resource,
    basis,
    leading: series.leading,
    year,
    extractedShare: known(share),
    threshold: rule.share[basis],
    exhausted: Number.isNaN(share) ? null : share >= rule.share[basis],
    output: known(rate),
    remaining: known(remaining),
    yearsLeft: known(yearsLeft),
    nearEnd: Number.isNaN(yearsLeft) ? null : yearsLeft <= rule.nearYears,
    thresholdYear: rate > 0 ? known(year + until) : null,
    gaps,
  };
}

/** What a place's clocks come to: the leading resource decides, on recoverable reserves before total ones. */
export interface ExhaustionVerdict {
  readonly exhausted: boolean | null;
  readonly basis: ReserveBasis | null;
  readonly resource: string | null;
  readonly reason: 'leading' | 'only-resource' | 'register' | 'no-leading' | 'no-data';
}

/**
 * Exhausted if the leading resource is: the one marked so, the only one, or else the first of the register; otherwise it
 * stays open. Several resources marked as leading leave it open too (D).
 *
 * @param registered principal resource of the place's register row; null: none
 */
export function exhaustionVerdict(
  clocks: readonly ExhaustionClock[],
  registered: string | null,
): ExhaustionVerdict {
  const open = (reason: ExhaustionVerdict['reason']): ExhaustionVerdict => ({
    exhausted: null,
    basis: null,
    resource: null,
    reason,
  });
  if (clocks.length === 0) return open('no-data');
  const resources = new Set(clocks.map(({ resource }) => resource));
  const marked = new Set(clocks.filter(({ leading }) => leading).map(({ resource }) => resource));
  const [resource, reason] =
    marked.size === 1
      ? [[...marked][0] as string, 'leading' as const]
      : marked.size === 0 && resources.size === 1
        ? [[...resources][0] as string, 'only-resource' as const]
        : marked.size === 0 && registered !== null && resources.has(registered)
          ? [registered, 'register' as const]
          : [null, 'no-leading' as const];
  if (resource === null) return open(reason);
  const own = clocks.filter((clock) => clock.resource === resource);
  const deciding = own.find(({ basis }) => basis === 'recoverable') ?? (own[0] as ExhaustionClock);
  return { exhausted: deciding.exhausted, basis: deciding.basis, resource, reason };
}

/** Growth of output over so many years, counted from the last year; `NaN` where a year is missing. */
export function outputGrowth({ years, output }: ReserveSeries, over: number): number {
  const last = years.at(-1);
  const before = years.indexOf((last ?? Number.NaN) - over);
  if (last === undefined || before < 0) return Number.NaN;
  const was = output[before] as number;
  return was > 0 ? (output[years.length - 1] as number) / was - 1 : Number.NaN;
}

function checkSeries({ place, resource, reserves, years, output, additions }: ReserveSeries): void {
  const where = `${place} ${resource}`;
  const fault = (found: string | Text, expected: string | Text) =>
    new AfterlodeError('IDENTIFY_RESERVES', where, { found, expected });
  if (!(reserves > 0) || !Number.isFinite(reserves))
    throw fault(String(reserves), { en: 'reserves above 0', zh: '大于 0 的储量' });
  if (years.length === 0)
    throw fault({ en: 'no year', zh: '没有年份' }, { en: 'at least one year', zh: '至少一个年份' });
  years.forEach((year, at) => {
    if (at > 0 && year <= (years[at - 1] as number))
      throw fault(
        { en: `year ${year} twice`, zh: `${year} 年出现两次` },
        { en: 'each year once', zh: '每年一次' },
      );
    for (const amount of [output[at], additions[at]] as number[]) {
      if (amount < 0 || amount === Number.POSITIVE_INFINITY) {
        throw fault(
          { en: `${amount} in ${year}`, zh: `${year} 年为 ${amount}` },
          { en: 'amounts of 0 or more', zh: '不小于 0 的量' },
        );
      }
    }
  });
}

function gapsOf({ years, output }: ReserveSeries): readonly number[] {
  const first = years[0] as number;
  const last = years.at(-1) as number;
  const gaps: number[] = [];
  for (let year = first; year <= last; year++) {
    const at = years.indexOf(year);
    if (at < 0 || Number.isNaN(output[at])) gaps.push(year);
  }
  return gaps;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
