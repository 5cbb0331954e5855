import type { CompareAnswer } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { QuartileStrip, stripRange } from '../charts/quartile-strip.js';
import { formatIn, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { classIds, useClasses, useMeta } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { FlagSign } from '../parts/flag-sign.js';
import { Link } from '../parts/link.js';
import { WhyNumber } from '../parts/number.js';
import { Select } from '../parts/select.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { useCatalog, useUnit } from '../parts/units.js';
import { navigate, useAddress, withQuery } from '../router.js';

const groupings = ['listed', 'type', 'resource', 'level'] as const;
const usual = {
  indicator: 'mining_share_employment',
  period: '2010',
  level: 'prefecture',
  by: 'listed',
} as const;

/** One indicator, one period: groups of units side by side. */
export function Compare() {
  const { w } = useSpeak();
  const { query } = useAddress();
  const indicator = query.get('indicator') ?? usual.indicator;
  const period = query.get('period') ?? usual.period;
  const asked = query.get('level') ?? usual.level;
  const level = asked === 'all' ? null : asked;
  const by = groupings.find((one) => one === query.get('by')) ?? usual.by;
  const path = pathOf('/api/compare', { indicator, period, level, by });
  const { answer, error, busy, retry } = useAnswer<CompareAnswer>(path);
  useTitle(w('compareTitle'));
  return (
    <div className="reading wide-reading">
      <h1>{w('compareTitle')}</h1>
      <p>
        {w('compareText')} <Link to="/places">{w('comparedAny')}</Link>
      </p>
      <CompareControls indicator={indicator} period={period} level={asked} by={by} />
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={320} />}
      {answer !== null && (
        <div className={busy ? 'busy' : undefined} aria-busy={busy}>
          <Groups answer={answer} />
        </div>
      )}
    </div>
  );
}

interface CompareControlsProps {
  readonly indicator: string;
  readonly period: string;
  readonly level: string;
  readonly by: (typeof groupings)[number];
}

function CompareControls({ indicator, period, level, by }: CompareControlsProps) {
  const { w, t } = useSpeak();
  const meta = useMeta();
  const label = useClasses();
  const indicators = useCatalog().answer?.indicators ?? [];
  const set = (key: string) => (value: string) => navigate(withQuery({ [key]: value }), true);
  const levels = classIds(meta, 'level').map((id) => ({ value: id, label: label('level', id) }));
  const known = indicators.map((one) => ({ value: one.id, label: t(one.label) }));
  return (
    <div className="controls compare-controls">
      <Select
        label={w('indicator')}
        value={indicator}
        choices={known.length === 0 ? [{ value: indicator, label: indicator }] : known}
        onChange={set('indicator')}
      />
      <Select
        label={w('period')}
        value={period}
        choices={[...(meta?.periods ?? [{ period }])]
          .reverse()
          .map((one) => ({ value: one.period, label: one.period }))}
        onChange={set('period')}
      />
      <Select
        label={w('level')}
        value={level}
        choices={[...levels, { value: 'all', label: w('all') }]}
        onChange={set('level')}
      />
      <Select
        label={w('by')}
        value={by}
        choices={groupings.map((one) => ({ value: one, label: w(`by_${one}`) }))}
        onChange={set('by')}
      />
    </div>
  );
}

function Groups({ answer }: { readonly answer: CompareAnswer }) {
  const { language, w, t } = useSpeak();
  const unit = useUnit(answer.unit);
  // groups often lie close together: one digit more than a single figure has
  const finer = { ...unit, digits: unit.digits + 1 };
  const shown = (value: number | null) => formatIn(value, finer, language);
  const range = commonRange(answer);
  if (answer.groups.length === 0) return <p className="empty">{w('noGroups')}</p>;
  return (
    <>
      <h2>
        <Link to={`/methods/${answer.indicator}`}>{t(answer.label)}</Link>{' '}
        <span className="quiet">
          {answer.period}, {unit.label}
        </span>
      </h2>
      <div className="sideways">
        <table className="groups">
          <thead>
            <tr>
              <th scope="col">{w('group')}</th>
              <th scope="col" className="amount">
                {w('count')}
              </th>
              <th scope="col" className="amount">
                {w('negative')}
              </th>
              <th scope="col" className="amount">
                {w('pooled')}
              </th>
              <th scope="col" className="amount">
                {w('mean')}
              </th>
              <th scope="col" className="amount">
                {w('median')}
              </th>
              <th scope="col" className="amount wide">
                {w('quartiles')}
              </th>
              <th scope="col" className="wide" aria-label={w('chartRead')} />
            </tr>
          </thead>
          <tbody>
            {answer.groups.map((group) => (
              <tr key={group.group} data-group={group.group}>
                <th scope="row">
                  {t(group.label)}
                  {group.flagged.map((one) => (
                    <span key={one.id} className="note-line caveat" data-flag={one.id}>
                      <FlagSign /> {w('flaggedCount', { n: one.count, label: t(one.label) })}
                    </span>
                  ))}
                </th>
                <td className="amount">{formatNumber(group.count, 0, language)}</td>
                <td className="amount">{formatNumber(group.negative, 0, language)}</td>
                <td className="amount">
                  <WhyNumber address={group.id}>{shown(group.pooled)}</WhyNumber>
                </td>
                <td className="amount">{shown(group.mean)}</td>
                <td className="amount">{shown(group.median)}</td>
                <td className="amount wide">
                  {shown(group.q1)} – {shown(group.q3)}
                </td>
                <td className="wide">
                  {group.q1 !== null && group.median !== null && group.q3 !== null && (
                    <QuartileStrip
                      value={null}
                      q1={group.q1}
                      median={group.median}
                      q3={group.q3}
                      dot={group.pooled}
                      range={range}
                      width={260}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small wide">{w('chartRead')}</p>
    </>
  );
}

/** One line for all groups, so that their bars can be compared. */
function commonRange(answer: CompareAnswer): readonly [number, number] {
  const all = answer.groups
    .flatMap(({ q1, q3, median, pooled }) => [q1, q3, median, pooled])
    .filter((value): value is number => value !== null);
  return all.length === 0 ? [0, 1] : stripRange(all, Math.min(...all), Math.max(...all));
}
