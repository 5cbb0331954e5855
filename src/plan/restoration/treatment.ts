/** How land is to be treated by depth of the sinking and state of the ground. */
export const treatments = [
  'farmland_or_building',
  'farmland_for_now',
  'fish_and_terraces',
  'wetland',
  'lake',
  'monitored_water',
] as const;
export type Treatment = (typeof treatments)[number];

/** What the rule goes by. */
export interface TreatmentBounds {
  /** Depths at which the treatment changes, m. */
  readonly shallow: number;
  readonly deep: number;
  /** Sinking within so many months up to which ground counts as stable, m. */
  readonly settlementM: number;
  readonly months: number;
}

/** A piece of sunken land; what nobody knows is `NaN` or null. */
export interface SunkenParcel {
  readonly id: string;
  /** m². */
  readonly areaM2: number;
  /** Below the former ground, m, 0 or more. */
  readonly depthM: number;
  /** Sinking within the months of the bounds, m, 0 or more. */
  readonly settlementM: number;
  /** Standard error of it, m; `NaN` is not known and counts as none. */
  readonly settlementErrorM: number;
  /** Whether the ground is at rest by a date that somebody gave. */
  readonly atRest: boolean | null;
  readonly waterTableHigh: boolean | null;
  readonly contaminated: boolean | null;
}

/** Facts without which a parcel cannot be decided. */
export type TreatmentGap = 'depth' | 'stability' | 'water_table';

/** What must happen before or besides the treatment. */
export type TreatmentCondition =
  | 'remediate_first'
  | 'test_contamination'
  | 'test_before_building'
  | 'build_roads_only'
  | 'keep_monitoring';

/** What the rule says of a parcel. */
export interface TreatmentVerdict {
  /** null where what is known leaves more than one, or the rule has no word for it. */
  readonly treatment: Treatment | null;
  /** All that what is known leaves; empty: deep ground without water, of which the rule says nothing. */
  readonly possible: readonly Treatment[];
  /** What would have to be known. */
  readonly missing: readonly TreatmentGap[];
  /** null where it is not known. */
  readonly stable: boolean | null;
  /** Of ground that still sinks: what the rule will say of this depth once it is at rest; null otherwise. */
  readonly later: Treatment | null;
  readonly conditions: readonly TreatmentCondition[];
}

/**
 * Whether ground is at rest, by a date that was given and by its settlement: not where either says no.
 *
 * @param sureErrors standard errors by which a settlement must be off the bound to be told from it
 * @returns null where neither is known, or too uncertain to be told
 */
export function stabilityOf(
  parcel: Pick<SunkenParcel, 'atRest' | 'settlementM' | 'settlementErrorM'>,
  bounds: Pick<TreatmentBounds, 'settlementM'>,
  sureErrors: number,
): boolean | null {
  const measured = byMeasure(parcel, bounds, sureErrors);
  if (parcel.atRest === null) return measured;
  return parcel.atRest && measured !== false;
}

function byMeasure(
  { settlementM, settlementErrorM }: Pick<SunkenParcel, 'settlementM' | 'settlementErrorM'>,
  bounds: Pick<TreatmentBounds, 'settlementM'>,
  sureErrors: number,
): boolean | null {
  if (Number.isNaN(settlementM)) return null;
  const doubt = Number.isNaN(settlementErrorM) ? 0 : sureErrors * settlementErrorM;
  if (settlementM + doubt <= bounds.settlementM) return true;
  return settlementM - doubt > bounds.settlementM ? false : null;
}

/**
 * Treatment by the practice of Huaibei: deep water becomes a lake, shallow ground fields; nothing is built on ground that still sinks.
 *
 * @param stable null where it is not known
 */
export function treatmentVerdict(
  parcel: SunkenParcel,
  stable: boolean | null,
  bounds: TreatmentBounds,
): TreatmentVerdict {
  const possible = possibleTreatments(parcel, stable, bounds);
  const { depthM, waterTableHigh } = parcel;
  const missing: TreatmentGap[] = [];
  if (Number.isNaN(depthM)) missing.push('depth');
  if (stable === null) missing.push('stability');
  if (depthM > bounds.deep && waterTableHigh === null) missing.push('water_table');
  const treatment = missing.length === 0 ? (possible[0] ?? null) : null;
  return {
    treatment,
    possible,
    missing,
    stable,
    later: stable === false && treatment !== null ? ofDepth(parcel, true, bounds) : null,
    conditions: conditionsOf(parcel, stable, treatment),
  };
}

/** The row of the rule for a depth that is known; null for deep ground that no water will fill. */
function ofDepth(
  { depthM, waterTableHigh }: Pick<SunkenParcel, 'depthM' | 'waterTableHigh'>,
  stable: boolean,
  { shallow, deep }: TreatmentBounds,
): Treatment | null {
  if (depthM < shallow) return stable ? 'farmland_or_building' : 'farmland_for_now';
  if (depthM <= deep) return stable ? 'fish_and_terraces' : 'wetland';
  if (waterTableHigh !== true) return null;
  return stable ? 'lake' : 'monitored_water';
}

/** Of deep ground whose water table nobody knows: what water would make of it. */
function possibleTreatments(
  { depthM, waterTableHigh }: SunkenParcel,
  stable: boolean | null,
  bounds: TreatmentBounds,
): readonly Treatment[] {
  const depths = Number.isNaN(depthM) ? [0, bounds.deep, Number.POSITIVE_INFINITY] : [depthM];
  const states = stable === null ? [true, false] : [stable];
  const wet = waterTableHigh !== false;
  const found = depths.flatMap((depth) =>
    states.map((state) => ofDepth({ depthM: depth, waterTableHigh: wet }, state, bounds)),
  );
  return treatments.filter((one) => found.includes(one));
}

function conditionsOf(
  { contaminated }: SunkenParcel,
  stable: boolean | null,
  treatment: Treatment | null,
): readonly TreatmentCondition[] {
  const conditions: TreatmentCondition[] = [];
  if (contaminated === true) conditions.push('remediate_first');
  if (contaminated === null) conditions.push('test_contamination');
  if (treatment === 'farmland_or_building') conditions.push('test_before_building');
  if (stable === false) conditions.push('build_roads_only');
  // Closed mines move again when water returns, so ground at rest is watched too.
  conditions.push('keep_monitoring');
  return conditions;
}
