import type { TablesAnswer } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';
import { useCatalog } from '../parts/units.js';

type TableView = TablesAnswer[number];

/** One shipped table: what it is, where it comes from, its columns and what was checked. */
export function TableCard({ table }: { readonly table: TableView }) {
  const { language, w, t } = useSpeak();
  return (
    <section className="table-card" id={table.id} aria-labelledby={`${table.id}-title`}>
      <h2 id={`${table.id}-title`}>{t(table.title)}</h2>
      <p>{t(table.note)}</p>
      <dl className="facts">
        <dt>{w('file')}</dt>
        <dd>
          <code>{table.file}</code> · {w('rows', { n: formatNumber(table.rows, 0, language) })} ·{' '}
          <code title={table.sha256}>sha256 {table.sha256.slice(0, 12)}</code>
        </dd>
        <dt>{w('boundary')}</dt>
        <dd>{t(table.boundary)}</dd>
        <dt>{w('primarySource')}</dt>
        <dd>{t(table.primary)}</dd>
        <dt>{w('repository')}</dt>
        <dd>
          {table.repository} <code>{table.path}</code>{' '}
          <code title={table.commit}>{shortCommit(table.commit)}</code>
        </dd>
        <dt>{w('licence')}</dt>
        <dd>{table.licence}</dd>
        <dt>{w('mark')}</dt>
        <dd>{w('cellMarks', { n: formatNumber(table.marks, 0, language) })}</dd>
      </dl>
      <Checks checks={table.checks} />
      <Columns table={table} />
    </section>
  );
}

/** Ten letters of a hash; words that stand in its place stay whole. */
function shortCommit(commit: string): string {
  return /^[0-9a-f]{11,}$/.test(commit) ? commit.slice(0, 10) : commit;
}

function Checks({ checks }: { readonly checks: TableView['checks'] }) {
  const { language, w, t } = useSpeak();
  if (checks.length === 0) return <p className="quiet">{w('noChecks')}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{w('check')}</th>
          <th scope="col" className="amount">
            {w('found')}
          </th>
          <th scope="col" className="amount">
            {w('expected')}
          </th>
          <th scope="col">{w('checks')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => {
          const digits = Number.isInteger(check.found) && Number.isInteger(check.expected) ? 0 : 2;
          const same = check.found === check.expected;
          return (
            <tr key={check.what.en}>
              <th scope="row">{t(check.what)}</th>
              <td className="amount">{formatNumber(check.found, digits, language)}</td>
              <td className="amount">{formatNumber(check.expected, digits, language)}</td>
              <td className={same ? 'quiet' : 'doubt'}>{w(same ? 'agrees' : 'differs')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Columns({ table }: { readonly table: TableView }) {
  const { w, t } = useSpeak();
  const catalog = useCatalog().answer;
  const label = (id: string) => {
    const found = catalog?.indicators.find((one) => one.id === id)?.label;
    return found === undefined ? id : t(found);
  };
  const unit = (id: string) => {
    const found = catalog?.units.find((one) => one.id === id)?.label;
    return found === undefined ? id : t(found);
  };
  return (
    <details>
      <summary>
        {w('columns')} ({table.columns.length})
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{w('column')}</th>
            <th scope="col">{w('indicator')}</th>
            <th scope="col">{w('unit')}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <tr key={column.name}>
              <th scope="row">
                <code>{column.name}</code>
              </th>
              <td>
                <Link to={`/methods/${column.indicator}`}>{label(column.indicator)}</Link>
              </td>
              <td className="quiet">{unit(column.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
