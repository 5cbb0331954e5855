import {
  creditOf,
  forestSink,
  forestStock,
  legacyOutlook,
  stabilityOf,
  treatmentVerdict,
} from '../../src/plan/index.js';
import { column, type Examples } from './example.js';

const sure = (mid: number) => ({ low: mid, mid, high: mid });

/** Examples of restoration-treatment, restoration-legacy and forest-carbon. */
export const restorationExamples: Examples = {
  'plan.restoration-treatment': ({ depth, rate, water }) => {
    const bounds = { shallow: 1.5, deep: 3, settlementM: 0.03, months: 6 };
    const rates = column(rate);
    const parcels = Array.from(column(depth), (depthM, at) => ({
      id: String(at),
      areaM2: Number.NaN,
      depthM,
      settlementM: ((rates[at] as number) * bounds.months) / 12 / 1000,
      settlementErrorM: Number.NaN,
      atRest: null,
      waterTableHigh: (water as (boolean | null)[])[at] ?? null,
      contaminated: null,
    }));
    const verdicts = parcels.map((parcel) =>
      treatmentVerdict(parcel, stabilityOf(parcel, bounds, 2), bounds),
    );
    return {
      treatment: verdicts.map(({ treatment }) => treatment),
      later: verdicts.map(({ later }) => later),
      settlementMm: parcels.map(({ settlementM }) => settlementM * 1000),
    };
  },
  'plan.restoration-legacy': ({ registered, treated, sunk, paces, years }) => {
    const from = { year: 0, registered: registered as number, treated: treated as number };
    const found = (paces as number[]).map((pace) =>
      legacyOutlook(from, { sunk: sure(sunk as number), treated: sure(pace) }, years as number),
    );
    return {
      yearsLeft: found.map(({ yearsLeft }) => yearsLeft.mid),
      rate: found.map(({ path }) => path.at(-1)?.rate),
      rateOfStart: found.map(({ path }) => path.at(-1)?.rateOfStart),
      needed: found[0]?.needed.mid,
    };
  },
  'plan.forest-carbon': ({ stand, later, years, terms }) => {
    const [volumeM3 = 0, density = 0, expansion = 0, roots = 0, carbon = 0] = stand as number[];
    const [baseline = 0, leakage = 0, buffer = 0, price = 0] = terms as number[];
    const stock = forestStock([{ volumeM3, density, expansion, roots, carbon }]);
    const sink = forestSink([stock, later as number], years as number);
    const given = { methodology: 'any', additional: true, baseline, leakage, buffer, price };
    const { credit, value } = creditOf(sink, given);
    const without = creditOf(sink, null).credit;
    return { stock, sink, credit, value, withoutTerms: Number.isNaN(without) ? null : without };
  },
};
