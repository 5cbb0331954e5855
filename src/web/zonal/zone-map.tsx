import { useMemo } from 'react';
import type { Zone } from '../../locate/index.js';
import { steps } from '../charts/colours.js';
import { absent, formatShort } from '../format.js';
import { useSpeak } from '../language.js';
import { classColour, valueClasses } from './classes.js';
import { outlinesOf } from './outlines.js';

const size = { width: 560, height: 420 } as const;

interface ZoneMapProps {
  readonly zones: readonly Zone[];
  readonly crs: string | null;
  /** Value by zone; missing ones are drawn hollow. */
  readonly values: ReadonlyMap<string, number | null>;
  /** What the values are. */
  readonly what: string;
}

/** Zones as plane outlines, coloured by a statistic, with a legend. */
export function ZoneMap({ zones, crs, values, what }: ZoneMapProps) {
  const { language, w } = useSpeak();
  const { height, paths } = useMemo(() => outlinesOf(zones, crs, size.width, size.height), [zones, crs]);
  const classes = useMemo(() => valueClasses([...values.values()], steps), [values]);
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? absent : formatShort(value, language);
  return (
    <figure className="zone-map">
      <svg viewBox={`0 0 ${size.width} ${height}`} role="img" aria-label={w('zonalMap', { what })}>
        {zones.map(({ id }, at) => {
          const value = values.get(id);
          const colour = classColour(value, classes);
          return (
            <path
              key={id}
              data-zone={id}
              d={paths[at]}
              fillRule="evenodd"
              fill={colour ?? 'none'}
              className={colour === null ? 'none' : undefined}
            >
              <title>{`${id}: ${shown(value)}`}</title>
            </path>
          );
        })}
      </svg>
      <figcaption>
        <span>{what}</span>
        <ol className="zone-legend">
          {classes.map(({ from, to, colour }) => (
            <li key={from}>
              <i style={{ background: colour }} />
              {formatShort(from, language)} – {formatShort(to, language)}
            </li>
          ))}
          <li>
            <i className="none" /> {w('noData')}
          </li>
        </ol>
      </figcaption>
    </figure>
  );
}
