import { useMemo } from 'react';
import type { EvaluationRow } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { nodesOf } from '../pages/index-nodes.js';
import { RowNumber } from '../parts/number.js';
import { useCatalog } from '../parts/units.js';

/** Which branches of the index the change consists of, the largest first; nothing where it is not divided. */
export function ChangeByBranch({ row }: { readonly row: EvaluationRow }) {
  const { language } = useSpeak();
  const nameOf = useNodeNames(row.index);
  if (row.parts.length === 0) return null;
  const parts = row.parts.toSorted((a, b) => b.points - a.points);
  return (
    <span className="note-line quiet change-parts">
      {parts.map(({ node, points }) => (
        <span key={node}>
          {nameOf(node)}{' '}
          <RowNumber row={row} path={`parts/${node}/points`}>
            {`${points > 0 ? '+' : ''}${formatNumber(points, 1, language)}`}
          </RowNumber>{' '}
        </span>
      ))}
    </span>
  );
}

function useNodeNames(index: string): (node: string) => string {
  const { t } = useSpeak();
  const indices = useCatalog().answer?.indices;
  return useMemo(() => {
    const tree = indices?.find(({ id }) => id === index);
    const names = new Map(nodesOf(index, tree?.tree).map(({ node, label }) => [node, label]));
    return (node) => {
      const label = names.get(node);
      return label ? t(label) : node;
    };
  }, [indices, index, t]);
}
