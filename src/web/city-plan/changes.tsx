import type { PlanScenario, ScenarioChange, ScenarioEffect } from '../../plan/index.js';
import { formatIn } from '../format.js';
import { useSpeak } from '../language.js';
import { MarkTag } from '../parts/mark-tag.js';
import { WhyNumber } from '../parts/number.js';
import { useUnit } from '../parts/units.js';

interface PlanChangesProps {
  readonly one: PlanScenario;
  readonly name: (measure: string) => string;
}

/** Indicators that the plan acts on: now, what each measure is expected to do, target, and when it is looked at again. */
export function PlanChanges({ one: { scenario, label, changes }, name }: PlanChangesProps) {
  const { w, t } = useSpeak();
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{w('cityPlanChanges', { label: t(label) })}</h3>
      <div className="sideways" data-table={`changes-${scenario}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w('cityPlanIndicator')}</th>
              <th scope="col" className="amount">
                {w('cityPlanNow')}
              </th>
              <th scope="col">{w('cityPlanChange')}</th>
              <th scope="col">{w('cityPlanTarget')}</th>
              <th scope="col">{w('cityPlanRecheck')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <ChangeRow key={change.indicator} change={change} name={name} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function ChangeRow({
  change,
  name,
}: {
  readonly change: ScenarioChange;
  readonly name: PlanChangesProps['name'];
}) {
  const { language, w, t } = useSpeak();
  const { indicator, label, unit, now, effects, opposed, target, recheck } = change;
  const shown = useUnit(unit);
  const amount = (value: number | null) =>
    value === null ? w('cityPlanUnknown') : `${formatIn(value, shown, language)} ${shown.label}`;
  const said = ({ direction, low, high }: ScenarioEffect) =>
    low === null && high === null
      ? `${w(`cityPlan_${direction}`)}, ${w('cityPlanHowMuch')}`
      : `${amount(low)} … ${amount(high)}`;
  return (
    <tr data-row={indicator}>
      <th scope="row">
        {t(label)}
        {opposed && <span className="note-line caveat">{w('cityPlanOpposed')}</span>}
      </th>
      <td className="amount">
        {now === null ? (
          <span className="quiet">{w('cityPlanUnknown')}</span>
        ) : (
          <WhyNumber address={now.id}>{`${amount(now.value)} (${now.period})`}</WhyNumber>
        )}
      </td>
      <td>
        {effects.map((effect) => (
          <span key={`${effect.measure} ${said(effect)}`} className="note-line">
            {name(effect.measure)}: {said(effect)} <MarkTag mark={effect.mark} />
          </span>
        ))}
      </td>
      <td>
        {target !== null && (
          <>
            {`${amount(target.value)} (${target.year}) `}
            <MarkTag mark={target.mark} />
          </>
        )}
      </td>
      <td>{recheck ?? '—'}</td>
    </tr>
  );
}
