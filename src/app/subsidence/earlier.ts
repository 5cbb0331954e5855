import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextFile } from '../../files/index.js';
import { answerName } from './kept/keep.js';
import { pointSeriesName, pointTableName } from './points.js';

/** Every file that a run may write besides its answer. */
const ofRuns: ReadonlySet<string> = new Set([
  ...[
    'acceleration_mm_yr2',
    'broken_triangles',
    'change_date',
    'change_p',
    'cumulative_mm',
    'elevation_error_m',
    'rate_after_mm_yr',
    'rate_before_mm_yr',
    'rate_east_mm_yr',
    'rate_east_se_mm_yr',
    'rate_high_mm_yr',
    'rate_low_mm_yr',
    'rate_mm_yr',
    'rate_se_mm_yr',
    'rate_up_mm_yr',
    'rate_up_se_mm_yr',
    'rate_vertical_mm_yr',
    'residual_mm',
    'season_mm',
    'temporal_coherence',
    'tied',
  ].map((layer) => `${layer}.tif`),
  'buildings.csv',
  'buildings.geojson',
  'buildings.xlsx',
  'lines.csv',
  'point.csv',
  pointTableName,
  pointSeriesName,
  'zones.geojson',
]);

/**
 * Files that an earlier run left in a folder of results, by its answer there. Only the files that it lists by a name of ours, and that
 * still have the size it tells, are its own: footprints of the same name that somebody laid there, or a workbook with somebody's remarks,
 * are not.
 *
 * @returns names in the folder; none where no answer is there or it cannot be read
 */
export async function earlierFiles(folder: string): Promise<readonly string[]> {
  const own: string[] = [];
  for (const [name, bytes] of await listedIn(folder)) {
    const there = await stat(join(folder, name)).catch(() => null);
    if (there?.isFile() && there.size === bytes) own.push(name);
  }
  return own;
}

async function listedIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const text = await readTextFile(join(folder, answerName)).catch(() => '');
  const listed = new Map<string, number>();
  for (const file of filesIn(text)) {
    const { path, bytes } = (file ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof path === 'string' && ofRuns.has(path) && typeof bytes === 'number') listed.set(path, bytes);
  }
  return listed;
}

/** The file may be anybody's, so nothing is taken for granted. */
function filesIn(text: string): readonly unknown[] {
  try {
    const { files } = Object(JSON.parse(text)) as { readonly files?: unknown };
    return Array.isArray(files) ? files : [];
  } catch {
    return [];
  }
}
