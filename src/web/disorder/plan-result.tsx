import { useState } from 'react';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { Fact } from '../parts/facts.js';
import { IssueList } from '../parts/issue-list.js';
import { PlanMap } from './plan-map.js';
import { missingCsv, pointsGeojson } from './tables.js';
import type { Planned } from './use-disorder.js';

const page = 10;

/** Points of the plan on the map, what there is and what is lacking, and both as files. */
export function PlanResult({ answer }: { readonly answer: Planned }) {
  const { w } = useSpeak();
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <div data-plan>
      {answer.issues.length > 0 && <IssueList issues={answer.issues} />}
      <PlanFacts answer={answer} />
      <div className="zonal-choices">
        <SaveButton name="pictures.csv" text={() => missingCsv(answer)}>
          {w('disorderPicturesCsv')}
        </SaveButton>
        <SaveButton name="points.geojson" text={() => pointsGeojson(answer)}>
          {w('disorderPointsGeojson')}
        </SaveButton>
      </div>
      <PlanMap answer={answer} picked={picked} onPick={setPicked} />
      {picked !== null && <PointTable answer={answer} street={picked} />}
      {answer.coverage !== null && <Gaps answer={answer} onPick={setPicked} />}
    </div>
  );
}

function PlanFacts({ answer }: { readonly answer: Planned }) {
  const { language, w } = useSpeak();
  const { coverage } = answer;
  const whole = (value: number) => formatNumber(value, 0, language);
  return (
    <dl className="street-facts">
      <Fact name={w('disorderNetwork')} of="length">
        <strong>{w('disorderKilometres', { n: formatNumber(answer.lengthM / 1000, 2, language) })}</strong>
        {' · '}
        {w('disorderStreets', { n: whole(answer.streets) })}
      </Fact>
      <Fact name={w('disorderPoints')} of="points">
        <strong>{whole(answer.points)}</strong>{' '}
        <span className="quiet">
          {w('disorderPointsText', { spacing: answer.spacingM, n: whole(answer.pictures) })}
        </span>
      </Fact>
      {coverage !== null && (
        <>
          <Fact name={w('disorderCovered')} of="covered">
            <strong>{formatShare(coverage.lengthShare, language, 1)}</strong>{' '}
            <span className="quiet">
              {w('disorderCoveredText', { n: whole(coverage.points), full: whole(coverage.complete) })}
            </span>
          </Fact>
          <Fact name={w('disorderTaken')} of="taken">
            {w('disorderTakenText', {
              n: whole(coverage.pictures),
              left: whole(coverage.leftOut),
              far: whole(coverage.far),
            })}
            <Months months={coverage.months} />
          </Fact>
        </>
      )}
    </dl>
  );
}

function Months({ months }: { readonly months: readonly number[] }) {
  const { w } = useSpeak();
  const named = months.flatMap((n, at) => (n > 0 ? [w('disorderMonth', { month: at + 1, n })] : []));
  if (named.length === 0) return null;
  return <span className="quiet"> {named.join(w('listComma'))}</span>;
}

/** Points of a street with the directions to look in; what there is already is struck out. */
function PointTable({ answer, street }: { readonly answer: Planned; readonly street: string }) {
  const { language, w } = useSpeak();
  const sides = ['along', 'right', 'back', 'left'] as const;
  const points = answer.places.flatMap((place, at) => (place.street === street ? [{ ...place, at }] : []));
  return (
    <div className="sideways">
      <table className="street-points">
        <caption>{w('disorderPointsOf', { street })}</caption>
        <thead>
          <tr>
            <th scope="col">{w('disorderPoint')}</th>
            <th scope="col" className="amount">
              {w('disorderAt')}
            </th>
            {sides.map((side) => (
              <th key={side} scope="col" className="amount">
                {w(`disorderSide_${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ at, atM, headings, missing }) => (
            <tr key={at} data-point={at + 1}>
              <th scope="row">{at + 1}</th>
              <td className="amount">{formatNumber(atM, 0, language)}</td>
              {sides.map((side, place) => (
                <td key={side} className="amount">
                  {missing.includes(side) ? (
                    `${formatNumber(headings[place], 0, language)}°`
                  ) : (
                    <span className="quiet">{w('disorderDone')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Streets with points that no picture shows, those with the most first. */
function Gaps(props: { readonly answer: Planned; readonly onPick: (street: string) => void }) {
  const { language, w } = useSpeak();
  const [most, setMost] = useState(page);
  const rows = props.answer.byStreet
    .map((row) => ({ ...row, gaps: row.points - (row.covered ?? 0) }))
    .filter(({ gaps }) => gaps > 0)
    .toSorted((a, b) => b.gaps - a.gaps);
  if (rows.length === 0) return <p>{w('disorderNoGaps')}</p>;
  return (
    <>
      <h3>{w('disorderGaps', { n: rows.length })}</h3>
      <div className="sideways">
        <table className="street-points">
          <thead>
            <tr>
              <th scope="col">{w('disorderSegment')}</th>
              <th scope="col" className="amount">
                {w('disorderGapPoints')}
              </th>
              <th scope="col" className="amount">
                {w('disorderPoints')}
              </th>
              <th scope="col" className="amount">
                {w('disorderLength')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <tr key={row.street} data-gap={row.street}>
                <th scope="row">
                  <button type="button" className="number" onClick={() => props.onPick(row.street)}>
                    {row.street}
                  </button>
                </th>
                <td className="amount">{row.gaps}</td>
                <td className="amount">{row.points}</td>
                <td className="amount">{formatNumber(row.lengthM, 0, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && (
        <button type="button" className="plain" onClick={() => setMost(most + 5 * page)}>
          {w('groundMore', { n: Math.min(5 * page, rows.length - most) })}
        </button>
      )}
    </>
  );
}
