import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page of the parts that pages are made of. */
export const componentWords = {
  components: say('组件', 'Components'),
  componentsTitle: say('页面的组成部分', 'What the pages are made of'),
  componentsText: say(
    '字体、颜色、控件、表格、图形与标记，用的是各页面真正使用的部件；每个部件写明名称和使用场合。',
    'Type, colours, controls, tables, charts and marks: the parts that the pages use themselves, each with its name and when to take it.',
  ),
  partLetters: say('字体', 'Type'),
  partLettersText: say(
    '一种字体（思源黑体，随程序提供），五种字号。数字等宽，便于上下对比。',
    'One typeface (Noto Sans SC, shipped with the program) in five sizes. Digits have one width, so that columns can be compared.',
  ),
  partLettersSample: say('位次 3（1–8），891,271 人', 'Rank 3 (1–8), 891,271 persons'),
  partColours: say('颜色', 'Colours'),
  partColoursText: say(
    '浅色、深色与打印（取浅色）。对比度按 WCAG 2.2：文字至少 4.5，标记与边框至少 3。',
    'Light, dark, and print, which takes the light ones. Contrast by WCAG 2.2: at least 4.5 for text, 3 for marks and borders.',
  ),
  partToken: say('名称', 'Token'),
  partLight: say('浅色', 'Light'),
  partDark: say('深色', 'Dark'),
  partPair: say('前景与背景', 'On what'),
  partLeast: say('至少', 'At least'),
  partPalettes: say('分类颜色', 'Palettes'),
  partPalettesText: say(
    '同一组颜色在各类色觉下的样子（Machado 等 2009 模拟）与最近两色的距离 ΔE（CIE 1976），至少 {least}。类别还各有形状。',
    'How a palette looks to each kind of sight (simulation by Machado and others 2009), and the distance ΔE (CIE 1976) of its nearest two colours, {least} at least. Classes have a shape of their own besides.',
  ),
  partPaletteClasses: say('类别', 'Classes'),
  partPaletteScores: say('得分', 'Scores'),
  partSight_usual: say('通常', 'Usual'),
  partSight_protanopia: say('红色盲', 'Protanopia'),
  partSight_deuteranopia: say('绿色盲', 'Deuteranopia'),
  partSight_tritanopia: say('蓝色盲', 'Tritanopia'),
  partNearest: say('最近两色', 'Nearest two'),
  partButtons: say('按钮与链接', 'Buttons and links'),
  partButton: say('按钮', 'Button'),
  partButtonText: say(
    '做一件事；不能做时变灰，旁边写明原因。',
    'Does something; grey while it cannot, with the reason beside it.',
  ),
  partLinkText: say(
    '去另一页，语言随行；不用来做事。',
    'Leads to another page and keeps the language; never does anything.',
  ),
  partNumberText: say('页面上的每个数字：打开其来源。', 'Every number of a page: opens what it comes from.'),
  partMoreText: say('长列表的下一段。', 'The next part of a long list.'),
  partOpeningText: say(
    '不是人人要看的内容；打开时才读取。',
    'What not everybody needs; read once it is opened.',
  ),
  partOpeningSample: say('更多', 'More about it'),
  partFields: say('输入', 'Fields'),
  partTextFieldText: say('一行文字、日期或密码。', 'A line of text, a date or a password.'),
  partNumberFieldText: say(
    '可以留空的数字；空即缺失，不是零。',
    'A number that may be left empty; empty is missing, not zero.',
  ),
  partSelectText: say('几项中选一项。', 'One of a few.'),
  partYearText: say('四位年份，写全才生效。', 'A year of four digits; counts once it is whole.'),
  partFileText: say('一个文件，写明须含什么。', 'A file, with what it must hold.'),
  partTables: say('表格', 'Tables'),
  partTablesText: say(
    '数字靠右、文字靠左、缺失为短横；窄屏上表格自己左右移动，页面不动。',
    'Figures to the right, words to the left, a dash for what is missing; on a narrow screen the table moves sideways, not the page.',
  ),
  partTablesPlace: say('城市', 'Place'),
  partCharts: say('图形', 'Charts'),
  partIntervalText: say(
    '位次及其区间，旁边总有同样的文字。',
    'A rank with its interval, always beside the same in words.',
  ),
  partSparklineText: say(
    '表格里一个指标的走势；缺年断开。',
    'The course of a figure in a table; missing years stay open.',
  ),
  partStripText: say('一个值与同类的四分位。', 'A value against the quartiles of its like.'),
  partScoreLegendText: say('按得分着色的图。', 'What is coloured by score.'),
  partClassLegendText: say('按类别着色的图：颜色加形状。', 'What is coloured by class: colour and shape.'),
  partMarks: say('标记', 'Marks'),
  partLightText: say(
    '对一个指标的判断；没有数据是空心圈，不是绿灯。',
    'What is judged of a figure; without data a ring, never green.',
  ),
  partMarkText: say('规则有多可信。', 'How far a rule may be trusted.'),
  partNotes: say('说明与出错', 'Notes and errors'),
  partNoteText: say('读者须先知道的事。', 'What a reader must know first.'),
  partNoteSample: say('下列数字为假设。', 'The figures below are made up.'),
  partErrorText: say('没有结果：原因、怎么办、代码。', 'No result: why, what to do, the code.'),
  partLoading: say('等待与空白', 'Waiting, and nothing'),
  partSkeletonText: say(
    '占住将要出现的内容的位置，页面不跳动。',
    'Holds the place of what is being read, so that nothing jumps.',
  ),
  partEmptyText: say('没有内容时说明没有什么。', 'Says what there is none of.'),
} satisfies Record<string, Text>;
