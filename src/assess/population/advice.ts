import type { PopulationGrade } from './change.js';

export const adviceReasons = [
  'lost people',
  'holds or gains people',
  'core or half of the parts lose people',
  'land expands while people leave',
  'shrinks by age alone',
  'more leave than come',
  'ages',
] as const;
export type AdviceReason = (typeof adviceReasons)[number];

/** What planning for people should aim at, and why. */
export interface Advice {
  readonly aim: 'smart growth' | 'smart growth with local reduction' | 'smart shrinkage';
  readonly reasons: readonly AdviceReason[];
}

/**
 * Advice from the verdict: a place that loses people should shrink smartly (plan for reduction, cut idle industrial land,
 * keep services and quality), one with potential grow smartly, and one whose parts lose people reduce there. Null without
 * a verdict on aligned or unchanged boundaries: no advice from a doubtful count.
 *
 * Source: Liu Yanjun in the seed (S); combination ours (D).
 */
export function adviceOf(found: {
  readonly grade: PopulationGrade | null;
  readonly partial: boolean | null;
  readonly expandsWhileShrinking: boolean | null;
  readonly byAgeAlone: boolean | null;
  /** Share; below 0 is outflow. */
  readonly netFlow: number;
  /** Change of the share of people of 60 and over, in shares. */
  readonly ageing: number;
}): Advice | null {
  if (found.grade === null) return null;
  const shrinks = found.grade !== 'growth' && found.grade !== 'stable growth';
  const partial = found.partial === true;
  const reasons: AdviceReason[] = [shrinks ? 'lost people' : 'holds or gains people'];
  if (partial) reasons.push('core or half of the parts lose people');
  if (found.expandsWhileShrinking) reasons.push('land expands while people leave');
  if (found.byAgeAlone) reasons.push('shrinks by age alone');
  if (found.netFlow < 0) reasons.push('more leave than come');
  if (found.ageing > 0) reasons.push('ages');
  if (shrinks) return { aim: 'smart shrinkage', reasons };
  return { aim: partial ? 'smart growth with local reduction' : 'smart growth', reasons };
}
