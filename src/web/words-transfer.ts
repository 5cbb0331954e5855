import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page of transfers. */
export const transferWords = {
  transfer: say('转移支付', 'Transfers'),
  transferTitle: say('转移支付模拟', 'Transfer simulator'),
  transferText: say(
    '按目录中的公式把一笔预算分给各资源枯竭城市：补助额＝定额＋因素＋绩效＋退坡，合计与预算分毫不差。改动任一参数或任一城市，即可看出谁多谁少；网址保存全部设置。',
    'Divides a budget among exhausted cities by a formula of the catalog: amount = fixed + factor + performance + phase-out, and the rows sum to the budget to the fen. Change a parameter or a city to see who gains and who loses; the address keeps every setting.',
  ),
  shapeWarning: say('仅示意公式形状，不是分配方案。', 'A shape, and no allocation.'),
  shapeText: say(
    '各档定额与各城市系数未公开：此处无定额，系数取 1，人口取普查数，因此各城市只按人口分配。任何一行都不是该城市应得的金额。',
    'Fixed amounts and the coefficients of cities are not public. Without them nothing is fixed, coefficients are 1 and people are those of the census, so the budget follows population alone. No row is what that city is due.',
  ),
  transferBudget: say('预算（亿元）', 'Budget (100 million yuan)'),
  formulaSet: say('公式', 'Formula'),
  formulaUsual: say('当年可用者', 'what can be used that year'),
  formulaUnread: say('{label}（未读到，待填）', '{label} (not read, to be filled)'),
  performanceSwitch: say('绩效调节', 'Performance adjustment'),
  unitsWord: say('补助单位', 'Units'),
  unitsStandIns: say('名录中的枯竭城市（替代）', 'exhausted cities of the register (stand-ins)'),
  unitsOwn: say('自备的表', 'a table of my own'),
  unitsAbout: say(
    '列为 city, grade（或 fixed，元）, population，各系数，phase 与 base（退坡第几年、退坡前金额），performance（评分）。空格取公式的默认值。表不随链接保存。',
    'Columns: city, grade (or fixed, yuan), population, the coefficients, phase and base (year of the phase-out, amount before it), performance (score). An empty cell takes the default of the formula. The table itself is no part of the link.',
  ),
  unitsFile: say('补助单位表', 'Table of units'),
  unitsForm: say('下载待填的表', 'Download a form to fill'),
  copyLink: say('复制链接', 'Copy link'),
  undoAll: say('撤销全部改动', 'Undo all changes'),

  sumTotal: say('合计', 'Total'),
  sumUnits: say('单位', 'Units'),
  sumPerHead: say('每加权人（元）', 'Yuan a weighted person'),
  sumCheck: say('各行之和与预算之差', 'Rows less budget'),
  yuan: say('元', 'yuan'),
  hundredMillionYuan: say('亿元', '100 million yuan'),
  tenThousandYuan: say('万元', '10,000 yuan'),

  transferParameters: say('参数', 'Parameters'),
  fixedOf: say('定额：{grade}', 'Fixed amount: {grade}'),
  fixedUnknown: say('未知', 'unknown'),
  amountUnread: say('只读到档次名称，金额未读到', 'the grade was read, its amount was not'),
  coefficientOf: say('系数：{name}', 'Coefficient: {name}'),
  coefficientUnread: say(
    '未读到，未另给时取 1；可在上方为一个城市改动',
    'not read, 1 where no other is given; above it can be changed for a city',
  ),
  phaseOutOf: say('退坡第 {n} 年', 'Phase-out, year {n}'),
  ofLastAmount: say('占退坡前补助额', 'of the last amount before it'),
  poolWord: say('绩效调节占总额', 'Share that the performance adjustment moves'),
  notRead: say('未读到', 'not read'),
  termsWord: say('补助期', 'Terms'),
  termsValue: say('首期 {first} 年，延长 {extension} 年', '{first} years, extended by {extension}'),

  oneCity: say('改动一个城市', 'Change a city'),
  chooseCity: say('选择城市', 'choose a city'),
  changedWord: say('改动的效果', 'What the changes do'),
  changedRange: say(
    '{up} 个单位增加，最多 {gainer} {gain} 万元；{down} 个减少，最多 {loser} {loss} 万元。',
    'Gain: {up} ({gainer} most, {gain}); lose: {down} ({loser} most, {loss}); in 10,000 yuan.',
  ),
  changedNothing: say('没有任何金额变动。', 'No amount moves.'),
  changedText: say(
    '与未改动时（同一预算、年份、公式）相比。',
    'Against the same budget, year and formula without any change.',
  ),
  changedFrom: say('{before} → {after} 万元', '{before} → {after} (10,000 yuan)'),
  changedOthers: say(
    '其余 {n} 个单位合计 {sum} 万元（{percent}）',
    'the other {n} units together {sum} (10,000 yuan; {percent})',
  ),
  takeBack: say('撤销 {name}', 'Undo {name}'),
  noScores: say(
    '没有一个单位有评分，绩效调节因此不移动任何金额。可在上方给城市评分，或放入带 performance 列的表。',
    'No unit has a score, so the adjustment moves nothing. Give cities a score above, or bring a table with the column performance.',
  ),

  allocation: say('分配', 'Allocation'),
  allocationText: say(
    '单位：万元。点击城市名，可在上方改动它的人口、系数、退坡年份和评分。',
    'In 10,000 yuan. Choose a name to change people, coefficients, phase-out and score of its city above.',
  ),
  fixedWord: say('定额', 'Fixed'),
  factorWord: say('因素', 'By factors'),
  performanceWord: say('绩效', 'Performance'),
  phaseOutWord: say('退坡', 'Phase-out'),
  amountWord: say('补助额', 'Amount'),
  differenceWord: say('变化', 'Difference'),
  editUnit: say('改动：{name}', 'Change {name}'),
  unitPhase: say('转型成功，退坡', 'Successful, phase-out'),
  notEnding: say('未退坡', 'not ending'),
  phaseYear: say('第 {n} 年（{share}）', 'year {n} ({share})'),
  unitScore: say('绩效评分', 'Score'),
  unitPopulation: say('人口', 'People'),
  transferCsv: say('下载分配表 CSV', 'Download allocation as CSV'),
  method_formula: say('2012年公式', 'Formula of 2012'),
  method_phaseOut: say('补助期与退坡', 'Terms and phase-out'),
  method_fen: say('按分取整', 'Whole fen'),
  barsLabel: say('定额、因素、退坡', 'fixed, factors, phase-out'),
} satisfies Record<string, Text>;
