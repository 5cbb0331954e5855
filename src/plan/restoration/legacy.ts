/** A quantity of which only the ends may be known for sure. */
export interface Bounded {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** Legacy land at the end of a year, in the unit of the inputs; `NaN` is not known. */
export interface LegacyYear {
  readonly year: number;
  /** All that ever sank: what was there and what has sunk since. */
  readonly registered: number;
  readonly treated: number;
  /** Not treated: registered less treated. */
  readonly open: number;
  /** Treated over registered, 0 to 1; `NaN` where nothing is registered. */
  readonly rate: number;
  /** Treated over what was registered at the start, as a rate without new subsidence has it. */
  readonly rateOfStart: number;
}

/** Flows of a year. */
export interface LegacyFlow {
  readonly year: number;
  /** What sinks anew. */
  readonly sunk: number;
  readonly treated: number;
}

/**
 * How treatment keeps up with new subsidence: what sinks anew each year enters below the line, so that a rate may fall while more is
 * treated than ever. Never more is treated than is there. From a year whose flows are not known on nothing is.
 *
 * @param start registered and treated at the end of the year before the first
 * @param years what sinks and what is treated by year, in order
 */
export function legacyPath(
  start: { readonly registered: number; readonly treated: number },
  years: readonly LegacyFlow[],
): readonly LegacyYear[] {
  let { registered, treated } = start;
  return years.map(({ year, sunk, treated: done }) => {
    registered += sunk;
    treated = Math.min(registered, treated + done);
    return legacyYear(year, registered, treated, start.registered);
  });
}

/** A year by what is registered and treated at its end. */
export function legacyYear(year: number, registered: number, treated: number, start: number): LegacyYear {
  const share = (of: number) => (of > 0 ? treated / of : Number.NaN);
  const rateOfStart = share(start);
  return { year, registered, treated, open: registered - treated, rate: share(registered), rateOfStart };
}

/** A pace at which land sinks and is treated, a year. */
export interface LegacyPace {
  readonly sunk: Bounded;
  readonly treated: Bounded;
}

/** What a pace leads to. */
export interface LegacyOutlook {
  /** Years from the start until nothing is left open; infinite: never at this pace. */
  readonly yearsLeft: Bounded;
  /** What would have to be treated a year for nothing to be left at the end. */
  readonly needed: Bounded;
  /** Slow and fast are the ends of both flows together. */
  readonly path: readonly (LegacyYear & { readonly rateLow: number; readonly rateHigh: number })[];
}

/**
 * What becomes of legacy land at a steady pace. The low end of the years is that of most treatment and least new subsidence.
 *
 * @param from state at the end of the last year known
 * @param last year up to which the path is told, after `from`
 * @param start registered area that a rate without new subsidence goes by
 */
export function legacyOutlook(
  from: { readonly year: number; readonly registered: number; readonly treated: number },
  { sunk, treated }: LegacyPace,
  last: number,
  start = from.registered,
): LegacyOutlook {
  const path = (more: number, done: number) => {
    const years = Array.from({ length: last - from.year }, (_, at) => from.year + 1 + at);
    return legacyPath(
      from,
      years.map((year) => ({ year, sunk: more, treated: done })),
    );
  };
  const [slow, fast] = [path(sunk.high, treated.low), path(sunk.low, treated.high)];
  const open = from.registered - from.treated;
  const needed = (more: number) => open / (last - from.year) + more;
  return {
    yearsLeft: {
      low: yearsUntilNone(open, sunk.low, treated.high),
      mid: yearsUntilNone(open, sunk.mid, treated.mid),
      high: yearsUntilNone(open, sunk.high, treated.low),
    },
    needed: { low: needed(sunk.low), mid: needed(sunk.mid), high: needed(sunk.high) },
    path: path(sunk.mid, treated.mid).map((one, at) => ({
      ...one,
      rateOfStart: start > 0 ? one.treated / start : Number.NaN,
      rateLow: slow[at]?.rate ?? Number.NaN,
      rateHigh: fast[at]?.rate ?? Number.NaN,
    })),
  };
}

/** Whole years until nothing is left; infinite where as much sinks as is treated. */
function yearsUntilNone(open: number, sunk: number, treated: number): number {
  if (open <= 0) return 0;
  if (Number.isNaN(open + sunk + treated)) return Number.NaN;
  return treated > sunk ? Math.ceil(open / (treated - sunk)) : Number.POSITIVE_INFINITY;
}
