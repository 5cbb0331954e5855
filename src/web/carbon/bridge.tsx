import type { ShownUnit } from '../format.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useNumbers } from '../parts/facts.js';
import { MaybeNumber } from '../parts/number.js';
import type { WordKey } from '../words.js';
import type { CarbonRow, CarbonSide } from './asked.js';

interface BridgeProps {
  readonly side: CarbonSide;
  readonly from: number;
  readonly to: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly unit: ShownUnit;
  readonly row: CarbonRow;
  /** Where the side stands in the row: nothing, or `consumption/`. */
  readonly path: string;
}

const threeFactors = ['population', 'gdpPerHead', 'co2PerGdp'] as const;
const fourFactors = ['population', 'gdpPerHead', 'energyPerGdp', 'co2PerEnergy'] as const;

/** From the first year's emissions to the last's, a bar for each factor; with energy the four of Kaya. The effects sum to the change. */
export function Bridge({ side, from, to, first, last, unit, row, path }: BridgeProps) {
  const { language, w } = useSpeak();
  const { signedPercent } = useNumbers();
  const effects: readonly (readonly [WordKey, number | null])[] =
    side.kaya === null
      ? threeFactors.map((one) => [`effect_${one}`, side.lmdi[one]])
      : fourFactors.map((one) => [`effect_${one}`, side.kaya?.[one] ?? null]);
  if (first === null || last === null || effects.some(([, effect]) => effect === null))
    return <p className="quiet">{w('noDrivers')}</p>;
  const rule = side.kaya === null ? 'lmdi' : 'kaya';
  const bars = stepsFrom(first, effects);
  const most = Math.max(first, last, ...bars.flatMap(({ start, end }) => [start, end]));
  const least = Math.min(0, ...bars.map(({ end }) => end));
  const at = (value: number) => (100 * (value - least)) / (most - least || 1);
  const shown = (value: number, sign = false) =>
    `${sign && value > 0 ? '+' : ''}${formatNumber(value / unit.factor, unit.digits, language)}`;
  return (
    <table className="bridge">
      <caption className="unseen">{w('driversWord')}</caption>
      <thead>
        <tr>
          <th scope="col">{unit.label}</th>
          <th scope="col" aria-label={w('effectWord')} />
          <th scope="col" className="amount">
            {w('effectWord')}
          </th>
          <th scope="col" className="amount">
            {w('ofFirst')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr className="bridge-end">
          <th scope="row">{w('atFirst', { year: from })}</th>
          <td className="bridge-bar">
            <Bar kind="whole" from={at(0)} to={at(first)} />
          </td>
          <td className="amount">{shown(first)}</td>
          <td />
        </tr>
        {bars.map(({ word, start, end, effect }) => (
          <tr key={word} data-effect={word.replace('effect_', '')}>
            <th scope="row">{w(word)}</th>
            <td className="bridge-bar">
              <Bar kind={effect > 0 ? 'more' : 'less'} from={at(start)} to={at(end)} />
            </td>
            <td className="amount">
              <MaybeNumber row={row} path={`${path}${rule}/${word.replace('effect_', '')}`}>
                {shown(effect, true)}
              </MaybeNumber>
            </td>
            <td className="amount">{signedPercent(first > 0 ? (100 * effect) / first : null)}</td>
          </tr>
        ))}
        <tr className="bridge-end">
          <th scope="row">{w('atFirst', { year: to })}</th>
          <td className="bridge-bar">
            <Bar kind="whole" from={at(0)} to={at(last)} />
          </td>
          <td className="amount">{shown(last)}</td>
          <td className="amount">{signedPercent(side.tapio.co2Percent)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** Where each effect begins and ends when they follow one another. */
function stepsFrom(first: number, effects: readonly (readonly [WordKey, number | null])[]) {
  return effects.map(([word, effect], at) => {
    const start = effects.slice(0, at).reduce((level, [, one]) => level + (one ?? 0), first);
    return { word, start, end: start + (effect ?? 0), effect: effect ?? 0 };
  });
}

function Bar({ kind, from, to }: { readonly kind: string; readonly from: number; readonly to: number }) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={kind} x={Math.min(from, to)} width={Math.max(0.4, Math.abs(to - from))} height="10" />
    </svg>
  );
}
