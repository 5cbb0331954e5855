import type { EvaluationRow } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { FlagMark } from '../parts/flag-mark.js';
import { Link } from '../parts/link.js';
import { RowNumber } from '../parts/number.js';
import { ChangeByBranch } from './change-by-branch.js';

/** How many stand at either end. */
const most = 5;

/** The cities whose score rose most and least, with the parts of the change. */
export function Movers({ rows }: { readonly rows: readonly EvaluationRow[] }) {
  const { w } = useSpeak();
  const moved = rows
    .filter(({ change }) => change !== null)
    .toSorted((a, b) => (b.change ?? 0) - (a.change ?? 0));
  // no city stands at both ends
  const each = Math.min(most, Math.floor(moved.length / 2));
  if (each === 0) return null;
  return (
    <section data-section="movers">
      <h2>{w('moversTitle')}</h2>
      <p className="quiet small">{w('moversText')}</p>
      <MoverTable title={w('moversMost')} rows={moved.slice(0, each)} />
      <MoverTable title={w('moversLeast')} rows={moved.slice(-each).reverse()} />
    </section>
  );
}

function MoverTable({ title, rows }: { readonly title: string; readonly rows: readonly EvaluationRow[] }) {
  const { w } = useSpeak();
  return (
    <div className="sideways">
      <table className="evaluations">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{w('searchCity')}</th>
            {(['changeWord', 'regionFromTo', 'gapChange', 'structureChange', 'quadrant'] as const).map(
              (word) => (
                <th key={word} scope="col">
                  {w(word)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MoverLine key={row.city} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MoverLine({ row }: { readonly row: EvaluationRow }) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  const number = (path: string, value: number | null, sign = true) => (
    <RowNumber row={row} path={path}>
      {`${sign && value !== null && value > 0 ? '+' : ''}${formatNumber(value, 1, language)}`}
    </RowNumber>
  );
  return (
    <tr data-mover={row.city}>
      <th scope="row">
        <Link to={`/city/${row.city}`}>{row.name === null ? row.city : t(row.name)}</Link>
      </th>
      <td>
        {number('change', row.change)}
        <ChangeByBranch row={row} />
      </td>
      <td>
        {row.region === null ? (
          w('noData')
        ) : (
          <>
            {number('region/from', row.region.from, false)} → {number('region/to', row.region.to, false)}
            <span className="note-line quiet">{t(row.region.label)}</span>
          </>
        )}
      </td>
      <td>{number('gapChange', row.gapChange)}</td>
      <td>{number('structureChange', row.structureChange)}</td>
      <td>
        {row.quadrant === null ? w('noData') : label('evaluation_quadrant', row.quadrant)}{' '}
        <FlagMark flags={row.flags} />
      </td>
    </tr>
  );
}
