import type { Quadrant } from './types.js';

/**
 * Two-axis judgement (Yu and Zhang 2011, V for the axes; names D): own structure improves or not, gap to the region narrows
 * or not. Standing still is no improvement: exactly zero falls to the worse side. Null where a change is missing.
 */
export function quadrantOf(structureChange: number, gapChange: number): Quadrant | null {
  if (Number.isNaN(structureChange) || Number.isNaN(gapChange)) return null;
  if (structureChange > 0) return gapChange > 0 ? 'real_transition' : 'left_behind';
  return gapChange > 0 ? 'region_driven' : 'decline';
}
