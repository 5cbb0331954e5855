import type { CodeDefinition } from './definition.js';

const seeCheck = {
  en: 'Correct the figure, or explain it where it is right.',
  zh: '请改正数值；数值无误的请写明说明。',
};

/** Faults of the yearly reporting, and what its checks say of figures. */
export const campaignCodes = {
  ROUND_UNKNOWN: {
    http: 404,
    message: { en: 'there is no round {found}', zh: '没有轮次 {found}' },
    remedy: { en: '`afterlode round list` shows all rounds.', zh: '`afterlode round list` 列出全部轮次。' },
  },
  ROUND_TAKEN: {
    http: 409,
    message: { en: 'there is a round {found} already', zh: '轮次 {found} 已存在' },
    remedy: { en: 'Choose another id; a round is never replaced.', zh: '请另取编号；轮次不可替换。' },
  },
  ROUND_DEFINITION: {
    http: 400,
    message: {
      en: 'the round cannot be defined, {where}: {found}, expected {expected}',
      zh: '无法建立轮次，{where}：{found}，应为 {expected}',
    },
    remedy: { en: 'Correct the file of the round.', zh: '请改正轮次文件。' },
  },
  ROUND_STEP: {
    http: 409,
    message: {
      en: '{where}: the step {step} cannot be taken at {found}, expected {expected}',
      zh: '{where}：处于 {found} 时不能进行 {step}，应为 {expected}',
    },
    remedy: {
      en: '`afterlode round show` tells where the round and its returns stand.',
      zh: '`afterlode round show` 列出轮次及各单位所处状态。',
    },
  },
  ROUND_WHY: {
    http: 400,
    message: { en: '{where}: the step {step} needs a reason', zh: '{where}：进行 {step} 须写明理由' },
    remedy: { en: 'Say why; the other side reads it.', zh: '请写明理由，对方将据此处理。' },
  },
  ROUND_CONFLICT: {
    http: 409,
    message: {
      en: '{where}: revision {found} was seen, but {by} made revision {expected} at {at}',
      zh: '{where}：您看到的是第 {found} 版，{by} 已于 {at} 改为第 {expected} 版',
    },
    remedy: { en: 'Read it again, then decide again.', zh: '请重新读取后再行处理。' },
  },
  ROUND_KEY: {
    http: 409,
    message: {
      en: '{where}: the idempotency key {found} was used for another request',
      zh: '{where}：幂等键 {found} 已用于另一请求',
    },
    remedy: { en: 'Send a new key with a new request.', zh: '新请求请使用新的幂等键。' },
  },
  ROUND_UNIT: {
    http: 404,
    message: { en: '{found} takes no part in round {where}', zh: '{found} 不参加轮次 {where}' },
    remedy: { en: '`afterlode round show` lists its units.', zh: '`afterlode round show` 列出参加的单位。' },
  },
  ROUND_NOT_READY: {
    http: 409,
    message: {
      en: '{where}: cannot be submitted, {errors} errors and {warnings} warnings without explanation; {first}',
      zh: '{where}：不能提交，{errors} 处错误、{warnings} 处提示未作说明；{first}',
    },
    remedy: {
      en: 'Mend the errors and explain the warnings; `afterlode round form` lists them.',
      zh: '请改正错误并对提示作出说明；`afterlode round form` 逐项列出。',
    },
  },
  ROUND_UNFINISHED: {
    http: 409,
    message: {
      en: '{where}: {count} returns are not done, among them {found}',
      zh: '{where}：{count} 个单位尚未办结，其中有 {found}',
    },
    remedy: {
      en: 'Finish them, or lock with a reason for leaving them out; appeals are answered first.',
      zh: '请先办结，或写明理由不纳入后锁定；申诉须先答复。',
    },
  },
  ROUND_INDICATOR: {
    http: 400,
    message: {
      en: '{where}: {found} stands in no form of the round',
      zh: '{where}：{found} 不在本轮次的填报表中',
    },
    remedy: { en: '`afterlode round form` lists the indicators.', zh: '`afterlode round form` 列出指标。' },
  },
  ROUND_RANGE: {
    http: 400,
    message: {
      en: '{where}: {found} lies outside what is possible, expected {expected}',
      zh: '{where}：{found} 超出可能范围，应为 {expected}',
    },
    remedy: { en: 'Correct the figure or its unit.', zh: '请改正数值或单位。' },
  },
  ROUND_WHOLE: {
    http: 400,
    message: {
      en: '{where}: {found} is no whole number, and things are counted here',
      zh: '{where}：{found} 不是整数，而此处为计数',
    },
    remedy: { en: 'Correct the figure or its unit.', zh: '请改正数值或单位。' },
  },
  ROUND_MISSING: {
    http: 400,
    message: {
      en: '{where}: there is neither a figure nor a reason',
      zh: '{where}：既无数值也未说明缺失原因',
    },
    remedy: { en: 'Fill in the figure, or say why there is none.', zh: '请填数值，或说明缺失原因。' },
  },
  ROUND_SOURCE: {
    http: 400,
    message: { en: '{where}: the source document is not named', zh: '{where}：未注明数据来源文件' },
    remedy: { en: 'Name the document from which the figure was taken.', zh: '请注明数值取自哪份文件。' },
  },
  ROUND_EVIDENCE: {
    http: 400,
    message: { en: '{where}: no file is attached as evidence', zh: '{where}：未附佐证材料' },
    remedy: { en: 'Attach the document.', zh: '请上传该文件。' },
  },
  ROUND_PARTS: {
    http: 400,
    message: {
      en: '{where}: the parts come to {found}, more than the whole {expected}',
      zh: '{where}：各组成部分合计 {found}，大于总数 {expected}',
    },
    remedy: { en: 'Correct the parts or the whole.', zh: '请改正分项或总数。' },
  },
  ROUND_PARTS_DIFFER: {
    http: 400,
    message: {
      en: '{where}: the parts come to {found}, less than the whole {expected}',
      zh: '{where}：各组成部分合计 {found}，小于总数 {expected}',
    },
    remedy: seeCheck,
  },
  ROUND_CHANGE: {
    http: 400,
    message: {
      en: '{where}: {found} is {times} times the {expected} of the year before, more than such figures change',
      zh: '{where}：{found} 为上年 {expected} 的 {times} 倍，超出该指标通常的变化',
    },
    remedy: seeCheck,
  },
  ROUND_REPEAT: {
    http: 400,
    message: {
      en: '{where}: {found} is to the last digit the figure of the year before',
      zh: '{where}：{found} 与上年数值逐位相同',
    },
    remedy: seeCheck,
  },
  ROUND_FILE: {
    http: 413,
    message: {
      en: '{where}: {found} bytes cannot be taken, expected {expected}',
      zh: '{where}：{found} 字节，无法接收，应为 {expected}',
    },
    remedy: { en: 'Attach less, or a smaller file.', zh: '请减少附件或缩小文件。' },
  },
  ROUND_FILE_UNKNOWN: {
    http: 404,
    message: { en: '{where}: no file {found} is attached', zh: '{where}：没有附件 {found}' },
    remedy: { en: '`afterlode round form` lists the files.', zh: '`afterlode round form` 列出附件。' },
  },
  ROUND_SAME_PERSON: {
    http: 403,
    message: {
      en: '{where}: {found} computed first and cannot be the second person',
      zh: '{where}：{found} 已作首次计算，不能担任复算人',
    },
    remedy: { en: 'Let somebody else compute again.', zh: '请由他人复算。' },
  },
  ROUND_NOT_COMPUTED: {
    http: 409,
    message: {
      en: '{where}: of the figures as they are locked now there is {found}, expected {expected}',
      zh: '{where}：就现已锁定的数值，{found}，应为 {expected}',
    },
    remedy: {
      en: '`afterlode round compute`, then `afterlode round recompute` by a second person.',
      zh: '先 `afterlode round compute`，再由第二人 `afterlode round recompute`。',
    },
  },
  ROUND_FIGURES: {
    http: 400,
    message: {
      en: 'the table of figures cannot be read, {where}: {found}, expected {expected}',
      zh: '数据表无法读取，{where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Give a CSV with the columns that are named here.',
      zh: '请提供含有上述各列的 CSV。',
    },
  },
  SNAPSHOT_UNKNOWN: {
    http: 404,
    message: { en: 'there is no snapshot {found}', zh: '没有快照 {found}' },
    remedy: { en: '`afterlode round snapshots` lists them.', zh: '`afterlode round snapshots` 列出快照。' },
  },
  SNAPSHOT_BROKEN: {
    http: 500,
    message: {
      en: 'the snapshot {where} is not what its name says: {found}, expected {expected}',
      zh: '快照 {where} 与其名称不符：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Keep the database as it is, and compare it with a backup.',
      zh: '请保留数据库原状，并与备份比对。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
