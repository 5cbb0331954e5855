import { type Box, type TileAddress, tilePlace, tilesOver } from '../../locate/index.js';
import {
  isArchive,
  type LayerContent,
  type LayerLook,
  type MapGround,
  type TileShapes,
} from './layer-types.js';

/** Tiles drawn at most of one layer. */
const mostTiles = 24;

/** Parts into which the side of a picture is cut, as its place on the map is bent. */
const cuts = 8;

type Pen = CanvasRenderingContext2D;

/** Draws a layer; resolves to a drawing of what had to be read first, so that layers can be put on top of each other in order. */
export async function drawingOf(
  content: LayerContent,
  look: LayerLook,
  ground: MapGround,
): Promise<(pen: Pen) => void> {
  if (!isArchive(content)) {
    return (pen) => {
      drawShapes(pen, content, look, ground);
      drawPoints(pen, content.points, look, ground);
    };
  }
  const box = shared(content.bounds, ground.box);
  const addresses = box === null ? [] : tilesOver(box, content, mostTiles);
  const tiles = await Promise.all(
    addresses.map(async (address) => ({ address, tile: await content.tile(address) })),
  );
  return (pen) => {
    for (const { address, tile } of tiles) {
      if (tile instanceof ImageBitmap) drawPicture(pen, tile, address, look, ground);
      else if (tile !== null) drawTile(pen, tile, address, look, ground);
    }
  };
}

function shared(one: Box, other: Box): Box | null {
  const [west, south] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])];
  const [east, north] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])];
  return west <= east && south <= north ? [west, south, east, north] : null;
}

function drawShapes(pen: Pen, { polygons, lines }: TileShapes, look: LayerLook, ground: MapGround): void {
  pen.globalAlpha = look.opacity;
  pen.strokeStyle = look.colour;
  pen.fillStyle = look.colour;
  pen.lineWidth = 1.2;
  pen.lineJoin = 'round';
  pen.beginPath();
  for (const ring of polygons.flat()) trace(pen, ring, ground);
  pen.stroke();
  pen.globalAlpha = 0.15 * look.opacity;
  pen.fill('evenodd');
  pen.beginPath();
  for (const line of lines) trace(pen, line, ground);
  pen.globalAlpha = look.opacity;
  pen.stroke();
}

/** Vector tiles reach over their edge; only what lies within is drawn, so that nothing is drawn twice. */
function drawTile(
  pen: Pen,
  tile: TileShapes,
  address: TileAddress,
  look: LayerLook,
  ground: MapGround,
): void {
  pen.save();
  pen.beginPath();
  const sides = [0, 1, 2, 3].flatMap((side) =>
    Array.from({ length: cuts }, (_, at) => corner(side, at / cuts)),
  );
  trace(pen, Float64Array.from(sides.flatMap(([u, v]) => tilePlace(address, u, v))), ground);
  pen.clip();
  drawShapes(pen, tile, look, ground);
  pen.restore();
}

function corner(side: number, share: number): readonly [number, number] {
  if (side === 0) return [share, 0];
  if (side === 1) return [1, share];
  return side === 2 ? [1 - share, 1] : [0, 1 - share];
}

function trace(pen: Pen, line: Float64Array, { place }: MapGround): void {
  for (let at = 0; at + 1 < line.length; at += 2) {
    const [x, y] = place(line[at] as number, line[at + 1] as number);
    if (at === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
}

function drawPoints(pen: Pen, points: Float64Array, look: LayerLook, { place }: MapGround): void {
  pen.globalAlpha = look.opacity;
  pen.fillStyle = look.colour;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = place(points[at] as number, points[at + 1] as number);
    pen.beginPath();
    pen.arc(x, y, 2.5, 0, 2 * Math.PI);
    pen.fill();
  }
}

/** A picture in pieces, each turned and stretched to its own place. */
function drawPicture(
  pen: Pen,
  picture: ImageBitmap,
  address: TileAddress,
  look: LayerLook,
  { place }: MapGround,
): void {
  const [wide, high] = [picture.width / cuts, picture.height / cuts];
  pen.save();
  pen.globalAlpha = look.opacity;
  for (let row = 0; row < cuts; row++) {
    for (let column = 0; column < cuts; column++) {
      const pixel = (u: number, v: number) => place(...tilePlace(address, u / cuts, v / cuts));
      const [x, y] = pixel(column, row);
      const [x1, y1] = pixel(column + 1, row);
      const [x2, y2] = pixel(column, row + 1);
      pen.save();
      pen.transform((x1 - x) / wide, (y1 - y) / wide, (x2 - x) / high, (y2 - y) / high, x, y);
      // half a pixel more, so that no seams are seen
      const more = 0.5;
      pen.drawImage(picture, column * wide, row * high, wide, high, 0, 0, wide + more, high + more);
      pen.restore();
    }
  }
  pen.restore();
}
