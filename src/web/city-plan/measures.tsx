import type { CityPlan } from '../../plan/index.js';
import { useSpeak } from '../language.js';
import { MarkTag } from '../parts/mark-tag.js';
import { WhyNumber } from '../parts/number.js';

/** The measures that answer a finding, each with its conditions as the figures of the city judge them. */
export function PlanMeasures({ plan: { measures, findings } }: { readonly plan: CityPlan }) {
  const { w, t } = useSpeak();
  const labelOf = (id: string) => {
    const found = findings.find(({ finding }) => finding === id);
    return found === undefined ? id : t(found.label);
  };
  return (
    <section data-section="measures">
      <h2>{w('cityPlanMeasures')}</h2>
      <div className="sideways" data-table="library">
        <table>
          <thead>
            <tr>
              <th scope="col">{w('cityPlanMeasure')}</th>
              <th scope="col">{w('cityPlanAnswers')}</th>
              <th scope="col">{w('cityPlanConditions')}</th>
            </tr>
          </thead>
          <tbody>
            {measures.map(({ measure, label, does, answers, conditions, source, mark }) => (
              <tr key={measure} data-row={measure}>
                <th scope="row">
                  {t(label)} <MarkTag mark={mark} />
                  <span className="note-line quiet">{t(does)}</span>
                  <span className="note-line quiet small">
                    {source.map(({ title }) => t(title)).join(' · ')}
                  </span>
                </th>
                <td>{answers.map(labelOf).join(' · ')}</td>
                <td>
                  {conditions.length === 0 && '—'}
                  {conditions.map(({ text, state, evidence }) => (
                    <span key={text.en} className="note-line" data-state={state}>
                      <b>{w(`cityPlan_${state}`)}</b>{' '}
                      {evidence[0] === undefined ? (
                        t(text)
                      ) : (
                        <WhyNumber address={evidence[0]}>{t(text)}</WhyNumber>
                      )}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
