import type { Sheet } from '../../print/index.js';
import type { ChainAnswer } from './chain.js';

/** The table of an answer. */
export function chainSheets({ rows }: ChainAnswer): readonly Sheet[] {
  return [
    {
      name: 'chain',
      about: { en: 'what to do about each node, and why', zh: '各节点的行动与理由' },
      columns: [
        { key: 'node', zh: '节点' },
        { key: 'name', zh: '名称' },
        { key: 'stage', zh: '环节' },
        { key: 'action', zh: '行动' },
        { key: 'rule', zh: '规则' },
        { key: 'says_zh', zh: '理由' },
        { key: 'firms', zh: '企业数', digits: 0 },
        { key: 'output', zh: '产值', digits: 2 },
        { key: 'jobs', zh: '就业', digits: 0 },
        { key: 'density', zh: '关联密度', digits: 3 },
        { key: 'largest', zh: '最大企业份额', digits: 3 },
        { key: 'evidence', zh: '依据' },
      ],
      rows: () =>
        rows.map((one) => [
          one.node,
          one.name,
          one.stage,
          one.action,
          one.rule,
          one.says.zh,
          one.firms,
          one.output,
          one.jobs,
          one.density,
          one.largest,
          evidenceText(one.evidence),
        ]),
      length: rows.length,
    },
  ];
}

/** Figures of a verdict on one line. */
export function evidenceText(evidence: ChainAnswer['rows'][number]['evidence']): string {
  return Object.entries(evidence)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}`)
    .join('; ');
}
