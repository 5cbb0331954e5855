import type { CityPage, Classification } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { formatIn } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { CityWays } from '../parts/in-view.js';
import { MarkTag } from '../parts/mark-tag.js';
import { RowNumber } from '../parts/number.js';
import { Opening } from '../parts/opening.js';
import { Skeleton } from '../parts/skeleton.js';
import { useUnit } from '../parts/units.js';
import type { WordKey } from '../words.js';

/** Official label beside computed type and threshold tests; asked for when opened. Provinces have no such tests. */
export function CityKind({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const { id, level } = page.city;
  if (level === 'country' || level === 'province') return null;
  return (
    <Opening title={w('cityKind')} name="kind">
      {() => <Kind city={id} period={page.period} />}
    </Opening>
  );
}

function Kind({ city, period }: { readonly city: string; readonly period: string }) {
  const { w } = useSpeak();
  const { answer, error, retry } = useAnswer<readonly Classification[]>(
    pathOf('/api/classify', { city, period }),
  );
  if (error !== null) return <ErrorNote error={error} retry={retry} />;
  const found = answer?.[0];
  if (found === undefined) return <Skeleton height={320} />;
  return (
    <>
      <Labels found={found} />
      <Tests found={found} />
      <CityWays ways={[[`/identification?city=${city}&period=${period}`, w('toIdentification')]]} />
    </>
  );
}

const reasons: Readonly<Record<NonNullable<Classification['computed']['reason']>, WordKey>> = {
  'no-security': 'noType_security',
  'no-sustainability': 'noType_sustainability',
  'no-axis': 'noType_axis',
  'no-growth': 'noType_growth',
};
const signalWords: Readonly<Record<Classification['signals']['exit']['state'], WordKey>> = {
  recommended: 'signal_recommended',
  'not-met': 'signal_notMet',
  'not-enough-years': 'signal_notEnough',
};

function Labels({ found }: { readonly found: Classification }) {
  const { w } = useSpeak();
  const label = useClasses();
  const { official, computed, sets, signals } = found;
  const between = computed.border?.between?.map((one) => label('official_type', one)) ?? null;
  const type = () => {
    if (between !== null) return w('betweenTypes', { types: between.join(w('andWord')) });
    if (computed.type !== null) return label('official_type', computed.type);
    return w(reasons[computed.reason ?? 'no-axis']);
  };
  return (
    <dl className="facts">
      <dt>{w('officialType')}</dt>
      <dd data-fact="official">
        {official.type === null ? w('unlisted') : <b>{label('official_type', official.type)}</b>}{' '}
        <span className="tag">{w('official')}</span>{' '}
        {official.batch === null ? w('notExhausted') : w('batchNumber', { n: official.batch })}
      </dd>
      <dt>{w('computedType')}</dt>
      <dd data-fact="computed">
        {computed.type === null ? <span className="quiet">{type()}</span> : <b>{type()}</b>}{' '}
        <span className="tag">{w('computed')}</span>
      </dd>
      <dt>{w('setsPassed')}</dt>
      <dd data-fact="sets">
        <RowNumber row={found} path="sets/passed">
          {w('setsPassedOf', { passed: sets.passed, decided: sets.decided, of: sets.of })}
        </RowNumber>
      </dd>
      <dt>{w(found.listed ? 'signalExit' : 'signalEntry')}</dt>
      <dd data-fact="signal">
        {w(signalWords[(found.listed ? signals.exit : signals.entry).state])}{' '}
        <span className="note-line quiet">{w('signalNote')}</span>
      </dd>
    </dl>
  );
}

function Tests({ found }: { readonly found: Classification }) {
  const { w } = useSpeak();
  return (
    <div className="sideways">
      <table className="tests">
        <thead>
          <tr>
            <th scope="col">{w('thresholdTest')}</th>
            <th scope="col" className="amount">
              {w('value')}
            </th>
            <th scope="col">{w('period')}</th>
            <th scope="col" className="amount">
              {w('threshold')}
            </th>
            <th scope="col" className="amount">
              {w('margin')}
            </th>
            <th scope="col">{w('passes')}</th>
          </tr>
        </thead>
        <tbody>
          {found.tests.map((test) => (
            <TestLine key={test.test} found={found} test={test} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TestLineProps {
  readonly found: Classification;
  readonly test: Classification['tests'][number];
}

function TestLine({ found, test }: TestLineProps) {
  const { language, w, t } = useSpeak();
  const unit = useUnit(test.unit ?? '');
  const shown = (value: number | null) => formatIn(value, unit, language);
  const path = `tests/${test.set}.${test.test}`;
  const passes = test.pass === null ? w('noData') : w(test.pass ? 'yes' : 'no');
  return (
    <tr data-test={test.test} data-pass={String(test.pass)}>
      <th scope="row">
        <b>{test.set}</b> {t(test.label)} <MarkTag mark={test.mark} />{' '}
        {test.standIn && <span className="tag">{w('standIn')}</span>}
        {test.fill !== null && (
          <span className="note-line quiet">{w('importToFill', { what: t(test.fill) })}</span>
        )}
      </th>
      <td className="amount">
        <RowNumber row={found} path={`${path}/value`}>
          {shown(test.value)}
        </RowNumber>{' '}
        {test.value !== null && unit.label}
        {test.doubtful && <span className="note-line doubt">{w('doubtful')}</span>}
      </td>
      <td>{test.period}</td>
      <td className="amount">
        <RowNumber row={found} path={`${path}/threshold`}>
          {shown(test.threshold)}
        </RowNumber>{' '}
        {unit.label}
      </td>
      <td className="amount">
        <RowNumber row={found} path={`${path}/margin`}>
          {shown(test.margin)}
        </RowNumber>
      </td>
      <td>{passes}</td>
    </tr>
  );
}
