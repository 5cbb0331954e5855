import { parameterValue } from '../assess/index.js';
import { AfterlodeError, type Facts, type Issue, issue } from '../base/index.js';
import { expectWritable } from '../files/index.js';
import {
  type Fit,
  fitSeries,
  partsOf,
  type Series,
  type Stability,
  stabilityOf,
  type SunkenZone,
  sunkenZones,
} from '../locate/index.js';
import { type SubsidenceCall, subsidenceOptions } from './subsidence-call.js';
import { type SubsidenceFile, saveSubsidence } from './subsidence-files.js';
import { type MeasuredStack, measureStack } from './subsidence-measure.js';
import { type OpenStack, openStack } from './subsidence-stack.js';
import type { Workspace } from './workspace.js';

/** Answer of `subsidence`. Motion is along the line of sight, negative away from the satellite; missing is null. */
export interface SubsidenceAnswer {
  /** Cells of the stack with an answer. */
  readonly pixels: number;
  /** Those whose dates are all tied to one another; only they have rates. */
  readonly tied: number;
  readonly dates: readonly string[];
  readonly pairs: number;
  /** Row and column from 0; of a polygon the middle. */
  readonly reference: Nullable<Stability> & {
    readonly row: number;
    readonly col: number;
    readonly half: number | null;
  };
  /** mm per year of 365.25 days, over tied cells. */
  readonly rate: {
    readonly min: number | null;
    readonly median: number | null;
    readonly max: number | null;
  };
  readonly closure: Omit<NonNullable<MeasuredStack['closure']>, 'brokenByCell'> | null;
  readonly zones: readonly SubsidenceZone[];
  readonly files: readonly SubsidenceFile[];
  readonly issues: readonly Issue[];
}

/** Ground that sank at least to the edge of a basin, in one piece. */
export interface SubsidenceZone {
  readonly zone: string;
  readonly cells: number;
  /** Cells whose dates are all tied; what the others add is least-norm. */
  readonly tied: number;
  readonly lowestMm: number;
  readonly fastestMmPerYear: number;
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] extends number ? number | null : T[Key] };

/** What a call says besides its options. */
export interface SubsidenceCalled {
  /** Folder with a stack. */
  readonly stack: string;
  readonly progress?: (share: number) => void;
}

/**
 * Measures displacement from a stack of unwrapped radar pairs and writes series, rates and zones to a folder.
 *
 * A named reference that seems to move is told as an issue; an automatic one is refused then, as nobody has vouched for it.
 *
 * @throws AfterlodeError CALL_OPTION, FILE_NOT_WRITABLE, DISPLACEMENT_REFERENCE_MOVES and the faults of `openStack` and
 *   `measureStack`; nothing is written then
 */
export async function subsidence(
  ws: Pick<Workspace, 'catalog'>,
  call: SubsidenceCall & SubsidenceCalled,
): Promise<SubsidenceAnswer> {
  const options = subsidenceOptions(call);
  const limit = parameterValue(ws.catalog, 'subsidence_still_rate') * 1000;
  const edge = parameterValue(ws.catalog, 'subsidence_edge') * 1000;
  await expectWritable(call.out);
  const open = await openStack(call.stack, options.wavelengthM, options.inversion.weights === 'coherence');
  try {
    const measured = await measureStack(open, options, call.progress ?? (() => undefined));
    const { series } = measured;
    const all = fitSeries(series, options);
    const fit = options.keepUntied ? all : withoutUntied(all, series);
    const stability = stabilityOf(series, fit, limit);
    // Where nothing is tied there is nothing to test with; that is told in its own words.
    const untested = Number.isNaN(stability.medianSpeedMmPerYear);
    const moving = stability.stable || untested ? null : movesFacts(measured, stability, limit);
    if (moving && options.reference.kind === 'auto')
      throw new AfterlodeError('DISPLACEMENT_REFERENCE_MOVES', moving.where, moving.facts);
    // The middle of a bowl is often not tied: its least-norm rates, which are too small, belong to the zone all the same.
    const zones = sunkenZones(series, all, edge);
    const files = await saveSubsidence(call.out, { measured, fit, zones, options });
    const issues = [
      ...(moving ? [issue('DISPLACEMENT_REFERENCE_MOVES', 'warning', moving.where, moving.facts)] : []),
      ...tieIssues(open, series, call.stack),
    ];
    return answerOf({ open, measured, fit, stability, zones, files, issues });
  } finally {
    await open.close();
  }
}

function answerOf(given: {
  readonly open: OpenStack;
  readonly measured: MeasuredStack;
  readonly fit: Fit;
  readonly stability: Stability;
  readonly zones: readonly SunkenZone[];
  readonly files: readonly SubsidenceFile[];
  readonly issues: readonly Issue[];
}): SubsidenceAnswer {
  const { open, measured, fit, stability, zones, files, issues } = given;
  const { series, reference, closure } = measured;
  const rates = fit.mmPerYear.filter((value, cell) => series.tied[cell] === 1 && !Number.isNaN(value)).sort();
  const middle = (rates.length - 1) / 2;
  const at = (place: number) => orNull(rates[place] ?? Number.NaN);
  return {
    pixels: count(series.rank),
    tied: count(series.tied),
    dates: series.epochs,
    pairs: open.network.pairs.length,
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
    zones: zones.map(({ cells, tied, lowestMm, fastestMmPerYear }, place) => ({
      zone: String(place + 1),
      cells: cells.length,
      tied,
      lowestMm,
      fastestMmPerYear,
    })),
    files,
    issues,
  };
}

/** Rates of cells that are not tied are guesses. */
function withoutUntied(fit: Fit, series: Series): Fit {
  const masked = (values: Float64Array) =>
    values.map((value, cell) => (series.tied[cell] === 1 ? value : Number.NaN));
  return {
    ...fit,
    mmPerYear: masked(fit.mmPerYear),
    standardErrorMmPerYear: masked(fit.standardErrorMmPerYear),
    accelerationMmPerYear2: fit.accelerationMmPerYear2 && masked(fit.accelerationMmPerYear2),
    seasonMm: fit.seasonMm && masked(fit.seasonMm),
  };
}

function movesFacts({ reference }: MeasuredStack, found: Stability, limit: number) {
  const percent = (share: number) => (share * 100).toFixed(0);
  const facts: Facts = {
    speed: found.medianSpeedMmPerYear.toFixed(1),
    limit,
    rising: percent(found.risingShare),
    highest: found.highestMmPerYear.toFixed(1),
    sinking: percent(found.sinkingShare),
  };
  return { where: `${reference.row},${reference.col}`, facts };
}

function tieIssues({ network }: OpenStack, series: Series, stack: string): Issue[] {
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
