import { useState } from 'react';
import type { RoundAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';

/** Units of a round with the states of their returns; those that are late can be shown alone. */
export function UnitTable({ round }: { readonly round: RoundAnswer }) {
  const { w, t } = useSpeak();
  const [onlyLate, setOnlyLate] = useState(false);
  const late = new Map(round.late.filter(({ days }) => days > 0).map((one) => [one.unit, one]));
  const rows = round.unitStates.filter(({ unit }) => !onlyLate || late.has(unit));
  return (
    <section aria-labelledby="round-units">
      <h2 id="round-units">{w('roundUnits')}</h2>
      {late.size === 0 ? (
        <p className="quiet">{w('roundNobodyLate')}</p>
      ) : (
        <label>
          <input type="checkbox" checked={onlyLate} onChange={(event) => setOnlyLate(event.target.checked)} />{' '}
          {w('roundOnlyLate')} ({late.size})
        </label>
      )}
      <div className="sideways">
        <table>
          <thead>
            <tr>
              <th scope="col">{w('roundCity')}</th>
              <th scope="col">{w('roundProvince')}</th>
              <th scope="col">{w('roundState')}</th>
              <th scope="col">{w('roundSubmitted')}</th>
              <th scope="col">{w('roundLate')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, name, province, state, submitted }) => {
              const behind = late.get(unit);
              return (
                <tr key={unit} data-unit={unit} data-state={state}>
                  <th scope="row">
                    <Link to={`/rounds/${round.id}/${unit}`}>{t(name)}</Link>
                  </th>
                  <td>{t(province)}</td>
                  <td>{w(`returnState_${state}`)}</td>
                  <td>{submitted?.slice(0, 10) ?? '–'}</td>
                  <td>
                    {behind === undefined
                      ? '–'
                      : w('roundLateDays', { level: w(`roundLevel_${behind.level}`), days: behind.days })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
