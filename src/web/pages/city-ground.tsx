import type { CityPage, LedgerRow } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { CityWays } from '../parts/in-view.js';
import { entries } from '../places.js';

/** What the ledger knows of places on the ground of the city, and the pages that measure such places. */
export function CityGround({ page: { city } }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const { answer } = useAnswer<readonly LedgerRow[]>(pathOf('/api/ledger', { city: city.id }));
  const rows = answer?.filter(({ subject }) => subject === 'ground') ?? null;
  const pages = entries.find(({ word }) => word === 'ground')?.places ?? [];
  return (
    <section aria-labelledby="ground-title" data-section="ground">
      <h2 id="ground-title">{w('ground')}</h2>
      {rows !== null && (
        <p className={rows.length === 0 ? 'quiet' : undefined} data-ground={rows.length}>
          {rows.length === 0 ? (
            w('cityGroundNone')
          ) : (
            <a href="#ledger-title">{w('cityGroundSome', { n: rows.length })}</a>
          )}
        </p>
      )}
      <CityWays ways={pages.map(({ to, word }) => [to, w(word)])} />
    </section>
  );
}
