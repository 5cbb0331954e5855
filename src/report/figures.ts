import {
  column,
  joinLabels,
  lightCell,
  named,
  numberCell,
  paragraph,
  textCell,
  type Writing,
} from './blocks.js';
import { flagLines, withFlagSign } from './flags.js';
import { displayFor, formatDecimal, shownValue } from './format.js';
import { trendCell } from './trend.js';
import type { Cell, DisplayUnit, ReportFigure, Section, TableBlock } from './types.js';
import { say, sentences, words } from './words.js';

/** The key figures, a table for each theme, beside the quartiles of the class they are judged in. */
export function figuresSection(writing: Writing): Section {
  const { lang, page } = writing;
  const themes = [...new Set(page.figures.map((figure) => figure.theme))];
  const tables = themes.map((theme) =>
    figureTable(
      writing,
      theme,
      page.figures.filter((figure) => figure.theme === theme),
    ),
  );
  const { lights, peers, missing } = words.notes;
  const legend = [lights, peers, missing].map((note) => note[lang]).join(words.space[lang]);
  return {
    id: 'figures',
    title: words.sections.figures[lang],
    blocks: [paragraph(legend, 'small'), ...tables],
  };
}

function figureTable(writing: Writing, theme: string, figures: readonly ReportFigure[]): TableBlock {
  const { lang } = writing;
  const head = words.heads;
  const [known, unknown] = [figures.filter(hasValue), figures.filter((figure) => !hasValue(figure))];
  const usual = usualPeers(known);
  const cells = known.map((figure) => figureRow(writing, figure, usual));
  const without = joinLabels(
    unknown.map((figure) => figure.label[lang]),
    lang,
  );
  const broken = cells.some((row) => row.some((cell) => 'text' in cell && cell.text.includes('‡')));
  const notes = [
    ...(usual === null
      ? []
      : [
          say(sentences.usualClass, lang, { label: usual.label[lang], count: formatDecimal(usual.count, 0) }),
        ]),
    ...(figures.some((figure) => figure.doubtful) ? [words.notes.doubtful[lang]] : []),
    ...(broken ? [words.notes.broken[lang]] : []),
    ...(without === '' ? [] : [say(sentences.withoutData, lang, { list: without })]),
    ...flagLines(
      figures.map(({ label, flags }) => ({ name: label[lang], flags })),
      lang,
    ),
    ...remarkLines(writing, figures),
    writing.origin,
  ];
  return {
    kind: 'table',
    caption: `${words.captions.figures[lang]} · ${named(words.themes, theme, lang)}`,
    columns: [
      column(head.indicator, lang, 'left', 40),
      column(head.value, lang, 'right', 16),
      column(head.unit, lang, 'left', 16),
      column(head.period, lang, 'left', 9),
      column(head.light, lang, 'left', 12),
      column(head.q1, lang, 'right', 14),
      column(head.median, lang, 'right', 14),
      column(head.q3, lang, 'right', 14),
      column(head.position, lang, 'left', 18),
      column(head.trend, lang, 'left', 28),
    ],
    rows: cells,
    notes,
  };
}

/** Whether any period has a value; figures without one are named in a sentence and not given a row of gaps. */
function hasValue(figure: ReportFigure): boolean {
  return figure.value !== null || figure.series.some((point) => point.value !== null);
}

function figureRow(writing: Writing, figure: ReportFigure, usual: Peers | null): readonly Cell[] {
  const { lang, page } = writing;
  const { q1, median, q3 } = figure.peers;
  const display = displayFor(figure.display, lang, [figure.value, q1, median, q3]);
  const peersAddress = `peers/${page.city.id}/${figure.period}/${figure.indicator}`;
  const judgement = page.checkup.lights[figure.indicator];
  return [
    textCell(withFlagSign(figure.label[lang], figure.flags)),
    numberCell(figure.value, display, lang, figure.id, figure.doubtful ? ' ?' : ''),
    textCell(display.label[lang]),
    textCell(figure.period),
    judgement === undefined ? textCell('') : lightCell(judgement.final, lang),
    numberCell(q1, display, lang, ''),
    numberCell(median, display, lang, peersAddress),
    numberCell(q3, display, lang, ''),
    positionCell(figure, display, lang, usual),
    trendCell(figure, page, lang),
  ];
}

type Peers = ReportFigure['peers'];

/** The class that most figures of a table are compared with: named once below it, not in every row. */
function usualPeers(figures: readonly ReportFigure[]): Peers | null {
  const withClass = figures.map((figure) => figure.peers).filter((peers) => peers.median !== null);
  const often = (peers: Peers) => withClass.filter((other) => samePeers(other, peers)).length;
  return withClass.toSorted((a, b) => often(b) - often(a))[0] ?? null;
}

function samePeers(a: Peers, b: Peers): boolean {
  return a.count === b.count && a.label.en === b.label.en;
}

function positionCell(
  figure: ReportFigure,
  display: DisplayUnit,
  lang: Writing['lang'],
  usual: Peers | null,
): Cell {
  const { q1, median, q3, count, label } = figure.peers;
  if (figure.value === null || q1 === null || median === null || q3 === null)
    return textCell(`— ${words.noData[lang]}`);
  const shown = (value: number) => shownValue(value, display);
  const known = usual !== null && samePeers(usual, figure.peers);
  return {
    kind: 'position',
    value: shown(figure.value),
    q1: shown(q1),
    median: shown(median),
    q3: shown(q3),
    text: known ? '' : `${label[lang]} (${formatDecimal(count, 0)})`,
  };
}

/** Remarks of the figures: one line each, indicators with the same remark together. */
function remarkLines(writing: Writing, figures: readonly ReportFigure[]): readonly string[] {
  const { lang } = writing;
  const byRemark = new Map<string, string[]>();
  for (const figure of figures)
    for (const remark of figure.remarks) {
      const names = byRemark.get(remark[lang]) ?? [];
      byRemark.set(remark[lang], [...names, figure.label[lang]]);
    }
  const colon = words.colon[lang];
  return [...byRemark].map(([remark, names]) => `${joinLabels(names, lang)}${colon}${remark}`);
}
