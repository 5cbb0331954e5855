import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page of county distress. */
export const distressWords = {
  distress: say('县域状况', 'County status'),
  distressTitle: say(
    '县域经济状况：名次分级与区间',
    'Economic status of counties: levels by rank, with intervals',
  ),
  distressText: say(
    '按阿巴拉契亚地区委员会的做法：失业率、收入（取倒数）、贫困率与全国之比的平均，按名次分为五级。名次边界只有一线之隔，故另给出权重变动（以及数据误差，如已给出）下的名次区间。',
    'As the Appalachian Regional Commission does it: the mean of unemployment, income (upside down) and poverty relative to the country, ranked and cut into five levels. A border between levels is one rank wide, so each rank comes with its interval under other weights and, where they are given, the errors of the figures.',
  ),
  distressTable: say(
    '县域数据（CSV：place,unemployment,income,poverty，可加 name 与 …_error）',
    'Counties (CSV: place,unemployment,income,poverty; name and …_error if you have them)',
  ),
  distressCountry: say('全国数据所在行（默认 country）', 'Row of the country (default country)'),
  distressDay: say(
    '同时按某日的阈值（2007 财年以前）',
    'Also by the thresholds of a day (before fiscal 2007)',
  ),
  distressCompute: say('计算状况', 'Work out the status'),
  distressExampleText: say(
    '虚构国家的60个县，数据与误差均为人造；一个县缺贫困率，故无名次。',
    'Sixty counties of an invented country, figures and errors made; one lacks its poverty and has no rank.',
  ),
  distressClasses: say('五级', 'Five levels'),
  distressRuns: say(
    '{runs} 次试算：权重各变动 ±{spread}，数据按其标准误抽取。区间为第5至第95百分位。',
    '{runs} runs: each weight moved by ±{spread}, each figure drawn with its standard error. Intervals hold the middle 90 %.',
  ),
  distressRunsWeights: say(
    '{runs} 次试算：权重各变动 ±{spread}；数据未附误差，视为准确。区间为第5至第95百分位。',
    '{runs} runs: each weight moved by ±{spread}; the figures came without errors and are taken as exact. Intervals hold the middle 90 %.',
  ),
  distressStatus: say('状况', 'Status'),
  distressCounties: say('县数', 'Counties'),
  distressSettled: say('区间内不变', 'the same at both ends'),
  distressMissing: say('{n} 个县缺数据，未参与排名。', '{n} without rank: a figure is missing.'),
  distressIntervals: say('名次区间', 'Intervals of ranks'),
  distressPicture: say(
    '每个县一条线：横向为名次，纵向为名次区间，背景为五级',
    'A line for each county: its rank across, the interval of its rank up and down, the five levels behind',
  ),
  distressPictureNote: say(
    '深色线跨越分级边界：换一组同样合理的权重或样本，该县会落入另一级。',
    'Dark lines cross a border: under other weights as good, or another sample, the county would stand in another level.',
  ),
  distressWorst: say('最差', 'worst'),
  distressBest: say('最好', 'best'),
  distressFromWorst: say('由差到好', 'From the worst'),
  distressPlace: say('县', 'County'),
  distressRank: say('名次', 'Rank'),
  distressInterval: say('名次区间', 'Interval'),
  distressIndex: say('指数', 'Index'),
  distressEnds: say('区间两端的状况', 'Status at the ends'),
  distressBefore: say('{day} 的阈值', 'Thresholds of {day}'),
  distressCsv: say('下载各县（CSV）', 'Download the counties (CSV)'),
  method_county_distress: say('县域困境', 'County distress'),
} as const;
