import type { CityPlan, PlanFinding, PlanScenario } from '../../plan/index.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Scenarios side by side: money, measures, and how each finding is answered. */
export function PlanCompare({ plan: { scenarios, findings } }: { readonly plan: CityPlan }) {
  const { language, w, t } = useSpeak();
  const million = (value: number) => formatNumber(value / 1e6, 1, language);
  const funded = (one: PlanScenario, ...states: readonly string[]) =>
    String(one.measures.filter(({ funding }) => funding !== null && states.includes(funding)).length);
  const stateOf = ({ coverage }: PlanScenario, finding: string) => {
    const state = coverage.find((one) => one.finding === finding)?.state;
    return state === undefined ? '—' : w(`cityPlan_${state}`);
  };
  return (
    <section data-section="compare">
      <h2>{w('cityPlanCompare')}</h2>
      <FigureTable
        name="scenarios"
        rows={scenarios}
        keyOf={({ scenario }) => scenario}
        heads={[({ label, mark }) => `${t(label)} [${mark}]`]}
        titles={[w('cityPlanScenario')]}
        columns={[
          [w('cityPlanSpent'), ({ spending }) => million(sum(spending.map(({ spent }) => spent)))],
          [w('cityPlanOfBudget'), ({ spending }) => million(sum(spending.map(({ budget }) => budget)))],
          [w('cityPlanScheduled'), (one) => funded(one, 'scheduled', 'begun')],
          [w('cityPlanUnpriced'), (one) => funded(one, 'unpriced')],
          [
            w('cityPlanAnswered'),
            ({ coverage }) =>
              `${coverage.filter(({ state }) => state === 'scheduled').length}/${coverage.length}`,
          ],
          [w('cityPlanReached'), ({ solved }) => formatNumber(solved?.objective, 2, language)],
        ]}
      />
      <FigureTable
        name="coverage"
        rows={findings}
        keyOf={({ finding }) => finding}
        heads={[({ label }) => t(label)]}
        titles={[w('cityPlanFinding')]}
        columns={scenarios.map(
          (one) => [t(one.label), (row: PlanFinding) => stateOf(one, row.finding)] as const,
        )}
      />
    </section>
  );
}
