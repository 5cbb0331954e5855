import type { CityEvaluation, Quadrant } from '../../assess/index.js';
import { quantile } from '../../base/index.js';
import { textCell, type Writing } from '../blocks.js';
import { flagSign } from '../flags.js';
import { formatSigned, missingText } from '../format.js';
import type { Cell } from '../types.js';
import type { NationPage, NationUnit } from '../types-nation.js';

/** What the sections of the evaluation of all units are written from. */
export type NationWriting = Writing<NationPage>;

/** The verdicts in the order in which they are told. */
export const quadrants: readonly Quadrant[] = ['real_transition', 'left_behind', 'region_driven', 'decline'];

/** Units with a verdict. */
export function judgedOf(units: readonly NationUnit[]): readonly NationUnit[] {
  return units.filter(({ evaluation }) => evaluation.quadrant !== null);
}

/** Whether something says that the numbers of a unit look like success and are decline. */
export function isDisguised({ flags }: Pick<CityEvaluation, 'flags'>): boolean {
  return flags.some(({ disguise }) => disguise);
}

/** Median of what is known; null where nothing is. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const known = Float64Array.from(values.filter((value) => value !== null)).sort();
  return known.length === 0 ? null : quantile(known, 0.5);
}

/** The name with the sign where a decline looks like success. */
export function nameCell({ lang }: NationWriting, { city, evaluation }: NationUnit): Cell {
  const name = city.name[lang] || city.name.zh;
  return textCell(isDisguised(evaluation) ? `${name} ${flagSign}` : name);
}

/** Points with their sign; a difference of scores. */
export function pointsCell(value: number | null, { lang }: NationWriting, address = ''): Cell {
  const text = value === null ? missingText(lang) : formatSigned(value, 1);
  return { kind: 'number', value, text, digits: 1, address };
}

/** The verdict in words, or that there is none. */
export function verdictCell(
  { labels, lang }: NationWriting,
  { quadrant }: Pick<CityEvaluation, 'quadrant'>,
): Cell {
  return textCell(quadrant === null ? missingText(lang) : labels.classOf('evaluation_quadrant', quadrant));
}

/** `Work +8.1; People +3.0`, the largest first; empty where the change is not divided. */
export function partsText({ labels, lang }: NationWriting, { parts }: Pick<CityEvaluation, 'parts'>): string {
  return parts
    .toSorted((a, b) => b.points - a.points)
    .map(({ node, points }) => `${labels.name(node)} ${formatSigned(points, 1)}`)
    .join(lang === 'zh' ? '；' : '; ');
}
