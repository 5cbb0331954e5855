import type { RestorationAnswer } from '../../api/contract.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import type { WordKey } from '../words.js';

const turns = {
  land_price: 'turnPrice',
  delay: 'turnDelay',
  costs: 'turnCosts',
  rate_low: 'turnRateLow',
  rate_high: 'turnRateHigh',
} as const satisfies Record<RestorationAnswer['sensitivity'][number]['what'], WordKey>;

/** Net value of society where one thing turns out otherwise, the strongest first, and the interval where all do. */
export function Tornado({ answer }: { readonly answer: RestorationAnswer }) {
  const { language, w } = useSpeak();
  const { sensitivity, spread, npv } = answer;
  const sorted = sensitivity.toSorted(
    (a, b) => Math.abs(b.netValue - npv.social) - Math.abs(a.netValue - npv.social),
  );
  const all = [0, npv.social, spread.low, spread.high, ...sorted.map(({ netValue }) => netValue)];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const at = (value: number) => (most > least ? ((value - least) / (most - least)) * 100 : 0);
  const million = (yuan: number) => formatNumber(yuan / 1e6, 1, language);
  const bar = (from: number, to: number) => (
    <Bar from={at(from)} to={at(to)} zero={at(0)} base={at(npv.social)} isLow={to < 0} />
  );
  return (
    <>
      <ul className="tornado">
        {sorted.map(({ what, netValue }) => (
          <li key={what} data-turn={what}>
            <span>{w(turns[what])}</span> <b>{million(netValue)}</b>
            {bar(npv.social, netValue)}
          </li>
        ))}
        <li data-turn="all">
          <span>{w('turnAll', { n: spread.runs })}</span>{' '}
          <b>
            {million(spread.low)} – {million(spread.high)}
          </b>
          {bar(spread.low, spread.high)}
        </li>
      </ul>
      <p className="quiet small">
        {w('turnText', {
          base: million(npv.social),
          mid: million(spread.mid),
          positive: formatShare(spread.positive, language),
        })}
      </p>
      <FigureTable
        name="sensitivity"
        rows={sorted}
        keyOf={({ what }) => what}
        heads={[({ what }) => w(turns[what])]}
        titles={[w('turnIf')]}
        columns={[
          [w('restoreNet'), ({ netValue }) => million(netValue)],
          [w('restoreRatio'), ({ ratio }) => formatNumber(ratio, 2, language)],
        ]}
      />
    </>
  );
}

interface BarProps {
  /** On the line from 0 to 100. */
  readonly from: number;
  readonly to: number;
  readonly zero: number;
  readonly base: number;
  readonly isLow: boolean;
}

function Bar({ from, to, zero, base, isLow }: BarProps) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect
        className={isLow ? 'ladder-bar low' : 'ladder-bar'}
        x={Math.min(from, to)}
        width={Math.abs(to - from)}
        height="10"
      />
      <line className="ladder-one" x1={zero} x2={zero} y1="0" y2="10" />
      <line className="tornado-base" x1={base} x2={base} y1="0" y2="10" />
    </svg>
  );
}
