/** People of a part of a city at both counts, on one boundary. */
export interface SubUnit {
  readonly id: string;
  /** Part of the urban core: a district. */
  readonly core: boolean;
  readonly first: number;
  readonly last: number;
}

export const shrinkageForms = ['none', 'perforated', 'split', 'ring', 'whole'] as const;
export type ShrinkageForm = (typeof shrinkageForms)[number];

export interface SubUnitPattern {
  /** Null without two sub-units that have both counts. */
  readonly form: ShrinkageForm | null;
  readonly counted: number;
  readonly losing: number;
  /** Sub-units losing people ÷ sub-units counted. */
  readonly losingShare: number;
  /** Share of the first count that lived in losing sub-units. */
  readonly losingPeopleShare: number;
  /** Change of the core taken together; missing without a core. */
  readonly coreChange: number;
  /** Change of everything outside the core; missing where nothing lies outside. */
  readonly outerChange: number;
  /**
   * The whole did not lose, but its core did, or at least the given share of its sub-units. Null where it cannot be told.
   */
  readonly partial: boolean | null;
}

/**
 * Where a city loses people. The forms are those of studies of the Yangtze belt; what each means in counts of sub-units
 * is ours (D), because the studies go by maps:
 * whole: every sub-unit loses; ring: the core taken together holds and at least `share` of the sub-units outside lose;
 * split: at least `share` of the sub-units lose and it is neither; perforated: some lose, fewer than `share`; none.
 *
 * Sub-units with a missing count are left out, and `counted` says how many were not.
 *
 * @param change of the whole, a share; `NaN` where unknown
 * @param share of sub-units from which losing is widespread; catalog parameter `partial_shrinkage_units`
 */
export function subUnitPattern(units: readonly SubUnit[], change: number, share: number): SubUnitPattern {
  const known = units.filter(({ first, last }) => first > 0 && !Number.isNaN(last));
  const losing = known.filter(({ first, last }) => last < first);
  const core = known.filter((unit) => unit.core);
  const outer = known.filter((unit) => !unit.core);
  const coreChange = changeOf(core);
  const losingShare = known.length > 0 ? losing.length / known.length : Number.NaN;
  const outerLosing = outer.filter((unit) => losing.includes(unit)).length;
  const isRing =
    coreChange >= 0 && outer.length > 0 && outerLosing > 0 && outerLosing >= share * outer.length;
  const people = sumOf(known, 'first');
  const enough = known.length >= 2;
  return {
    form: enough ? formOf(losing.length, known.length, isRing, share) : null,
    counted: known.length,
    losing: losing.length,
    losingShare,
    losingPeopleShare: people > 0 ? sumOf(losing, 'first') / people : Number.NaN,
    coreChange,
    outerChange: changeOf(outer),
    partial: Number.isNaN(change) || !enough ? null : change >= 0 && (coreChange < 0 || losingShare >= share),
  };
}

function formOf(losing: number, counted: number, isRing: boolean, share: number): ShrinkageForm {
  if (losing === 0) return 'none';
  if (losing === counted) return 'whole';
  if (isRing) return 'ring';
  return losing >= share * counted ? 'split' : 'perforated';
}

function changeOf(units: readonly SubUnit[]): number {
  const first = sumOf(units, 'first');
  return first > 0 ? (sumOf(units, 'last') - first) / first : Number.NaN;
}

function sumOf(units: readonly SubUnit[], key: 'first' | 'last'): number {
  return units.reduce((sum, unit) => sum + unit[key], 0);
}
