import type { CatalogAnswer } from '../../api/contract.js';
import { formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';
import { MarkTag } from '../parts/mark-tag.js';
import { type IndexNodeView, nodesOf } from './index-nodes.js';

/** Every index as its tree with the weights among siblings. */
export function IndexTrees({ catalog }: { readonly catalog: CatalogAnswer }) {
  const { w, t } = useSpeak();
  return (
    <section id="indices">
      <h2>{w('indices')}</h2>
      {catalog.indices.map((index) => (
        <div key={index.id} className="index-tree">
          <h3>
            {t(index.label)} <MarkTag mark={index.mark} />
          </h3>
          {index.note !== null && <p>{t(index.note)}</p>}
          <p className="quiet small">
            {w('periods')}: {index.periods.join(', ')} · <code>{index.file}</code>
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">{w('indicator')}</th>
                <th scope="col" className="amount">
                  {w('weight')}
                </th>
                <th scope="col" aria-hidden="true" />
              </tr>
            </thead>
            <tbody>
              {nodesOf(index.id, index.tree).map((node) => (
                <NodeRow key={node.node} node={node} catalog={catalog} />
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}

function NodeRow({ node, catalog }: { readonly node: IndexNodeView; readonly catalog: CatalogAnswer }) {
  const { language, t } = useSpeak();
  const indicator = catalog.indicators.find((one) => one.id === node.indicator);
  const label = node.label ?? indicator?.label ?? null;
  const text = label === null ? node.node.slice(node.node.lastIndexOf('.') + 1) : t(label);
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: `${(node.depth - 1) * 1.4 + 0.2}rem` }}>
        {node.indicator === null ? <b>{text}</b> : <Link to={`/methods/${node.indicator}`}>{text}</Link>}
      </th>
      <td className="amount">{formatShare(node.weight, language, 1)}</td>
      <td className="weight-bar">
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect width={100 * (node.weight ?? 0)} height="6" />
        </svg>
      </td>
    </tr>
  );
}
