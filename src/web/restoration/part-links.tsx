import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';
import { useAddress } from '../router.js';
import type { WordKey } from '../words.js';

export type Part = 'ledger' | 'treatment' | 'legacy' | 'forest';

const parts = [
  ['ledger', 'restoreLedger'],
  ['treatment', 'restoreTreatment'],
  ['legacy', 'restoreLegacy'],
  ['forest', 'restoreForest'],
] as const satisfies readonly (readonly [Part, WordKey])[];

/** The questions of the page; one that shows its example leads to the example of the next. */
export function PartLinks({ current }: { readonly current: Part }) {
  const { w } = useSpeak();
  const example = useAddress().query.get('example') === '1' ? '&example=1' : '';
  return (
    <nav className="restore-parts" aria-label={w('restoreParts')}>
      {parts.map(([part, word]) => (
        <Link
          key={part}
          to={`/restoration?part=${part}${example}`}
          aria-current={part === current ? 'page' : undefined}
        >
          {w(word)}
        </Link>
      ))}
    </nav>
  );
}
