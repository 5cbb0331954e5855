import { type ReactNode, useCallback, useMemo } from 'react';
import type { StreetMap } from '../../api/contract.js';
import { steps } from '../charts/colours.js';
import { formatShort } from '../format.js';
import { useSpeak } from '../language.js';
import { classColour, valueClasses } from '../zonal/classes.js';
import { StreetCanvas } from './street-canvas.js';
import { valueOf } from './tables.js';
import type { Scored } from './use-disorder.js';

/** From pale and little to dark and much, so that the worst stand out; widths say the same. */
const colours = steps.toReversed();

interface ScoreMapProps {
  readonly answer: Scored;
  readonly map: StreetMap;
  /** `score` or a dimension. */
  readonly by: string;
  readonly what: string;
  readonly picked: string | null;
  readonly onPick: (segment: string | null) => void;
  /** What stands beside the map. */
  readonly children: ReactNode;
}

/** Streets coloured by score or a dimension, with the legend. */
export function ScoreMap({ answer, map, by, what, picked, onPick, children }: ScoreMapProps) {
  const { language, w } = useSpeak();
  const values = useMemo(
    () => new Map(answer.segments.map((one) => [one.segment, valueOf(one, by)])),
    [answer, by],
  );
  const classes = useMemo(() => valueClasses([...values.values()], colours), [values]);
  const look = useCallback(
    (id: string) => {
      const colour = classColour(values.get(id), classes);
      const at = classes.findIndex((one) => one.colour === colour);
      return colour === null
        ? { key: 'none', colour, width: 1.6 }
        : { key: String(classes[at]?.from), colour, width: widthOf(at, classes.length) };
    },
    [values, classes],
  );
  const number = (value: number) => formatShort(value, language);
  return (
    <figure className="street-map">
      <StreetCanvas
        map={map}
        label={w('disorderMap', { what })}
        look={look}
        picked={picked}
        onPick={onPick}
      />
      <figcaption>
        <p>{what}</p>
        <ol className="zone-legend">
          {classes.map(({ from, to, colour }, at) => (
            <li key={from}>
              <i
                className="street-key"
                style={{ borderColor: colour, borderTopWidth: widthOf(at, classes.length) }}
              />
              {number(from)} – {number(to)}
            </li>
          ))}
          <li>
            <i className="street-key missing" />
            {w('disorderNoScore')}
          </li>
        </ol>
        <p className="quiet small">{w('disorderMapHint')}</p>
        {children}
      </figcaption>
    </figure>
  );
}

function widthOf(at: number, count: number): number {
  return 2.4 + (3.2 * at) / Math.max(1, count - 1);
}
