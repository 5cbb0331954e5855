import type { CatalogAnswer } from '../../api/contract.js';
import { formatExact } from '../format.js';
import { useSpeak } from '../language.js';
import { Link } from './link.js';
import { MarkTag } from './mark-tag.js';
import { useCatalog, useUnit } from './units.js';

/** Parameters that a page rests on: value, mark and source. */
export function ParameterList({ isUsed }: { readonly isUsed: (id: string) => boolean }) {
  const { w } = useSpeak();
  const found = useCatalog().answer?.parameters.filter(({ id }) => isUsed(id)) ?? [];
  return (
    <div className="sideways">
      <table className="parameter-list">
        <thead>
          <tr>
            <th scope="col">{w('parameters')}</th>
            <th scope="col" className="amount">
              {w('value')}
            </th>
            <th scope="col">{w('mark')}</th>
            <th scope="col">{w('source')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <ParameterLine key={one.id} parameter={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ParameterLine({ parameter }: { readonly parameter: CatalogAnswer['parameters'][number] }) {
  const { language, t } = useSpeak();
  const unit = useUnit(parameter.unit);
  return (
    <tr data-parameter={parameter.id}>
      <th scope="row">{t(parameter.label)}</th>
      <td className="amount">
        {formatExact(parameter.value, unit, language)} {unit.label}
      </td>
      <td>
        <MarkTag mark={parameter.mark} />
      </td>
      <td>
        <ReferenceLink id={parameter.reference} />
      </td>
    </tr>
  );
}

/** Title of a reference, leading to its entry on the page of methods. */
export function ReferenceLink({ id }: { readonly id: string }) {
  const { t } = useSpeak();
  const found = useCatalog().answer?.references.find((one) => one.id === id);
  return <Link to={`/methods#${id}`}>{found === undefined ? id : t(found.title)}</Link>;
}
