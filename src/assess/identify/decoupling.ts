/** States of resource decoupling; `boundary` where no state may be forced. Labels stand in classes/resource_decoupling. */
export const resourceDecouplingStates = [
  'strong_decoupling',
  'weak_decoupling',
  'recessive_decoupling',
  'expansive_negative_decoupling',
  'weak_negative_decoupling',
  'strong_negative_decoupling',
  'boundary',
] as const;
export type ResourceDecouplingState = (typeof resourceDecouplingStates)[number];

export interface ResourceDecoupling {
  /** Manufacturing growth ÷ mining growth; null where mining did not change. */
  readonly index: number | null;
  readonly state: ResourceDecouplingState;
}

/**
 * Whether manufacturing frees itself from mining: the six states by the signs of both growths and by their ratio.
 * Source: Yan and Hu 2019, Table 1 (V). Zero growth of either and a ratio of exactly 1 are `boundary` (D).
 *
 * @param manufacturing growth of manufacturing, a share (0.05 is 5 %)
 * @param mining growth of mining over the same years
 * @returns null where one is missing
 */
export function resourceDecoupling(manufacturing: number, mining: number): ResourceDecoupling | null {
  if (!Number.isFinite(manufacturing) || !Number.isFinite(mining)) return null;
  const index = mining === 0 ? null : manufacturing / mining;
  return { index, state: stateOf(manufacturing, mining) };
}

function stateOf(manufacturing: number, mining: number): ResourceDecouplingState {
  // Both of one sign: the ratio is above 1 where manufacturing moved further. Compared as differences, not as a quotient,
  // so that equal growths are equal whatever their size.
  if (mining === 0 || manufacturing === 0 || manufacturing === mining) return 'boundary';
  if (manufacturing > 0 && mining < 0) return 'strong_decoupling';
  if (manufacturing < 0 && mining > 0) return 'strong_negative_decoupling';
  if (manufacturing > 0) return manufacturing > mining ? 'weak_decoupling' : 'expansive_negative_decoupling';
  return manufacturing > mining ? 'recessive_decoupling' : 'weak_negative_decoupling';
}
