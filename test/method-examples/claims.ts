import { claimOf, figure, unitOf, world } from '../../src/assess/claims/testing/sample-claim.js';
import { type ClaimWorld, checkClaim, recompute } from '../../src/assess/index.js';
import { catalog, panel, register } from '../../src/assess/testing/sample.js';
import { id } from '../../src/base/index.js';
import type { Recomputation } from '../../src/catalog/index.js';
import { claimReason } from '../../src/report/index.js';
import type { Examples } from './example.js';

const empty = (): ClaimWorld => {
  const plain = catalog({ indicators: [] });
  const percent = { ...unitOf('percent', 'share', 0.01), label: { en: '%', zh: '%' } };
  const units = new Map([...plain.units, [percent.id, percent] as const]);
  return world({ ...plain, units }, register([]), panel(['2020'], { none: [[0]] }));
};

const cannot: Recomputation = {
  op: 'cannot',
  reason: { en: 'no table', zh: '无表' },
  needs: { en: 'a table', zh: '一张表' },
};

/** A number of a page as a constant; null as what cannot be recomputed. */
function readingsOf(readings: readonly (readonly (number | null)[])[]) {
  const constants: Record<string, number> = {};
  const figures = readings.map((reading, at) =>
    Object.fromEntries(
      reading.map((value, of) => {
        if (value === null) return [`f${of}`, cannot];
        constants[`c${at}_${of}`] = value;
        return [`f${of}`, `c${at}_${of}`];
      }),
    ),
  );
  return { constants, readings: figures };
}

interface Written {
  readonly published: readonly number[];
  readonly tolerance: number;
  readonly readings: readonly (readonly (number | null)[])[];
}

/** Examples of the pages in docs/methods/claims/. */
export const claimExamples: Examples = {
  'claims.recompute': ({ constants, operations }) => {
    const claim = claimOf({ constants: constants as Record<string, number>, readings: [{}] });
    return (operations as Recomputation[]).map((by) => recompute(empty(), claim, by).value);
  },
  'claims.verdict': ({ claims }) =>
    (claims as Written[]).map(
      ({ published, tolerance, readings }) =>
        checkClaim(
          empty(),
          claimOf({
            published: Object.fromEntries(
              published.map((value, at) => [`f${at}`, figure(value, { tolerance })]),
            ),
            ...readingsOf(readings),
          }),
        ).verdict,
    ),
  'claims.reason': ({ published, recomputed, reason }) => {
    const unit = id<'unit'>('percent');
    const claim = claimOf({
      published: { figure: figure(published as number, { unit }) },
      constants: { ours: (recomputed as number) / 100 },
      readings: [{ figure: 'ours' }],
    });
    const words = { en: reason as string, zh: reason as string };
    return claimReason(checkClaim(empty(), { ...claim, reason: words }), empty()).en;
  },
};
