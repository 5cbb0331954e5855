import { useMemo } from 'react';
import type { RunGrid, VacantProbability } from '../../api/contract.js';
import { bytesOf, pathIn, type ToCells } from '../subsidence/cells.js';
import { boxOf, type FoundPolygon, type NextBlock, shapeOf } from './found.js';
import type { Box } from './use-view.js';

/** What stands for missing in the probabilities of an answer. */
const missing = 255;

/** Probabilities of a class above the image, the likelier the denser. */
export function ProbabilityLayer({
  answer,
  colour,
  opacity,
  grid,
}: {
  readonly answer: VacantProbability;
  readonly colour: string;
  readonly opacity: number;
  readonly grid: RunGrid;
}) {
  const href = useMemo(() => pictureOf(answer, colour), [answer, colour]);
  const { place, width, height, step } = answer;
  const across = (place.cellWidth / grid.cellWidth) * step;
  const down = (place.cellHeight / grid.cellHeight) * step;
  return (
    <image
      href={href}
      x={(place.originX - grid.originX) / grid.cellWidth}
      y={(place.originY - grid.originY) / grid.cellHeight}
      width={width * across}
      height={height * down}
      preserveAspectRatio="none"
      style={{ imageRendering: 'pixelated', opacity }}
      data-probability={answer.class}
    />
  );
}

function pictureOf({ width, height, values }: VacantProbability, colour: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return '';
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const picture = context.createImageData(width, height);
  for (const [at, percent] of bytesOf(values).entries())
    picture.data.set([red ?? 0, green ?? 0, blue ?? 0, percent === missing ? 0 : 2.55 * percent], 4 * at);
  context.putImageData(picture, 0, 0);
  return canvas.toDataURL();
}

/** Polygons of which more are drawn as thin lines: thousands of dashes take seconds to draw. */
const many = 400;

interface FoundLayerProps {
  readonly polygons: readonly FoundPolygon[];
  readonly picked: string | null;
  readonly colours: ReadonlyMap<string, string>;
  readonly toCells: ToCells;
  /** What is shown: polygons beside it are not drawn, as a city has thousands. */
  readonly shown: Box;
}

/** Polygons that were found, above the image. */
export function FoundLayer({ polygons, picked, colours, toCells, shown }: FoundLayerProps) {
  const placed = useMemo(
    () => polygons.map((one) => ({ one, box: boxOf(one, toCells), d: pathIn(shapeOf(one), toCells) })),
    [polygons, toCells],
  );
  const seen = placed.filter(({ box }) => doMeet(box, shown));
  const pathOf = (name: string) =>
    seen
      .filter(({ one }) => one.class === name)
      .map(({ d }) => d)
      .join('');
  const groups = [...new Set(seen.map(({ one }) => one.class))].map((name) => [name, pathOf(name)] as const);
  const chosen = placed.find(({ one }) => one.id === picked);
  return (
    <>
      {groups.map(([name, d]) => (
        <g key={name} className={seen.length > many ? 'idle-found many' : 'idle-found'} data-found={name}>
          <path className="idle-edge" d={d} />
          <path d={d} stroke={colours.get(name)} />
        </g>
      ))}
      {chosen !== undefined && <path className="idle-picked" d={chosen.d} data-picked={chosen.one.id} />}
    </>
  );
}

function doMeet(one: Box, other: Box): boolean {
  return (
    one.column < other.column + other.width &&
    other.column < one.column + one.width &&
    one.row < other.row + other.height &&
    other.row < one.row + one.height
  );
}

/** Blocks in which labels would teach most. */
export function NextLayer({
  blocks,
  picked,
}: {
  readonly blocks: readonly NextBlock[];
  readonly picked: string | null;
}) {
  return blocks.map(({ id, box: { column, row, width, height } }) => (
    <rect
      key={id}
      className={id === picked ? 'idle-next picked' : 'idle-next'}
      x={column}
      y={row}
      width={width}
      height={height}
      data-next={id}
    />
  ));
}
