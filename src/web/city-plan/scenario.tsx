import type { PlanScenario, ScenarioMeasure } from '../../plan/index.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import { IssueList } from '../parts/issue-list.js';
import { MarkTag } from '../parts/mark-tag.js';
import { PlanChanges } from './changes.js';
import { YearsChart } from './years-chart.js';

/** One scenario: its years, what it is expected to change, and what is to be found out first. */
export function PlanScenarioView({ one }: { readonly one: PlanScenario }) {
  const { w, t } = useSpeak();
  const name = (id: string) => {
    const found = one.measures.find(({ measure }) => measure === id);
    return found === undefined ? id : t(found.label);
  };
  const pairs = one.conflicts.map(([a, b]) => `${name(a)} × ${name(b)}`).join(' · ');
  return (
    <section data-scenario={one.scenario}>
      <h2>{w('cityPlanYears', { label: t(one.label) })}</h2>
      <p>
        {t(one.assumptions)} <MarkTag mark={one.mark} />
      </p>
      {one.measures.some(({ years }) => years.length > 0) ? (
        <YearsChart one={one} />
      ) : (
        <p className="quiet">{w('cityPlanNoYears')}</p>
      )}
      <MeasureTable one={one} />
      {one.spending.length > 0 && <Spending one={one} />}
      {pairs !== '' && <p className="note-line caveat">{w('cityPlanConflicts', { pairs })}</p>}
      <PlanChanges one={one} name={name} />
      {one.issues.length > 0 && (
        <>
          <h3>{w('cityPlanDoubts')}</h3>
          <IssueList issues={one.issues} />
        </>
      )}
    </section>
  );
}

function MeasureTable({ one }: { readonly one: PlanScenario }) {
  const { language, w, t } = useSpeak();
  const million = (value: number) => formatNumber(value / 1e6, 1, language);
  const state = ({ choice, funding }: ScenarioMeasure) =>
    choice.state === 'chosen' ? w(`cityPlan_${funding ?? 'unpriced'}`) : w(`cityPlan_${choice.state}`);
  return (
    <div className="sideways" data-table={`measures-${one.scenario}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w('cityPlanMeasure')}</th>
            <th scope="col" className="amount">
              {w('cityPlanReached')}
            </th>
            <th scope="col">{w('cityPlanCost')}</th>
            <th scope="col">{w('cityPlanState')}</th>
            <th scope="col">{w('cityPlanIn')}</th>
          </tr>
        </thead>
        <tbody>
          {one.measures
            .filter(({ choice }) => choice.state !== 'left_out')
            .map((row) => (
              <tr key={row.measure} data-row={row.measure}>
                <th scope="row">{t(row.label)}</th>
                <td className="amount">{formatNumber(row.score, 1, language)}</td>
                <td>
                  {row.cost === null ? (
                    <span className="quiet">{w('cityPlanUnknown')}</span>
                  ) : (
                    <>
                      {`${million(row.cost.low)}–${million(row.cost.high)} `}
                      <MarkTag mark={row.cost.stated.mark} />
                      <span className="note-line quiet small">{t(row.cost.stated.because)}</span>
                    </>
                  )}
                </td>
                <td>{state(row)}</td>
                <td>{row.years.join(' ')}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function Spending({ one }: { readonly one: PlanScenario }) {
  const { language, w } = useSpeak();
  const million = (value: number) => formatNumber(value / 1e6, 1, language);
  return (
    <FigureTable
      name={`spending-${one.scenario}`}
      rows={one.spending}
      keyOf={({ year }) => String(year)}
      heads={[({ year }) => String(year)]}
      titles={[w('cityPlanYear')]}
      columns={[
        [w('cityPlanOfBudget'), ({ budget }) => million(budget)],
        [w('cityPlanSpent'), ({ spent }) => million(spent)],
        [w('cityPlanRange'), ({ low, high }) => `${million(low)}–${million(high)}`],
      ]}
    />
  );
}
