import type { DistressAnswer } from '../../api/contract.js';
import { csvLine } from '../../base/index.js';

/** Counties as CSV with the columns that the command writes; what is missing is empty, numbers are unrounded. */
export function countiesCsv({ places, classes }: DistressAnswer): string {
  const head = [
    'place,name,unemployment,income,poverty,index,rank,status,rank_low,rank_high,status_worst,status_best',
    ...classes.map(({ id }) => `share_${id}`),
    'by_thresholds',
  ];
  const lines = places.map((one) =>
    csvLine([
      one.place,
      one.name,
      one.unemployment,
      one.income,
      one.poverty,
      one.index,
      one.rank,
      one.status,
      ...(one.rankInterval ?? [null, null]),
      ...(one.statusInterval ?? [null, null]),
      ...classes.map(({ id }) => (one.rank === null ? null : (one.shares[id] ?? 0))),
      one.byThresholds,
    ]),
  );
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}
