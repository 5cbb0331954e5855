import { useState } from 'react';
import { type CallError, callErrorOf } from '../api.js';
import { offerGeoJson } from '../estates/geo-json.js';
import type { Computed } from '../estates/use-estates.js';
import { useSpeak } from '../language.js';
import { offerFile } from '../pages/overview-csv.js';
import { ErrorNote } from '../parts/error-note.js';
import { featuresCsv, offerBytes } from './ground-files.js';
import type { GroundField, GroundLoaded } from './ground-form.js';

/** The answer as files: tables and outlines from the browser, the workbook from the server. */
export function GroundDownloads({ computed }: { readonly computed: Computed<GroundLoaded, GroundField> }) {
  const { w } = useSpeak();
  const [error, setError] = useState<CallError | null>(null);
  const { cells, zones } = computed.answer.map;
  const offerWorkbook = async () => {
    setError(null);
    try {
      const response = await fetch('/api/ground/export', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf(computed)),
      });
      if (!response.ok) throw new Error(response.statusText);
      offerBytes('ground.xlsx', await response.blob());
    } catch (cause) {
      setError(callErrorOf(cause));
    }
  };
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
      <button type="button" className="plain" onClick={() => void offerWorkbook()}>
        {w('sumWorkbook')}
      </button>
      {error !== null && <ErrorNote error={error} />}
    </div>
  );
}

/** What the answer was asked with. */
function bodyOf({ texts, options }: Computed<GroundLoaded, GroundField>): object {
  const files = Object.entries(texts).map(([field, { text }]) => [field, text]);
  const words = Object.entries(options).filter(([, value]) => value !== '');
  return Object.fromEntries([...files, ...words]) as object;
}
