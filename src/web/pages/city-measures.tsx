import type { MatchAnswer } from '../../api/contract.js';
import { formatShort } from '../format.js';
import { useSpeak } from '../language.js';
import { MarkTag } from '../parts/mark-tag.js';

/** Measures that answer what the check-up found, with what they cost where somebody knows it. */
export function CityMeasures({ measures }: { readonly measures: MatchAnswer['measures'] }) {
  const { language, w, t } = useSpeak();
  const end = (value: number | null) => (value === null ? '?' : formatShort(value, language));
  return (
    <>
      <h3>{w('matchMeasures')}</h3>
      {measures.length === 0 ? (
        <p className="quiet">{w('matchNoMeasure')}</p>
      ) : (
        <div className="sideways">
          <table>
            <thead>
              <tr>
                <th scope="col">{w('matchMeasure')}</th>
                <th scope="col">{w('matchAnswers')}</th>
                <th scope="col">{w('matchCost')}</th>
              </tr>
            </thead>
            <tbody>
              {measures.map(({ measure, label, does, condition, answers, ground, cost, mark }) => (
                <tr key={measure} data-measure={measure}>
                  <th scope="row">
                    {t(label)} <MarkTag mark={mark} />
                    <span className="note-line quiet">{t(does)}</span>
                    {ground.length > 0 && (
                      <span className="note-line caveat">
                        {w('matchGround', { ground: ground.map((one) => t(one)).join(w('listComma')) })}
                      </span>
                    )}
                    {condition !== null && <span className="note-line caveat">{t(condition)}</span>}
                  </th>
                  <td>{answers.map((one) => t(one)).join(' · ')}</td>
                  <td>
                    {cost === null ? (
                      <span className="quiet">{w('matchCostUnknown')}</span>
                    ) : (
                      `${end(cost.low)}–${end(cost.high)} ${t(cost.per)}`
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
