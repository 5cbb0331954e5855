import type { AnalysisRows } from '../../api/contract.js';
import { absent } from '../format.js';
import { useSpeak } from '../language.js';
import { Ends, Fact, useNumbers } from '../parts/facts.js';

type Jobs = AnalysisRows['jobs'][number];

/** Quotients and shift-share of sampled jobs; where the area changed, only quotients remain. */
export function JobsFacts({ row }: { readonly row: Jobs }) {
  const { w } = useSpeak();
  const { plain, signed, percent } = useNumbers();
  const mining = row.activities.find(({ activity }) => activity === 'employed_mining');
  const hidden = row.employmentRateGapPercent;
  return (
    <>
      <p className="quiet">{w('sampleNote')}</p>
      <dl className="facts">
        <Fact name={w('miningQuotient')} of="mining">
          <Ends first={plain(mining?.quotientFirst ?? null)} last={plain(mining?.quotientLast ?? null)} />
        </Fact>
        <Fact name={w('rateGap', { year: row.from ?? '' })} of="rate">
          {hidden === null ? absent : `${signed(hidden)} ${w('points')}`}
        </Fact>
        <Fact name={w('baseMultiplierWord')} of="multiplier">
          <Ends first={plain(row.base.first.multiplier)} last={plain(row.base.last.multiplier)} />
        </Fact>
        <Fact name={w('replacementWord')} of="replacement">
          {plain(row.replacement?.ratio ?? null)}
        </Fact>
        {row.hiddenUnemployment !== null && (
          <Fact name={w('hiddenWord', { year: row.from ?? '' })} of="hidden">
            {percent(row.hiddenUnemployment.sharePercent)}
          </Fact>
        )}
      </dl>
      <Activities row={row} />
    </>
  );
}

function Activities({ row }: { readonly row: Jobs }) {
  const { w, t } = useSpeak();
  const { plain, signed } = useNumbers();
  const sorted = [...row.activities].sort((a, b) => (b.quotientLast ?? -1) - (a.quotientLast ?? -1));
  return (
    <div className="sideways">
      <table>
        <thead>
          <tr>
            <th scope="col">{w('activityWord')}</th>
            {(['quotientWord', 'changeWord', 'byCountry', 'byMix', 'byPlace'] as const).map((word) => (
              <th key={word} scope="col" className="amount">
                {w(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.activity} data-activity={one.activity}>
              <th scope="row">{t(one.label)}</th>
              <td className="amount">
                <Ends first={plain(one.quotientFirst)} last={plain(one.quotientLast)} />
              </td>
              <td className="amount">{signed(one.change, 0)}</td>
              <td className="amount">{signed(one.national, 0)}</td>
              <td className="amount">{signed(one.mix, 0)}</td>
              <td className="amount">{signed(one.regional, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
