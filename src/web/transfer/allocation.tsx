import type { TransferAnswer } from '../../api/contract.js';
import { absent, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { MaybeNumber } from '../parts/number.js';
import type { Asked } from './asked.js';
import { change, type TransferRow } from './use-transfer.js';

interface AllocationProps {
  readonly asked: Asked;
  readonly answer: TransferAnswer;
  /** Amounts without changes, by city; null where nothing is changed. */
  readonly before: ReadonlyMap<string, number> | null;
}

/** All units, the largest amount first; a name puts its city above, where it can be changed. */
export function Allocation({ asked, answer, before }: AllocationProps) {
  const { w } = useSpeak();
  const rows = answer.rows.toSorted((a, b) => b.amountFen - a.amountFen);
  const most = Math.max(1, ...rows.map(({ amount }) => amount));
  const columns = ['amountWord', 'fixedWord', 'factorWord', 'performanceWord', 'phaseOutWord'] as const;
  return (
    <div className="sideways tall">
      <table className="transfer-table">
        <thead>
          <tr>
            <th scope="col">{w('searchCity')}</th>
            {columns.map((word) => (
              <th key={word} scope="col" className="amount">
                {w(word)}
              </th>
            ))}
            {before !== null && (
              <th scope="col" className="amount">
                {w('differenceWord')}
              </th>
            )}
            <th scope="col" className="transfer-bar" aria-label={w('barsLabel')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.city} row={row} before={before} most={most} isOpen={row.city === asked.city} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly row: TransferRow;
  readonly before: ReadonlyMap<string, number> | null;
  readonly most: number;
  readonly isOpen: boolean;
}

function Line({ row, before, most, isOpen }: LineProps) {
  const { language, w, t } = useSpeak();
  const ten = (yuan: number | null) => formatNumber(yuan === null ? null : yuan / 1e4, 2, language);
  const name = row.name === null ? row.city : t(row.name);
  const why = (path: string, text: string) => (
    <MaybeNumber row={row} path={path}>
      {text}
    </MaybeNumber>
  );
  const was = before?.get(row.city) ?? null;
  const difference = was === null ? null : row.amount - was;
  return (
    <tr data-unit-row={row.city} data-amount-fen={row.amountFen} aria-current={isOpen || undefined}>
      <th scope="row">
        <button
          type="button"
          className="row-open"
          aria-pressed={isOpen}
          title={w('editUnit', { name })}
          onClick={() => change({ city: isOpen ? null : row.city })}
        >
          {name}
        </button>
      </th>
      <td className="amount">
        <b>{why('amount', ten(row.amount))}</b>
      </td>
      <td className="amount">{why('fixed', ten(row.fixed))}</td>
      <td className="amount">{why('factor', ten(row.factor))}</td>
      <td className="amount">
        {row.performance === null ? absent : why('performance', ten(row.performance))}
      </td>
      <td className="amount">{why('phaseOut', ten(row.phaseOut))}</td>
      {before !== null && (
        <td className="amount">
          {difference !== null && difference > 0 && '+'}
          {ten(difference)}
        </td>
      )}
      <td className="transfer-bar">
        <Bar row={row} was={was} most={most} />
      </td>
    </tr>
  );
}

/** Fixed, factor and phase-out after one another; a line where the amount was before the changes. */
function Bar({
  row,
  was,
  most,
}: {
  readonly row: TransferRow;
  readonly was: number | null;
  readonly most: number;
}) {
  const at = (yuan: number) => (100 * yuan) / most;
  return (
    <svg viewBox="0 0 101 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="fixed" width={at(row.fixed)} height="10" />
      <rect
        className="factor"
        x={at(row.fixed)}
        width={at(Math.max(0, row.factor + (row.performance ?? 0)))}
        height="10"
      />
      <rect className="ending" width={at(row.phaseOut)} height="10" />
      {was !== null && <rect className="was" x={Math.min(100, at(was))} width="0.6" height="10" />}
    </svg>
  );
}
