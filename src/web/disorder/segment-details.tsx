import { absent, formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { Profile } from './city-facts.js';
import type { Scored } from './use-disorder.js';

/** One segment: score, dimensions, elements from the most seen on, and what it rests on. */
export function SegmentDetails({
  answer,
  picked,
}: {
  readonly answer: Scored;
  readonly picked: string | null;
}) {
  const { language, t, w } = useSpeak();
  if (picked === null) return <p className="quiet">{w('disorderPick')}</p>;
  const found = answer.segments.find(({ segment }) => segment === picked);
  if (found === undefined) return <p>{w('disorderNotVisited', { segment: picked })}</p>;
  const label = new Map(answer.words.elements.map((one) => [one.id, one.label]));
  const elements = Object.entries(found.elements).toSorted(([, a], [, b]) => (b ?? -1) - (a ?? -1));
  const names = (missing: boolean) =>
    elements
      .filter(([, share]) => (share === null) === missing)
      .map(([id, share]) => {
        const text = label.get(id);
        const name = text === undefined ? id : t(text);
        return missing ? name : `${name} ${formatShare(share, language)}`;
      })
      .join(w('listComma'));
  return (
    <div className="street-details" data-details={picked}>
      <h3>
        {picked}
        {': '}
        {formatNumber(found.score, 2, language)}
      </h3>
      <p className="quiet small">
        {w('disorderRests', {
          n: found.images,
          percent: formatShare(found.coverage, language),
          length: found.lengthM === null ? absent : formatNumber(found.lengthM, 0, language),
        })}
        {found.above !== null && ` · ${w(found.above ? 'disorderIsAbove' : 'disorderIsBelow')}`}
      </p>
      <Profile dimensions={answer.words.dimensions} values={found.dimensions} />
      <p className="small">
        {w('disorderSeenIn')} {names(false) || absent}
      </p>
      {names(true) !== '' && (
        <p className="quiet small">
          {w('disorderUnjudged')} {names(true)}
        </p>
      )}
    </div>
  );
}
