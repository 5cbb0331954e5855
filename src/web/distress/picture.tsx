import type { DistressAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';

type Place = DistressAnswer['places'][number];
type Ranked = Place & { readonly rank: number; readonly rankInterval: readonly [number, number] };

const [width, height, left, below, above] = [640, 380, 8, 28, 8];

/** Counties with a rank, from the worst. */
export function rankedOf(places: readonly Place[]): readonly Ranked[] {
  return places
    .filter((one): one is Ranked => one.rank !== null && one.rankInterval !== null)
    .toSorted((a, b) => a.rank - b.rank);
}

/** Each county as the line from one end of its interval to the other, by its rank; the classes are bands behind. */
export function DistressPicture({ answer }: { readonly answer: DistressAnswer }) {
  const { w, t } = useSpeak();
  const ranked = rankedOf(answer.places);
  const last = Math.max(2, ranked.length);
  const along = (rank: number) => left + ((rank - 1) / (last - 1)) * (width - 2 * left);
  const down = (rank: number) => above + ((rank - 1) / (last - 1)) * (height - below - above);
  const bands = answer.classes.map(({ id, label, counties }, at) => {
    const before = answer.classes.slice(0, at).reduce((sum, one) => sum + one.counties, 0);
    const [top, bottom] = [down(before + 1), down(Math.min(before + counties + 1, last))];
    return { id, label, top, bottom, empty: counties === 0 };
  });
  return (
    <figure className="distress-picture" data-picture="distress">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={w('distressPicture')}>
        {bands
          .filter(({ empty }) => !empty)
          .map(({ id, label, top, bottom }, at) => (
            <g key={id}>
              <rect
                x="0"
                width={width}
                y={top}
                height={Math.max(0, bottom - top)}
                className={at % 2 === 0 ? 'band' : 'band other'}
              />
              {/* The lines run down to the right: names stand where none are. */}
              <text {...(top < height / 2 ? { x: width - 6, textAnchor: 'end' } : { x: 6 })} y={top + 14}>
                {t(label)}
              </text>
            </g>
          ))}
        {ranked.map(({ place, name, rank, rankInterval: [low, high], statusInterval }) => (
          <g key={place} data-county={place}>
            <title>{`${name ?? place}: ${rank} (${low}–${high})`}</title>
            <line
              x1={along(rank)}
              x2={along(rank)}
              y1={down(low)}
              y2={down(high)}
              className={statusInterval?.[0] === statusInterval?.[1] ? 'range' : 'range crossing'}
            />
            <circle cx={along(rank)} cy={down(rank)} r={ranked.length > 300 ? 1 : 2.5} />
          </g>
        ))}
        <text x={left} y={height - 8}>
          {w('distressWorst')}
        </text>
        <text x={width - left} y={height - 8} textAnchor="end">
          {w('distressBest')}
        </text>
      </svg>
      <figcaption className="quiet small">{w('distressPictureNote')}</figcaption>
    </figure>
  );
}
