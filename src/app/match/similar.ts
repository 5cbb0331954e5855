import { cellValue, formatAddress, parameterValue } from '../../assess/index.js';
import { type Issue, issue, toEdge } from '../../base/index.js';
import { type Similar, similarTo } from '../../plan/index.js';
import type { City } from '../../register/index.js';
import type { SimilarCity, SimilarGap } from './answer.js';
import type { MatchContext } from './context.js';
import { nearAndFar } from './words.js';

/** Indicators named as near and as far. */
const named = { near: 4, far: 2 };

/** The listed cities most like one in a period; a warning where it has too few figures to be compared. */
export function similarCities(context: MatchContext): {
  readonly rows: readonly SimilarCity[];
  readonly issues: readonly Issue[];
} {
  const { ws, panel, cities, city, period } = context;
  const { similar } = context.rules;
  const at = panel.periods.indexOf(period);
  const rows = cities.map((one) => panel.cities.indexOf(one.id));
  const values = Float64Array.from(
    rows.flatMap((row) =>
      similar.map(({ indicator, log }) => {
        const value = cellValue(panel, indicator, row, at);
        return log ? logOf(value) : value;
      }),
    ),
  );
  const own = cities.indexOf(city);
  const minimum = parameterValue(ws.catalog, 'match_similar_minimum');
  const has = similar.filter((_, column) => !Number.isNaN(values[own * similar.length + column])).length;
  const found = similarTo(
    { values, weights: Float64Array.from(similar, ({ weight }) => weight) },
    own,
    minimum,
  ).slice(0, parameterValue(ws.catalog, 'match_similar'));
  const where = `${city.name.zh} ${city.name.en}`;
  return {
    rows: found.map((one) => {
      const other = cities[one.row] as City;
      return shown(other, one, gapsTo(context, other, one));
    }),
    issues: has >= minimum ? [] : [issue('MATCH_FEW', 'warning', where, { found: has, expected: minimum })],
  };
}

function gapsTo(
  { ws, rules, panel, city, period }: MatchContext,
  other: City,
  { gaps }: Similar,
): readonly SimilarGap[] {
  const at = panel.periods.indexOf(period);
  return rules.similar.map(({ indicator }, column) => {
    const value = (of: City) => toEdge(cellValue(panel, indicator, panel.cities.indexOf(of.id), at));
    const address = (of: City) => formatAddress({ kind: 'value', city: of.id, period, indicator });
    return {
      indicator,
      label: ws.catalog.indicators.get(indicator)?.label ?? { en: indicator, zh: indicator },
      own: value(city),
      other: value(other),
      ownId: address(city),
      otherId: address(other),
      gap: toEdge(gaps[column] as number),
    };
  });
}

function shown(city: City, { distance, shared }: Similar, gaps: readonly SimilarGap[]): SimilarCity {
  const byGap = gaps
    .filter(({ gap }) => gap !== null)
    .toSorted((a, b) => Math.abs(a.gap as number) - Math.abs(b.gap as number));
  const near = byGap.slice(0, named.near);
  const far = byGap.slice(named.near).slice(-named.far).toReversed();
  return {
    city: city.id,
    name: city.name,
    province: city.province,
    level: city.level,
    type: city.type,
    resources: city.resources,
    distance,
    shared,
    of: gaps.length,
    because: nearAndFar(
      near.map(({ label }) => label),
      far.map(({ label }) => label),
    ),
    gaps,
  };
}

/** `NaN` where there is no logarithm. */
function logOf(value: number): number {
  return value > 0 ? Math.log(value) : Number.NaN;
}
