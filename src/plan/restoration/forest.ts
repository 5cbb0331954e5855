/** Carbon in carbon dioxide, by mass. */
const co2PerCarbon = 44 / 12;

/** Growing stock of one kind of wood and what turns it into carbon. */
export interface Stand {
  /** Growing stock, m³. */
  readonly volumeM3: number;
  /** Wood density, t/m³. */
  readonly density: number;
  /** Biomass expansion: above ground over stem, 1 or more. */
  readonly expansion: number;
  /** Root over shoot, 0 or more. */
  readonly roots: number;
  /** Share of carbon in dry biomass. */
  readonly carbon: number;
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
