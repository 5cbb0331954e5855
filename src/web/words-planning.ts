import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page that lists the pages of planning. */
export const planningWords = {
  planning: say('规划', 'Planning'),
  planningAll: say('总览', 'All of it'),
  planningTitle: say('从体检结论到措施', 'From findings to measures'),
  planningText: say(
    '体检与评估只说明问题所在；这里把问题变成可以论证的措施：接续什么产业、补哪一段链、先更新哪一片、修复值不值、减排与就业怎么走。每一步都给出方法、来源与不确定性。',
    'A check-up says what is wrong. Here it becomes measures that can be defended: which industries to follow, which link of a chain to fill, what to renew first, whether restoration pays, how carbon and jobs may go. Each step names its method, its sources and its doubts.',
  ),
  restorationAbout: say(
    '从宣称的比值到可决策的比值；沉陷地怎么治、何年治完；森林碳储量、碳汇与额度分开。',
    'From the published ratio to one that holds; how sunken land is treated and when none is left; stock, sink and credit of forests.',
  ),
  roadmapAbout: say(
    '推算排放何时达峰、谁在何时失去并找到工作。',
    'When emissions may peak, and who loses and finds work when.',
  ),
};
