import { type CSSProperties, type MouseEvent, type ReactNode, useMemo, useState } from 'react';
import type { StreetMap } from '../../api/contract.js';
import { MapFoot, pressed, pressedAt } from './map-steps.js';
import { type Network, nearestStreet, networkOf } from './network.js';
import { fineness, type MapStep, moved, showing, type View, viewBox } from './view.js';

const size = { width: 640, height: 460 } as const;
/** How near a finger must come to a street, pixels. */
const reach = 14;

/** How a street is drawn; streets of one key look alike. */
export interface StreetLook {
  readonly key: string;
  /** null: missing, a thin dashed line. */
  readonly colour: string | null;
  readonly width: number;
}

interface StreetCanvasProps {
  readonly map: StreetMap;
  readonly label: string;
  readonly look: (id: string) => StreetLook;
  readonly picked: string | null;
  readonly onPick: (id: string | null) => void;
  /** What lies on the streets. */
  readonly children?: (network: Network) => ReactNode;
}

/** Streets with their looks; a click picks the nearest. Arrow keys move, plus and minus zoom. */
export function StreetCanvas({ map, label, look, picked, onPick, children }: StreetCanvasProps) {
  const network = useMemo(() => networkOf(map, size.width, size.height), [map]);
  const frame = { width: size.width, height: network.height };
  const [view, setView] = useState<View>({ zoom: 1, x: frame.width / 2, y: frame.height / 2 });
  const groups = useMemo(() => grouped(network, look), [network, look]);
  const chosen = network.streets.find(({ id }) => id === picked);
  // A street chosen in a list may lie beside what is shown.
  const [shown, setShown] = useState(picked);
  if (shown !== picked) {
    setShown(picked);
    const [line] = chosen?.lines ?? [];
    if (line !== undefined) setView(showing(view, middleOf(line), frame));
  }
  const move = (change: MapStep) => {
    const [middle] = chosen?.lines ?? [];
    const at = change.zoom !== undefined && change.zoom > 1 && middle !== undefined ? middleOf(middle) : null;
    setView((old) => moved(at === null ? old : { ...old, ...at }, change, frame));
  };
  const pick = (event: MouseEvent<SVGSVGElement>) => {
    const at = pressedAt(event);
    if (at === null) return;
    onPick(nearestStreet(network.streets, at.x, at.y, reach / at.pixels)?.id ?? null);
  };
  const fine = { '--fine': String(fineness(network.streets.length, view.zoom)) } as CSSProperties;
  return (
    <div className="street-frame">
      <svg
        viewBox={viewBox(view, frame)}
        role="application"
        aria-label={label}
        tabIndex={0}
        style={fine}
        onClick={pick}
        onKeyDown={(event) => pressed(event, move)}
      >
        {chosen !== undefined && <path className="street-picked" d={chosen.path} data-picked={chosen.id} />}
        {groups.map(({ key, colour, width, path }) => (
          <g key={key}>
            {colour !== null && (
              <path className="street-edge" d={path} style={{ strokeWidth: fineWidth(width + 1.6) }} />
            )}
            <path
              d={path}
              data-look={key}
              className={colour === null ? 'street-missing' : undefined}
              stroke={colour ?? undefined}
              style={{ strokeWidth: fineWidth(width) }}
            />
          </g>
        ))}
        {children?.(network)}
      </svg>
      <MapFoot degrees={network.unit / view.zoom} width={size.width} onMove={move} />
    </div>
  );
}

function fineWidth(width: number): string {
  return `calc(var(--fine, 1) * ${width}px)`;
}

function middleOf(line: Float64Array): { readonly x: number; readonly y: number } {
  const at = 2 * Math.floor(line.length / 4);
  return { x: line[at] as number, y: line[at + 1] as number };
}

/** One path for all streets of a look: a city has tens of thousands. */
function grouped({ streets }: Network, look: (id: string) => StreetLook) {
  const found = new Map<string, StreetLook & { paths: string[] }>();
  for (const { id, path } of streets) {
    const one = look(id);
    const group = found.get(one.key) ?? { ...one, paths: [] };
    group.paths.push(path);
    found.set(one.key, group);
  }
  return [...found.values()]
    .toSorted((a, b) => a.width - b.width)
    .map(({ paths, ...rest }) => ({ ...rest, path: paths.join('') }));
}
