import type { SurveyItemAnswer } from '../../api/contract.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { LightMark } from '../parts/light-mark.js';

/** What residents answered, with the margin of error. */
export function CitySurvey({ items }: { readonly items: readonly SurveyItemAnswer[] }) {
  const { language, w, t } = useSpeak();
  return (
    <table className="survey">
      <caption>{w('survey')}</caption>
      <thead>
        <tr>
          <th scope="col">{w('surveyItem')}</th>
          <th scope="col">{w('asked')}</th>
          <th scope="col">{w('satisfiedShare')}</th>
          <th scope="col">{w('dissatisfiedShare')}</th>
          <th scope="col">{w('light')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => {
          const { low, mid, high } = one.satisfiedShare;
          return (
            <tr key={one.item} data-survey={one.item}>
              <th scope="row">
                {t(one.label)}
                <span className="note-line quiet">
                  {one.indicators.map((each) => t(each.label)).join(w('listComma'))}
                </span>
              </th>
              <td className="amount">{formatNumber(one.asked, 0, language)}</td>
              <td className="amount">
                {formatShare(mid, language)}{' '}
                <small className="quiet">
                  {formatShare(low, language)} – {formatShare(high, language)}
                </small>
              </td>
              <td className="amount">{formatShare(one.dissatisfiedShare.mid, language)}</td>
              <td>
                <LightMark light={one.light} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
