import { type MouseEvent, useEffect, useMemo, useState } from 'react';
import type { GroundRow, GroundShown } from '../../api/contract.js';
import { MapFoot, pressed, pressedAt } from '../disorder/map-steps.js';
import { type MapStep, moved, showing, type View, viewBox } from '../disorder/view.js';
import { frameGround } from '../layers/frame-ground.js';
import { useWanted } from '../layers/wanted.js';
import { useMapTools } from '../measure/map-tools.js';
import { cellAtPixel, drawnGround } from './drawing.js';
import { classAt, classesOf, type GroundLook, valueOf } from './looks.js';

const size = { width: 640, height: 480 } as const;

/** What lies over the cells. */
export const overlays = ['zones', 'findings', 'complaints', 'projects'] as const;
export type Overlay = (typeof overlays)[number];

interface CellMapProps {
  readonly map: GroundShown['map'];
  readonly rows: readonly GroundRow[];
  readonly look: GroundLook;
  readonly over: ReadonlySet<Overlay>;
  readonly label: string;
  readonly picked: string | null;
  readonly onPick: (cell: string | null) => void;
}

/** Cells by a layer, with zones and points over them. Arrow keys move, plus and minus zoom; the list beside it picks by keyboard. */
export function CellMap({ map, rows, look, over, label, picked, onPick }: CellMapProps) {
  const drawn = useMemo(() => drawnGround(map, size.width, size.height), [map]);
  const frame = { width: size.width, height: drawn.height };
  const [view, setView] = useState<View>({ zoom: 1, x: frame.width / 2, y: frame.height / 2 });
  const chosen = drawn.cells.find(({ id }) => id === picked);
  // A cell chosen in a list may lie beside what is shown.
  const [shown, setShown] = useState(picked);
  if (shown !== picked) {
    setShown(picked);
    if (chosen !== undefined) setView(showing(view, chosen.middle, frame));
  }
  const move = (change: MapStep) =>
    setView((old) =>
      moved(
        change.zoom === undefined || chosen === undefined ? old : { ...old, ...chosen.middle },
        change,
        frame,
      ),
    );
  const tools = useMapTools({ scale: false });
  const ground = useMemo(() => frameGround(drawn, view, size.width), [drawn, view]);
  useEffect(() => tools.onGround(ground), [tools, ground]);
  const hasLayers = useWanted();
  const pick = (event: MouseEvent<SVGSVGElement>) => {
    const at = pressedAt(event);
    if (at === null) return;
    onPick(cellAtPixel(drawn.cells, at.x, at.y));
  };
  const paths = useMemo(
    () =>
      classPaths(
        rows,
        look,
        drawn.cells.map(({ path }) => path),
      ),
    [rows, look, drawn],
  );
  return (
    <div className="street-frame sum-frame">
      <div className={hasLayers ? 'layered over-layers' : 'layered'} {...tools.follow(ground)}>
        {tools.below(ground)}
        <svg
          viewBox={viewBox(view, frame)}
          role="application"
          aria-label={label}
          tabIndex={0}
          onClick={pick}
          onKeyDown={(event) => pressed(event, move)}
        >
          {paths.map(({ key, colour, path }) => (
            <path
              key={key}
              data-class={key}
              d={path}
              className={colour === null ? 'sum-cell none' : 'sum-cell'}
              style={{ fill: colour ?? 'none' }}
            />
          ))}
          {over.has('zones') && <path className="sum-zone" d={drawn.zones} data-over="zones" />}
          {(['complaints', 'findings', 'projects'] as const).map(
            (name) =>
              over.has(name) && (
                <path key={name} className={`sum-${name}`} d={drawn[name]} data-over={name} />
              ),
          )}
          {chosen !== undefined && <path className="sum-picked" d={chosen.path} data-picked={chosen.id} />}
        </svg>
        {tools.above(ground)}
      </div>
      <MapFoot degrees={drawn.unit / view.zoom} width={size.width} onMove={move} />
      {tools.under}
    </div>
  );
}

/** One path for all cells of a class: a city has tens of thousands. */
function classPaths(rows: readonly GroundRow[], look: GroundLook, cells: readonly string[]) {
  const groups = new Map<number, string[]>();
  for (const [at, row] of rows.entries()) {
    const key = classAt(valueOf(row, look), look);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [cells[at] as string]);
    else list.push(cells[at] as string);
  }
  return [...groups].map(([key, list]) => ({
    key,
    colour: classesOf(look)[key]?.colour ?? null,
    path: list.join(''),
  }));
}
