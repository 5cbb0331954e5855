import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { FlagNote } from '../../assess/index.js';
import { absent, formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { plain } from '../pages/overview-filter.js';
import { FlagMark } from '../parts/flag-mark.js';
import { IntervalBar } from '../parts/interval-bar.js';
import { WhyNumber } from '../parts/number.js';
import type { Picture, Variation } from './messages.js';
import type { Names, Place } from './names.js';
import { RankChange } from './rank-change.js';

/** A row of the ranking: a unit with all that is known of it; missing is null. */
export interface RankedRow {
  readonly place: Place;
  readonly score: number | null;
  readonly rank: number | null;
  readonly ownRank: number | null;
  readonly interval: readonly [number, number] | null;
  /** Share of the runs in which it is among the first. */
  readonly inTop: number | null;
  /** What must stand beside the score. */
  readonly flags: readonly FlagNote[];
}

/** Which index in which period is shown; null for the reader's own tables. */
interface At {
  readonly index: string | null;
  readonly period: string | null;
}

/** Units of a picture from the first to the last; those without a score at the end. */
export function rankedRows(
  picture: Picture,
  variation: Variation | null,
  names: Names,
  { index, period }: At,
): RankedRow[] {
  const { units, scores, ranks, ownRanks } = picture;
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  const rows = units.map((unit, at): RankedRow => {
    const low = known(variation?.low[at]);
    const high = known(variation?.high[at]);
    return {
      place: names.place(unit),
      score: known(scores[at]),
      rank: known(ranks[at]),
      ownRank: known(ownRanks[at]),
      interval: low === null || high === null ? null : [low, high],
      inTop: known(variation?.inTop[at]),
      flags: names.flags(unit, period, index ?? ''),
    };
  });
  const last = units.length + 1;
  return rows.sort((a, b) => (a.rank ?? last) - (b.rank ?? last));
}

/** How many digits tell neighbouring scores apart. */
export function scoreDigits(scores: ArrayLike<number>): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) {
    least = Math.min(least, scores[at] as number) || least;
    most = Math.max(most, scores[at] as number) || most;
  }
  const range = most - least;
  return range > 20 || !(range > 0) ? 1 : range > 2 ? 2 : 3;
}

/** Above so many the rest is only in the file. */
const mostRows = 1000;

interface RankingProps {
  readonly rows: readonly RankedRow[];
  readonly ranked: number;
  readonly digits: number;
  readonly top: number;
  readonly stale: boolean;
  /** Period and node of the scores' explanations; null where they are not those of the catalog. */
  readonly why: string | null;
  readonly chosen: string | null;
  readonly onChoose: (unit: string) => void;
}

/** All units by rank, with what changed against the index as it stands and how far the rank may move. */
export const Ranking = memo(function Ranking(props: RankingProps) {
  const { rows, ranked, digits, top, stale, why, chosen, onChoose } = props;
  const { w } = useSpeak();
  const [asked, setAsked] = useState('');
  const words = useDeferredValue(plain(asked));
  const found = useMemo(
    () =>
      words === ''
        ? rows
        : rows.filter(({ place }) =>
            [place.name.zh, place.name.en, place.id].some((name) => plain(name).includes(words)),
          ),
    [rows, words],
  );
  return (
    <section className="ranked lab-ranked" aria-label={w('labRanking')}>
      <div className="list-head">
        <input
          type="search"
          aria-label={w('search')}
          placeholder={w('labSearchHint')}
          value={asked}
          spellCheck={false}
          onChange={(event) => setAsked(event.target.value)}
        />
      </div>
      <div className="list-scroll">
        <table role="table" className="lab-table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {w('rank')}
              </th>
              <th scope="col" role="columnheader">
                <span title={w('labChange')} aria-label={w('labChange')}>
                  ±
                </span>
              </th>
              <th scope="col" role="columnheader">
                {w('labUnit')}
              </th>
              <th scope="col" role="columnheader" className="amount">
                {w('score')}
              </th>
              <th scope="col" role="columnheader">
                {w('labInterval')}
              </th>
              <th scope="col" role="columnheader" className="amount wide">
                {w('labInTop', { n: top })}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup" className={stale ? 'stale' : undefined}>
            {found.slice(0, mostRows).map((row) => (
              <Row
                key={row.place.id}
                place={row.place}
                score={row.score}
                rank={row.rank}
                ownRank={row.ownRank}
                low={row.interval?.[0] ?? null}
                high={row.interval?.[1] ?? null}
                flags={row.flags}
                inTop={row.inTop === null ? null : Math.round(row.inTop * 100)}
                ranked={ranked}
                digits={digits}
                why={why}
                chosen={row.place.id === chosen}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p className="empty">{w('nothingFound')}</p>}
      </div>
      {found.length > mostRows && (
        <p className="quiet small">{w('labFirstOf', { n: mostRows, all: found.length })}</p>
      )}
    </section>
  );
});

interface RowProps {
  readonly place: Place;
  readonly score: number | null;
  readonly rank: number | null;
  readonly ownRank: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whole percent. */
  readonly inTop: number | null;
  readonly flags: readonly FlagNote[];
  readonly ranked: number;
  readonly digits: number;
  readonly why: string | null;
  readonly chosen: boolean;
  readonly onChoose: (unit: string) => void;
}

const Row = memo(function Row(props: RowProps) {
  const { place, score, rank, ownRank, low, high, inTop, flags } = props;
  const { ranked, digits, why, chosen, onChoose } = props;
  const { language, w, t } = useSpeak();
  const shown = formatNumber(score, digits, language);
  const interval = low === null || high === null ? null : ([low, high] as const);
  return (
    <tr role="row" data-unit={place.id} data-rank={rank ?? undefined} aria-current={chosen || undefined}>
      <td role="cell" className="amount">
        {rank ?? absent}
      </td>
      <td role="cell">
        <RankChange rank={rank} ownRank={ownRank} />
      </td>
      <th scope="row" role="rowheader">
        <button type="button" className="row-open" title={t(place.name)} onClick={() => onChoose(place.id)}>
          {t(place.name)}
        </button>
      </th>
      <td role="cell" className="amount" data-score={score ?? undefined}>
        {why === null ? shown : <WhyNumber address={`score/${place.id}/${why}`}>{shown}</WhyNumber>}
        <FlagMark flags={flags} />
      </td>
      <td role="cell" className="lab-interval">
        {rank !== null && (
          <>
            <IntervalBar rank={rank} interval={interval} of={ranked} />
            {interval !== null && (
              <small title={w('rankInterval', { low: interval[0], high: interval[1] })}>
                {interval[0]}–{interval[1]}
              </small>
            )}
          </>
        )}
      </td>
      <td role="cell" className="amount wide">
        {inTop === 0 ? '' : formatShare(inTop === null ? null : inTop / 100, language)}
      </td>
    </tr>
  );
});
