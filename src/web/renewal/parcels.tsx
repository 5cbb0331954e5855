import type { RenewalAnswer } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { FigureTable } from '../parts/figure-table.js';
import { QuadrantScatter } from './quadrant.js';

type Parcel = RenewalAnswer['parcels'][number];

/** Parcels by potential and difficulty, with what may be done there. */
export function ParcelSection({ rows }: { readonly rows: readonly Parcel[] }) {
  const { language, w } = useSpeak();
  const classes = useClasses();
  if (rows.length === 0) return null;
  const word = (scheme: string, id: string | null) => (id === null ? '–' : classes(scheme, id));
  const functions = ({ functions: own, gates }: Parcel) => {
    if (own === null) return '–';
    return own.join('; ') || gates.map((gate) => classes('renewal_gate', gate)).join('; ');
  };
  return (
    <section data-section="parcels">
      <h2>{w('renewalParcelsTitle')}</h2>
      <QuadrantScatter rows={rows} />
      <FigureTable
        name="parcels"
        rows={rows}
        keyOf={({ parcel }) => parcel}
        heads={[({ parcel }) => parcel]}
        titles={[w('renewalParcel')]}
        columns={[
          [w('renewalPotential'), ({ potential }) => formatNumber(potential, 2, language)],
          [w('renewalDifficulty'), ({ difficulty }) => formatNumber(difficulty, 2, language)],
          [w('renewalWhat'), ({ quadrant }) => word('renewal_quadrant', quadrant), 'words'],
          [w('renewalFunctions'), functions, 'words'],
          [w('renewalPath'), ({ path }) => word('renewal_path', path), 'words'],
          [w('renewalOperation'), ({ operation }) => word('renewal_operation', operation), 'words'],
        ]}
      />
    </section>
  );
}
