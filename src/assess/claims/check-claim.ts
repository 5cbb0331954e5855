import type { Claim, ClaimReading, PublishedFigure, Recomputation } from '../../catalog/index.js';
import { levelsBeyondList } from './choose-units.js';
import { operationOf, recompute } from './recompute.js';
import type {
  ClaimBeside,
  ClaimFigure,
  ClaimReadingResult,
  ClaimResult,
  ClaimVerdict,
  ClaimWorld,
  Recomputed,
} from './types.js';

/**
 * Recomputes a claim under each of its readings and judges it.
 *
 * A reading agrees where all its figures do, differs where one does not, and is open where the others are missing. The
 * claim holds if its first reading agrees; holds only if the condition of another that agrees; else it does not hold
 * where the first differs, and cannot be checked where that is open.
 */
export function checkClaim(world: ClaimWorld, claim: Claim): ClaimResult {
  const readings = claim.readings.map((reading) => readingResult(world, claim, reading));
  return {
    claim,
    ...judge(readings),
    readings,
    beside: [...claim.beside].map(([id, one]): ClaimBeside => {
      const found = recompute(world, claim, one.by);
      return {
        id,
        label: one.label,
        unit: one.unit,
        operation: operationOf(one.by),
        ...shown(world, found, one.unit),
      };
    }),
  };
}

function judge(readings: readonly ClaimReadingResult[]): {
  readonly verdict: ClaimVerdict;
  readonly condition: ClaimReadingResult['if'];
} {
  const [first, ...others] = readings;
  if (first?.outcome === 'agrees') return { verdict: 'holds', condition: null };
  const other = others.find(({ outcome }) => outcome === 'agrees');
  if (other) return { verdict: 'holds only if', condition: other.if };
  return { verdict: first?.outcome === 'differs' ? 'does not hold' : 'cannot be checked', condition: null };
}

function readingResult(world: ClaimWorld, claim: Claim, reading: ClaimReading): ClaimReadingResult {
  const figures = [...reading.figures].flatMap(([id, by]): ClaimFigure[] => {
    const published = claim.published.get(id);
    if (!published) return [];
    const found = recompute(world, claim, by);
    const { value, ...rest } = shown(world, found, published.unit);
    return [
      {
        id,
        published,
        recomputed: value,
        agrees: value === null ? null : agree(published, value),
        operation: operationOf(by),
        ...rest,
      },
    ];
  });
  const outcome = figures.some(({ agrees }) => agrees === false)
    ? 'differs'
    : figures.every(({ agrees }) => agrees === true)
      ? 'agrees'
      : 'open';
  return { id: reading.id, if: reading.if, outcome, figures };
}

/** From base units to the unit of the figure; missing becomes null. */
function shown({ catalog }: ClaimWorld, { value, ...rest }: Recomputed, unit: PublishedFigure['unit']) {
  if (typeof value === 'string') return { value, ...rest };
  const factor = catalog.units.get(unit)?.factor ?? 1;
  return { value: Number.isFinite(value) ? value / factor : null, ...rest };
}

/** Rounding of sums must not turn an exact agreement into a difference. */
const hair = 1e-9;

function agree({ value, is, tolerance }: PublishedFigure, ours: number | string): boolean {
  if (typeof value === 'string' || typeof ours === 'string') return value === ours;
  switch (is) {
    case 'eq':
      return Math.abs(ours - value) <= tolerance + hair * Math.max(1, Math.abs(value));
    case 'ge':
      return ours >= value;
    case 'gt':
      return ours > value;
    case 'le':
      return ours <= value;
    case 'lt':
      return ours < value;
  }
}

/** Levels whose unlisted units the claims need. */
export function levelsOfClaims(claims: Iterable<Claim>): readonly string[] {
  const levels = new Set<string>();
  const visit = (by: Recomputation): void => {
    if (typeof by === 'string') return;
    if ('units' in by) for (const level of levelsBeyondList(by.units)) levels.add(level);
    if ('of' in by && by.op !== 'same_base') by.of.forEach(visit);
  };
  for (const claim of claims) {
    for (const reading of claim.readings) reading.figures.forEach(visit);
    for (const { by } of claim.beside.values()) visit(by);
  }
  return [...levels];
}
