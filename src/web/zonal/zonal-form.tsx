import { type DragEvent, type SubmitEvent, useState } from 'react';
import type { RasterAnswer } from '../../api/contract.js';
import { zonalStatistics } from '../../locate/index.js';
import { useSpeak } from '../language.js';
import { FileField } from '../parts/file-field.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { useZonal } from './use-zonal.js';

type Zonal = ReturnType<typeof useZonal>;

/** Files, chosen or dropped, and what to compute of them. */
export function ZonalForm({ zonal }: { readonly zonal: Zonal }) {
  const { w } = useSpeak();
  const { raster, zones, busy, choices } = zonal;
  const [over, setOver] = useState(false);
  const drop = async (files: readonly File[]) => {
    // One after the other: both tell how far they are in the same place.
    for (const file of files)
      await (/\.(geo)?json$/i.test(file.name) ? zonal.takeZones(file) : zonal.takeRaster(file));
  };
  return (
    <form
      className={over ? 'zonal-form over' : 'zonal-form'}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void zonal.compute();
      }}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        void drop([...event.dataTransfer.files]);
      }}
    >
      <div className="zonal-files">
        <FileField
          label={w('zonalRaster')}
          accept=".tif,.tiff"
          onFile={(file) => file && void zonal.takeRaster(file)}
        />
        <FileField
          label={w('zonalZones')}
          accept=".geojson,.json"
          onFile={(file) => file && void zonal.takeZones(file)}
        />
        <FileField
          label={w('zonalWeights')}
          accept=".tif,.tiff"
          onFile={(file) => void zonal.takeWeights(file)}
        />
      </div>
      <FileFacts zonal={zonal} />
      {raster !== null && zones !== null && <Choices zonal={zonal} />}
      <button
        type="submit"
        className="plain"
        disabled={raster === null || zones === null || busy !== null || choices.statistics.length === 0}
      >
        {w('zonalCompute')}
      </button>
    </form>
  );
}

function FileFacts({ zonal: { raster, weights, zones } }: { readonly zonal: Zonal }) {
  const { w } = useSpeak();
  const rasterLine = (one: RasterAnswer) =>
    w('zonalFacts', {
      name: one.name,
      width: one.width,
      height: one.height,
      bands: one.bands,
      crs: one.crs ?? w('zonalCrsUnsaid'),
      missing: one.missing === null ? w('zonalNoMissing') : w('zonalMissing', { value: one.missing }),
    });
  return (
    <ul className="zonal-facts quiet small">
      {raster !== null && <li data-file="raster">{rasterLine(raster)}</li>}
      {zones !== null && (
        <li data-file="zones">
          {w('zonalZoneFacts', {
            name: zones.name,
            n: zones.zones.length,
            crs: zones.crs ?? w('zonalCrsUnsaid'),
          })}
        </li>
      )}
      {weights !== null && <li data-file="weights">{rasterLine(weights)}</li>}
    </ul>
  );
}

function Choices({ zonal }: { readonly zonal: Zonal }) {
  const { w } = useSpeak();
  const { raster, zones, choices, choose } = zonal;
  if (raster === null || zones === null) return null;
  const bands = Array.from({ length: raster.bands }, (_, at) => ({
    value: String(at + 1),
    label: [String(at + 1), raster.bandNames[at] ?? ''].join(' ').trim(),
  }));
  const differ = (choices.zonesCrs || zones.crs) !== (choices.rasterCrs || raster.crs);
  const toggle = (name: (typeof zonalStatistics)[number]) =>
    choose({
      statistics: zonalStatistics.filter((one) => choices.statistics.includes(one) !== (one === name)),
    });
  return (
    <>
      <div className="zonal-choices">
        {raster.bands > 1 && (
          <Select
            label={w('zonalBand')}
            value={choices.band}
            choices={[...bands, { value: 'all', label: w('zonalAllBands', { n: raster.bands }) }]}
            onChange={(band) => choose({ band })}
          />
        )}
        <Select
          label={w('zonalName')}
          value={choices.zoneId}
          choices={[
            { value: '', label: w('zonalNameUsual') },
            ...zones.properties.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(zoneId) => choose({ zoneId })}
        />
        {zones.crs === null && (
          <TextField
            label={w('zonalZonesCrs')}
            value={choices.zonesCrs}
            onChange={(zonesCrs) => choose({ zonesCrs })}
          />
        )}
        {raster.crs === null && (
          <TextField
            label={w('zonalRasterCrs')}
            value={choices.rasterCrs}
            onChange={(rasterCrs) => choose({ rasterCrs })}
          />
        )}
        {differ && (
          <label>
            <input
              type="checkbox"
              checked={choices.reproject}
              onChange={() => choose({ reproject: !choices.reproject })}
            />{' '}
            {w('zonalReproject')}
          </label>
        )}
      </div>
      <fieldset className="zonal-statistics">
        <legend>{w('zonalStatistics')}</legend>
        {zonalStatistics.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={choices.statistics.includes(name)}
              onChange={() => toggle(name)}
            />{' '}
            {w(`zonal_${name}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}
