import type { LandRow } from '../../api/contract.js';
import { isIndustrial } from '../../locate/index.js';
import type { WordKey } from '../words.js';

/** What a plot comes to, told apart as the map and the list do. */
export type LandVerdict = 'inefficient' | 'efficient' | 'old_estate' | 'urban_village' | 'unknown' | 'other';

/** Verdicts in the order of the legend. Colours stay apart for colour-blind readers (Okabe and Ito 2008). */
export const landVerdicts: readonly {
  readonly verdict: LandVerdict;
  readonly word: WordKey;
  readonly colour: string | null;
}[] = [
  { verdict: 'inefficient', word: 'landInefficient', colour: '#d55e00' },
  { verdict: 'efficient', word: 'landEfficient', colour: '#56b4e9' },
  { verdict: 'old_estate', word: 'landOldEstate', colour: '#cc79a7' },
  { verdict: 'urban_village', word: 'landVillage', colour: '#8338d6' },
  { verdict: 'unknown', word: 'landUnknown', colour: null },
  { verdict: 'other', word: 'landOther', colour: '#b9bfc4' },
];

/** The verdict on a plot; industrial land of which too little is known is `unknown`, never efficient. */
export function verdictOf(row: Pick<LandRow, 'inefficient' | 'kind' | 'use' | 'industry'>): LandVerdict {
  if (row.inefficient !== null) return row.inefficient ? 'inefficient' : 'efficient';
  if (row.kind !== null) return row.kind;
  return isIndustrial(row) || (row.use === null && row.industry === null) ? 'unknown' : 'other';
}

/** Quantities by which plots are coloured and sorted. */
export const landAmounts = [
  { name: 'score', word: 'landScore', isShare: false },
  { name: 'floorAreaRatio', word: 'landRatio', isShare: false },
  { name: 'coverage', word: 'landCoverage', isShare: true },
  { name: 'openShare', word: 'landOpen', isShare: true },
] as const satisfies readonly {
  readonly name: keyof LandRow;
  readonly word: WordKey;
  readonly isShare: boolean;
}[];
export type LandAmount = (typeof landAmounts)[number]['name'];

/** By an amount, the largest first; plots without it stand last, in the order of the file. */
export function sortedPlots(rows: readonly LandRow[], by: LandAmount): readonly LandRow[] {
  return rows.toSorted((a, b) => (b[by] ?? -1) - (a[by] ?? -1));
}
