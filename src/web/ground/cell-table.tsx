import { useState } from 'react';
import type { GroundRow } from '../../api/contract.js';
import { groundKinds } from '../../locate/index.js';
import { absent, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { MoreButton } from '../parts/more-button.js';

const page = 20;

interface CellTableProps {
  readonly rows: readonly GroundRow[];
  readonly picked: string | null;
  readonly onPick: (cell: string) => void;
}

/** Cells in the order given, with what drives each and the values of the kinds. */
export function CellTable({ rows, picked, onPick }: CellTableProps) {
  const { w } = useSpeak();
  const label = useClasses();
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
              <th scope="col">{w('sumCell')}</th>
              <th scope="col" className="amount">
                {w('sumFinal')}
              </th>
              <th scope="col">{w('sumGrade')}</th>
              <th scope="col">{w('sumDriver')}</th>
              <th scope="col" className="amount">
                {w('sumSum')}
              </th>
              <th scope="col" className="amount">
                {w('sumPresent')}
              </th>
              {groundKinds.map((kind) => (
                <th key={kind} scope="col" className="amount">
                  {label('ground_kind', kind)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <CellRow key={row.cell} row={row} isPicked={row.cell === picked} onPick={onPick} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton all={rows.length} most={most} step={4 * page} onMost={setMost} />
    </>
  );
}

interface CellRowProps {
  readonly row: GroundRow;
  readonly isPicked: boolean;
  readonly onPick: (cell: string) => void;
}

function CellRow({ row, isPicked, onPick }: CellRowProps) {
  const { language, w } = useSpeak();
  const label = useClasses();
  return (
    <tr data-cell={row.cell} className={isPicked ? 'estate-row-picked' : undefined}>
      <th scope="row">
        <button type="button" className="number" aria-pressed={isPicked} onClick={() => onPick(row.cell)}>
          {row.cell}
        </button>
      </th>
      <td className="amount">{formatNumber(row.final, 2, language)}</td>
      <td>{row.grade === null ? w('sumBelow') : label('subsidence_grade', row.grade)}</td>
      <td data-driver={row.driver}>{row.driver === null ? absent : label('ground_kind', row.driver)}</td>
      <td className="amount">{formatNumber(row.sum, 2, language)}</td>
      <td className="amount">{row.present}</td>
      {groundKinds.map((kind) => (
        <td key={kind} className="amount">
          {formatNumber(row.values[kind], 2, language)}
        </td>
      ))}
    </tr>
  );
}
