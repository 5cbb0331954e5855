import type { CatalogAnswer } from '../../api/contract.js';
import { formatExact } from '../format.js';
import { useSpeak } from '../language.js';
import { MarkTag } from '../parts/mark-tag.js';
import { useUnit } from '../parts/units.js';
import type { WordKey } from '../words.js';

interface CatalogProps {
  readonly catalog: CatalogAnswer;
}

function Head({ words }: { readonly words: readonly (readonly [WordKey, string?])[] }) {
  const { w } = useSpeak();
  return (
    <thead>
      <tr>
        {words.map(([word, name]) => (
          <th key={word} scope="col" className={name}>
            {w(word)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Numbers of the method with their marks; what nobody could read in its source is called unverified. */
export function Parameters({ catalog }: CatalogProps) {
  const { w } = useSpeak();
  return (
    <section id="parameters">
      <h2>{w('parameters')}</h2>
      <table>
        <Head words={[['parameters'], ['value', 'amount'], ['unit'], ['mark'], ['references', 'wide']]} />
        <tbody>
          {catalog.parameters.map((one) => (
            <ParameterRow key={one.id} parameter={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ParameterRow({ parameter }: { readonly parameter: CatalogAnswer['parameters'][number] }) {
  const { language, t } = useSpeak();
  const unit = useUnit(parameter.unit);
  return (
    <tr>
      <th scope="row">
        {t(parameter.label)} <code className="quiet id">{parameter.id}</code>
      </th>
      <td className="amount">{formatExact(parameter.value, unit, language)}</td>
      <td className="quiet">{unit.label}</td>
      <td>
        <MarkTag mark={parameter.mark} />
      </td>
      <td className="wide">
        <a href={`#${parameter.reference}`}>{parameter.reference}</a>
      </td>
    </tr>
  );
}

/** Problems that can be found, and caveats that stand beside flattering numbers. */
export function Problems({ catalog }: CatalogProps) {
  const { w, t } = useSpeak();
  const severity = (text: string): string =>
    text === 'watch' || text === 'act' || text === 'urgent' ? w(`severity_${text}`) : text;
  return (
    <section id="problems">
      <h2>{w('problems')}</h2>
      <table>
        <Head words={[['problems'], ['kind'], ['severity'], ['condition', 'wide'], ['mark']]} />
        <tbody>
          {catalog.problems.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {t(one.label)} <code className="quiet id">{one.id}</code>
              </th>
              <td>{w(one.kind === 'caveat' ? 'kind_caveat' : 'kind_problem')}</td>
              <td>{severity(one.severity)}</td>
              <td className="wide">{t(one.condition)}</td>
              <td>
                <MarkTag mark={one.mark} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What definitions rest on. Addresses are shown as text: the page itself asks nothing from outside. */
export function References({ catalog }: CatalogProps) {
  const { w, t } = useSpeak();
  return (
    <section id="references">
      <h2>{w('references')}</h2>
      <table>
        <Head words={[['title'], ['date'], ['mark']]} />
        <tbody>
          {catalog.references.map((one) => (
            <tr key={one.id} id={one.id}>
              <th scope="row">
                {t(one.title)} {one.number !== null && <span className="quiet">{one.number}</span>}
                <code className="quiet id">{one.id}</code>
                {one.url !== null && (
                  <a href={one.url} rel="noreferrer" target="_blank" className="outside">
                    {one.url}
                  </a>
                )}
              </th>
              <td>{one.date}</td>
              <td>
                <MarkTag mark={one.mark} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
