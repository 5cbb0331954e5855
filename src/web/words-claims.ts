import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page on claims. */
export const claimWords = {
  claims: say('说法核对', 'Claims'),
  claimsTitle: say('公开说法的核对', 'Published claims, recomputed'),
  claimsText: say(
    '文件、文章和报道中的数字，逐条用本库数据重算。点开一条可看重算过程；其中出自数据包的每个数都能追到来源。',
    'Figures of documents, articles and press, each recomputed from the data at hand. Open one to see how; every number of the pack in it opens to its source.',
  ),
  claim: say('说法', 'Claim'),
  verdict: say('结论', 'Verdict'),
  published: say('公布', 'Published'),
  recomputed: say('重算', 'Recomputed'),
  difference: say('允许误差', 'Tolerance'),
  verdict_holds: say('成立', 'Holds'),
  verdict_only_if: say('有条件成立', 'Holds only if …'),
  verdict_not: say('不成立', 'Does not hold'),
  verdict_unchecked: say('无法核对', 'Cannot be checked'),
  showClaim: say('展开重算：{claim}', 'Show the recomputation: {claim}'),
  asItStands: say('通常读法', 'As it stands'),
  besideIt: say('旁证', 'Beside it'),
  claimSource: say('出处', 'Source'),
  operation: say('运算', 'Operation'),
  counted: say('计入', 'counted'),
  notCounted: say('未计入', 'not counted'),
  undecided: say('缺数据', 'no data'),
  countedUnits: say('计入的单位', 'Units counted'),
  inputsOf: say('输入（{n}）', 'Inputs ({n})'),
  moreInputs: say('再显示 {n} 项', 'Show {n} more'),
  fromOutside: say('数据包以外的数', 'from outside the pack'),
  needsImport: say('需要：', 'Needed: '),
  seeAlso: say('参见', 'See also'),
  ownClaims: say(
    '自己的说法可写成 YAML 放入 catalog/claims/ 或覆盖层，写法见 docs/methods/claims/。',
    'A claim of your own is a few lines of YAML in catalog/claims/ or in an overlay; docs/methods/claims/ says how.',
  ),
} satisfies Record<string, Text>;
