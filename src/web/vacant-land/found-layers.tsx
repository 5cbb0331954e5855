import { useMemo } from 'react';
import type { RunGrid, VacantProbability } from '../../api/contract.js';
import { bytesOf, pathIn, type ToCells } from '../subsidence/cells.js';
import { type FoundPolygon, type NextBlock, shapeOf } from './found.js';

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

/** Polygons that were found, above the image. */
export function FoundLayer({
  polygons,
  picked,
  colours,
  toCells,
}: {
  readonly polygons: readonly FoundPolygon[];
  readonly picked: string | null;
  readonly colours: ReadonlyMap<string, string>;
  readonly toCells: ToCells;
}) {
  const paths = useMemo(
    () => polygons.map((one) => [one.id, pathIn(shapeOf(one), toCells)] as const),
    [polygons, toCells],
  );
  return paths.map(([id, d], at) => (
    <g key={id} className={id === picked ? 'idle-found picked' : 'idle-found'} data-found={id}>
      <path className="idle-edge" d={d} />
      <path d={d} stroke={colours.get(polygons[at]?.class ?? '')} />
    </g>
  ));
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
