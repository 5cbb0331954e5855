import { useState } from 'react';
import type { VacancyRow } from '../../api/contract.js';
import { fieldSource, vacancyRemarkTexts } from '../../locate/index.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { MoreButton } from '../parts/more-button.js';
import type { WordKey } from '../words.js';
import { RateBar } from './rate-bar.js';

const page = 25;

interface VacancyTableProps {
  readonly rows: readonly VacancyRow[];
  readonly picked: string | null;
  readonly onPick: (estate: string) => void;
}

/** Estates by their rate, each with the sources that speak of it. Withheld and unknown ones stand last and say so. */
export function VacancyTable({ rows, picked, onPick }: VacancyTableProps) {
  const { w } = useSpeak();
  const [most, setMost] = useState(page);
  const sorted = rows.toSorted((a, b) => (b.rate?.mid ?? -1) - (a.rate?.mid ?? -1));
  // One that was picked on the map is to be seen, wherever it stands.
  const first = sorted.slice(most).filter(({ estate }) => estate === picked);
  const shown = [...first, ...sorted.slice(0, most)];
  const withheld = rows.filter(({ suppressed }) => suppressed).length;
  return (
    <>
      {withheld > 0 && <p data-withheld={withheld}>{w('vacancyWithheldCount', { n: withheld })}</p>}
      <p className="quiet small">{w('estateShownOf', { n: shown.length, all: rows.length })}</p>
      <div className="sideways">
        <table className="estate-table">
          <thead>
            <tr>
              <th scope="col">{w('vacancyEstate')}</th>
              <th scope="col" className="amount">
                {w('vacancyUnits')}
              </th>
              <th scope="col">{w('vacancyRate')}</th>
              <th scope="col">{w('vacancySources')}</th>
              <th scope="col">{w('vacancyRemarks')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <EstateRow key={row.estate} row={row} isPicked={row.estate === picked} onPick={onPick} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton all={rows.length} most={most} step={4 * page} onMost={setMost} />
    </>
  );
}

interface EstateRowProps {
  readonly row: VacancyRow;
  readonly isPicked: boolean;
  readonly onPick: (estate: string) => void;
}

function EstateRow({ row, isPicked, onPick }: EstateRowProps) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  const { estate, units, sources, remarks } = row;
  return (
    <tr data-estate={estate} className={isPicked ? 'estate-row-picked' : undefined}>
      <th scope="row">
        <button type="button" className="number" aria-pressed={isPicked} onClick={() => onPick(estate)}>
          {estate}
        </button>
      </th>
      <td className="amount">{formatNumber(units, 0, language)}</td>
      <td data-rate>
        <RateText row={row} />
      </td>
      <td>
        <ul className="estate-sources">
          {sources.map(({ source, occupied, error, weight }) => (
            <li key={source}>
              {w(sourceWord(error, weight), {
                source: source === fieldSource ? w('vacancyField') : label('vacancy_source', source),
                occupied: formatNumber(occupied, 1, language),
                error: formatNumber(error, 1, language),
                weight: formatShare(weight, language),
              })}
            </li>
          ))}
        </ul>
      </td>
      <td className="estate-remarks">{remarks.map((one) => t(vacancyRemarkTexts[one])).join(' ')}</td>
    </tr>
  );
}

/** A median weighs nothing, so nothing is said of weights. */
function sourceWord(error: number | null, weight: number): WordKey {
  if (error === null) return 'vacancySourceBare';
  return weight === 0 ? 'vacancySourceUnweighed' : 'vacancySource';
}

/** The rate with its interval, or why there is none: withheld is not nought. */
export function RateText({ row }: { readonly row: Pick<VacancyRow, 'rate' | 'suppressed'> }) {
  const { language, w } = useSpeak();
  const { rate, suppressed } = row;
  if (suppressed) return <em>{w('vacancyWithheld')}</em>;
  if (rate === null) return <span className="quiet">{w('vacancyUnknown')}</span>;
  const percent = (value: number) => formatShare(value, language, 1);
  return (
    <>
      <RateBar rate={rate} />{' '}
      <span className="estate-rate">
        {w('vacancyRange', { mid: percent(rate.mid), low: percent(rate.low), high: percent(rate.high) })}
      </span>
    </>
  );
}
