import type { Language } from '../base/index.js';
import { codeCell, column, numberCell, textCell, type Writing } from './blocks.js';
import { flagSign, flagWords, withFlagSign } from './flags.js';
import { formatDecimal } from './format.js';
import type { Cell, ReportFigure, TableBlock, TableColumnHead } from './types.js';
import { words } from './words.js';

/** All figures and all values of their series with full precision, for workbooks. */
export function figureAppendix(writing: Writing): readonly { name: string; table: TableBlock }[] {
  const { lang } = writing;
  return [
    { name: words.captions.figuresFull[lang], table: fullTable(writing) },
    { name: words.captions.series[lang], table: seriesTable(writing) },
  ];
}

function fullTable(writing: Writing): TableBlock {
  const { lang, page } = writing;
  const head = words.heads;
  const rows = page.figures.map((figure): readonly Cell[] => {
    const remarks = remarksOf(figure.remarks, figure.flags, lang);
    return [
      ...leadingCells(figure, figure, lang),
      numberCell(figure.peers.q1, figure.display, lang, ''),
      numberCell(figure.peers.median, figure.display, lang, ''),
      numberCell(figure.peers.q3, figure.display, lang, ''),
      textCell(`${figure.peers.label[lang]} (${formatDecimal(figure.peers.count, 0)})`.trim()),
      textCell(remarks),
      codeCell(figure.id),
    ];
  });
  return {
    kind: 'table',
    caption: words.captions.figuresFull[lang],
    columns: [
      ...leadingColumns(lang),
      column(head.q1, lang, 'right', 14),
      column(head.median, lang, 'right', 14),
      column(head.q3, lang, 'right', 14),
      column(head.peers, lang, 'left', 30),
      column(head.remarks, lang, 'left', 40),
      column(head.address, lang, 'left', 50),
    ],
    rows,
    notes: [words.notes.missing[lang], writing.origin],
  };
}

function seriesTable(writing: Writing): TableBlock {
  const { lang, page } = writing;
  const head = words.heads;
  const rows = page.figures.flatMap((figure) =>
    figure.series.map((point): readonly Cell[] => [
      ...leadingCells(figure, point, lang),
      codeCell(point.id),
      textCell(remarksOf([], point.flags, lang)),
    ]),
  );
  return {
    kind: 'table',
    caption: words.captions.series[lang],
    columns: [
      ...leadingColumns(lang),
      column(head.address, lang, 'left', 50),
      column(head.remarks, lang, 'left', 40),
    ],
    rows,
    notes: [words.notes.missing[lang], writing.origin],
  };
}

/** Remarks and flags of one number in one cell. */
function remarksOf(remarks: ReportFigure['remarks'], flags: ReportFigure['flags'], lang: Language): string {
  const texts = [
    ...flags.map((flag) => `${flagSign} ${flagWords(flag, lang)}`),
    ...remarks.map((one) => one[lang]),
  ];
  return texts.join(words.reasonSeparator[lang]);
}

/** Both tables begin with a value, what it is and when. */
function leadingColumns(lang: Language): readonly TableColumnHead[] {
  const head = words.heads;
  return [
    column(head.id, lang, 'left', 30),
    column(head.indicator, lang, 'left', 34),
    column(head.period, lang, 'left', 9),
    column(head.value, lang, 'right', 16),
    column(head.unit, lang, 'left', 16),
  ];
}

function leadingCells(
  { indicator, label, display }: ReportFigure,
  { period, value, id, flags }: Pick<ReportFigure, 'period' | 'value' | 'id' | 'flags'>,
  lang: Language,
): readonly Cell[] {
  return [
    textCell(indicator),
    textCell(withFlagSign(label[lang], flags)),
    textCell(period),
    numberCell(value, display, lang, id),
    textCell(display.label[lang]),
  ];
}
