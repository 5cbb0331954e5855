import { type PriceBeta, parameterValue, priceBeta, shockResponse, volatility } from '../../assess/index.js';
import { AfterlodeError, type Issue, issue, phrases, toEdge } from '../../base/index.js';
import { seriesOf, type TableCall, type YearSeries } from '../tables/forms.js';
import type { Workspace } from '../workspace.js';
import { type Edges, edgesOf } from './edges.js';
import { referenceRows } from './reference.js';
import { byPlace, readAnalysisTable, refuseNegative } from './table.js';

type Edge = number | null;

/** How a place went through a shock of its reference, and how it follows the price of its resource. */
export interface ResilienceRow {
  readonly form: 'resilience';
  readonly place: string;
  /** Place of the table; null: all together. */
  readonly reference: string | null;
  /** Null where the reference never fell. */
  readonly shock: { readonly before: number; readonly bottom: number; readonly after: number } | null;
  readonly resistance: Edge;
  readonly recovery: Edge;
  /** Null without a column `price`. */
  readonly priceBeta: Edges<PriceBeta> | null;
  readonly volatility: Edge;
  /** Years that volatility and price beta need. */
  readonly years: number;
  readonly issues: readonly Issue[];
}

/**
 * Resistance, recovery, price beta and volatility of a table `place,year,value[,price]`: jobs, or output in prices of one
 * year. The shock is that of `--shock`, else the largest fall of the reference from a year to the next, with the
 * recovery up to the last year.
 *
 * @throws AfterlodeError ANALYSIS_TABLE, CALL_OPTION, ASSESS_PARAMETER_MISSING
 */
export async function resilienceForm(ws: Workspace, call: TableCall): Promise<readonly ResilienceRow[]> {
  const { rows, name, has } = await readAnalysisTable(call.table, {
    texts: ['place'],
    numbers: ['year', 'value'],
    optional: ['price'],
  });
  refuseNegative(name, rows, ['value', 'price']);
  const places = seriesOf(name, rows, call);
  referenceRows(call, rows, byPlace(rows));
  const years = [...new Set(places.flatMap((one) => one.years))].sort((a, b) => a - b);
  const at = (one: YearSeries, year: number) => one.of('value')[one.years.indexOf(year)] ?? Number.NaN;
  const chosen = places.filter(({ place }) => call.reference === undefined || place === call.reference);
  // One place without a value leaves the year of all together missing: a gap is no fall.
  const reference = years.map((year) => chosen.reduce((sum, one) => sum + at(one, year), 0));
  const shock = call.shock === undefined ? largestFall(years, reference) : shockOf(call.shock, years);
  const needed = parameterValue(ws.catalog, 'volatility_years');
  return places.map((one) => {
    const growth = growthOf(one.of('value'));
    const beta = has.has('price') ? priceBeta(growth, growthOf(one.of('price')), needed) : null;
    const spread = volatility(growth.slice(1), needed);
    const response =
      shock &&
      shockResponse(
        three(shock, (year) => at(one, year)),
        three(shock, inReference),
      );
    return {
      form: 'resilience',
      place: one.place,
      reference: call.reference ?? null,
      shock,
      resistance: toEdge(response?.resistance ?? Number.NaN),
      recovery: toEdge(response?.recovery ?? Number.NaN),
      priceBeta: beta && edgesOf(beta),
      volatility: toEdge(spread),
      years: needed,
      issues: gapsOf(one.place, { shock: shock !== null, spread, beta, needed }),
    };
  });

  function inReference(year: number): number {
    return reference[years.indexOf(year)] ?? Number.NaN;
  }
}

type Shock = NonNullable<ResilienceRow['shock']>;

function three({ before, bottom, after }: Shock, of: (year: number) => number): [number, number, number] {
  return [of(before), of(bottom), of(after)];
}

function growthOf(values: Float64Array): Float64Array {
  return values.map((value, at) => (at === 0 ? Number.NaN : value / (values[at - 1] as number) - 1));
}

function largestFall(years: readonly number[], reference: readonly number[]): Shock | null {
  const growth = growthOf(Float64Array.from(reference));
  let [at, least] = [0, 0];
  growth.forEach((value, step) => {
    if (value < least) [at, least] = [step, value];
  });
  const [before, bottom, after] = [years[at - 1], years[at], years.at(-1)];
  if (before === undefined || bottom === undefined || after === undefined) return null;
  return { before, bottom, after };
}

/** Three years of the table, ascending. */
function shockOf(text: string, years: readonly number[]): Shock {
  const [before = 0, bottom = 0, after = 0, ...more] = text.split(',').map(Number);
  const known = [before, bottom, after].every((year) => years.includes(year));
  if (known && before < bottom && bottom < after && more.length === 0) return { before, bottom, after };
  throw new AfterlodeError('CALL_OPTION', '--shock', {
    found: text || phrases.nothing,
    expected: {
      en: `three years of the table, ascending: before, bottom, after (${years[0]}–${years.at(-1)})`,
      zh: `表中三个递增的年份：冲击前、谷底、恢复后（${years[0]}–${years.at(-1)}）`,
    },
  });
}

/** What could not be said, and what it would take. */
function gapsOf(
  place: string,
  found: {
    readonly shock: boolean;
    readonly spread: number;
    readonly beta: PriceBeta | null;
    readonly needed: number;
  },
): readonly Issue[] {
  const { shock, spread, beta, needed } = found;
  const yearly = { en: `growth of ${needed} years without a gap`, zh: `连续 ${needed} 年的增长率` };
  const priced = {
    en: `${needed} years with growth and a price that moves`,
    zh: `${needed} 年增长率与有变动的价格`,
  };
  const fall = { en: 'a fall of the reference', zh: '参照地的下降' };
  const lacking = [
    ...(shock ? [] : [{ what: { en: 'resistance and recovery', zh: '抵抗力与恢复力' }, expected: fall }]),
    ...(Number.isNaN(spread) ? [{ what: { en: 'volatility', zh: '增长波动' }, expected: yearly }] : []),
    ...(beta && Number.isNaN(beta.beta)
      ? [{ what: { en: 'price beta', zh: '价格敏感度' }, expected: priced }]
      : []),
  ];
  return lacking.map(({ what, expected }) =>
    issue('ANALYSIS_NEEDS', 'note', place, { found: what, expected }),
  );
}
