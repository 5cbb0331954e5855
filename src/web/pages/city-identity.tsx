import type { CityAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { CityWays } from '../parts/in-view.js';

/** Official labels, resources with how sure they are, codes through the years, position, doubts of the register. */
export function CityIdentity({ city }: { readonly city: CityAnswer }) {
  const { w, t } = useSpeak();
  const label = useClasses();
  const { batch, point } = city;
  const resources = city.resources.map((id) => label('resource', id)).join(w('listComma'));
  const sure = city.resourceConfidence === 'low' ? 'confidenceLow' : 'confidenceHigh';
  return (
    <section className="identity" aria-labelledby="identity-title">
      <h2 id="identity-title">{w('identity')}</h2>
      <dl className="facts">
        <dt>{w('officialType')}</dt>
        <dd>
          {city.type === null ? w('unlisted') : <b>{label('official_type', city.type)}</b>}{' '}
          <Tag word={w('official')} />
        </dd>
        <dt>{w('officialBatch')}</dt>
        <dd>
          {batch === null ? (
            w('notExhausted')
          ) : (
            <b>{w('batchYear', { n: batch.number, year: batch.year })}</b>
          )}{' '}
          <Tag word={w('official')} />
        </dd>
        <dt>{w('level')}</dt>
        <dd>{label('level', city.level)}</dd>
        <dt>{w('resources')}</dt>
        <dd>
          {resources === '' ? w('noData') : resources}
          {city.resourceConfidence !== null && <span className="quiet"> ({w(sure)})</span>}
        </dd>
        <dt>{w('areaCode')}</dt>
        <dd>
          <code>{city.adcode}</code>
          <AreaCodes city={city} />
        </dd>
        {point !== null && (
          <>
            <dt>{w('point')}</dt>
            <dd>
              {point[1].toFixed(2)}° N, {point[0].toFixed(2)}° E
            </dd>
          </>
        )}
        {city.note !== '' && (
          <>
            <dt>{w('note')}</dt>
            <dd lang="en">{city.note}</dd>
          </>
        )}
      </dl>
      {city.batch !== null && <CityWays ways={[[`/transfer?city=${city.id}`, w('toTransfer')]]} />}
      <h3>{w('doubts')}</h3>
      {city.doubts.length === 0 ? (
        <p className="quiet">{w('noDoubts')}</p>
      ) : (
        <ul>
          {city.doubts.map(({ field, text }) => (
            <li key={`${field} ${text.en}`}>
              <code>{field}</code> {t(text)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Tag({ word }: { readonly word: string }) {
  return <span className="tag">{word}</span>;
}

/** Under which codes tables of other years carry the unit; only years where it differs from the code of the register. */
function AreaCodes({ city }: { readonly city: CityAnswer }) {
  const { w } = useSpeak();
  const changed = Object.entries(city.areas).filter(([, codes]) => codes.join() !== city.adcode);
  return changed.map(([year, codes]) => (
    <span key={year} className="code-change">
      {w('areasIn', { year })} {codes.length === 0 ? w('areasNone') : <code>{codes.join(' + ')}</code>}
    </span>
  ));
}
