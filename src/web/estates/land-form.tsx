import { type SubmitEvent, useMemo } from 'react';
import type { LandAnswer } from '../../api/contract.js';
import { readZones } from '../../locate/index.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';
import { HeightField } from './height-field.js';
import { TextFileField } from './text-file-field.js';
import type { useEstates } from './use-estates.js';

export type LandField = 'plots' | 'buildings' | 'attributes';
export type LandEstates = ReturnType<typeof useEstates<LandAnswer, LandField>>;

const files = [
  ['plots', 'landPlots', '.geojson,.json'],
  ['buildings', 'landBuildings', '.geojson,.json'],
  ['attributes', 'landAttributes', '.csv,.txt'],
] as const satisfies readonly (readonly [LandField, WordKey, string])[];

/** Options in words, by their names in the API. */
const options = [
  ['crs', 'landCrs'],
  ['metres', 'landMetres'],
  ['rules', 'landRules'],
  ['industryCodes', 'landCodes'],
] as const satisfies readonly (readonly [string, WordKey])[];

/** Layers, table and options of inefficient land. */
export function LandForm({ estates }: { readonly estates: LandEstates }) {
  const { w } = useSpeak();
  const { texts, busy } = estates;
  return (
    <form
      className="zonal-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        estates.compute();
      }}
    >
      <div className="zonal-files">
        {files.map(([field, word, accept]) => (
          <TextFileField
            key={field}
            label={w(word)}
            accept={accept}
            chosen={texts[field]}
            onText={(text) => estates.take(field, text)}
          />
        ))}
        <HeightField options={estates.options} choose={estates.choose} />
      </div>
      <LandOptions estates={estates} />
      <div className="zonal-choices">
        <button
          type="submit"
          className="plain"
          disabled={texts.plots === undefined || texts.buildings === undefined || busy}
        >
          {w('landJudge')}
        </button>
        <button type="button" className="plain" disabled={busy} onClick={estates.openExample}>
          {w('estateOpenExample')}
        </button>
      </div>
    </form>
  );
}

function LandOptions({ estates: { texts, options: said, choose } }: { readonly estates: LandEstates }) {
  const { w } = useSpeak();
  const { plots } = texts;
  const properties = useMemo(
    () => (plots === undefined ? [] : readZones(plots.text, plots.name).properties),
    [plots],
  );
  return (
    <details>
      <summary>{w('estateOptions')}</summary>
      <div className="zonal-choices">
        <Select
          label={w('landPlotId')}
          value={said.plotId ?? ''}
          choices={[
            { value: '', label: w('zonalNameUsual') },
            ...properties.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(plotId) => choose({ plotId })}
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
