import { memo, useCallback, useMemo, useState } from 'react';
import { scoreColour } from '../charts/colours.js';
import { LazyMap } from '../charts/lazy-map.js';
import { ClassLegend, ScoreLegend } from '../charts/legend.js';
import type { MapRow } from '../charts/map.js';
import { absent, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { changeClasses, changeLook, circleOf, scaleOf } from './looks.js';
import { RankChange } from './rank-change.js';
import type { RankedRow } from './ranking.js';
import type { Colouring } from './settings.js';

interface PlacedRow extends MapRow {
  readonly row: RankedRow;
  readonly digits: number;
}

interface LabMapProps {
  readonly rows: readonly RankedRow[];
  readonly digits: number;
  readonly colour: Colouring;
  readonly chosen: string | null;
  readonly caption: string;
  readonly hrefOf: (unit: string) => string;
  readonly onChoose: (unit: string) => void;
}

/** The units that have a place, coloured by score or by what they gained and lost. */
export const LabMap = memo(function LabMap(props: LabMapProps) {
  const { rows, digits, colour, chosen, caption, hrefOf, onChoose } = props;
  const { language, w, t } = useSpeak();
  const [marked, setMarked] = useState<string | null>(null);
  const placed = useMemo(() => placedRows(rows, digits), [rows, digits]);
  // the frame of the map hangs on where places lie, not on how they score
  const where = useSame(placed);
  const scale = useMemo(() => scaleOf(rows.map(({ score }) => score ?? Number.NaN)), [rows]);
  const lookOf = ({ row }: PlacedRow) =>
    colour === 'change' ? changeLook(gainOf(row)) : circleOf(scoreColour(row.score, scale));
  const labelOf = useCallback(
    ({ row }: PlacedRow) =>
      `${t(row.place.name)}, ${w('rank')} ${row.rank ?? absent}, ${w('score')} ${formatNumber(row.score, digits, language)}`,
    [language, w, t, digits],
  );
  return (
    <figure className="map-pane" aria-label={w('map')}>
      <div className="legend" role="group" aria-label={w('legend')}>
        {colour === 'score' ? (
          <ScoreLegend scale={scale} label={w('score')} />
        ) : (
          <ClassLegend
            entries={changeClasses.map(({ word, look }) => ({ key: word, look, label: w(`lab_${word}`) }))}
          />
        )}
      </div>
      <LazyMap<PlacedRow>
        all={where}
        shown={placed}
        lookOf={lookOf}
        labelOf={labelOf}
        hrefOf={({ id }) => hrefOf(id)}
        tipOf={tipOf}
        onChoose={onChoose}
        caption={caption}
        marked={marked}
        chosen={chosen}
        onMark={setMarked}
      />
    </figure>
  );
});

function placedRows(rows: readonly RankedRow[], digits: number): PlacedRow[] {
  const found: PlacedRow[] = [];
  for (const row of rows) {
    const { id, point, population } = row.place;
    if (point !== null) found.push({ id, point, population, row, digits });
  }
  // in an order of their own, so that symbols stay where they are in the page while ranks move
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The first rows as long as the same places are shown. */
function useSame(placed: readonly PlacedRow[]): readonly PlacedRow[] {
  const [kept, setKept] = useState(placed);
  const same = kept.length === placed.length && kept.every(({ id }, at) => id === placed[at]?.id);
  if (!same) setKept(placed);
  return same ? kept : placed;
}

function tipOf({ row, digits }: PlacedRow) {
  return <Tip row={row} digits={digits} />;
}

function gainOf({ rank, ownRank }: RankedRow): number | null {
  return rank === null || ownRank === null ? null : ownRank - rank;
}

function Tip({ row, digits }: { readonly row: RankedRow; readonly digits: number }) {
  const { language, w, t } = useSpeak();
  const { place, score, rank, ownRank, interval } = row;
  return (
    <>
      <strong>{t(place.name)}</strong>
      <dl>
        <dt>{w('score')}</dt>
        <dd>{score === null ? w('noData') : formatNumber(score, digits, language)}</dd>
        <dt>{w('rank')}</dt>
        <dd>
          {rank ?? absent} <RankChange rank={rank} ownRank={ownRank} />
        </dd>
        {interval !== null && (
          <>
            <dt>{w('labInterval')}</dt>
            <dd>
              {interval[0]}–{interval[1]}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
