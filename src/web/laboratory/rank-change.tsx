import { useSpeak } from '../language.js';

/** How many places a unit gained or lost against the index as it stands. */
export function RankChange({
  rank,
  ownRank,
}: {
  readonly rank: number | null;
  readonly ownRank: number | null;
}) {
  const { w } = useSpeak();
  if (rank === null || ownRank === null || rank === ownRank) return <span className="quiet">·</span>;
  const gained = ownRank - rank;
  return (
    <span
      className={gained > 0 ? 'rank-up' : 'rank-down'}
      title={w(gained > 0 ? 'labGained' : 'labLost', { n: Math.abs(gained), from: ownRank })}
    >
      {gained > 0 ? '▲' : '▼'}
      {Math.abs(gained)}
    </span>
  );
}
