import type { KeyboardEvent, MouseEvent } from 'react';
import type { SubsidenceRunAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { type Cells, cellAspect, cellMetres, pathIn, type ToCells } from './cells.js';
import { damageColours } from './ramp.js';
import { RasterCanvas } from './raster-canvas.js';
import { ScaleBar } from './scale-bar.js';
import type { Building } from './use-run.js';

/** A cell of the run. */
export interface Picked {
  readonly column: number;
  readonly row: number;
}

interface GroundMapProps {
  readonly run: SubsidenceRunAnswer;
  readonly cells: Cells;
  readonly toCells: ToCells;
  readonly buildings: readonly Building[];
  /** Of the colours, in the unit of the cells. */
  readonly limit: number;
  readonly what: string;
  readonly picked: Picked | null;
  readonly onPick: (cell: Picked) => void;
}

/** Columns to the right and rows down of the arrow keys. */
export const turns: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The raster in its own plane with zones, buildings, the reference and the chosen cell upon it. */
export function GroundMap(props: GroundMapProps) {
  const { run, cells, limit, what, picked, onPick } = props;
  const { w } = useSpeak();
  const { grid } = run;
  if (grid === null) return null;
  const { window } = cells;
  const within = (at: number, first: number, size: number) =>
    Math.max(first, Math.min(first + size - 1, Math.floor(at)));
  const pick = (column: number, row: number) =>
    onPick({
      column: within(column, window.column, window.width),
      row: within(row, window.row, window.height),
    });
  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    pick(
      window.column + ((event.clientX - box.left) / box.width) * window.width,
      window.row + ((event.clientY - box.top) / box.height) * window.height,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const turn = turns[event.key];
    if (turn === undefined) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 : 1;
    const from = picked ?? {
      column: window.column + window.width / 2,
      row: window.row + window.height / 2,
    };
    pick(from.column + by * turn[0], from.row + by * turn[1]);
  };
  const aspect = (window.width * cellAspect(grid)) / window.height;
  return (
    <div className="ground-frame" style={{ aspectRatio: aspect, maxWidth: `min(100%, ${aspect * 40}rem)` }}>
      <RasterCanvas cells={cells} limit={limit} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys choose a cell */}
      <svg
        viewBox={`${window.column} ${window.row} ${window.width} ${window.height}`}
        preserveAspectRatio="none"
        role="application"
        aria-label={w('groundMap', { what })}
        tabIndex={0}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <Shapes {...props} />
      </svg>
      <ScaleBar metres={cellMetres(grid)} width={window.width} />
    </div>
  );
}

function Shapes({ run, toCells, buildings, picked }: GroundMapProps) {
  const { w } = useSpeak();
  const { row, col, half } = run.answer.reference;
  const around = half ?? 0;
  return (
    <>
      {run.zones.features.map(({ id, geometry }) => (
        <path
          key={id}
          className="ground-zone"
          data-zone={id}
          d={pathIn(geometry, toCells)}
          fillRule="evenodd"
        >
          <title>{`${w('groundZone')} ${id}`}</title>
        </path>
      ))}
      {buildings.map(({ building, geometry, damage_class }) =>
        geometry === null ? null : (
          <path
            key={building}
            className="ground-building"
            data-building={building}
            data-damage={damage_class ?? ''}
            d={pathIn(geometry, toCells)}
            fillRule="evenodd"
            style={{ color: damageColours[damage_class ?? ''] ?? 'var(--quiet)' }}
          >
            <title>{`${building}: ${damage_class ?? '–'}`}</title>
          </path>
        ),
      )}
      {row !== null && col !== null && (
        <rect
          className="ground-reference"
          x={col - around}
          y={row - around}
          width={2 * around + 1}
          height={2 * around + 1}
        >
          <title>{w('groundReferenceCell')}</title>
        </rect>
      )}
      {picked !== null && (
        <rect
          className="ground-picked"
          data-picked={`${picked.column},${picked.row}`}
          x={picked.column}
          y={picked.row}
          width={1}
          height={1}
        />
      )}
    </>
  );
}
