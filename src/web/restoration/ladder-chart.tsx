import type { RestorationAnswer } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import type { WordKey } from '../words.js';

type Rung = RestorationAnswer['ladder'][number];

const corrections = {
  claimed: 'ladderClaimed',
  claimed_all_costs: 'ladderAllCosts',
  supported: 'ladderSupported',
  all_investment: 'ladderInvestment',
  running_costs: 'ladderRunning',
  discounted: 'ladderDiscounted',
  with_ecosystem: 'ladderEcosystem',
} as const satisfies Record<Rung['step'], WordKey>;

/** The ladder: a bar for each ratio against the line of 1, what was corrected, and the sums it is made of. */
export function LadderChart({ ladder }: { readonly ladder: readonly Rung[] }) {
  const { language, w, t } = useSpeak();
  const most = Math.max(1, ...ladder.map(({ ratio }) => ratio ?? 0));
  const million = (yuan: number) => formatNumber(yuan / 1e6, 0, language);
  return (
    <ol className="ladder">
      {ladder.map(({ step, note, ratio, benefits, costs }) => (
        <li key={step} data-step={step}>
          <strong>{t(note)}</strong> <b className="ladder-ratio">{formatNumber(ratio, 2, language)}</b>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect
              className={(ratio ?? 0) < 1 ? 'ladder-bar low' : 'ladder-bar'}
              width={((ratio ?? 0) / most) * 100}
              height="10"
            />
            <line className="ladder-one" x1={100 / most} x2={100 / most} y1="0" y2="10" />
          </svg>
          <span className="quiet small">
            {w(corrections[step])} {w('ladderSums', { benefits: million(benefits), costs: million(costs) })}
          </span>
        </li>
      ))}
    </ol>
  );
}
