import { useMemo } from 'react';
import type { Zone } from '../../locate/index.js';
import { outlinesOf } from '../zonal/outlines.js';

const size = { width: 560, height: 420 } as const;

/** How a place is drawn: without a colour it is hollow and dashed; withheld ones are hatched. */
export interface PlaceLook {
  readonly colour: string | null;
  readonly isWithheld?: boolean;
  /** What is read out and shown at the pointer, without the name of the place. */
  readonly text: string;
}

interface PlaceMapProps {
  readonly zones: readonly Zone[];
  readonly crs: string | null;
  readonly lookOf: (id: string) => PlaceLook;
  readonly label: string;
  /** What the colours mean. */
  readonly what: string;
  readonly legend: readonly (Omit<PlaceLook, 'text'> & { readonly text: string })[];
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
}

/** Plots or estates as plane outlines with a legend. The list beside it does for the keyboard what a click does here. */
export function PlaceMap({ zones, crs, lookOf, label, what, legend, picked, onPick }: PlaceMapProps) {
  const { height, paths } = useMemo(() => outlinesOf(zones, crs, size.width, size.height), [zones, crs]);
  const at = zones.findIndex(({ id }) => id === picked);
  return (
    <figure className="zone-map estate-map">
      <svg viewBox={`0 0 ${size.width} ${height}`} role="img" aria-label={label}>
        <Hatch />
        {zones.map(({ id }, place) => {
          const look = lookOf(id);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has a button for each place
            // biome-ignore lint/a11y/noStaticElementInteractions: as above
            <path
              key={id}
              data-place={id}
              d={paths[place]}
              fillRule="evenodd"
              fill={look.isWithheld ? 'url(#estate-hatch)' : (look.colour ?? 'transparent')}
              className={look.colour === null ? 'none' : undefined}
              onClick={() => onPick(id)}
            >
              <title>{`${id}: ${look.text}`}</title>
            </path>
          );
        })}
        {at >= 0 && <path className="estate-picked" d={paths[at]} />}
      </svg>
      <figcaption>
        <span>{what}</span>
        <ol className="zone-legend">
          {legend.map(({ text, colour, isWithheld }) => (
            <li key={text}>
              <i
                className={isWithheld ? 'withheld' : colour === null ? 'none' : undefined}
                style={colour === null ? undefined : { background: colour }}
              />
              {text}
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}

function Hatch() {
  return (
    <defs>
      <pattern
        id="estate-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="var(--paper)" />
        <line x1="0" x2="0" y1="0" y2="6" stroke="var(--quiet)" strokeWidth="2" />
      </pattern>
    </defs>
  );
}
