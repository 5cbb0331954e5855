import type { VacantProjectAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';

/** What is shown above the image. */
export interface Layers {
  readonly found: boolean;
  readonly next: boolean;
  /** Class whose probability is shown; empty: none. */
  readonly probability: string;
  readonly opacity: number;
}

export const usualLayers: Layers = { found: true, next: false, probability: '', opacity: 0.6 };

interface LayerChoiceProps {
  readonly answer: NonNullable<VacantProjectAnswer['result']>['answer'];
  readonly layers: Layers;
  readonly onLayers: (change: Partial<Layers>) => void;
}

/** Which of the results lie above the image. */
export function LayerChoice({ answer, layers, onLayers }: LayerChoiceProps) {
  const { w } = useSpeak();
  return (
    <fieldset className="idle-layers">
      <legend>{w('idleLayers')}</legend>
      <label>
        <input
          type="checkbox"
          checked={layers.found}
          onChange={(event) => onLayers({ found: event.target.checked })}
        />{' '}
        {w('idleFound')}
      </label>
      <label>
        <input
          type="checkbox"
          checked={layers.next}
          onChange={(event) => onLayers({ next: event.target.checked })}
        />{' '}
        {w('idleNext')}
      </label>
      <Select
        label={w('idleProbability')}
        value={layers.probability}
        choices={[
          { value: '', label: w('idleNoProbability') },
          ...answer.model.classes.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(probability) => onLayers({ probability })}
      />
      {layers.probability !== '' && (
        <label className="idle-opacity">
          {w('idleOpacity')}
          <input
            type="range"
            min="0.1"
            max="1"
            step="0.1"
            value={layers.opacity}
            onChange={(event) => onLayers({ opacity: Number(event.target.value) })}
          />
        </label>
      )}
    </fieldset>
  );
}
