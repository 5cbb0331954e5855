import type { Computed } from '../brought/use-tables.js';
import { offerGeoJson } from '../estates/geo-json.js';
import { WorkbookButton } from '../estates/result-doors.js';
import { useSpeak } from '../language.js';
import { offerFile } from '../pages/overview-csv.js';
import { featuresCsv } from './ground-files.js';
import type { GroundField, GroundLoaded } from './ground-form.js';

/** The answer as files: tables and outlines from the browser, the workbook from the server. */
export function GroundDownloads({ computed }: { readonly computed: Computed<GroundLoaded, GroundField> }) {
  const { w } = useSpeak();
  const { cells, zones } = computed.answer.map;
  return (
    <div className="sum-downloads">
      {cells.features.length > 0 && (
        <>
          <button type="button" className="plain" onClick={() => offerFile('cells.csv', featuresCsv(cells))}>
            {w('sumCellsCsv')}
          </button>
          <button
            type="button"
            className="plain"
            onClick={() => offerGeoJson('cells.geojson', `${JSON.stringify(cells)}\n`)}
          >
            {w('sumCellsGeoJson')}
          </button>
        </>
      )}
      {zones.features.length > 0 && (
        <button
          type="button"
          className="plain"
          onClick={() => offerGeoJson('zones.geojson', `${JSON.stringify(zones)}\n`)}
        >
          {w('sumZonesGeoJson')}
        </button>
      )}
      <WorkbookButton computed={computed} path="/api/ground" name="ground.xlsx" />
    </div>
  );
}
