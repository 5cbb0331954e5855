import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of what a reader takes along from a page: citation, tables, pictures. */
export const exportWords = {
  takeAlong: say('引用与保存', 'Cite and save'),
  takeAlongTo: say('引用与保存本页 ↓', 'Cite and save this page ↓'),
  citation: say('引用', 'Citation'),
  copyCitation: say('复制引用', 'Copy citation'),
  copyBibTex: say('复制 BibTeX', 'Copy BibTeX'),
  copyPageAddress: say('复制本页地址', 'Copy address of this page'),
  copyByHand: say('浏览器不允许复制，请手工选取：', 'The browser does not allow copying; mark it by hand:'),
  citedOwn: say('用户提供的表', 'tables given by the reader'),
  citedMade: say('程序虚构的示例', 'a made example of the program'),
  saveViews: say('保存表格与图', 'Save tables and pictures'),
  saveExact: say('完整精度的文件', 'Files with all digits'),
  saveShown: say('本页所见（数字按显示取整）', 'What this page shows (figures rounded as shown)'),
  saveNothing: say('本页没有可保存的表格或图。', 'This page shows no table or picture to save.'),
  saveAgain: say('重新列出', 'List again'),
  saveAs: say('{title}：保存为 {format}', '{title}: save as {format}'),
  saveFailed: say('浏览器没有画出这幅图。', 'The browser did not draw this picture.'),
  viewTable: say('表', 'Table'),
  viewPicture: say('图', 'Picture'),
} satisfies Record<string, Text>;
