import { useState } from 'react';
import type { LandRow } from '../../api/contract.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { MoreButton } from '../parts/more-button.js';
import type { WordKey } from '../words.js';
import { landVerdicts, verdictOf } from './land-looks.js';

const page = 25;
const heads = [
  ['landPlot', false],
  ['landVerdict', false],
  ['landScore', true],
  ['landRatio', true],
  ['landCoverage', true],
  ['landOpen', true],
  ['landArea', true],
  ['landFails', false],
  ['landExempt', false],
] as const satisfies readonly (readonly [WordKey, boolean])[];

interface PlotTableProps {
  readonly rows: readonly LandRow[];
  readonly picked: string | null;
  readonly onPick: (plot: string) => void;
}

/** Plots in the order given, with what fails and what is excused. */
export function PlotTable({ rows, picked, onPick }: PlotTableProps) {
  const { w } = useSpeak();
  const [most, setMost] = useState(page);
  return (
    <>
      <p className="quiet small">
        {w('estateShownOf', { n: Math.min(most, rows.length), all: rows.length })}
      </p>
      <div className="sideways">
        <table className="estate-table">
          <thead>
            <tr>
              {heads.map(([word, isAmount]) => (
                <th key={word} scope="col" className={isAmount ? 'amount' : undefined}>
                  {w(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <PlotRow key={row.plot} row={row} isPicked={row.plot === picked} onPick={onPick} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton all={rows.length} most={most} step={4 * page} onMost={setMost} />
    </>
  );
}

interface PlotRowProps {
  readonly row: LandRow;
  readonly isPicked: boolean;
  readonly onPick: (plot: string) => void;
}

function PlotRow({ row, isPicked, onPick }: PlotRowProps) {
  const { language, w } = useSpeak();
  const label = useClasses();
  const look = landVerdicts.find(({ verdict }) => verdict === verdictOf(row));
  const items = (list: readonly string[]) => list.map((one) => label('land_item', one)).join(w('listComma'));
  return (
    <tr data-plot={row.plot} className={isPicked ? 'estate-row-picked' : undefined}>
      <th scope="row">
        <button type="button" className="number" aria-pressed={isPicked} onClick={() => onPick(row.plot)}>
          {row.plot}
        </button>
      </th>
      <td data-verdict={look?.verdict}>
        <i
          className={look?.colour ? 'estate-mark' : 'estate-mark none'}
          style={{ background: look?.colour ?? undefined }}
        />{' '}
        {look && w(look.word)}
      </td>
      <td className="amount">{formatNumber(row.score, 2, language)}</td>
      <td className="amount" data-ratio>
        {row.floorAreaRatio === null && row.floorAreaRatioLeast !== null
          ? w('landAtLeast', { value: formatNumber(row.floorAreaRatioLeast, 2, language) })
          : formatNumber(row.floorAreaRatio, 2, language)}
      </td>
      <td className="amount">{formatShare(row.coverage, language, 1)}</td>
      <td className="amount">{formatShare(row.openShare, language, 1)}</td>
      <td className="amount">{formatNumber(row.areaM2 / 10_000, 2, language)}</td>
      <td data-fails>{items(row.fails)}</td>
      <td data-exempt>
        {row.exempt !== null &&
          w('landExemptItems', {
            reason: label('land_exemption', row.exempt.reason),
            items: items(row.exempt.items),
          })}
      </td>
    </tr>
  );
}
