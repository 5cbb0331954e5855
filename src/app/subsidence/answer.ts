import { type Facts, type Issue, issue } from '../../base/index.js';
import { type Fit, partsOf, type Stability } from '../../locate/index.js';
import type { SubsidenceFile } from './files.js';
import type { GroundFindings } from './findings.js';
import type { KeptRun } from './kept/keep.js';
import type { Measured } from './measure.js';
import type { SubsidenceZone } from './zones.js';

/** Answer of `subsidence`. Motion is along the line of sight, negative away from the satellite; missing is null. */
export interface SubsidenceAnswer {
  /** Cells of the stack with an answer. */
  readonly pixels: number;
  /** Those whose dates are all tied to one another; only they have rates. */
  readonly tied: number;
  readonly dates: readonly string[];
  /** null for a finished series. */
  readonly pairs: number | null;
  /** Row and column from 0; of a polygon the middle; null where a finished series does not say. */
  readonly reference: Nullable<Stability> & {
    readonly row: number | null;
    readonly col: number | null;
    readonly half: number | null;
  };
  /** mm per year of 365.25 days, over tied cells. */
  readonly rate: {
    readonly min: number | null;
    readonly median: number | null;
    readonly max: number | null;
  };
  readonly closure: Omit<NonNullable<Measured['closure']>, 'brokenByCell'> | null;
  readonly zones: readonly SubsidenceZone[];
  /** null where the call names no city. */
  readonly findings: GroundFindings | null;
  /** null where the call keeps no run. */
  readonly kept: KeptRun | null;
  readonly files: readonly SubsidenceFile[];
  readonly issues: readonly Issue[];
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] extends number ? number | null : T[Key] };

/** Puts the answer together, before anything is kept or found. */
export function answerOf(given: {
  readonly measured: Measured;
  readonly fit: Fit;
  readonly stability: Stability;
  readonly zones: readonly SubsidenceZone[];
  readonly files: readonly SubsidenceFile[];
  readonly issues: readonly Issue[];
}): SubsidenceAnswer {
  const { measured, fit, stability, zones, files, issues } = given;
  const { series, reference, closure } = measured;
  const rates = fit.mmPerYear.filter((value, cell) => series.tied[cell] === 1 && !Number.isNaN(value)).sort();
  const middle = (rates.length - 1) / 2;
  const at = (place: number) => orNull(rates[place] ?? Number.NaN);
  return {
    pixels: count(series.rank),
    tied: count(series.tied),
    dates: series.epochs,
    pairs: measured.network === null ? null : measured.network.pairs.length,
    reference: {
      row: reference.row,
      col: reference.col,
      half: reference.half,
      stable: stability.stable,
      medianSpeedMmPerYear: orNull(stability.medianSpeedMmPerYear),
      risingShare: orNull(stability.risingShare),
      sinkingShare: orNull(stability.sinkingShare),
      highestMmPerYear: orNull(stability.highestMmPerYear),
      lowestMmPerYear: orNull(stability.lowestMmPerYear),
    },
    rate: {
      min: at(0),
      median: orNull(
        ((rates[Math.floor(middle)] ?? Number.NaN) + (rates[Math.ceil(middle)] ?? Number.NaN)) / 2,
      ),
      max: at(rates.length - 1),
    },
    closure: closure && {
      triangles: closure.triangles,
      checked: closure.checked,
      broken: closure.broken,
      mended: closure.mended,
    },
    zones,
    findings: null,
    kept: null,
    files,
    issues,
  };
}

/** Where the reference lies and what speaks against it. */
export function movesFacts({ reference }: Measured, found: Stability, limit: number) {
  const percent = (share: number) => (share * 100).toFixed(0);
  const facts: Facts = {
    speed: found.medianSpeedMmPerYear.toFixed(1),
    limit,
    rising: percent(found.risingShare),
    highest: found.highestMmPerYear.toFixed(1),
    sinking: percent(found.sinkingShare),
  };
  return { where: `${reference.row ?? '–'},${reference.col ?? '–'}`, facts };
}

/** What is to be said of dates that are not tied. */
export function tieIssues({ network, series }: Measured, stack: string): Issue[] {
  if (network === null) return [];
  const parts = partsOf(network.epochs.length, network.pairs);
  if (parts.length > 1) {
    const [first, second] = [parts[0], parts[1]].map((part) => network.epochs[part?.[0] as number] as string);
    const facts = { first: first as string, second: second as string, found: parts.length };
    return [issue('DISPLACEMENT_PARTS', 'warning', stack, facts)];
  }
  const [pixels, tied] = [count(series.rank), count(series.tied)];
  if (pixels === tied) return [];
  return [issue('DISPLACEMENT_UNTIED', 'note', stack, { found: pixels - tied, pixels })];
}

function count(values: Uint8Array | Uint16Array): number {
  let found = 0;
  for (const value of values) if (value > 0) found += 1;
  return found;
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
