import type { Classification, RecoveryRow } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { SaveButton } from '../exports/save-button.js';
import { formatIn, formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { useMeta } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { InView, useCityInView, useCityName } from '../parts/in-view.js';
import { MarkKey, MarkTag } from '../parts/mark-tag.js';
import { RowNumber } from '../parts/number.js';
import { Select } from '../parts/select.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { useUnit } from '../parts/units.js';
import { navigate, useAddress, withQuery } from '../router.js';
import type { WordKey } from '../words.js';
import { recoveryCsv } from './recovery-csv.js';

const scopes: Readonly<Record<RecoveryRow['scope'], WordKey>> = {
  prefecture: 'scope_prefecture',
  county: 'scope_county',
  'county-outside': 'scope_outside',
};

/** How well each threshold set finds the official list again: one year and one level at a time. */
export function Identification() {
  const { w } = useSpeak();
  const { answer, error, retry } = useAnswer<readonly RecoveryRow[]>('/api/recovery');
  useTitle(w('identification'));
  return (
    <div className="reading wide-reading">
      <h1>{w('identificationTitle')}</h1>
      <p>{w('identificationText')}</p>
      <p className="quiet">{w('identificationNote')}</p>
      <InView />
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={640} />}
      {answer !== null && <Recovery rows={answer} />}
      <MarkKey />
    </div>
  );
}

function Recovery({ rows }: { readonly rows: readonly RecoveryRow[] }) {
  const { w } = useSpeak();
  const { query } = useAddress();
  const catalog = useMeta()?.catalog.hash ?? '';
  const years = [...new Set(rows.map(({ period }) => String(period)))].sort();
  const year = years.find((one) => one === query.get('period')) ?? years.at(-1) ?? '';
  const levels = Object.keys(scopes) as RecoveryRow['scope'][];
  const scope = levels.find((one) => one === query.get('among')) ?? 'prefecture';
  const shown = rows.filter((row) => row.period === year && row.scope === scope);
  return (
    <>
      <div className="assessment-controls">
        <Select
          label={w('period')}
          value={year}
          choices={years.map((one) => ({ value: one, label: one }))}
          onChange={(period) => navigate(withQuery({ period }), true)}
        />
        <Select
          label={w('among')}
          value={scope}
          choices={levels.map((one) => ({ value: one, label: w(scopes[one]) }))}
          onChange={(among) => navigate(withQuery({ among }), true)}
        />
        <SaveButton name="recovery.csv" text={() => recoveryCsv(rows, catalog)} title={w('downloadRecovery')}>
          {w('download')}
        </SaveButton>
      </div>
      <RecoveryTable rows={shown.filter(({ tested }) => tested > 0)} year={year} />
      <Untested rows={shown.filter(({ tested }) => tested === 0)} />
    </>
  );
}

type Test = Classification['tests'][number];

/** The tests of the city in view by name; null without one. A test that it has no value for is there all the same. */
function useTestsInView(year: string): ReadonlyMap<string, Test> | null {
  const city = useCityInView();
  const path = city === null ? null : pathOf('/api/classify', { city, period: year });
  const { answer } = useAnswer<readonly Classification[]>(path);
  if (city === null) return null;
  return new Map(answer?.[0]?.tests.map((test) => [`${test.test} ${test.indicator}`, test]));
}

function RecoveryTable({ rows, year }: { readonly rows: readonly RecoveryRow[]; readonly year: string }) {
  const { w } = useSpeak();
  const tests = useTestsInView(year);
  const city = useCityName(useCityInView());
  return (
    <div className="sideways">
      <table className="recovery">
        <thead>
          <tr>
            <th scope="col">{w('thresholdSet')}</th>
            <th scope="col">{w('thresholdTest')}</th>
            <th scope="col" className="amount">
              {w('threshold')}
            </th>
            {tests !== null && (
              <th scope="col" className="amount">
                {city}
              </th>
            )}
            <th scope="col" className="amount">
              {w('listedOfTested')}
            </th>
            <th scope="col" className="amount">
              {w('hitsOfPassing')}
            </th>
            <th scope="col" className="amount">
              {w('precision')}
            </th>
            <th scope="col" className="amount">
              {w('recall')}
            </th>
            <th scope="col" className="amount">
              F1
            </th>
            <th scope="col" className="amount">
              {w('rocArea')}
            </th>
            <th scope="col" className="amount">
              {w('bestThreshold')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RecoveryLine
              key={`${row.test} ${row.indicator}`}
              row={row}
              own={tests === null ? undefined : (tests.get(`${row.test} ${row.indicator}`) ?? null)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RecoveryLineProps {
  readonly row: RecoveryRow;
  /** The same test of the city in view; absent where none is in view. */
  readonly own: Test | null | undefined;
}

function RecoveryLine({ row, own }: RecoveryLineProps) {
  const { language, w, t } = useSpeak();
  const unit = useUnit(row.unit ?? '');
  const shown = (value: number | null) => formatIn(value, unit, language);
  const two = (value: number | null) => formatNumber(value, 2, language);
  const why = (path: string, text: string) => (
    <RowNumber row={row} path={path}>
      {text}
    </RowNumber>
  );
  return (
    <tr data-test={row.test} data-mark={row.mark}>
      <th scope="row">
        <b>{row.set}</b> <span className="note-line quiet">{t(row.setLabel)}</span>
      </th>
      <td>
        {t(row.label)} <MarkTag mark={row.mark} />
        <span className="note-line quiet">
          {row.indicator} {row.standIn && <span className="tag">{w('standIn')}</span>}
        </span>
      </td>
      <td className="amount">
        {why('threshold', shown(row.threshold))} {unit.label}
      </td>
      {own !== undefined && (
        <td className="amount" data-own={String(own?.pass ?? null)}>
          {shown(own?.value ?? null)} {own?.value != null && unit.label}
          {typeof own?.pass === 'boolean' && (
            <span className="note-line">
              {w('passes')}: {w(own.pass ? 'yes' : 'no')}
            </span>
          )}
        </td>
      )}
      <td className="amount">
        {why('listed', String(row.listed))} / {why('tested', String(row.tested))}
      </td>
      <td className="amount">
        {why('hits', String(row.hits))} / {why('passing', String(row.passing))}
      </td>
      <td className="amount" data-column="precision">
        {why('precision', formatShare(row.precision, language, 1))}
      </td>
      <td className="amount" data-column="recall">
        {why('recall', formatShare(row.recall, language, 1))}
      </td>
      <td className="amount">{why('f1', two(row.f1))}</td>
      <td className="amount">
        {why('area', two(row.area))}
        {row.areaLow !== null && (
          <span className="note-line">
            ({why('areaLow', two(row.areaLow))} – {why('areaHigh', two(row.areaHigh))})
          </span>
        )}
      </td>
      <td className="amount">
        {why('best', shown(row.best))} {unit.label}
        {row.bestLow !== null && (
          <span className="note-line">
            ({why('bestLow', shown(row.bestLow))} – {why('bestHigh', shown(row.bestHigh))})
          </span>
        )}
      </td>
    </tr>
  );
}

/** What could not be tested, and the import that would help. */
function Untested({ rows }: { readonly rows: readonly RecoveryRow[] }) {
  const { w, t } = useSpeak();
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{w('untested')}</h2>
      <ul>
        {rows.map((row) => (
          <li key={`${row.test} ${row.indicator}`} data-untested={row.test}>
            <b>{row.set}</b> {t(row.label)} <MarkTag mark={row.mark} />{' '}
            {row.fill !== null && (
              <span className="note-line quiet">{w('importToFill', { what: t(row.fill) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
