import type { Light } from '../../assess/index.js';
import { lightLooks } from '../charts/colours.js';
import { Swatch } from '../charts/legend.js';
import { useClasses } from './classes.js';

/** A light by shape, colour and word; only the word may be left to screen readers. */
export function LightMark({ light, words = true }: { readonly light: Light; readonly words?: boolean }) {
  const label = useClasses()('light', light);
  return (
    <span className={`light light-${light}`} title={label}>
      <Swatch look={lightLooks[light]} />
      <span className={words ? undefined : 'unseen'}>{label}</span>
    </span>
  );
}
