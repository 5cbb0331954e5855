import { type Facts, type Issue, issue } from '../../base/index.js';
import { type Fit, partsOf, type Stability } from '../../locate/index.js';
import type { RateChanges } from './changes.js';
import type { SubsidenceFile } from './files.js';
import type { GroundFindings } from './findings.js';
import type { KeptRun } from './kept/keep.js';
import type { Measured } from './measure.js';
import type { TwoTracks } from './tracks.js';
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
  readonly reference: Reference;
  /** mm per year of 365.25 days, over tied cells. */
  readonly rate: Range;
  /** null where no change was looked for. */
  readonly changes: RateChanges | null;
  /** null where there is one track. */
  readonly tracks: {
    /** Cells that are tied in both. */
    readonly cells: number;
    /** mm per year, positive upward and eastward. */
    readonly up: Range;
    readonly east: Range;
    /** How much an error of 1 in both tracks grows. */
    readonly spread: { readonly up: number; readonly east: number };
    readonly second: {
      readonly stack: string;
      readonly dates: readonly string[];
      readonly reference: Reference;
    };
  } | null;
  readonly closure: Omit<NonNullable<Measured['closure']>, 'brokenByCell'> | null;
  readonly zones: readonly SubsidenceZone[];
  /** null where the call names no city. */
  readonly findings: GroundFindings | null;
  /** null where the call keeps no run. */
  readonly kept: KeptRun | null;
  readonly files: readonly SubsidenceFile[];
  readonly issues: readonly Issue[];
}

type Reference = Nullable<Stability> & {
  readonly row: number | null;
  readonly col: number | null;
  readonly half: number | null;
};

interface Range {
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] extends number ? number | null : T[Key] };

/** Puts the answer together, before anything is kept or found. */
export function answerOf(given: {
  readonly measured: Measured;
  readonly fit: Fit;
  readonly stability: Stability;
  readonly changes: RateChanges | null;
  readonly tracks: TwoTracks | null;
  readonly zones: readonly SubsidenceZone[];
  readonly files: readonly SubsidenceFile[];
  readonly issues: readonly Issue[];
}): SubsidenceAnswer {
  const { measured, fit, stability, changes, tracks, zones, files, issues } = given;
  const { series, reference, closure } = measured;
  return {
    pixels: count(series.rank),
    tied: count(series.tied),
    dates: series.epochs,
    pairs: measured.network === null ? null : measured.network.pairs.length,
    reference: referenceOf(reference, stability),
    rate: rangeOf(fit.mmPerYear.filter((_, cell) => series.tied[cell] === 1)),
    changes,
    tracks: tracks && {
      cells: tracks.cells,
      up: rangeOf(tracks.up),
      east: rangeOf(tracks.east),
      spread: tracks.spread,
      second: {
        stack: tracks.second.stack,
        dates: tracks.second.dates,
        reference: referenceOf(tracks.second.reference, tracks.second.stability),
      },
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

function referenceOf({ row, col, half }: Measured['reference'], stability: Stability): Reference {
  return {
    row,
    col,
    half,
    stable: stability.stable,
    medianSpeedMmPerYear: orNull(stability.medianSpeedMmPerYear),
    risingShare: orNull(stability.risingShare),
    sinkingShare: orNull(stability.sinkingShare),
    highestMmPerYear: orNull(stability.highestMmPerYear),
    lowestMmPerYear: orNull(stability.lowestMmPerYear),
  };
}

function rangeOf(values: Float64Array): Range {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const middle = (sorted.length - 1) / 2;
  const at = (place: number) => sorted[place] ?? Number.NaN;
  return {
    min: orNull(at(0)),
    median: orNull((at(Math.floor(middle)) + at(Math.ceil(middle))) / 2),
    max: orNull(at(sorted.length - 1)),
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
