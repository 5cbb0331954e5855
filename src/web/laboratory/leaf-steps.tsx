import type { Scale } from '../../assess/index.js';
import { formatIn, formatNumber, formatShare, type ShownUnit } from '../format.js';
import { useSpeak } from '../language.js';
import { WhyNumber } from '../parts/number.js';
import { useUnit } from '../parts/units.js';
import type { DetailNode, LeafSteps } from './messages.js';

interface StepsOfLeafProps {
  readonly node: DetailNode;
  readonly leaf: LeafSteps;
  readonly unit: string | null;
  readonly digits: number;
  /** Where the value is explained down to its source; null where it has none. */
  readonly address: string | null;
}

/** From the value of an indicator to its part in the group: filled in, treated, normalised, weighted. */
export function StepsOfLeaf({ node, leaf, unit, digits, address }: StepsOfLeafProps) {
  const { language, w } = useSpeak();
  const known = useUnit(unit ?? '');
  const shown: ShownUnit = unit === null ? { label: '', factor: 1, digits: 4 } : finer(known);
  const say = (value: number) => formatIn(Number.isNaN(value) ? null : value, shown, language);
  const raw = Number.isNaN(leaf.raw) ? w('noData') : say(leaf.raw);
  return (
    <ol className="lab-computation" data-computation={node.code}>
      <li>
        {w('labRaw')} {address === null ? <b>{raw}</b> : <WhyNumber address={address}>{raw}</WhyNumber>}{' '}
        {shown.label}
      </li>
      {leaf.imputed && (
        <li>
          {w('labImputed')} <b>{say(leaf.used)}</b>
        </li>
      )}
      {!Object.is(leaf.treated, leaf.used) && (
        <li>
          {w('labTreated')} <b>{formatNumber(leaf.treated, 4, language)}</b>
        </li>
      )}
      <li>
        {w(leaf.direction === 1 ? 'labMore' : 'labLess')}
        {'; '}
        <ScaleText scale={leaf.scale} say={say} /> → <b>{formatNumber(node.score, digits, language)}</b>
      </li>
      <li>
        × {formatShare(node.weight, language, 2)} → <b>{formatNumber(node.part, digits + 1, language)}</b>{' '}
        <span className="quiet">
          ({w('labWholeShare', { share: formatShare(node.wholeWeight, language, 2) })})
        </span>
      </li>
    </ol>
  );
}

function finer(unit: ShownUnit): ShownUnit {
  return { ...unit, digits: unit.digits + 1 };
}

/** The scale that made the score, in words and numbers. */
function ScaleText({ scale, say }: { readonly scale: Scale; readonly say: (value: number) => string }) {
  const { language, w } = useSpeak();
  const plain = (value: number) => formatNumber(value, 2, language);
  switch (scale.kind) {
    case 'linear':
      return (
        <>
          {w('labLinear', {
            from: say(scale.from),
            span: say(scale.span),
            width: plain(scale.width),
            low: plain(scale.low),
          })}
          {scale.bounds !== null &&
            w('labBounded', { low: plain(scale.bounds[0]), high: plain(scale.bounds[1]) })}
        </>
      );
    case 'place':
      return <>{w('labPlace', { n: scale.sorted.length })}</>;
    case 'reciprocal':
      return <>{w('labReciprocal', { best: say(scale.best) })}</>;
    case 'empty':
      return <>{w('labEmptyScale')}</>;
  }
}
