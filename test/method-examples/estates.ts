import {
  calibrateSources,
  densitiesOf,
  fuseEstate,
  type JudgedPlot,
  judgePlot,
  meterEstates,
  monthsKept,
  type OccupiedEstimate,
  shapeOf,
  storeysOf,
} from '../../src/locate/index.js';
import { knownFacts, landSettings } from '../../src/locate/land/testing/plots.js';
import { column, type Examples } from './example.js';

const settings = { method: 'bayes', confidence: 0.95, checks: new Set<string>() } as const;
const corner = { x: 0, y: 0 };

/** Examples of docs/methods/locate/inefficient-land.md and vacancy.md. */
export const estateExamples: Examples = {
  'locate.density': ({ plot, buildings }) => {
    const shapes = (buildings as { ring: number[]; storeys: number }[]).map(({ ring, storeys }) => ({
      shape: shapeOf([column(ring)], corner),
      storeys,
    }));
    const [density] = densitiesOf([shapeOf([column(plot)], corner)], shapes);
    const {
      builtM2,
      floorM2,
      coverage,
      floorAreaRatio,
      openShare,
      buildings: count,
    } = density as NonNullable<typeof density>;
    return { builtM2, floorM2, coverage, floorAreaRatio, openShare, buildings: count };
  },
  'locate.storeys': ({ heights, storey }) =>
    Array.from(column(heights), (height) => storeysOf(height, Number(storey))),
  'locate.land': ({ floorAreaRatio, coverage, output, tax, bounds, medians, safetyShares }) =>
    (safetyShares as number[]).map((share) => {
      const exempt = share > 0 ? ({ exemption: 'chemical_safety', safetyM2: share } as const) : {};
      const plot: JudgedPlot = {
        // A plot of one m², so that amounts are amounts by area.
        density: {
          areaM2: 1,
          builtM2: 0,
          floorM2: 0,
          floorLeastM2: 0,
          openShare: 0,
          floorAreaRatioLeast: 0,
          buildings: 1,
          withoutStoreys: 0,
          medianFootprintM2: 1,
          coverage: Number(coverage),
          floorAreaRatio: Number(floorAreaRatio),
        },
        facts: { ...knownFacts, output: Number(output), tax: Number(tax), ...exempt },
        bounds: {
          living: Number.NaN,
          green: Number.NaN,
          ...(bounds as { floorAreaRatio: number; coverage: number }),
        },
      };
      const own = { plots: 5, jobs: Number.NaN, ...(medians as { output: number; tax: number }) };
      const { score, fails, excused, inefficient } = judgePlot(plot, own, landSettings);
      return { score, fails, excused, inefficient };
    }),
  'locate.vacancy': ({ units, estimates }) => {
    const estate = { id: 'a', units: Number(units), estimates: estimates as OccupiedEstimate[], field: null };
    const { mean, variance, occupied, rate } = fuseEstate(estate, new Map(), settings);
    return { mean, error: Math.sqrt(variance), occupied, rate };
  },
  'locate.calibration': ({ units, said, checked, found }) => {
    const estates = (said as number[]).map((occupied, at) => ({
      id: String(at),
      units: Number(units),
      estimates: [{ source: 'a', occupied, error: Number.NaN }],
      field: { checked: Number(checked), occupied: (found as number[])[at] as number },
    }));
    const { bias, spread, calibrated } =
      calibrateSources(estates, settings.checks, settings.confidence).get('a') ?? {};
    return { bias, spread, calibrated };
  },
  'locate.meters': async ({ last, heating, units }) => {
    const [year, month] = String(last).split('-').map(Number) as [number, number];
    const lastMonth = year * 12 + month - 1;
    const given = (units as { water: (number | null)[] }[]).map(({ water }) => {
      const bits = (is: (used: number) => boolean) =>
        water.reduce<bigint>((sum, used, at) => {
          const bit = 1n << BigInt((lastMonth + 1 - water.length + at) % monthsKept);
          return used !== null && is(used) ? sum | bit : sum;
        }, 0n);
      return { estate: 'a', known: bits(() => true), used: bits((used) => used >= 1), units: 1 };
    });
    const read = {
      rows: 0,
      units: given.length,
      firstMonth: lastMonth - 11,
      lastMonth,
      repeated: 0,
      faults: new Map(),
    };
    async function* patterns() {
      yield given;
    }
    const { estates } = await meterEstates(
      { ...read, patterns },
      { months: 6, heating: heating as [number, number] },
    );
    const { metered, occupied, empty, undecided, seasonal } = estates[0] as NonNullable<(typeof estates)[0]>;
    return { metered, occupied, empty, undecided, seasonal };
  },
};
