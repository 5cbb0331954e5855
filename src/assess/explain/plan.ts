import {
  type CityId,
  evidenceId,
  type IndicatorId,
  type Period,
  sameText,
  type Text,
} from '../../base/index.js';
import { formatAddress } from '../address.js';
import type { Explanation } from '../types.js';
import { indicatorWords, once, placeText, titled, type Walk } from './walk.js';

/** The plan target of a city for a year, with the documents it supersedes; null where there is none. */
export function explainPlan(
  walk: Walk,
  city: CityId,
  year: Period,
  indicator: IndicatorId,
): Explanation | null {
  const stand = walk.targets?.(city, year, indicator) ?? null;
  if (!stand) return null;
  const { target, document, issued } = stand.inForce;
  const { label, unit } = indicatorWords(walk.catalog, indicator);
  const how: Text = {
    en: `set in ${document}${issued ? `, ${issued}` : ''}`,
    zh: `${document}${issued ? `（${issued}）` : ''}规定`,
  };
  return once(walk, formatAddress({ kind: 'plan', city, year, indicator }), () => ({
    kind: 'judgement',
    id: formatAddress({ kind: 'plan', city, year, indicator }),
    label: titled(
      { en: `Plan target: ${label.en}`, zh: `规划目标：${label.zh}` },
      placeText(walk, city, year),
    ),
    value: target,
    unit,
    how,
    method: null,
    references: [],
    evidence: evidenceId({
      kind: 'judgement',
      by: document,
      on: issued ?? walk.catalog.on,
      reason: sameText(`${city} ${indicator} ${year} = ${target}`),
      replaces: [],
    }),
    source: null,
    remarks: stand.earlier.map((one) => ({
      en: `supersedes ${one.target} of ${one.document}${one.issued ? `, ${one.issued}` : ''}`,
      zh: `取代 ${one.document}${one.issued ? `（${one.issued}）` : ''}的 ${one.target}`,
    })),
    inputs: [],
  }));
}
