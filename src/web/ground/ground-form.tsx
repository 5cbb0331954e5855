import type { SubmitEvent } from 'react';
import type { GroundAnswer, GroundShown } from '../../api/contract.js';
import { TextFileField } from '../estates/text-file-field.js';
import type { useEstates } from '../estates/use-estates.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';

const layers = [
  ['subsidence', 'sumSubsidence'],
  ['disorder', 'sumDisorder'],
  ['vacantLand', 'sumVacantLand'],
  ['vacancy', 'sumVacancy'],
  ['inefficientLand', 'sumLand'],
  ['area', 'sumArea'],
  ['parcels', 'sumParcels'],
] as const satisfies readonly (readonly [string, WordKey])[];
const points = [
  ['found', 'sumFound'],
  ['complaints', 'sumComplaintFile'],
  ['projects', 'sumProjectFile'],
] as const satisfies readonly (readonly [string, WordKey])[];

/** Options in words, by their names in the API. */
const options = [
  ['cell', 'sumCellSide'],
  ['zoneCell', 'sumZoneSide'],
  ['quantile', 'sumQuantile'],
  ['buffer', 'sumBuffer'],
  ['metres', 'sumMetres'],
  ['crs', 'landCrs'],
  ['parcelId', 'sumParcelId'],
  ['streetReach', 'sumReach'],
  ['ledger', 'sumLedger'],
  ['period', 'sumPeriod'],
] as const satisfies readonly (readonly [string, WordKey])[];

export type GroundField = (typeof layers)[number][0] | (typeof points)[number][0];
export type GroundLoaded = GroundAnswer & GroundShown;
type GroundEstates = ReturnType<typeof useEstates<GroundLoaded, GroundField>>;

/** Names of all fields, as the API has them. */
export const groundFields: readonly GroundField[] = [...layers, ...points].map(([field]) => field);

/** Layers, points and options of the sum. */
export function GroundForm({ estates }: { readonly estates: GroundEstates }) {
  const { w } = useSpeak();
  const { texts, busy } = estates;
  const file = (field: GroundField, word: WordKey, accept: string) => (
    <TextFileField
      key={field}
      label={w(word)}
      accept={accept}
      chosen={texts[field]}
      onText={(text) => estates.take(field, text)}
    />
  );
  return (
    <form
      className="zonal-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        estates.compute();
      }}
    >
      <fieldset className="sum-files">
        <legend>{w('sumLayers')}</legend>
        {layers.map(([field, word]) => file(field, word, '.geojson,.json'))}
      </fieldset>
      <fieldset className="sum-files">
        <legend>{w('sumPoints')}</legend>
        {points.map(([field, word]) => file(field, word, '.csv,.txt,.geojson,.json'))}
      </fieldset>
      <GroundOptions estates={estates} />
      <div className="zonal-choices">
        <button type="submit" className="plain" disabled={Object.keys(texts).length === 0 || busy}>
          {w('sumCompute')}
        </button>
        <button type="button" className="plain" disabled={busy} onClick={estates.openExample}>
          {w('estateOpenExample')}
        </button>
      </div>
    </form>
  );
}

function GroundOptions({ estates: { options: said, choose } }: { readonly estates: GroundEstates }) {
  const { w } = useSpeak();
  return (
    <details>
      <summary>{w('estateOptions')}</summary>
      <div className="zonal-choices">
        <Select
          label={w('sumLandBy')}
          value={said.landBy ?? ''}
          choices={[
            { value: '', label: w('sumByArea') },
            { value: 'score', label: w('sumByScore') },
          ]}
          onChange={(landBy) => choose({ landBy })}
        />
        <Select
          label={w('sumConfidence')}
          value={said.byConfidence ?? ''}
          choices={[
            { value: '', label: w('no') },
            { value: 'true', label: w('yes') },
          ]}
          onChange={(byConfidence) => choose({ byConfidence })}
        />
        {options.map(([name, word]) => (
          <TextField
            key={name}
            label={w(word)}
            value={said[name] ?? ''}
            onChange={(value) => choose({ [name]: value })}
          />
        ))}
      </div>
    </details>
  );
}
