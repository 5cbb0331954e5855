import { firstYear, presentValue } from './statement.js';
import type { Duty, LedgerLine, Party } from './types.js';

const parties: readonly Party[] = ['private', 'public', 'society'];
const duties: readonly (Duty | null)[] = ['owner', 'orphan', 'shared', null];

/** What one side pays and has, yuan at the first year, and its share of all; a share is `NaN` where there is nothing to share. */
export interface PartyShare {
  readonly party: Party;
  readonly costs: number;
  readonly costShare: number;
  readonly benefits: number;
  readonly benefitShare: number;
}

/** Costs by whose duty they are, yuan at the first year. */
export interface DutyShare {
  /** null: the ledger does not say. */
  readonly duty: Duty | null;
  readonly costs: number;
  readonly paidBy: Readonly<Record<Party, number>>;
  /** Of these: paid by another than the one whose duty it is. Of shared and unknown duties `NaN`. */
  readonly paidByAnother: number;
}

/**
 * Who pays and who has it. Shares add up to the whole; what one side pays the other stands on both.
 *
 * @param rate of discount, 1 a year
 */
export function partyShares(lines: readonly LedgerLine[], rate: number): readonly PartyShare[] {
  const sum = summer(lines, rate);
  const [costs, benefits] = [sum(({ kind }) => kind === 'cost'), sum(({ kind }) => kind === 'benefit')];
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : Number.NaN);
  return parties.map((party) => {
    const own = (kind: LedgerLine['kind']) => sum((line) => line.kind === kind && line.party === party);
    const [paid, had] = [own('cost'), own('benefit')];
    return {
      party,
      costs: paid,
      costShare: share(paid, costs),
      benefits: had,
      benefitShare: share(had, benefits),
    };
  });
}

/** Whose duty it is, and who pays. Kinds of duty without a cost are left out. */
export function dutyShares(lines: readonly LedgerLine[], rate: number): readonly DutyShare[] {
  const sum = summer(lines, rate);
  return duties.flatMap((duty) => {
    const own = (party: Party) =>
      sum((line) => line.kind === 'cost' && line.duty === duty && line.party === party);
    const paidBy = { private: own('private'), public: own('public'), society: own('society') };
    const costs = paidBy.private + paidBy.public + paidBy.society;
    if (costs === 0) return [];
    return [{ duty, costs, paidBy, paidByAnother: costs - dueOf(duty, paidBy) }];
  });
}

function dueOf(duty: Duty | null, { private: own, public: budget }: DutyShare['paidBy']): number {
  if (duty === 'owner') return own;
  return duty === 'orphan' ? budget : Number.NaN;
}

function summer(lines: readonly LedgerLine[], rate: number) {
  const first = firstYear(lines);
  return (of: (line: LedgerLine) => boolean) =>
    lines.reduce((sum, line) => (of(line) ? sum + presentValue(line, first, rate) : sum), 0);
}
