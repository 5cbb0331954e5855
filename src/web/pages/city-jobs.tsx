import type { AnalysisRows } from '../../api/contract.js';
import { absent } from '../format.js';
import { useSpeak } from '../language.js';
import { Ends, Fact, useNumbers } from '../parts/facts.js';
import { RowNumber } from '../parts/number.js';

type Jobs = AnalysisRows['jobs'][number];

const parts = ['change', 'national', 'mix', 'regional'] as const;

function quotients(activity: string): readonly [first: string, last: string] {
  return [`activities/${activity}/quotientFirst`, `activities/${activity}/quotientLast`];
}

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
          <Ends
            row={row}
            paths={quotients('employed_mining')}
            first={plain(mining?.quotientFirst ?? null)}
            last={plain(mining?.quotientLast ?? null)}
          />
        </Fact>
        <Fact name={w('rateGap', { year: row.from ?? '' })} of="rate">
          <RowNumber row={row} path="employmentRateGapPercent">
            {hidden === null ? absent : `${signed(hidden)} ${w('points')}`}
          </RowNumber>
        </Fact>
        <Fact name={w('baseMultiplierWord')} of="multiplier">
          <Ends
            row={row}
            paths={['base/first/multiplier', 'base/last/multiplier']}
            first={plain(row.base.first.multiplier)}
            last={plain(row.base.last.multiplier)}
          />
        </Fact>
        <Fact name={w('replacementWord')} of="replacement">
          <RowNumber row={row} path="replacement/ratio">
            {plain(row.replacement?.ratio ?? null)}
          </RowNumber>
        </Fact>
        {row.hiddenUnemployment !== null && (
          <Fact name={w('hiddenWord', { year: row.from ?? '' })} of="hidden">
            <RowNumber row={row} path="hiddenUnemployment/sharePercent">
              {percent(row.hiddenUnemployment.sharePercent)}
            </RowNumber>
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
                <Ends
                  row={row}
                  paths={quotients(one.activity)}
                  first={plain(one.quotientFirst)}
                  last={plain(one.quotientLast)}
                />
              </td>
              {parts.map((part) => (
                <td key={part} className="amount">
                  <RowNumber row={row} path={`activities/${one.activity}/${part}`}>
                    {signed(one[part], 0)}
                  </RowNumber>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
