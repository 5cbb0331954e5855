import type { IStylesOptions } from 'docx';
import type { Language } from '../../base/index.js';

/** Names of paragraph styles that are ours, as they stand in the style list of a word processor. */
export const styleIds = {
  title: 'Title',
  subtitle: 'Subtitle',
  imprint: 'Imprint',
  caption: 'Caption',
  note: 'Note',
  caution: 'Caution',
  cell: 'TableText',
  cellHead: 'TableHead',
} as const;

/** Sizes are half points, spaces twentieths of a point. */
const size = { body: 21, small: 17, heading1: 30, heading2: 25, title: 44, subtitle: 26 } as const;

/** Colours as six hexadecimal digits; lights are told by shape and word too. */
export const ink = {
  text: '1F2328',
  quiet: '57606A',
  line: 'C8CDD2',
  band: 'F2F4F6',
  bar: '3B6EA8',
} as const;

/** Fonts that offices have: a serif and a sans of Chinese with the Latin letters that go with them. */
const fonts = {
  body: { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'SimSun' },
  head: { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'SimHei' },
} as const;

/** Styles of a report: a reader changes one of them and the whole document follows. */
export function styles(lang: Language): IStylesOptions {
  const language = { value: 'en-GB', eastAsia: 'zh-CN' };
  const heading = (half: number, before: number) => ({
    run: { font: fonts.head, size: half, bold: true, color: ink.text },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const own = (id: string, name: string, half: number, color: string, rest: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: half, color, ...(rest as { run?: object }).run },
    paragraph: { spacing: { after: 80 }, ...(rest as { paragraph?: object }).paragraph },
  });
  return {
    default: {
      document: {
        run: { font: fonts.body, size: size.body, language, color: ink.text },
        paragraph: { spacing: { after: 120, line: lang === 'zh' ? 340 : 300, lineRule: 'auto' } },
      },
      title: {
        run: { font: fonts.head, size: size.title, bold: true },
        paragraph: { spacing: { after: 80 } },
      },
      heading1: heading(size.heading1, 360),
      heading2: heading(size.heading2, 240),
    },
    paragraphStyles: [
      own(styleIds.subtitle, 'Subtitle', size.subtitle, ink.quiet),
      own(styleIds.imprint, 'Imprint', size.small, ink.quiet),
      own(styleIds.caption, 'caption', size.body, ink.text, {
        run: { bold: true, font: fonts.head },
        paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
      }),
      own(styleIds.note, 'Note', size.small, ink.quiet),
      own(styleIds.caution, 'Caution', size.body, ink.text, {
        paragraph: {
          border: { left: { style: 'single', size: 18, space: 8, color: 'B35900' } },
          indent: { left: 160 },
        },
      }),
      own(styleIds.cell, 'Table text', size.small, ink.text, {
        paragraph: { spacing: { after: 0, line: 260 } },
      }),
      own(styleIds.cellHead, 'Table head', size.small, ink.text, {
        run: { bold: true, font: fonts.head },
        paragraph: { spacing: { after: 0, line: 260 }, keepNext: true },
      }),
    ],
  };
}
