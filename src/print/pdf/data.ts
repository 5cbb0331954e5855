import type { Language, Text } from '../../base/index.js';
import {
  type Block,
  type Cell,
  type ChartBlock,
  drawingMarkup,
  type ReportDocument,
  type TableBlock,
} from '../../report/index.js';
import { lightShape, positionSvg, trendSvg } from '../html-marks.js';
import { breakable } from './characters.js';
import { family } from './fonts.js';

/** Points of the text of an A4 page with margins of 2 cm, a little less high so that caption and notes stay with a picture. */
const page = { width: 481, height: 600 };
const pointsPerPixel = 0.75;
/** A column is never narrower than this share of an equal one, however short its words. */
const narrowest = 0.6;
/** Characters that a small drawing in a cell is wide. */
const markWidth = 15;
/** Characters of a table that fit a page at the usual size; wider ones are set smaller, down to the least size in points. */
const fitting = 110;
const sizes = { usual: 8.5, least: 6.5 };

const words: Readonly<Record<string, Text>> = {
  contents: { en: 'Contents', zh: '目录' },
  tables: { en: 'Tables', zh: '表目录' },
  figures: { en: 'Figures', zh: '图目录' },
  table: { en: 'Table', zh: '表' },
  figure: { en: 'Figure', zh: '图' },
};

/**
 * A report as the layout reads it: a tree of strings, numbers and lists that JSON holds.
 *
 * @param shown makes text of which the font has every character
 */
export function layoutData(report: ReportDocument, shown: (text: string) => string): object {
  const { lang, sections } = report;
  const blocks = sections.flatMap((section) => section.blocks);
  const count = (...kinds: readonly Block['kind'][]) =>
    blocks.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    lang,
    region: lang === 'zh' ? 'cn' : 'gb',
    font: family,
    title: shown(report.title),
    subtitle: shown(report.subtitle),
    imprint: shown(report.imprint),
    keywords: ['afterlode', report.fileStem],
    words: Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text[lang as Language]])),
    tables: count('table'),
    figures: count('drawing', 'bars', 'ranks'),
    sections: sections.map(({ title, blocks: own }) => ({
      title: shown(title),
      blocks: own.map((block) => blockData(block, shown)),
    })),
  };
}

type Shown = (text: string) => string;

function blockData(block: Block, shown: Shown): object {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: shown(breakable(block.text)) };
    case 'list':
      return { kind: 'list', items: block.items.map((item) => shown(breakable(item))) };
    case 'facts': {
      const facts = block.facts.map(({ name, text }) => ({
        name: shown(name),
        text: shown(breakable(text)),
      }));
      return { kind: 'facts', caption: shown(block.caption), facts };
    }
    case 'table':
      return tableData(block, shown);
    case 'drawing': {
      const { drawing } = block;
      const scale = Math.min(pointsPerPixel, page.width / drawing.width, page.height / drawing.height);
      return {
        kind: 'drawing',
        caption: shown(block.caption),
        notes: [],
        svg: shown(drawingMarkup(inFont(drawing))),
        width: drawing.width * scale,
      };
    }
    case 'bars':
    case 'ranks':
      return chartData(block, shown);
  }
}

/** A drawing whose words are set in the shipped font, whatever a screen would choose. */
function inFont<D extends { readonly root: { readonly attributes: object } }>(drawing: D): D {
  const attributes = { ...drawing.root.attributes, 'font-family': family };
  return { ...drawing, root: { ...drawing.root, attributes } };
}

function tableData(table: TableBlock, shown: Shown): object {
  const { columns } = table;
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const least = (narrowest * sum) / columns.length;
  const drawn = columns.map((_, at) =>
    table.rows.some((row) => row[at]?.kind === 'trend' || row[at]?.kind === 'position'),
  );
  return {
    kind: 'table',
    caption: shown(table.caption),
    size: Math.max(sizes.least, Math.min(sizes.usual, (sizes.usual * fitting) / sum)),
    columns: columns.map(({ title, align, width }, at) => ({
      title: shown(title),
      right: align === 'right',
      width: Math.max(width, least, drawn[at] === true ? markWidth : 0),
    })),
    rows: table.rows.map((row) => row.map((cell) => cellData(cell, shown))),
    notes: table.notes.map((note) => shown(breakable(note))),
  };
}

function cellData(cell: Cell, shown: Shown): object {
  const made = {
    text: shown(breakable(cell.text.trim())),
    indent: cell.kind === 'text' ? (/^ */.exec(cell.text)?.[0].length ?? 0) * 0.5 : 0,
    code: cell.kind === 'text' && cell.code === true,
    quiet: cell.kind === 'number' ? cell.value === null : cell.kind === 'text' && cell.text.startsWith('—'),
  };
  switch (cell.kind) {
    case 'light':
      return { ...made, light: cell.light, text: shown(`${lightShape[cell.light]}\u00a0${cell.text}`) };
    case 'trend':
      return { ...made, mark: coloured(trendSvg(cell.points)) };
    case 'position':
      return { ...made, mark: coloured(positionSvg(cell)) };
    default:
      return made;
  }
}

const markStyle =
  'svg{fill:none;stroke:#1f5f7a;stroke-width:1.3}rect{fill:#d7e5eb;stroke:none}circle{fill:#1f5f7a;stroke:#fff;stroke-width:.6}';

/** A small drawing of a page as one that stands alone. */
function coloured(svg: string): string {
  return svg.replace(
    /^<svg([^>]*)>/,
    `<svg xmlns="http://www.w3.org/2000/svg"$1><style>${markStyle}</style>`,
  );
}

/** Places on the axis as shares of its length. */
function chartData(chart: ChartBlock, shown: Shown): object {
  const span = chart.to - chart.from;
  const share = (value: number) => (span === 0 ? 0 : Math.min(1, Math.max(0, (value - chart.from) / span)));
  const rows =
    chart.kind === 'bars'
      ? chart.bars.map(({ value }) => (value === null ? {} : { value: share(value) }))
      : chart.marks.map(({ low, value, high }) => ({
          low: share(low),
          value: share(value),
          high: share(high),
        }));
  const texts = chart.kind === 'bars' ? chart.bars : chart.marks;
  return {
    kind: 'chart',
    caption: shown(chart.caption),
    ticks: [chart.from, Math.round((chart.from + chart.to) / 2), chart.to].map(String),
    rows: rows.map((row, at) => ({
      ...row,
      label: shown(texts[at]?.label ?? ''),
      text: shown(texts[at]?.text ?? ''),
    })),
    notes: chart.notes.map(shown),
  };
}
