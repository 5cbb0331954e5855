import { useState } from 'react';
import type { RasterAnswer } from '../../api/contract.js';
import { type CallError, callErrorOf } from '../api.js';
import type { Options } from '../brought/use-tables.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { FileField } from '../parts/file-field.js';
import { Select } from '../parts/select.js';
import { sendRaster } from '../zonal/use-zonal.js';

const statistics = ['median', 'mean', 'q90', 'max', 'min'] as const;

interface HeightFieldProps {
  readonly options: Options;
  readonly choose: (options: Options) => void;
}

/** A raster of building heights: sent when it is chosen, since it may be large, and asked about by its id. */
export function HeightField({ options, choose }: HeightFieldProps) {
  const { w } = useSpeak();
  const [raster, setRaster] = useState<RasterAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const take = async (file: File | null) => {
    setBusy(true);
    setError(null);
    setRaster(null);
    try {
      const sent = file === null ? null : await sendRaster(file);
      setRaster(sent);
      choose({ heights: sent?.id ?? '', heightStatistic: sent === null ? '' : statistics[0] });
    } catch (cause) {
      choose({ heights: '', heightStatistic: '' });
      setError(callErrorOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <FileField label={w('landHeights')} accept=".tif,.tiff" onFile={(file) => void take(file)} />
      {busy && <p className="quiet">{w('zonalSending')}</p>}
      {raster !== null && options.heights === raster.id && (
        <Select
          label={w('landHeightStatistic')}
          value={options.heightStatistic ?? statistics[0]}
          choices={statistics.map((value) => ({ value, label: w(`zonal_${value}`) }))}
          onChange={(heightStatistic) => choose({ heightStatistic })}
        />
      )}
      {error !== null && <ErrorNote error={error} />}
    </>
  );
}
