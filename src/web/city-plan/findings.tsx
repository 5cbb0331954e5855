import type { CityPlan } from '../../plan/index.js';
import { formatIn } from '../format.js';
import { useSpeak } from '../language.js';
import { MarkTag } from '../parts/mark-tag.js';
import { WhyNumber } from '../parts/number.js';
import { useUnit } from '../parts/units.js';

type Finding = CityPlan['findings'][number];

/** What was found, with its numbers, and what a plan file states of the city. */
export function PlanFindings({ plan: { findings, caveats } }: { readonly plan: CityPlan }) {
  const { w, t } = useSpeak();
  return (
    <section data-section="findings">
      <h2>{w('cityPlanFound')}</h2>
      <div className="sideways" data-table="findings">
        <table>
          <thead>
            <tr>
              <th scope="col">{w('cityPlanFinding')}</th>
              <th scope="col" className="amount">
                {w('cityPlanValue')}
              </th>
              <th scope="col" className="amount">
                {w('cityPlanWeight')}
              </th>
              <th scope="col">{w('cityPlanBecause')}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map((one) => (
              <tr key={one.finding} data-row={one.finding}>
                <th scope="row">
                  {t(one.label)}{' '}
                  <span className="tag">
                    {one.severity === null ? w('cityPlanRed') : w(`severity_${one.severity}`)}
                  </span>
                </th>
                <td className="amount">
                  <FindingValue one={one} />
                </td>
                <td className="amount">{one.weight}</td>
                <td>
                  {one.stated === null ? (
                    one.advice !== null && t(one.advice)
                  ) : (
                    <>
                      {t(one.stated.because)} <MarkTag mark={one.stated.mark} />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {caveats.map(({ label, advice }) => (
        <p key={label.en} className="note-line caveat">
          {t(label)}
          {advice !== null && `: ${t(advice)}`}
        </p>
      ))}
    </section>
  );
}

function FindingValue({ one: { value, unit, evidence } }: { readonly one: Finding }) {
  const { language, w } = useSpeak();
  const shown = useUnit(unit ?? '');
  const address = evidence.find((each) => each.startsWith('value/'));
  if (value === null) return <span className="quiet">{w('cityPlanUnknown')}</span>;
  const text = `${formatIn(value, shown, language)} ${shown.label}`;
  return address === undefined ? text : <WhyNumber address={address}>{text}</WhyNumber>;
}
