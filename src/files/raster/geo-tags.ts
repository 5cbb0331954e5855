import { type Grid, isGeographic } from '../../locate/index.js';
import type { Tag } from './tiff-header.js';

/** What a raster says of itself beside its cells. */
export interface RasterWords {
  readonly bandNames?: readonly string[];
  /** By band, as people write them: `mm`, `mm/a`. */
  readonly units?: readonly string[];
  /** Further words about the whole file. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Tags that place a grid on Earth (OGC GeoTIFF 1.1, which is 1.0 for grids of two dimensions); none for bare cells. */
export function geoTags(grid: Grid): readonly Tag[] {
  const { originX, originY, cellWidth, cellHeight, crs } = grid;
  const bare = crs === null && originX === 0 && originY === 0 && cellWidth === 1 && cellHeight === 1;
  if (bare) return [];
  const place: readonly Tag[] =
    cellWidth > 0 && cellHeight < 0
      ? [
          { code: 33550, type: 12, values: [cellWidth, -cellHeight, 0] },
          { code: 33922, type: 12, values: [0, 0, 0, originX, originY, 0] },
        ]
      : [
          {
            code: 34264,
            type: 12,
            values: [cellWidth, 0, 0, originX, 0, cellHeight, 0, originY, 0, 0, 0, 0, 0, 0, 0, 1],
          },
        ];
  const keys: (readonly [key: number, value: number])[] = [[1025, 1]];
  if (crs !== null) {
    const geographic = isGeographic(crs);
    keys.unshift([1024, geographic ? 2 : 1]);
    keys.push([geographic ? 2048 : 3072, Number(crs.replace('EPSG:', ''))]);
  }
  const words = [1, 1, 0, keys.length, ...keys.flatMap(([key, value]) => [key, 0, 1, value])];
  return [...place, { code: 34735, type: 3, values: words }];
}

/** The tags in which GDAL keeps names, units and the number for missing. */
export function wordTags(words: RasterWords, missing: number | null): readonly Tag[] {
  const items = [
    ...Object.entries(words.tags ?? {}).map(([name, text]) => item(name, text)),
    ...byBand(words.bandNames, 'DESCRIPTION', 'description'),
    ...byBand(words.units, 'UNITTYPE', 'unittype'),
  ];
  const metadata = `<GDALMetadata>\n${items.join('\n')}\n</GDALMetadata>\n`;
  const found: Tag[] = items.length === 0 ? [] : [{ code: 42112, type: 2, values: metadata }];
  if (missing !== null) {
    found.push({ code: 42113, type: 2, values: Number.isNaN(missing) ? 'nan' : `${missing}` });
  }
  return found;
}

function byBand(texts: readonly string[] = [], name: string, role: string): readonly string[] {
  return texts.flatMap((text, band) =>
    text === '' ? [] : [item(name, text, ` sample="${band}" role="${role}"`)],
  );
}

function item(name: string, text: string, more = ''): string {
  // GDAL writes and reads the text of an item escaped twice.
  return `  <Item name="${escaped(name)}"${more}>${escaped(escaped(text))}</Item>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt' }[sign] ?? 'quot'};`);
}
