import type { LinkagesAnswer } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

/** Sectors as CSV with the columns that the command writes; what is missing is empty, numbers are unrounded. */
export function sectorsCsv(sectors: LinkagesAnswer['sectors']): string {
  const head = 'sector,name_zh,influence,sensitivity,backward,forward,key,influence_low,influence_high';
  const lines = sectors.map((one) =>
    sheetLine([
      one.sector,
      one.name?.zh ?? null,
      one.influence,
      one.sensitivity,
      one.backward,
      one.forward,
      one.key === null ? null : Number(one.key),
      one.influenceRange?.low ?? null,
      one.influenceRange?.high ?? null,
    ]),
  );
  return `${[head, ...lines].join('\r\n')}\r\n`;
}

/** What is lost by sector, as the command writes it. */
export function lostCsv({ sector: stopped, lost }: LinkagesAnswer['extraction'][number]): string {
  const lines = lost.map(({ sector, lost: amount }) => sheetLine([stopped, sector, amount]));
  return `${['stopped,sector,lost', ...lines].join('\r\n')}\r\n`;
}
