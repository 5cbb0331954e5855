import { memo, useMemo } from 'react';
import type { OverviewAnswer, OverviewRow } from '../../api/contract.js';
import { SaveButton } from '../exports/save-button.js';
import { absent, formatNumber, formatPersons, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { FlagMark } from '../parts/flag-mark.js';
import { IntervalBar } from '../parts/interval-bar.js';
import { Link } from '../parts/link.js';
import { WhyNumber } from '../parts/number.js';
import { navigate, withQuery } from '../router.js';
import { overviewCsv } from './overview-csv.js';

interface RankedListProps {
  readonly answer: OverviewAnswer;
  readonly shown: readonly OverviewRow[];
  readonly all: readonly OverviewRow[];
  readonly worstFirst: boolean;
}

/** Address of a city's page in the period that is on screen. */
export function cityPath(id: string, period: string): string {
  return `/city/${encodeURIComponent(id)}?period=${period}`;
}

/** Cities by rank with interval, score, official type and batch, and how much of the data there is. */
export function RankedList({ answer, shown, all, worstFirst }: RankedListProps) {
  const { w } = useSpeak();
  const ranked = useMemo(() => all.filter((row) => row.rank !== null).length, [all]);
  return (
    <section className="ranked" aria-label={w('ranked')}>
      <div className="list-head">
        <p aria-live="polite" className="count">
          {w('shown', { n: shown.length, all: all.length })}
        </p>
        <button
          type="button"
          className="plain"
          onClick={() => navigate(withQuery({ order: worstFirst ? null : 'worst' }), true)}
        >
          {w(worstFirst ? 'worstFirst' : 'bestFirst')} {worstFirst ? '↑' : '↓'}
        </button>
        <SaveButton
          name={`afterlode-${answer.index}-${answer.period}.csv`}
          text={() => overviewCsv(answer, shown)}
          title={w('downloadHint')}
        >
          {w('download')}
        </SaveButton>
      </div>
      {shown.length === 0 ? (
        <p className="empty">{w('nothingFound')}</p>
      ) : (
        <div className="list-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col" className="amount">
                  {w('rank')}
                </th>
                <th scope="col">{w('city')}</th>
                <th scope="col" className="amount">
                  {w('score')}
                </th>
                <th scope="col">{w('type')}</th>
                <th scope="col" className="wide">
                  {w('batch')}
                </th>
                <th scope="col" className="amount wide">
                  {w('population')}
                </th>
                <th scope="col" className="amount wide">
                  {w('coverage')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <ListRow
                  key={row.id}
                  row={row}
                  ranked={ranked}
                  period={answer.period}
                  index={answer.index}
                  flags={answer.flags}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface ListRowProps {
  readonly row: OverviewRow;
  readonly ranked: number;
  readonly period: string;
  readonly index: string;
  /** What the ids of the row's flags say. */
  readonly flags: OverviewAnswer['flags'];
}

const ListRow = memo(function ListRow({ row, ranked, period, index, flags }: ListRowProps) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  return (
    <tr data-row={row.id}>
      <td className="rank">
        <RankCell row={row} ranked={ranked} address={`rank/${row.id}/${period}/${index}`} />
      </td>
      <th scope="row">
        <Link to={cityPath(row.id, period)}>{t(row.name)}</Link>
        <span className="quiet">{t(row.province)}</span>
      </th>
      <td className="amount">
        <WhyNumber address={row.scoreId}>{formatNumber(row.score, 1, language)}</WhyNumber>
        <FlagMark flags={flags.filter((one) => row.flags.includes(one.id))} />
      </td>
      <td>{label('official_type', row.type)}</td>
      <td className="wide">{row.batch === null ? absent : w('batchShort', { n: row.batch })}</td>
      <td className="amount wide">
        <WhyNumber address={row.populationId}>{formatPersons(row.population, language)}</WhyNumber>
      </td>
      <td className="amount wide">
        {/* which leaves of the index have a value stands in the tree of the score */}
        <WhyNumber address={row.scoreId}>{formatShare(row.coverage, language)}</WhyNumber>
      </td>
    </tr>
  );
});

function RankCell({
  row,
  ranked,
  address,
}: {
  readonly row: OverviewRow;
  readonly ranked: number;
  readonly address: string;
}) {
  const { w } = useSpeak();
  if (row.rank === null) return <span className="quiet">{w('noData')}</span>;
  const interval = row.rankInterval;
  return (
    <>
      <span className="rank-text">
        <WhyNumber address={address}>{String(row.rank)}</WhyNumber>
        {interval !== null && (
          <small title={w('rankInterval', { low: interval[0], high: interval[1] })}>
            {interval[0]}–{interval[1]}
          </small>
        )}
      </span>
      <IntervalBar rank={row.rank} interval={interval} of={ranked} />
    </>
  );
}
