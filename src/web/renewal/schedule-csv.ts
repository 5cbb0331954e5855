import type { RenewalAnswer } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

/** Projects with their year as CSV with the columns that the command writes; what is missing is empty, numbers are unrounded. */
export function scheduleCsv({ projects }: RenewalAnswer): string {
  const lines = projects.map(({ project, kind, year, cost, value, livelihood, stays }) =>
    sheetLine([project, kind, year, cost, value, livelihood ? 1 : 0, stays]),
  );
  return `${['project,kind,year,cost,value,livelihood,stays', ...lines].join('\r\n')}\r\n`;
}
