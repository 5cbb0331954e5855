import { useSpeak } from '../language.js';
import { classIds, useClasses, useMeta } from '../parts/classes.js';

/** Counts of the register by level, type and batch, and where they differ from the official totals. */
export function RegisterTotals() {
  const { w, t } = useSpeak();
  const meta = useMeta();
  const label = useClasses();
  if (meta === null) return null;
  const { totals, differences } = meta;
  const inOrder = (scheme: string, counts: Readonly<Record<string, number>>) =>
    classIds(meta, scheme)
      .filter((id) => counts[id] !== undefined)
      .map((id) => ({ key: id, label: label(scheme, id), count: counts[id] ?? 0 }));
  const batches = Object.entries(totals.byBatch).map(([n, count]) => ({
    key: n,
    label: w('batchNumber', { n }),
    count,
  }));
  const exhausted = batches.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="totals" aria-labelledby="totals-title">
      <h2 id="totals-title">{w('registerTotals')}</h2>
      <div className="totals-groups">
        <Totals title={w('listed')} sum={totals.listed} parts={inOrder('level', totals.byLevel)} />
        <Totals
          title={w('officialType')}
          sum={totals.listed}
          parts={inOrder('official_type', totals.byType)}
        />
        <Totals title={w('exhausted')} sum={exhausted} parts={batches} />
      </div>
      <p className="quiet">{w('totalsNote')}</p>
      {differences.length > 0 && (
        <>
          <h3>{w('differences')}</h3>
          <ul className="differences">
            {differences.map((one) => (
              <li key={one.total}>
                {t(one.text)}
                <span className="quiet">
                  {' '}
                  ({w('officialCount', { official: one.official, counted: one.counted })})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface TotalsProps {
  readonly title: string;
  readonly sum: number;
  readonly parts: readonly { readonly key: string; readonly label: string; readonly count: number }[];
}

function Totals({ title, sum, parts }: TotalsProps) {
  return (
    <dl>
      <dt>{title}</dt>
      <dd className="sum">{sum}</dd>
      {parts.map(({ key, label, count }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
