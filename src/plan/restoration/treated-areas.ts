import { type Treatment, type TreatmentVerdict, treatments } from './treatment.js';

/** What a treatment costs, yuan per m². */
export interface TreatmentPrice {
  readonly low: number;
  readonly high: number;
}

/** Land with one treatment. */
export interface TreatedArea {
  /** null: undecided. */
  readonly treatment: Treatment | null;
  readonly parcels: number;
  /** m², of the parcels whose area is known. */
  readonly areaM2: number;
  /** Parcels without an area. */
  readonly unmeasured: number;
  /** Yuan; `NaN` without a price, or where land has no area. */
  readonly low: number;
  readonly high: number;
}

/**
 * Areas and costs by treatment, in the order of the rule, the undecided last. Areas add up to that of all parcels; a treatment
 * without a price has no cost, rather than one of 0.
 */
export function treatedAreas(
  parcels: readonly { readonly areaM2: number; readonly verdict: TreatmentVerdict }[],
  prices: ReadonlyMap<Treatment, TreatmentPrice>,
): readonly TreatedArea[] {
  return [...treatments, null].flatMap((treatment) => {
    const own = parcels.filter(({ verdict }) => verdict.treatment === treatment);
    if (own.length === 0) return [];
    const known = own.map(({ areaM2 }) => areaM2).filter((area) => !Number.isNaN(area));
    const areaM2 = known.reduce((sum, area) => sum + area, 0);
    const price = treatment === null ? undefined : prices.get(treatment);
    const unmeasured = own.length - known.length;
    const cost = (perM2: number | undefined) =>
      perM2 === undefined || unmeasured > 0 ? Number.NaN : perM2 * areaM2;
    return [
      {
        treatment,
        parcels: own.length,
        areaM2,
        unmeasured,
        low: cost(price?.low),
        high: cost(price?.high),
      },
    ];
  });
}
