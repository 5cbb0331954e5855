import { useSpeak } from '../language.js';
import type { Look, ScoreScale } from './colours.js';
import { shapePath } from './shapes.js';

/** A symbol of the map in the size of text. */
export function Swatch({ look }: { readonly look: Look }) {
  return (
    <svg className="swatch" viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
      <path
        d={shapePath(look.shape, 5)}
        className={look.colour === null ? 'hollow' : 'filled'}
        fill={look.colour ?? undefined}
      />
    </svg>
  );
}

export interface LegendEntry {
  readonly key: string;
  readonly label: string;
  readonly look: Look;
}

/** Legend of classes; each has colour and shape. */
export function ClassLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="legend-classes">
      {entries.map(({ key, label, look }) => (
        <li key={key}>
          <Swatch look={look} /> {label}
        </li>
      ))}
    </ul>
  );
}

/** Legend of scores: one patch per class with its lower bound, the hollow symbol last. */
export function ScoreLegend({ scale, label }: { readonly scale: ScoreScale; readonly label: string }) {
  const { w } = useSpeak();
  return (
    <div className="legend-scores">
      <span>{label}</span>
      <ol>
        {scale.classes.map(({ from, to, colour }) => (
          <li key={from}>
            <i style={{ background: colour }} />
            <span>{from}</span>
            {to === scale.high && <span className="last">{to}</span>}
          </li>
        ))}
      </ol>
      <span className="legend-none">
        <Swatch look={{ shape: 'circle', colour: null }} /> {w('noData')}
      </span>
    </div>
  );
}
