import type { GroundFeatures } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

/** Features as CSV with the columns of the command; missing is empty, numbers are unrounded. */
export function featuresCsv({ features }: GroundFeatures): string {
  const [first] = features;
  if (first === undefined) return '';
  const keys = Object.keys(first.properties);
  const lines = features.map(({ properties }) => sheetLine(keys.map((key) => properties[key] ?? null)));
  return `${[keys.join(','), ...lines].join('\r\n')}\r\n`;
}
