import { toEdge } from '../../base/index.js';
import {
  cohenKappa,
  fleissKappa,
  krippendorffAlpha,
  type Ratings,
  type Sighting,
} from '../../locate/index.js';
import type { ElementAgreement } from './answer.js';

/**
 * Agreement of auditors on each element and on all together.
 *
 * @returns null where no picture was judged by two for an element
 */
export function agreementOf(
  sightings: readonly Sighting[],
  elements: readonly string[],
): readonly ElementAgreement[] | null {
  const given = sightings.filter(({ present }) => !Number.isNaN(present));
  const rows = elements
    .map((element) =>
      agreementOn(
        element,
        given.filter((one) => one.element === element),
      ),
    )
    .filter((one) => one.images > 0);
  if (rows.length === 0) return null;
  return [...rows, agreementOn('all', given)];
}

function agreementOn(element: string, sightings: readonly Sighting[]): ElementAgreement {
  const auditors = [...new Set(sightings.map(({ auditor }) => auditor))].toSorted();
  const byUnit = new Map<string, Map<string, number>>();
  for (const { image, element: of, auditor, present } of sightings) {
    const key = JSON.stringify([image, of]);
    const unit = byUnit.get(key) ?? new Map<string, number>();
    byUnit.set(key, unit.set(auditor, present));
  }
  const shared = [...byUnit.values()].filter(({ size }) => size > 1);
  const grades = Float64Array.from(
    shared.flatMap((unit) => auditors.map((auditor) => unit.get(auditor) ?? Number.NaN)),
  );
  const ratings: Ratings = { units: shared.length, raters: auditors.length, grades };
  const of = (place: number) => grades.filter((_, at) => at % 2 === place);
  const pair = auditors.length === 2 ? ([of(0), of(1)] as const) : null;
  return {
    element,
    images: shared.length,
    auditors: auditors.length,
    kappa: pair && toEdge(cohenKappa(...pair)),
    kappaLinear: pair && toEdge(cohenKappa(...pair, 'linear')),
    fleissKappa: toEdge(fleissKappa(ratings)),
    alphaNominal: toEdge(krippendorffAlpha(ratings, 'nominal')),
    alphaOrdinal: toEdge(krippendorffAlpha(ratings, 'ordinal')),
    alphaInterval: toEdge(krippendorffAlpha(ratings, 'interval')),
  };
}
