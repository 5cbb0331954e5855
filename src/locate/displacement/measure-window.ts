import { checkClosure, mendCycles } from './closure.js';
import { type InvertOptions, invert } from './invert.js';
import { cycleMm } from './phase.js';
import { type FitQuality, qualityOf } from './quality.js';
import type { Series, Stack } from './types.js';

/** How a window of a stack is measured. */
export interface MeasureSettings {
  readonly inversion: InvertOptions;
  readonly wavelengthM: number;
  /** `check` counts triangles that do not close, `mend` takes whole cycles out of pairs first. */
  readonly closure: 'none' | 'check' | 'mend';
}

/** What a window came to. Every number is of one cell alone, so that windows of any cut give the same. */
export interface WindowMeasured {
  readonly series: Series;
  readonly quality: Pick<FitQuality, 'residualMm' | 'temporalCoherence'>;
  /** null where triangles were not asked for. */
  readonly closure: {
    readonly triangles: number;
    /** Triangles with all three pairs and broken ones among them, over all cells, after mending. */
    readonly checked: number;
    readonly broken: number;
    /** Values that were changed by a whole cycle. */
    readonly mended: number;
    readonly brokenByCell: Uint16Array;
  } | null;
  /** Most pairs that any one cell has; 0 where a cell has an answer, as only a refusal asks for it. */
  readonly mostPairs: number;
}

/**
 * Series, fit and closure of a stack or of a window of one.
 *
 * @param told changes against the reference, mm
 */
export function measureWindow(told: Stack, settings: MeasureSettings): WindowMeasured {
  const { wavelengthM, inversion } = settings;
  const { stack, closure } = closed(told, settings);
  const series = invert(stack, inversion);
  const { residualMm, temporalCoherence } = qualityOf(stack, series, wavelengthM * 1000);
  const answered = series.rank.some((rank) => rank > 0);
  return {
    series,
    quality: { residualMm, temporalCoherence },
    closure,
    mostPairs: answered ? 0 : mostPairs(stack),
  };
}

function closed(
  told: Stack,
  { closure, wavelengthM }: MeasureSettings,
): { readonly stack: Stack; readonly closure: WindowMeasured['closure'] } {
  if (closure === 'none') return { stack: told, closure: null };
  const cycle = cycleMm(wavelengthM);
  const { stack, mended } = closure === 'mend' ? mendCycles(told, cycle) : { stack: told, mended: 0 };
  const { triangles, checked, broken } = checkClosure(stack, cycle);
  return {
    stack,
    closure: {
      triangles: triangles.length,
      checked: total(checked),
      broken: total(broken),
      mended,
      brokenByCell: broken,
    },
  };
}

function mostPairs({ changesMm, grid }: Stack): number {
  const there = new Uint32Array(grid.width * grid.height);
  for (const changes of changesMm)
    for (let cell = 0; cell < there.length; cell++)
      if (!Number.isNaN(changes[cell])) there[cell] = (there[cell] as number) + 1;
  return there.reduce((most, count) => (count > most ? count : most), 0);
}

function total(counts: Uint16Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
