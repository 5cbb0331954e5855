import { AfterlodeError } from '../../base/index.js';
import {
  checkClosure,
  cycleMm,
  type FitQuality,
  invert,
  mendCycles,
  minusMedians,
  type Network,
  qualityOf,
  type Series,
  type Stack,
  type Window,
  windowsOf,
  withoutPlanes,
} from '../../locate/index.js';
import type { SubsidenceOptions } from './call.js';
import type { Points } from './points.js';
import { findReference } from './reference.js';
import type { OpenStack } from './stack.js';

/** What a stack or a finished series came to, before rates. */
export interface Measured {
  readonly series: Series;
  /** Of a finished series without a grid; its series holds them as one row of cells. */
  readonly points: Points | null;
  /** null for a finished series: then nothing is known of its pairs. */
  readonly network: Network | null;
  /** Row and column from 0; null where a finished series does not say. */
  readonly reference: {
    readonly row: number | null;
    readonly col: number | null;
    readonly half: number | null;
  };
  /** By cell, as `qualityOf` gives them; null for a finished series. */
  readonly quality: Pick<FitQuality, 'residualMm' | 'temporalCoherence'> | null;
  /** null where triangles were not asked for. */
  readonly closure: {
    readonly triangles: number;
    /** Triangles with all three pairs and broken ones among them, over all cells, after mending. */
    readonly checked: number;
    readonly broken: number;
    /** Values that were changed by a whole cycle. */
    readonly mended: number;
    /** Broken triangles by cell. */
    readonly brokenByCell: Uint16Array;
  } | null;
}

/** Memory for the pairs of one strip of rows, bytes. */
const stripBytes = 256 * 1024 * 1024;

/**
 * Series of a stack, strip by strip of rows, so that its pairs never stand in memory together; only a plane of each pair and an
 * automatic reference need the whole scene at once.
 *
 * @param progress told the share that is done
 * @throws AfterlodeError the faults of `findReference`, DISPLACEMENT_NO_PIXELS
 */
export async function measureStack(
  open: OpenStack,
  options: SubsidenceOptions,
  progress: (share: number) => void,
): Promise<Measured> {
  const { grid, network } = open;
  const wanted = options.inversion.minimumObservations;
  const noPixels = (found: number) =>
    new AfterlodeError('DISPLACEMENT_NO_PIXELS', `${grid.width} x ${grid.height}`, {
      found,
      expected: wanted,
      pairs: network.pairs.length,
    });
  if (network.pairs.length < wanted) throw noPixels(network.pairs.length);
  const everything = { column: 0, row: 0, width: grid.width, height: grid.height };
  const plane = options.ramp === 'plane';
  const whole =
    plane || options.reference.kind === 'auto' ? prepared(await open.read(everything), plane) : null;
  const reference = await findReference(open, whole, options.reference, options.inversion);
  const cells = grid.width * grid.height;
  const series = {
    grid,
    epochs: network.epochs,
    cumulativeMm: network.epochs.map(() => new Float64Array(cells)),
    rank: new Uint16Array(cells),
    tied: new Uint8Array(cells),
  };
  const closure = { triangles: 0, checked: 0, broken: 0, mended: 0, brokenByCell: new Uint16Array(cells) };
  const quality = { residualMm: new Float64Array(cells), temporalCoherence: new Float64Array(cells) };
  let most = 0;
  for (const strip of whole === null ? stripsOf(open) : [everything]) {
    let stack = minusMedians(whole ?? (await open.read(strip)), reference.medians);
    const start = strip.row * grid.width;
    if (options.closure !== 'none') {
      const cycle = cycleMm(open.wavelengthM);
      if (options.closure === 'mend') {
        const { stack: mendedStack, mended } = mendCycles(stack, cycle);
        stack = mendedStack;
        closure.mended += mended;
      }
      const { triangles, checked, broken } = checkClosure(stack, cycle);
      closure.triangles = triangles.length;
      closure.checked += total(checked);
      closure.broken += total(broken);
      closure.brokenByCell.set(broken, start);
    }
    const found = invert(stack, options.inversion);
    for (const [epoch, values] of found.cumulativeMm.entries())
      series.cumulativeMm[epoch]?.set(values, start);
    series.rank.set(found.rank, start);
    series.tied.set(found.tied, start);
    const { residualMm, temporalCoherence } = qualityOf(stack, found, open.wavelengthM * 1000);
    quality.residualMm.set(residualMm, start);
    quality.temporalCoherence.set(temporalCoherence, start);
    // Only a refusal asks for it.
    if (!found.rank.some((rank) => rank > 0)) most = Math.max(most, mostPairs(stack));
    progress((strip.row + strip.height) / grid.height);
  }
  if (!series.rank.some((rank) => rank > 0)) throw noPixels(most);
  return {
    points: null,
    series,
    network,
    reference,
    quality,
    closure: options.closure === 'none' ? null : closure,
  };
}

function prepared(stack: Stack, plane: boolean): Stack {
  return plane ? withoutPlanes(stack) : stack;
}

function stripsOf({ grid, network }: OpenStack): readonly Window[] {
  const rowBytes = grid.width * (network.pairs.length + network.epochs.length) * 8;
  const height = Math.max(1, Math.floor(stripBytes / rowBytes));
  return windowsOf(grid, { width: grid.width, height });
}

/** Most pairs that any one cell has. */
function mostPairs({ changesMm }: Stack): number {
  let most = 0;
  const cells = changesMm[0]?.length ?? 0;
  for (let cell = 0; cell < cells; cell++) {
    let there = 0;
    for (const changes of changesMm) if (!Number.isNaN(changes[cell])) there += 1;
    most = Math.max(most, there);
  }
  return most;
}

function total(counts: Uint16Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
