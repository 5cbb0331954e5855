import type { Sheet } from '../../print/index.js';
import type { ChainAnswer } from './answer.js';

/** The tables of an answer: nodes, and records, pools and partners where they were given. */
export function chainSheets(answer: ChainAnswer): readonly Sheet[] {
  const { records, pools, rows } = answer;
  const partners = partnerCells(answer);
  return [
    nodeSheet(answer),
    ...(records === null ? [] : [recordSheet(records)]),
    ...(pools === null ? [] : [poolSheet(answer)]),
    ...(rows.every((row) => row.partners === undefined) ? [] : [partnerSheet(partners)]),
  ];
}

function nodeSheet({ rows }: ChainAnswer): Sheet {
  return {
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
  };
}

/** Who stands for the chain; a role that nobody fills has a row without a name. */
function recordSheet({ records, missing }: NonNullable<ChainAnswer['records']>): Sheet {
  const named = records.map((one) => [
    one.role,
    one.label.zh,
    one.name,
    one.node,
    one.contact,
    one.source,
    one.since,
  ]);
  const lacking = missing.map(({ role, label }) => [role, label.zh, null, null, null, null, null]);
  return {
    name: 'records',
    about: { en: 'who stands for the chain; empty: not named', zh: '产业链档案，空白为缺' },
    columns: [
      { key: 'role', zh: '事项' },
      { key: 'role_zh', zh: '事项名称' },
      { key: 'name', zh: '名称' },
      { key: 'node', zh: '节点' },
      { key: 'contact', zh: '联系' },
      { key: 'source', zh: '来源' },
      { key: 'since', zh: '起始' },
    ],
    rows: () => [...named, ...lacking],
    length: named.length + lacking.length,
  };
}

function poolSheet({ rows, poolsOfWhole }: ChainAnswer): Sheet {
  const sums = [
    ...rows.map(({ node, pools }) => ({ node, pools: pools ?? [] })),
    { node: null, pools: poolsOfWhole ?? [] },
  ].flatMap(({ node, pools }) =>
    pools.map((one) => [node, one.pool, one.label.zh, one.entries, one.amount, one.without]),
  );
  return {
    name: 'pools',
    about: { en: 'pools summed by node; no node: the whole chain', zh: '四库按节点汇总，无节点者属全链' },
    columns: [
      { key: 'node', zh: '节点' },
      { key: 'pool', zh: '库' },
      { key: 'pool_zh', zh: '库名' },
      { key: 'entries', zh: '条目数', digits: 0 },
      { key: 'amount', zh: '合计（人才为人数）', digits: 2 },
      { key: 'without', zh: '未填数额的条目', digits: 0 },
    ],
    rows: () => sums,
    length: sums.length,
  };
}

function partnerCells({ rows }: ChainAnswer) {
  return rows.flatMap(({ node, partners }) =>
    (partners?.offers ?? []).map((one) => [
      node,
      one.place,
      one.state,
      one.says.zh,
      one.quotient,
      one.output,
      one.distance,
      Number(partners?.partner === one.place),
    ]),
  );
}

function partnerSheet(cells: ReturnType<typeof partnerCells>): Sheet {
  return {
    name: 'partners',
    about: { en: 'what partner cities have of lacking nodes', zh: '合作城市对缺失节点的供给' },
    columns: [
      { key: 'node', zh: '节点' },
      { key: 'place', zh: '城市' },
      { key: 'state', zh: '判断' },
      { key: 'says_zh', zh: '理由' },
      { key: 'quotient', zh: '区位商', digits: 2 },
      { key: 'output', zh: '产值', digits: 2 },
      { key: 'distance', zh: '距离（千米）', digits: 0 },
      { key: 'proposed', zh: '建议', digits: 0 },
    ],
    rows: () => cells,
    length: cells.length,
  };
}

/** Figures of a verdict on one line. */
export function evidenceText(evidence: ChainAnswer['rows'][number]['evidence']): string {
  return Object.entries(evidence)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}`)
    .join('; ');
}
