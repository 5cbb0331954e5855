import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { Fact } from '../parts/facts.js';
import type { Scored } from './use-disorder.js';

/** The city in a few numbers, each beside what it rests on. */
export function CityFacts({ answer }: { readonly answer: Scored }) {
  const { language, w } = useSpeak();
  const { city } = answer;
  const { reference } = city;
  const two = (value: number | null) => formatNumber(value, 2, language);
  return (
    <dl className="street-facts">
      <Fact name={w('disorderCity')} of="score">
        <strong>{two(city.score)}</strong>{' '}
        <span className="quiet">{w(city.byLength ? 'disorderByLength' : 'disorderEach')}</span>
      </Fact>
      <Fact name={w('disorderSegments')} of="segments">
        {w('disorderScored', { n: city.scored, all: city.segments })}
        {city.lengthM !== null &&
          ` · ${w('disorderKilometres', { n: formatNumber(city.lengthM / 1000, 2, language) })}`}
      </Fact>
      <Fact name={w('disorderPictures')} of="images">
        {formatNumber(city.images, 0, language)}
        {' · '}
        {city.years === null
          ? w('disorderNoYear')
          : w('disorderYears', { years: [...new Set(city.years)].join('–') })}
      </Fact>
      <Fact name={w('disorderAbove')} of="above">
        {reference === null ? (
          <span className="quiet">{w('disorderNoReference')}</span>
        ) : (
          <>
            <strong>{formatShare(reference.shareAbove, language, 1)}</strong>{' '}
            <span className="quiet">
              {w('disorderThreshold', {
                threshold: two(reference.threshold),
                percent: formatShare(reference.quantile, language),
                n: reference.segments,
              })}
            </span>
          </>
        )}
      </Fact>
    </dl>
  );
}

/** Bars of the dimensions, from 0 to 1; a missing one has no bar. */
export function Profile(props: {
  readonly dimensions: Scored['words']['dimensions'];
  readonly values: Readonly<Record<string, number | null>>;
}) {
  const { language, t } = useSpeak();
  return (
    <table className="street-profile">
      <tbody>
        {props.dimensions.map(({ id, label }) => {
          const value = props.values[id] ?? null;
          return (
            <tr key={id} data-dimension={id}>
              <th scope="row">{t(label)}</th>
              <td className="street-bar">{value !== null && <i style={{ width: `${100 * value}%` }} />}</td>
              <td className="amount">{formatNumber(value, 2, language)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
