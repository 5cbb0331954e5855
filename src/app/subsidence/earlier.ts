import { earlierFiles } from '../tables/earlier-files.js';
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

/** Files that an earlier run left in a folder of results (`earlierFiles`). */
export function earlierRun(folder: string): Promise<readonly string[]> {
  return earlierFiles(folder, answerName, ofRuns);
}
