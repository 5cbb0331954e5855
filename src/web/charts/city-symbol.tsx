import { type MouseEvent, memo } from 'react';
import { navigate, withLanguage } from '../router.js';
import type { Look } from './colours.js';
import { shapePath } from './shapes.js';

interface CitySymbolProps {
  readonly id: string;
  readonly href: string;
  readonly look: Look;
  readonly label: string;
  readonly radius: number;
  readonly marked: boolean;
  /** Whether the tab key leads here; the arrow keys lead on. */
  readonly entry: boolean;
  readonly onMark: (id: string | null) => void;
  readonly onEnter: (id: string) => void;
  readonly onChoose?: ((id: string) => void) | undefined;
}

/** One place on the map: a link to its page, marked under pointer and focus. */
export const CitySymbol = memo(function CitySymbol(props: CitySymbolProps) {
  const { id, href, look, label, radius, marked, entry, onMark, onEnter, onChoose } = props;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (onChoose === undefined) navigate(withLanguage(href));
    else onChoose(id);
  };
  return (
    <a
      href={href}
      data-city={id}
      className={marked ? 'symbol marked' : 'symbol'}
      tabIndex={entry ? 0 : -1}
      aria-label={label}
      onClick={follow}
      onPointerEnter={() => onMark(id)}
      onPointerLeave={() => onMark(null)}
      onFocus={() => {
        onEnter(id);
        onMark(id);
      }}
      onBlur={() => onMark(null)}
    >
      <path
        d={shapePath(look.shape, radius)}
        className={look.colour === null ? 'hollow' : 'filled'}
        fill={look.colour ?? undefined}
      />
    </a>
  );
});
