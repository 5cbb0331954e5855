import type { Computed } from '../brought/use-tables.js';
import { WorkbookButton } from '../estates/result-doors.js';
import { SaveButton } from '../exports/save-button.js';
import { offerFile } from '../exports/save-file.js';
import { useSpeak } from '../language.js';
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
          <SaveButton name="cells.csv" text={() => featuresCsv(cells)}>
            {w('sumCellsCsv')}
          </SaveButton>
          <button
            type="button"
            className="plain"
            onClick={() => offerFile('cells.geojson', `${JSON.stringify(cells)}\n`)}
          >
            {w('sumCellsGeoJson')}
          </button>
        </>
      )}
      {zones.features.length > 0 && (
        <button
          type="button"
          className="plain"
          onClick={() => offerFile('zones.geojson', `${JSON.stringify(zones)}\n`)}
        >
          {w('sumZonesGeoJson')}
        </button>
      )}
      <WorkbookButton computed={computed} path="/api/ground" name="ground.xlsx" />
    </div>
  );
}
