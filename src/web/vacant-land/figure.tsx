import type { VacantLandAnswer } from '../../api/contract.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';

type Accuracy = NonNullable<VacantLandAnswer['accuracy']>;
export type FigureRange = Accuracy['overall'];

/** A measure between 0 and 1 with its interval: two digits, as more would promise too much. */
export function Share({ figure }: { readonly figure: FigureRange | undefined }) {
  const { language } = useSpeak();
  const two = (value: number | null | undefined) => formatNumber(value, 2, language);
  return <Range value={two(figure?.value)} low={two(figure?.low)} high={two(figure?.high)} />;
}

/** By how much an area is told too large (above 0) or too small, in percent. */
export function Bias({ figure }: { readonly figure: FigureRange | undefined }) {
  const { language } = useSpeak();
  const percent = (value: number | null | undefined) => {
    const text = formatShare(value, language);
    return (value ?? 0) > 0 ? `+${text}` : text;
  };
  return <Range value={percent(figure?.value)} low={percent(figure?.low)} high={percent(figure?.high)} />;
}

function Range({ value, low, high }: Readonly<Record<'value' | 'low' | 'high', string>>) {
  const { w } = useSpeak();
  return (
    <>
      {value} <small className="quiet">{w('idleRange', { low, high })}</small>
    </>
  );
}
