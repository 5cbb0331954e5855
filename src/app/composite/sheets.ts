import { rankNodes, type Values } from '../../assess/index.js';
import type { Sheet } from '../../print/index.js';
import type { IndexWork } from './engine.js';
import { changedCells, changesSheet, scalesSheet, treatmentsSheet, weightsSheet } from './sheets-steps.js';
import { failuresSheet, issuesSheet, settingsSheet, variationSheets } from './sheets-variation.js';
import { givenSheet, markedCells, wideSheets } from './sheets-wide.js';

/** Everything a run made as tables: settings, data as given, every step, weights, uncertainty, remarks. */
export function indexSheets(work: IndexWork): readonly Sheet[] {
  return [
    settingsSheet(work.answer.settings),
    ...stepSheets(work),
    ...variationSheets(work.answer),
    ...(work.answer.failures?.length ? [failuresSheet(work.answer.failures)] : []),
    issuesSheet(work.answer.issues),
  ];
}

function stepSheets({ tables: { run, names }, given }: IndexWork): readonly Sheet[] {
  const { kept, treated, scores, hierarchy, chain } = run;
  const { nodes, leaves } = hierarchy;
  const indicators = nodes.slice(0, leaves).map(({ code }) => code);
  const { nodes: results } = rankNodes(run);
  const groups = results.map(({ code }) => code);
  const wide = wideSheets(run, names);
  const changed = [...changedCells(run)];
  const filled = changed.filter(({ step }) => step === 'impute');
  const cut = changed.filter(({ step }) => step === 'treat');
  return [
    givenSheet('iData', given.data, {
      en: 'the data as given; this workbook can be read again with --data',
      zh: '原始数据；本工作簿可用 --data 再次读取',
    }),
    givenSheet('iMeta', given.meta, {
      en: 'indicators, groups, directions and weights as given',
      zh: '指标、分组、方向和权重（原始设置）',
    }),
    ...(chain.denominate
      ? [
          wide('denominated', indicators, run.denominated, {
            en: 'after division by the denominators',
            zh: '除以分母之后',
          }),
        ]
      : []),
    {
      ...wide('imputed', indicators, kept.columns, {
        en: 'after filling in missing values (blue) and screening of units',
        zh: '插补缺失值（蓝色）并筛选单元之后',
      }),
      marks: markedCells(run, filled, 'filled'),
    },
    {
      ...wide('treated', indicators, treated, {
        en: 'after treatment of outliers; changed cells are orange',
        zh: '处理离群值之后；改动的单元格为橙色',
      }),
      marks: markedCells(run, cut, 'changed'),
    },
    wide(
      'normalised',
      indicators,
      scores.slice(0, leaves),
      {
        en: 'normalised indicators',
        zh: '标准化后的指标',
      },
      2,
    ),
    wide(
      'scores',
      groups,
      results.map((one): Values => one.scores),
      { en: 'scores of the index and of its groups', zh: '指数及各组得分' },
      2,
    ),
    wide(
      'ranks',
      groups,
      results.map((one): Values => one.ranks),
      {
        en: 'ranks by these scores: 1 is best, ties share the smallest',
        zh: '按上述得分的名次：1 为最优，并列取最小',
      },
    ),
    weightsSheet(run, names),
    changesSheet(run, changed),
    treatmentsSheet(run),
    scalesSheet(run),
  ];
}
