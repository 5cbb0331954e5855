import { id, type Language } from '../../../base/index.js';
import { hiddenRows } from '../identity.js';
import { columnOf, type FormColumn, formColumns, headingRow, hiddenSheet, sectionSheets } from '../layout.js';
import type { FilledSheet, FormBook, FormRow } from '../types.js';

const nothing = { value: null, why: '', source: '' };

function row(indicator: string, zh: string, more: Partial<FormRow> = {}): FormRow {
  return {
    indicator: id<'indicator'>(indicator),
    label: { en: indicator, zh },
    definition: null,
    unit: id<'unit'>('person'),
    unitLabel: { en: 'persons', zh: '人' },
    digits: 0,
    whole: false,
    valid: [0, Infinity],
    required: true,
    last: null,
    filled: nothing,
    ...more,
  };
}

const tenThousand = {
  unit: id<'unit'>('10_thousand_person'),
  unitLabel: { en: '10 thousand persons', zh: '万人' },
  digits: 2,
};
const percent = { unit: id<'unit'>('percent'), unitLabel: { en: '%', zh: '%' }, digits: 1 };

/** A form of two sections: people in 人 and 万人, a share in percent and money that nobody must give. */
export const smallBook: FormBook = {
  identity: { round: '2025', city: 'cn-230400', form: 'f00d' },
  round: { en: 'Round 2025', zh: '2025年度填报' },
  city: { en: 'Hegang', zh: '鹤岗市' },
  period: '2025',
  lastPeriod: '2024',
  deadlines: [{ name: { en: 'Cities', zh: '城市上报' }, day: '2026-03-31' }],
  instructions: { en: 'End of the year.\nWhole city.', zh: '年末数。\n全市口径。' },
  sections: [
    {
      label: { en: 'People', zh: '人口' },
      rows: [
        row('births', '出生人数', { whole: true, last: 1234 }),
        row('residents', '常住人口', { ...tenThousand, last: 89.1, filled: { ...nothing, value: 88.7 } }),
      ],
    },
    {
      label: { en: 'Work: all', zh: '就业' },
      rows: [
        row('unemployed', '失业率', { ...percent, valid: [0, 100], last: 4.5 }),
        row('science', '科技支出', {
          unit: id<'unit'>('100_million_cny'),
          unitLabel: { en: '100 million yuan', zh: '亿元' },
          digits: 2,
          required: false,
        }),
      ],
    },
  ],
};

/** What a test writes into a row: texts as a reader of files gives them. */
export type Fill = Readonly<Partial<Record<FormColumn, string>>>;

/** The sheets of a book as they are read when somebody has filled them. */
export function filledSheets(
  fills: Readonly<Record<string, Fill>> = {},
  book: FormBook = smallBook,
  lang: Language = 'zh',
): FilledSheet[] {
  const names = sectionSheets(book, lang);
  const sections = book.sections.map(({ rows }, at): FilledSheet => {
    const head = { row: headingRow, cells: formColumns.map(({ heading }) => heading[lang]) };
    const lines = rows.map((one, line) => {
      const { value, why, source } = one.filled;
      const given: Fill = {
        code: one.indicator,
        value: value === null ? '' : String(value),
        why,
        source,
        ...fills[one.indicator],
      };
      const cells = formColumns.map(() => '');
      for (const [key, text] of Object.entries(given)) cells[columnOf(key as FormColumn) - 1] = text;
      return { row: headingRow + 1 + line, cells };
    });
    return { name: names[at] as string, rows: [head, ...lines] };
  });
  const hidden = hiddenRows(book, lang).map((cells, at) => ({
    row: at + 1,
    cells: cells.map((cell) => (cell === null ? '' : String(cell))),
  }));
  return [...sections, { name: hiddenSheet, rows: hidden }];
}
