import { type Issue, issue } from '../../base/index.js';
import type { RasterSource, ZonalRow } from '../../locate/index.js';
import type { CoveredZone } from './zonal.js';

/** Doubts about zones and bands: outlines that cross themselves, zones outside the raster, bands that stand there twice. */
export function zonalIssues(
  zones: readonly CoveredZone[],
  rows: readonly ZonalRow[],
  raster: RasterSource,
): Issue[] {
  return [...zones.flatMap(zoneIssues), ...bandIssues(rows, raster)];
}

function zoneIssues({ id, cover }: CoveredZone): Issue[] {
  const { crossing, area, shares, from, to } = cover;
  const found: Issue[] = [];
  if (crossing !== null) {
    found.push(issue('ZONAL_CROSSING', 'warning', id, { x: short(crossing[0]), y: short(crossing[1]) }));
  }
  const inside = shares.reduce(
    (sum, share, run) => sum + share * ((to[run] as number) - (from[run] as number)),
    0,
  );
  // Shares below 1e-9 and rounding are no part outside.
  const outside = area > 0 ? 1 - inside / area : 0;
  if (outside > 1e-6) {
    const percent = outside > 0.9999 ? (inside === 0 ? '100' : '> 99.99') : (outside * 100).toPrecision(3);
    found.push(issue('ZONAL_OUTSIDE', inside === 0 ? 'warning' : 'note', id, { percent }));
  }
  return found;
}

/** Bands of one name, and bands that agree in every zone to the last digit: a date may stand there twice. */
function bandIssues(rows: readonly ZonalRow[], raster: RasterSource): Issue[] {
  const answers = new Map<number, { empty: boolean; text: string }>();
  for (const { zone, band, answer } of rows) {
    const known = Object.entries(answer).some(([name, value]) => name !== 'count' && Boolean(value));
    const old = answers.get(band) ?? { empty: true, text: '' };
    answers.set(band, { empty: old.empty && !known, text: `${old.text}${JSON.stringify([zone, answer])}` });
  }
  const names = new Map<string, number>();
  const texts = new Map<string, number>();
  const found: Issue[] = [];
  for (const [band, { empty, text }] of answers) {
    const name = raster.bandNames[band] ?? '';
    const first = (name === '' ? undefined : names.get(name)) ?? (empty ? undefined : texts.get(text));
    if (first !== undefined) {
      const same =
        raster.bandNames[first] === name && name !== ''
          ? { en: `both are called ${name}`, zh: `同名 ${name}` }
          : { en: 'all statistics of all zones agree to the last digit', zh: '所有分区的所有统计量完全相同' };
      const facts = { first: first + 1, second: band + 1, found: same };
      found.push(issue('ZONAL_BAND_TWICE', 'warning', raster.name, facts));
    }
    names.set(name, band);
    texts.set(text, band);
  }
  return found;
}

function short(value: number): string {
  return String(Number(value.toPrecision(9)));
}
