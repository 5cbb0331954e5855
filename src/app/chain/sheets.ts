import type { Sheet } from '../../print/index.js';
import { sheetOf } from '../tables/sheet-of.js';
import type { ChainAnswer } from './answer.js';

/** The tables of an answer: nodes, and records, pools and partners where they were given. */
export function chainSheets(answer: ChainAnswer): readonly Sheet[] {
  const { records, pools, rows } = answer;
  return [
    nodeSheet(answer),
    ...(records === null ? [] : [recordSheet(records)]),
    ...(pools === null ? [] : [poolSheet(answer)]),
    ...(rows.every((row) => row.partners === undefined) ? [] : [partnerSheet(answer)]),
  ];
}

function nodeSheet({ rows }: ChainAnswer): Sheet {
  return sheetOf('chain', { en: 'what to do about each node, and why', zh: '各节点的行动与理由' }, rows, [
    ['node', '节点', ({ node }) => node],
    ['name', '名称', ({ name }) => name],
    ['stage', '环节', ({ stage }) => stage],
    ['action', '行动', ({ action }) => action],
    ['rule', '规则', ({ rule }) => rule],
    ['says_zh', '理由', ({ says }) => says.zh],
    ['firms', '企业数', ({ firms }) => firms, 0],
    ['output', '产值', ({ output }) => output, 2],
    ['jobs', '就业', ({ jobs }) => jobs, 0],
    ['density', '关联密度', ({ density }) => density, 3],
    ['largest', '最大企业份额', ({ largest }) => largest, 3],
    ['evidence', '依据', ({ evidence }) => evidenceText(evidence)],
  ]);
}

/** Who stands for the chain; a role that nobody fills has a row without a name. */
function recordSheet({ records, missing }: NonNullable<ChainAnswer['records']>): Sheet {
  const nobody = { name: null, node: null, contact: null, source: null, since: null };
  const rows = [...records, ...missing.map((one) => ({ ...one, ...nobody }))];
  return sheetOf(
    'records',
    { en: 'who stands for the chain; empty: not named', zh: '产业链档案，空白为缺' },
    rows,
    [
      ['role', '事项', ({ role }) => role],
      ['role_zh', '事项名称', ({ label }) => label.zh],
      ['name', '名称', ({ name }) => name],
      ['node', '节点', ({ node }) => node],
      ['contact', '联系', ({ contact }) => contact],
      ['source', '来源', ({ source }) => source],
      ['since', '起始', ({ since }) => since],
    ],
  );
}

function poolSheet({ rows, poolsOfWhole }: ChainAnswer): Sheet {
  const sums = [...rows, { node: null, pools: poolsOfWhole }].flatMap(({ node, pools }) =>
    (pools ?? []).map((one) => ({ ...one, node })),
  );
  const about = {
    en: 'pools summed by node; no node: the whole chain',
    zh: '四库按节点汇总，无节点者属全链',
  };
  return sheetOf('pools', about, sums, [
    ['node', '节点', ({ node }) => node],
    ['pool', '库', ({ pool }) => pool],
    ['pool_zh', '库名', ({ label }) => label.zh],
    ['entries', '条目数', ({ entries }) => entries, 0],
    ['amount', '合计（人才为人数）', ({ amount }) => amount, 2],
    ['without', '未填数额的条目', ({ without }) => without, 0],
  ]);
}

function partnerSheet({ rows }: ChainAnswer): Sheet {
  const offers = rows.flatMap(({ node, partners }) =>
    (partners?.offers ?? []).map((one) => ({ ...one, node, proposed: partners?.partner === one.place })),
  );
  return sheetOf(
    'partners',
    { en: 'what partner cities have of lacking nodes', zh: '合作城市对缺失节点的供给' },
    offers,
    [
      ['node', '节点', ({ node }) => node],
      ['place', '城市', ({ place }) => place],
      ['state', '判断', ({ state }) => state],
      ['says_zh', '理由', ({ says }) => says.zh],
      ['quotient', '区位商', ({ quotient }) => quotient, 2],
      ['output', '产值', ({ output }) => output, 2],
      ['distance', '距离（千米）', ({ distance }) => distance, 0],
      ['proposed', '建议', ({ proposed }) => Number(proposed), 0],
    ],
  );
}

/** Figures of a verdict on one line. */
export function evidenceText(evidence: ChainAnswer['rows'][number]['evidence']): string {
  return Object.entries(evidence)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}`)
    .join('; ');
}
