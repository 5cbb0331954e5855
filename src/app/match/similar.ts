import { cellValue, formatAddress, parameterValue } from '../../assess/index.js';
import { type Issue, issue, type Period, toEdge } from '../../base/index.js';
import type { Matching } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import { type Similar, similarTo } from '../../plan/index.js';
import type { City } from '../../register/index.js';
import type { Workspace } from '../workspace.js';
import type { SimilarCity, SimilarGap } from './answer.js';
import { nearAndFar } from './words.js';

/** Indicators named as near and as far. */
const named = { near: 4, far: 2 };

/**
 * The listed cities most like one in a period.
 *
 * @param cities those compared, the city among them, in the order in which equal ones stand
 */
export function similarCities(
  ws: Workspace,
  { similar }: Matching,
  panel: Panel,
  cities: readonly City[],
  city: City,
  period: Period,
): { readonly rows: readonly SimilarCity[]; readonly issues: readonly Issue[] } {
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
  const gapsOf = (one: Similar): readonly SimilarGap[] =>
    similar.map(({ indicator }, column) => {
      const address = (of: City) => formatAddress({ kind: 'value', city: of.id, period, indicator });
      return {
        indicator,
        label: ws.catalog.indicators.get(indicator)?.label ?? { en: indicator, zh: indicator },
        own: toEdge(cellValue(panel, indicator, rows[own] as number, at)),
        other: toEdge(cellValue(panel, indicator, rows[one.row] as number, at)),
        ownId: address(city),
        otherId: address(cities[one.row] as City),
        gap: toEdge(one.gaps[column] as number),
      };
    });
  const where = `${city.name.zh} ${city.name.en}`;
  return {
    rows: found.map((one) => shown(cities[one.row] as City, one, gapsOf(one))),
    issues: has >= minimum ? [] : [issue('MATCH_FEW', 'warning', where, { found: has, expected: minimum })],
  };
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
