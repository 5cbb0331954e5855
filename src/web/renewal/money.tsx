import type { RenewalAnswer } from '../../api/contract.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import type { WordKey } from '../words.js';
import { SpendingBars } from './spending-bars.js';

const barriers: Readonly<Record<string, WordKey>> = {
  precedence: 'renewalBarredPrecedence',
  capacity: 'renewalBarredCapacity',
  line: 'renewalBarredLine',
  livelihood: 'renewalBarredLivelihood',
};

/** Spending and budgets, what one more is worth, who is just outside, other costs, operation. */
export function MoneySection({ answer }: { readonly answer: RenewalAnswer }) {
  const { language, w } = useSpeak();
  const figure = (value: number | null, digits = 0) => formatNumber(value, digits, language);
  return (
    <section data-section="money">
      <h2>{w('renewalSpending')}</h2>
      <SpendingBars rows={answer.spending} />
      <FigureTable
        name="spending"
        rows={answer.spending}
        keyOf={({ year }) => String(year)}
        heads={[({ year }) => String(year)]}
        titles={[w('renewalYear')]}
        columns={[
          [w('renewalSpent'), ({ spent }) => figure(spent)],
          [w('renewalBudgetHead'), ({ budget }) => figure(budget)],
          [w('renewalMarginal'), ({ marginal }) => figure(marginal, 4)],
        ]}
      />
      <p className="quiet small">{w('renewalMarginalText')}</p>
      <Robust answer={answer} />
      <OutsideTable rows={answer.outside} />
      <BalanceTable rows={answer.balance} />
    </section>
  );
}

function Robust({ answer: { robustness } }: { readonly answer: RenewalAnswer }) {
  const { language, w } = useSpeak();
  if (robustness === null) return null;
  const { spread, draws, seed, lower, higher } = robustness;
  return (
    <p data-robust>
      {w('renewalRobust', {
        spread: formatShare(spread, language),
        low: formatNumber(lower.objective, 1, language),
        lowKept: formatShare(lower.kept, language),
        high: formatNumber(higher.objective, 1, language),
        highKept: formatShare(higher.kept, language),
        draws,
        seed,
      })}
    </p>
  );
}

function OutsideTable({ rows }: { readonly rows: RenewalAnswer['outside'] }) {
  const { language, w } = useSpeak();
  if (rows.length === 0) return null;
  const barrier = (barred: string | null) => {
    const word = barriers[barred ?? ''];
    return word === undefined ? '' : w(word);
  };
  return (
    <>
      <h3>{w('renewalOutside')}</h3>
      <FigureTable
        name="outside"
        rows={rows}
        keyOf={({ project }) => project}
        heads={[({ project }) => project]}
        titles={[w('renewalProject')]}
        columns={[
          [w('renewalYear'), ({ year }) => (year === null ? '–' : String(year))],
          [w('renewalMore'), ({ more }) => formatNumber(more, 0, language)],
          [w('renewalShortfall'), ({ shortfall }) => formatNumber(shortfall, 2, language)],
          [w('renewalBarred'), ({ barred }) => barrier(barred), 'words'],
        ]}
      />
    </>
  );
}

function BalanceTable({ rows }: { readonly rows: RenewalAnswer['balance'] }) {
  const { language, w } = useSpeak();
  if (rows.length === 0) return null;
  const figure = (value: number | null) => formatNumber(value, 0, language);
  return (
    <>
      <h3>{w('renewalBalance')}</h3>
      <FigureTable
        name="balance"
        rows={rows}
        keyOf={({ project }) => project}
        heads={[({ project }) => project]}
        titles={[w('renewalProject')]}
        columns={[
          [w('renewalYearly'), ({ yearly }) => figure(yearly)],
          [w('renewalPayBack'), ({ payBack }) => figure(payBack)],
          [w('renewalNet'), ({ netValue }) => figure(netValue)],
          [w('renewalNetBare'), ({ netValueWithoutLand }) => figure(netValueWithoutLand)],
        ]}
      />
    </>
  );
}
