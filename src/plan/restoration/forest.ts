/** Carbon in carbon dioxide, by mass. */
const co2PerCarbon = 44 / 12;

/** What turns the volume of one kind of wood into carbon. `NaN` is not known. */
export interface WoodFactors {
  /** Wood density, t/m³. */
  readonly density: number;
  /** Biomass expansion: above ground over stem, 1 or more. */
  readonly expansion: number;
  /** Root over shoot, 0 or more. */
  readonly roots: number;
  /** Share of carbon in dry biomass. */
  readonly carbon: number;
}

/** Growing stock of one kind of wood. */
export interface Stand extends WoodFactors {
  /** Growing stock, m³. */
  readonly volumeM3: number;
}

/** Carbon stored in stands: C = Σ V D BEF (1 + R) CF. @returns t CO₂ that the stock holds; it is no sink */
export function forestStock(stands: readonly Stand[]): number {
  return stands.reduce(
    (sum, { volumeM3, density, expansion, roots, carbon }) =>
      sum + volumeM3 * density * expansion * (1 + roots) * carbon * co2PerCarbon,
    0,
  );
}

/**
 * The same by the continuous function of biomass of a stand type, B = a V + b with V in m³ a hectare: C = A (a V ÷ A + b) CF.
 *
 * @returns t CO₂; `NaN` where area, volume or a factor is missing
 */
export function continuousStock(
  { areaHa, volumeM3 }: { readonly areaHa: number; readonly volumeM3: number },
  { a, b, carbon }: { readonly a: number; readonly b: number; readonly carbon: number },
): number {
  return (a * volumeM3 + b * areaHa) * carbon * co2PerCarbon;
}

/**
 * Yearly sink between two inventories.
 *
 * @param stocks t CO₂ at both
 * @param years between them, above 0
 * @returns t CO₂ a year; below 0 the forest loses
 */
export function forestSink(stocks: readonly [before: number, after: number], years: number): number {
  return (stocks[1] - stocks[0]) / years;
}

/**
 * What of a sink can be credited: what is beyond the sink without the project, less what moved elsewhere and what is held back for loss.
 *
 * @param shares leakage and buffer, 0 to 1
 * @returns t CO₂ a year, never below 0
 */
export function forestCredit(
  sink: number,
  baseline: number,
  { leakage, buffer }: { readonly leakage: number; readonly buffer: number },
): number {
  return Math.max(0, (sink - baseline) * (1 - leakage) * (1 - buffer));
}

/** What a forest must show before any of its sink can be credited; `NaN` and null are not known. */
export interface CreditTerms {
  /** Registered methodology by which it is claimed. */
  readonly methodology: string | null;
  /** Whether it would not have happened anyway. */
  readonly additional: boolean | null;
  /** Sink without the project, t CO₂ a year. */
  readonly baseline: number;
  /** Shares, 0 to 1. */
  readonly leakage: number;
  readonly buffer: number;
  /** Yuan a t CO₂. */
  readonly price: number;
}

/** What a credit lacks. */
export type CreditGap = 'sink' | keyof CreditTerms;

/**
 * The credit of a sink, and what it lacks. Without a methodology, additionality, baseline, leakage and buffer there is none; without a price it has
 * no value.
 *
 * @returns t CO₂ a year and yuan a year; `NaN` where they are not known
 */
export function creditOf(
  sink: number,
  terms: CreditTerms | null,
): { readonly credit: number; readonly value: number; readonly missing: readonly CreditGap[] } {
  const known = { sink, ...(terms ?? noTerms) };
  const missing = (Object.keys(known) as CreditGap[]).filter(
    (name) => known[name] === null || Number.isNaN(known[name]),
  );
  if (known.additional === false) return { credit: 0, value: 0, missing: [] };
  const sure = missing.every((name) => name === 'price');
  const credit = sure ? forestCredit(sink, known.baseline, known) : Number.NaN;
  return { credit, value: credit * known.price, missing };
}

const noTerms: CreditTerms = {
  methodology: null,
  additional: null,
  baseline: Number.NaN,
  leakage: Number.NaN,
  buffer: Number.NaN,
  price: Number.NaN,
};
