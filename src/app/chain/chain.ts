import { classLabel, parameterValue } from '../../assess/index.js';
import { type Text, toEdge } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { expectWritable } from '../../files/index.js';
import {
  type ChainAction,
  type ChainBounds,
  type ChainReason,
  type ChainVerdict,
  chainStates,
  chainVerdicts,
} from '../../plan/index.js';
import { type SavedFile, saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { chainSheets } from './sheets.js';
import { type ChainTables, readChain } from './tables.js';

/** The command `chain`, as written. */
export interface ChainCall {
  /** Table `node,name,stage,unit_value,carbon[,quotient,density,productivity,local_share,scale,market]`. */
  readonly nodes: string;
  /** Table `from,to,share`. */
  readonly edges: string;
  /** Table `firm,node,output,jobs[,lead]`. */
  readonly firms?: string;
  /** Folder for CSV files and a workbook. */
  readonly out?: string;
}

/** What to do about a node; figures that nobody knows are null. */
export interface ChainRow {
  readonly node: string;
  readonly name: string;
  readonly stage: string;
  readonly action: ChainAction;
  /** The rule that decided, and what it says. */
  readonly rule: ChainReason;
  readonly says: Text;
  readonly evidence: Readonly<Record<string, number | string | null>>;
  readonly present: boolean;
  readonly firms: number;
  readonly output: number | null;
  readonly jobs: number | null;
  readonly density: number | null;
  readonly largest: number | null;
}

/** The answer of `chain`. */
export interface ChainAnswer {
  readonly rows: readonly ChainRow[];
  readonly files: readonly SavedFile[];
}

/**
 * What to do about each node of an industry chain (docs/methods/plan/chain.md).
 *
 * @throws AfterlodeError CHAIN_TABLE, FILE_…; nothing is written then
 */
export async function chain(ws: Workspace, call: ChainCall): Promise<ChainAnswer> {
  const { out } = call;
  if (out !== undefined) await expectWritable(out);
  const answer = await chainOf(ws, call);
  if (out === undefined) return answer;
  const title: Text = { en: 'Industry chain', zh: '产业链' };
  return { ...answer, files: await saveSheets(out, 'chain', title, chainSheets(answer), []) };
}

/** As `chain`, of tables that are there; writes nothing. */
export async function chainOf({ catalog }: Workspace, tables: ChainTables): Promise<ChainAnswer> {
  const read = await readChain(tables);
  const verdicts = chainVerdicts(read, boundsOf(catalog));
  const states = chainStates(read);
  return {
    rows: read.nodes.map(({ id, name, stage }, at) => {
      const [state, { action, reason, evidence }] = [
        states[at] as (typeof states)[number],
        verdicts[at] as ChainVerdict,
      ];
      return {
        node: id,
        name,
        stage,
        action,
        rule: reason,
        says: classLabel(catalog, 'chain_reason', reason),
        evidence: Object.fromEntries(
          Object.entries(evidence).map(([key, value]) => [
            key,
            typeof value === 'number' ? toEdge(value) : value,
          ]),
        ),
        present: state.present,
        firms: state.firms,
        output: toEdge(state.output),
        jobs: toEdge(state.jobs),
        density: toEdge(state.density),
        largest: toEdge(state.largest),
      };
    }),
    files: [],
  };
}

function boundsOf(catalog: Catalog): ChainBounds {
  const value = (name: string) => parameterValue(catalog, `chain_${name}`);
  return {
    strongQuotient: value('quotient_strong'),
    weakQuotient: value('quotient_weak'),
    users: value('users'),
    // At 0 nobody has set it: then only a single firm is a single supplier.
    largest: value('largest') || Number.POSITIVE_INFINITY,
  };
}
