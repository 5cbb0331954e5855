import type { Text } from '../../base/index.js';
import type { ChainReason } from '../../plan/index.js';

/** Words of the two reports of a chain. */
export const reportWords = {
  titles: {
    analysis: { en: 'Analysis of an industry chain', zh: '产业链分析报告' },
    promotion: { en: 'Promotion of an industry chain', zh: '产业链招商报告' },
  },
  unnamed: { en: 'a chain without a name', zh: '未命名产业链' },
  sections: {
    summary: { en: 'In short', zh: '摘要' },
    chain_maps: { en: 'Maps', zh: '全景图与现状图' },
    chain_state: { en: 'What the place has', zh: '现状' },
    chain_gaps: { en: 'Gaps and measures', zh: '缺口与建议' },
    chain_unknown: { en: 'To be looked up first', zh: '需先核实' },
    chain_partners: { en: 'Partner cities', zh: '合作城市' },
    chain_pools: { en: 'Clients, projects, capital, talent', zh: '客商、项目、资金、人才' },
    chain_records: { en: 'Who stands for the chain', zh: '产业链档案' },
    limits: { en: 'What this cannot say', zh: '局限' },
  },
  heads: {
    node: { en: 'Node', zh: '节点' },
    stage: { en: 'Stage', zh: '环节' },
    state: { en: 'State', zh: '状态' },
    firms: { en: 'Firms named', zh: '列出企业' },
    jobs: { en: 'Jobs', zh: '就业' },
    output: { en: 'Output', zh: '产值' },
    density: { en: 'Density', zh: '关联密度' },
    action: { en: 'Action', zh: '行动' },
    rule: { en: 'Rule', zh: '规则' },
    evidence: { en: 'Evidence', zh: '依据' },
    condition: { en: 'What would have to be true', zh: '成立条件' },
    partner: { en: 'Partner city', zh: '合作城市' },
    quotient: { en: 'Quotient', zh: '区位商' },
    distance: { en: 'Distance, km', zh: '距离（千米）' },
    pool: { en: 'Pool', zh: '库' },
    name: { en: 'Name', zh: '名称' },
    amount: { en: 'Amount', zh: '金额（人才为人数）' },
    source: { en: 'Source', zh: '来源' },
    role: { en: 'Role', zh: '事项' },
    contact: { en: 'Contact', zh: '联系' },
    since: { en: 'Since', zh: '起始' },
  },
  whole: { en: 'whole chain', zh: '全链' },
  notNamed: { en: 'not named', zh: '缺' },
  users: { en: 'Used here by', zh: '本地用户' },
  nobody: { en: 'nobody that the tables name', zh: '表中未列' },
  noGaps: {
    en: 'By the rules no node is to be strengthened, filled, extended or given up on the figures given.',
    zh: '按所给数据，规则未对任何节点提出强链、补链、延链或放弃。',
  },
  noTable: { en: 'The tables given say nothing of it.', zh: '所给各表未涉及。' },
  noPromise: {
    en: 'Candidates by rules on the figures given: no offer, no promise, and no project before the conditions have been looked at.',
    zh: '所列为按规则和所给数据得出的候选，不构成要约或承诺；条件未经核实前不得视为项目。',
  },
  counts: {
    en: '{nodes} nodes: {present} here, {absent} lacking, {unknown} that nobody has looked for.',
    zh: '共 {nodes} 个节点：已具备 {present} 个，缺失 {absent} 个，尚未核实 {unknown} 个。',
  },
  actions: { en: '{action}: {names}.', zh: '{action}：{names}。' },
  ifAbsent: {
    en: 'If it is absent: {action} ({rule}).',
    zh: '如确认缺失：{action}（{rule}）。',
  },
  onlyLook: { en: 'Even if it is absent, the rules propose nothing yet.', zh: '即使缺失，规则也暂无建议。' },
  missingRoles: { en: 'Nobody is named as: {names}.', zh: '档案缺：{names}。' },
  allRoles: { en: 'All nine entries of the record are filled.', zh: '九项档案齐全。' },
  withPartner: {
    en: 'Close it with {place} before building here.',
    zh: '优先与{place}合作补链，而非自建。',
  },
  limits: [
    {
      en: 'The rules look at shares of inputs, presence, quotients and nearness. Price, quality, water, land, approvals and the plans of competitors are outside the tables.',
      zh: '规则只考察投入份额、是否具备、区位商与关联度；价格、质量、用水、用地、审批与竞争者计划不在表内。',
    },
    {
      en: 'Shares are as the table of edges states them. What is not known stays unknown; a rule whose figures are missing does not apply.',
      zh: '投入份额以关联表所述为准；未知即未知，缺数据的规则不适用。',
    },
    {
      en: 'A firm that the table does not name is not seen. Figures of jobs and output are those of named firms.',
      zh: '未列入表中的企业不可见；就业与产值仅为所列企业之和。',
    },
  ],
  note: { en: 'From the tables given. Definitions: {catalog}.', zh: '据所给各表。定义：{catalog}。' },
  imprint: {
    en: '{title} · {catalog} · afterlode {program}',
    zh: '{title} · {catalog} · afterlode {program}',
  },
} as const;

/** What would have to be true for a measure to make sense, or to think again, by the rule that proposed it. */
export const conditions: Readonly<Partial<Record<ChainReason, Text>>> = {
  low_productivity: {
    en: 'The firms confirm the figure; what is done raises value added and does not only cut jobs.',
    zh: '企业核实数据；措施确能提高增加值，而非只减少岗位。',
  },
  single_supplier: {
    en: 'Local demand carries a second supplier, or users hold stocks and contracts against a failure of the one.',
    zh: '本地需求足以支撑第二家供应商，或用户有库存与合同应对断供。',
  },
  bought_outside: {
    en: 'The local users together take what the smallest sensible plant makes, would buy here at equal price and quality, and water, land and carbon are there.',
    zh: '本地用户合计需求达到最小经济规模，同价同质愿意在本地采购，且水、地、碳排放指标具备。',
  },
  sold_raw: {
    en: 'Buyers of the product are within reach, it is worth more also after the cost of its other inputs, and people who can make it are here or would come.',
    zh: '产品有可及的买家，扣除其他投入后仍更有价值，并有或能引进会生产的人。',
  },
  no_scale: {
    en: 'Think again if a partner city shares the plant or the smallest sensible size falls.',
    zh: '若与合作城市共建，或最小经济规模下降，可再议。',
  },
  no_market: {
    en: 'Think again if a market comes within reach.',
    zh: '若市场变得可及，可再议。',
  },
};
