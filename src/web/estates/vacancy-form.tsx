import type { SubmitEvent } from 'react';
import type { VacancyAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';
import { TextFileField } from './text-file-field.js';
import type { useEstates } from './use-estates.js';

export type VacancyField = 'estates' | 'occupied' | 'checked' | 'places';
type VacancyEstates = ReturnType<typeof useEstates<VacancyAnswer, VacancyField>>;

const files = [
  ['estates', 'vacancyEstates', '.csv,.txt'],
  ['occupied', 'vacancyOccupied', '.csv,.txt'],
  ['checked', 'vacancyChecked', '.csv,.txt'],
  ['places', 'vacancyPlaces', '.geojson,.json'],
] as const satisfies readonly (readonly [VacancyField, WordKey, string])[];

/** Tables and options of vacancy; outlines stay in the browser. */
export function VacancyForm({ estates }: { readonly estates: VacancyEstates }) {
  const { w } = useSpeak();
  const { texts, busy, options, choose } = estates;
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
      </div>
      <details>
        <summary>{w('estateOptions')}</summary>
        <div className="zonal-choices">
          <Select
            label={w('vacancyMethod')}
            value={options.method ?? ''}
            choices={[
              { value: '', label: w('vacancyBayes') },
              { value: 'median', label: w('vacancyMedian') },
            ]}
            onChange={(method) => choose({ method })}
          />
          {texts.places !== undefined && (
            <TextField
              label={w('vacancyCrs')}
              value={options.placesCrs ?? ''}
              onChange={(placesCrs) => choose({ placesCrs })}
            />
          )}
        </div>
      </details>
      <div className="zonal-choices">
        <button
          type="submit"
          className="plain"
          disabled={texts.estates === undefined || texts.occupied === undefined || busy}
        >
          {w('vacancyCompute')}
        </button>
        <button type="button" className="plain" disabled={busy} onClick={estates.openExample}>
          {w('estateOpenExample')}
        </button>
      </div>
    </form>
  );
}
