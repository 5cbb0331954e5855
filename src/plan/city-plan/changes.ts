/** What a measure is expected to do to an indicator. */
export interface Effect {
  readonly measure: string;
  readonly indicator: string;
  readonly direction: 'more' | 'less';
  /** Change in the base unit of the indicator; `NaN` is unknown. */
  readonly low: number;
  readonly high: number;
}

/** What a plan is expected to do to an indicator: the effects side by side, never added. */
export interface IndicatorChange<E extends Effect = Effect> {
  readonly indicator: string;
  readonly effects: readonly E[];
  /** Some measures raise it and others lower it. */
  readonly opposed: boolean;
  /** Year after the last year of any measure that acts on it; `NaN` where none stands in a year. */
  readonly recheck: number;
}

/**
 * Effects by indicator, in order of first mention. They are not added: nobody has shown that two measures on one indicator do
 * the sum of what each does alone. The re-check is due the year after the last of them ends.
 *
 * @param lastYears last year of a measure that stands in the years
 */
export function changesOf<E extends Effect>(
  effects: readonly E[],
  lastYears: ReadonlyMap<string, number>,
): readonly IndicatorChange<E>[] {
  const indicators = [...new Set(effects.map(({ indicator }) => indicator))];
  return indicators.map((indicator) => {
    const own = effects.filter((one) => one.indicator === indicator);
    const years = own.flatMap(({ measure }) => lastYears.get(measure) ?? []);
    return {
      indicator,
      effects: own,
      opposed: new Set(own.map(({ direction }) => direction)).size > 1,
      recheck: years.length === 0 ? Number.NaN : Math.max(...years) + 1,
    };
  });
}
