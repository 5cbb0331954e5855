import type { VacancyAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';
import { EstateFiles, EstateForm } from './estate-form.js';
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
  const { texts, options, choose } = estates;
  return (
    <EstateForm
      estates={estates}
      compute="vacancyCompute"
      ready={texts.estates !== undefined && texts.occupied !== undefined}
    >
      <div className="zonal-files">
        <EstateFiles files={files} estates={estates} />
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
    </EstateForm>
  );
}
