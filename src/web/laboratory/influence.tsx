import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import type { WordKey } from '../words.js';
import type { Estimate, Influence, Shares } from './messages.js';

/** How much of the uncertainty hangs on each choice, for all ranks together and for the chosen unit. */
export function InfluenceTable({
  influence,
  chosenName,
}: {
  readonly influence: Influence;
  readonly chosenName: string | null;
}) {
  const { w } = useSpeak();
  const { onShift, onUnit, factors, done, runs } = influence;
  return (
    <div className="lab-influence">
      <h3>{w('labInfluence')}</h3>
      <p className="quiet small">{w('labInfluenceText', { done, runs })}</p>
      {onShift !== null && <SharesTable caption={w('labOnShift')} factors={factors} shares={onShift} />}
      {onUnit !== null && chosenName !== null && (
        <SharesTable caption={w('labOnUnit', { name: chosenName })} factors={factors} shares={onUnit} />
      )}
    </div>
  );
}

function SharesTable(props: {
  readonly caption: string;
  readonly factors: readonly string[];
  readonly shares: Shares;
}) {
  const { caption, factors, shares } = props;
  const { w } = useSpeak();
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{w('labFactor')}</th>
          <th scope="col">{w('labFirst')}</th>
          <th scope="col">{w('labTotal')}</th>
        </tr>
      </thead>
      <tbody>
        {factors.map((factor, at) => (
          <tr key={factor} data-factor={factor}>
            <th scope="row">{w(`labFactor_${factor}` as WordKey)}</th>
            <EstimateCell estimate={shares.first[at]} />
            <EstimateCell estimate={shares.total[at]} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A Sobol index with its interval, drawn from 0 to 1. */
function EstimateCell({ estimate }: { readonly estimate: Estimate | undefined }) {
  const { language } = useSpeak();
  const { value = Number.NaN, low = Number.NaN, high = Number.NaN } = estimate ?? {};
  const held = (share: number) => 100 * Math.min(1, Math.max(0, share));
  return (
    <td>
      <span className="estimate">
        {formatNumber(value, 2, language)}{' '}
        <small className="quiet">
          {formatNumber(low, 2, language)}…{formatNumber(high, 2, language)}
        </small>
      </span>
      {Number.isFinite(value) && (
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="estimate-bar" aria-hidden="true">
          <rect x="0" y="2" width="100" height="2" className="axis" />
          <rect x="0" y="1" width={held(value)} height="4" className="own" />
          <rect
            x={held(low)}
            y="2.5"
            width={Math.max(0.5, held(high) - held(low))}
            height="1"
            className="span"
          />
        </svg>
      )}
    </td>
  );
}
