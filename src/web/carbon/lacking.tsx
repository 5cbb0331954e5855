import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';
import { useCatalog } from '../parts/units.js';
import type { CarbonRow } from './asked.js';

/** What is missing, for how many places, and the layouts of an import that would bring it. */
export function Lacking({ rows }: { readonly rows: readonly CarbonRow[] }) {
  const { w, t } = useSpeak();
  const catalog = useCatalog().answer;
  const places = new Set(rows.map(({ place }) => place));
  const without = new Map<string, Set<string>>();
  for (const { place, missing } of rows)
    for (const one of missing ?? []) without.set(one, (without.get(one) ?? new Set()).add(place));
  if (without.size === 0) return null;
  return (
    <section>
      <h2>{w('carbonLacking')}</h2>
      <ul className="lacking">
        {Array.from(without, ([id, cities]) => {
          const indicator = catalog?.indicators.find((one) => one.id === id);
          const layouts = catalog?.layouts.filter(({ indicators }) => indicators.includes(id)) ?? [];
          return (
            <li key={id} data-lacking={id}>
              <Link to={`/methods/${id}`}>{indicator === undefined ? id : t(indicator.label)}</Link>{' '}
              {places.size > 1 && (
                <span className="quiet">{w('carbonLackingCount', { n: cities.size, all: places.size })}</span>
              )}
              <span className="note-line">
                {layouts.length === 0
                  ? w('carbonNoLayout')
                  : w('carbonBringsIt') +
                    layouts.map((one) => `${t(one.label)} (${one.id})`).join(w('listComma'))}
              </span>
            </li>
          );
        })}
      </ul>
      <p>
        <Link to="/data">{w('carbonImport')}</Link>
      </p>
    </section>
  );
}
