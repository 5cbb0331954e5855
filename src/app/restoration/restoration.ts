import { type Issue, type Text, toEdge } from '../../base/index.js';
import { expectWritable, type RowSource } from '../../files/index.js';
import {
  allAtOnce,
  type DutyShare,
  dutyShares,
  type LadderStep,
  type LedgerLine,
  ladderOf,
  oneByOne,
  type PartyShare,
  partyShares,
  type Spread,
  type Statement,
  statementOf,
  type Turned,
} from '../../plan/index.js';
import type { ReportFile } from '../report/report.js';
import { type SavedFile, saveSheets, sheetsFile } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import {
  type RestorationCall,
  type RestorationOptions,
  type RestorationWords,
  restorationOptions,
} from './call.js';
import { readLedger } from './ledger.js';
import { restorationSheets } from './sheets.js';

/** A step of the ladder; the ratio is null without costs. */
export interface RungAnswer {
  readonly step: LadderStep;
  readonly ratio: number | null;
  readonly note: Text;
  readonly benefits: number;
  readonly costs: number;
}

/** Costs and benefits of one side, yuan at the first year; what has no value is null. */
export type StatementAnswer = Readonly<Record<keyof Statement, number | null>>;

/** What one project, or all of them, come to. */
export interface RestorationResult {
  readonly ladder: readonly RungAnswer[];
  /** Net value by side, yuan at the first year. */
  readonly npv: Readonly<Record<'private' | 'public' | 'social', number>>;
  readonly statements: Readonly<Record<'private' | 'public' | 'social', StatementAnswer>>;
  /** Internal rate of return of the social statement. */
  readonly irr: number | null;
  /** Of the social statement, one thing after the other. */
  readonly sensitivity: readonly (Omit<Turned, 'ratio'> & { readonly ratio: number | null })[];
  /** Of the social statement, all at once. */
  readonly spread: Spread;
  /** Who pays and who has it; a share is null where there is nothing to share. */
  readonly split: readonly (Omit<PartyShare, 'costShare' | 'benefitShare'> & {
    readonly costShare: number | null;
    readonly benefitShare: number | null;
  })[];
  /** Whose duty the costs are; what another pays is null where a duty is shared or unknown. */
  readonly duties: readonly (Omit<DutyShare, 'paidByAnother'> & { readonly paidByAnother: number | null })[];
}

/** The answer of `restoration`. */
export interface RestorationAnswer extends RestorationResult {
  readonly projects: readonly (RestorationResult & { readonly project: string })[];
  readonly rate: number;
  readonly issues: readonly Issue[];
  readonly files: readonly SavedFile[];
}

const title: Text = { en: 'Restoration', zh: '生态修复效益' };

/**
 * What restoration projects cost and bring (docs/methods/plan/restoration.md): from the published ratio to a discounted one.
 *
 * @throws AfterlodeError CALL_OPTION, RESTORATION_TABLE, FILE_…; nothing is written then
 */
export async function restoration(ws: Workspace, call: RestorationCall): Promise<RestorationAnswer> {
  const { out, ledger } = call;
  if (out !== undefined) await expectWritable(out);
  const answer = await restorationOf(ws, ledger, call);
  if (out === undefined) return answer;
  return { ...answer, files: await saveSheets(out, 'restoration', title, restorationSheets(answer), []) };
}

/** The tables of `restorationOf` as a workbook. */
export async function restorationWorkbook(
  ws: Workspace,
  ledger: RowSource,
  words: RestorationWords,
): Promise<ReportFile> {
  return sheetsFile('restoration', title, restorationSheets(await restorationOf(ws, ledger, words)));
}

/** As `restoration`, of a ledger that is there; writes nothing. */
export async function restorationOf(
  { catalog }: Workspace,
  ledger: RowSource,
  words: RestorationWords,
): Promise<RestorationAnswer> {
  const options = restorationOptions(words, catalog);
  const { lines, issues } = await readLedger(ledger, catalog);
  const steps = new Map(catalog.classes.get('restoration_step')?.classes.map(({ id, label }) => [id, label]));
  const result = (own: readonly LedgerLine[]) => resultOf(own, options, steps);
  const names = [...new Set(lines.map(({ project }) => project))];
  return {
    ...result(lines),
    projects: names.map((project) => ({
      project,
      ...result(lines.filter((line) => line.project === project)),
    })),
    rate: options.rate,
    issues,
    files: [],
  };
}

function resultOf(
  lines: readonly LedgerLine[],
  { rate, doubtful, draws }: RestorationOptions,
  steps: ReadonlyMap<string, Text>,
): RestorationResult {
  const [own, budget, social] = [
    statementOf(lines, 'private', rate),
    statementOf(lines, 'public', rate),
    statementOf(lines, 'social', rate),
  ];
  return {
    ladder: ladderOf(lines, rate).map(({ step, ratio, benefits, costs }) => ({
      step,
      ratio: toEdge(ratio),
      note: steps.get(step) ?? { en: step, zh: step },
      benefits,
      costs,
    })),
    npv: { private: own.netValue, public: budget.netValue, social: social.netValue },
    statements: { private: edges(own), public: edges(budget), social: edges(social) },
    irr: toEdge(social.rate),
    sensitivity: oneByOne(lines, 'social', rate, doubtful).map((one) => ({
      ...one,
      ratio: toEdge(one.ratio),
    })),
    spread: allAtOnce(lines, 'social', doubtful, draws),
    split: partyShares(lines, rate).map((one) => ({
      ...one,
      costShare: toEdge(one.costShare),
      benefitShare: toEdge(one.benefitShare),
    })),
    duties: dutyShares(lines, rate).map((one) => ({ ...one, paidByAnother: toEdge(one.paidByAnother) })),
  };
}

function edges({ costs, benefits, netValue, ratio, rate, payBack }: Statement): StatementAnswer {
  return { costs, benefits, netValue, ratio: toEdge(ratio), rate: toEdge(rate), payBack: toEdge(payBack) };
}
