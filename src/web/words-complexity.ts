import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page of economic complexity. */
export const complexityWords = {
  complexity: say('经济复杂度', 'Complexity'),
  complexityAbout: say(
    '看各地做什么、哪些行业更复杂、离当地更近。',
    'What places do, which activities are demanding, and which lie near to what a place has.',
  ),
  complexityTitle: say('经济复杂度', 'Economic complexity'),
  complexityText: say(
    '地区有什么行业，说明行业有多难；行业有多难，又说明地区有多强。取随包普查的就业，或您自己的表；可剔除采矿等行业再算一次，并把小地方的比重拉向总体。指数只在同一张表内可比。',
    'What places have tells how demanding activities are, and activities tell how able places are. From the employment of a shipped census or a table of yours; computed a second time without mining or what you name, and with small places drawn to the shares of all. The index is relative to its table.',
  ),
  complexityCensus: say('普查年份', 'Census'),
  complexityTable: say('自有表格（CSV：place,activity,value）', 'Own table (CSV: place,activity,value)'),
  complexityLeaveOut: say('剔除后再算一次', 'Second time without'),
  complexityNothing: say('不剔除', 'nothing left out'),
  complexityShrink: say(
    '收缩：达到该规模才算一半（表中单位）',
    'Shrink: size at which a place counts half (unit of the table)',
  ),
  complexityLeast: say('计为具有的最小数值', 'Smallest value that counts as present'),
  complexityExampleText: say(
    '虚构的六个地区，数值为假设（标记 D）。',
    'Six invented places; the figures are assumptions (mark D).',
  ),
  complexityPlaces: say('地区', 'Places'),
  complexitySearch: say('查找地区', 'Find a place'),
  complexityEci: say('经济复杂度', 'Complexity'),
  complexityEciWithout: say('剔除后', 'Without'),
  complexityDiversity: say('多样性', 'Diversity'),
  complexityOutlook: say('前景', 'Outlook'),
  complexityPlaceChoose: say('看 {place}', 'Look at {place}'),
  complexityActivities: say('行业', 'Activities'),
  complexityPci: say('行业复杂度', 'Complexity'),
  complexityUbiquity: say('普遍性', 'Ubiquity'),
  complexityPlace: say('{place}：尚无优势的行业', '{place}: activities without an advantage'),
  complexityPlaceText: say(
    '越靠右离当地已有行业越近，越靠上越复杂；圆点大小为前景增益。',
    'Further right is nearer to what the place has, further up more demanding; larger dots gain more outlook.',
  ),
  complexityDensity: say('关联密度', 'Density'),
  complexityGain: say('前景增益', 'Gain'),
  complexityRca: say('显性比较优势', 'RCA'),
  complexityScatter: say(
    '{place}：各行业的关联密度与复杂度，数值见下表',
    '{place}: density and complexity of activities; the table below has the figures',
  ),
  complexityAll: say('该地已具有全部行业，或无数值。', 'The place has all activities, or no figures.'),
  complexityCsvPlaces: say('下载地区 CSV', 'Download places (CSV)'),
  complexityCsvActivities: say('下载行业 CSV', 'Download activities (CSV)'),
  complexityCsvCells: say('下载该地各行业 CSV', 'Download activities of the place (CSV)'),
  complexitySuccessors: say('可以接续的行业及条件', 'What could follow, and on what conditions'),
  method_complexity: say('经济复杂度', 'Economic complexity'),
};
