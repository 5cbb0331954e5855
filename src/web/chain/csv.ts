import type { ChainRow } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

/** Verdicts as CSV; what is missing is empty, numbers are unrounded, the evidence is JSON. */
export function chainCsv(rows: readonly ChainRow[]): string {
  const head = 'node,name,stage,action,rule,firms,output,jobs,density,largest,evidence';
  const lines = rows.map((one) =>
    sheetLine([
      one.node,
      one.name,
      one.stage,
      one.action,
      one.rule,
      one.firms,
      one.output,
      one.jobs,
      one.density,
      one.largest,
      JSON.stringify(one.evidence),
    ]),
  );
  return `${[head, ...lines].join('\r\n')}\r\n`;
}
