import { useSpeak } from '../language.js';

/** A bar of round length, about a quarter of the drawing; nothing where metres are not known. */
export function ScaleBar({ metres, width }: { readonly metres: number | null; readonly width: number }) {
  const { w } = useSpeak();
  if (metres === null) return null;
  const whole = metres * width;
  const size = 10 ** Math.floor(Math.log10(whole / 4));
  const length = [5, 2, 1].map((times) => times * size).find((one) => one <= whole / 3) ?? size;
  return (
    <div className="ground-scale" style={{ width: `${(100 * length) / whole}%` }}>
      {length >= 1000 ? w('groundScale', { n: length / 1000 }) : w('groundScaleMetres', { n: length })}
    </div>
  );
}
