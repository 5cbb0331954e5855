import { useId } from 'react';
import { type SuccessorCriterion, type SuccessorWeights, successorCriteria } from '../../plan/index.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';

interface WeightsProps {
  readonly weights: SuccessorWeights;
  readonly onWeights: (weights: SuccessorWeights) => void;
  readonly onReset: () => void;
}

/** A slider for each criterion; the order below follows at once. */
export function Weights({ weights, onWeights, onReset }: WeightsProps) {
  const { w } = useSpeak();
  return (
    <fieldset className="weight-sliders">
      <legend>{w('successorsWeights')}</legend>
      <p className="quiet small">{w('successorsWeightsText')}</p>
      <div className="weight-grid">
        {successorCriteria.map((name) => (
          <Weight
            key={name}
            name={name}
            value={weights[name]}
            onValue={(value) => onWeights({ ...weights, [name]: value })}
          />
        ))}
      </div>
      <button type="button" className="plain" onClick={onReset}>
        {w('successorsReset')}
      </button>
    </fieldset>
  );
}

function Weight(props: {
  readonly name: SuccessorCriterion;
  readonly value: number;
  readonly onValue: (value: number) => void;
}) {
  const { name, value, onValue } = props;
  const { language, w } = useSpeak();
  const id = useId();
  return (
    <div className="weight-slider">
      <label htmlFor={id}>{w(`successors_${name}`)}</label>
      <input
        id={id}
        name={name}
        type="range"
        min={0}
        max={Math.max(5, value)}
        step={0.5}
        value={value}
        onChange={(event) => onValue(Number(event.target.value))}
      />
      <output htmlFor={id}>{formatNumber(value, 1, language)}</output>
    </div>
  );
}
