import type { RenewalAnswer } from '../../api/contract.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { FigureTable } from '../parts/figure-table.js';

type State = RenewalAnswer['redLines'][number]['plan'];

/** The red lines of each unit, what is left aside, and the rents of the city. */
export function RedLineSection({ answer }: { readonly answer: RenewalAnswer }) {
  const { language, w } = useSpeak();
  const classes = useClasses();
  const { redLines, exemptions, rents } = answer;
  if (redLines.length === 0 && rents.length === 0) return null;
  const keeps = (kept: boolean) => w(kept ? 'renewalKept' : 'renewalBroken');
  const state = ({ value, kept }: State) => {
    if (kept === null) return w('renewalUnknown');
    if (value === null) return kept ? w('renewalNone') : keeps(kept);
    return `${formatNumber(value, 2, language)} ${keeps(kept)}`;
  };
  return (
    <section data-section="lines">
      <h2>{w('renewalLines')}</h2>
      {redLines.length > 0 && (
        <FigureTable
          name="lines"
          rows={redLines}
          keyOf={({ unit, line }) => `${unit} ${line}`}
          heads={[({ unit }) => unit, ({ line }) => classes('renewal_line', line)]}
          titles={[w('renewalUnit'), w('renewalLine')]}
          columns={[
            [w('renewalBound'), ({ bound }) => formatNumber(bound, 2, language)],
            [w('renewalPlan'), ({ plan }) => state(plan)],
            [w('renewalAll'), ({ all }) => state(all)],
            [w('renewalChange'), ({ all }) => formatNumber(all.change, 0, language)],
          ]}
        />
      )}
      <ul className="small">
        {exemptions.map(({ project, area, reason }) => (
          <li key={project}>
            {w('renewalExempt', { project, area: formatNumber(area, 0, language), reason: reason || '–' })}
          </li>
        ))}
        {rents.map(({ year, rise, limit, kept }) => (
          <li key={year} data-rent={kept ? 'kept' : 'broken'}>
            {w('renewalRents', {
              year,
              rise: formatShare(rise, language, 1),
              limit: formatShare(limit, language),
            })}{' '}
            {keeps(kept)}
          </li>
        ))}
      </ul>
    </section>
  );
}
