import { type FileChild, LineRuleType, Paragraph } from 'docx';
import { ChartRun, type ChartSeries } from 'docx/charts';
import type { Language } from '../../base/index.js';
import type { ChartBlock } from '../../report/index.js';
import { type Counts, caption, note } from './caption.js';
import { ink } from './styles.js';

/** Pixels of a page at 96 to the inch. */
const width = 640;
const rowHeight = 26;
const axisHeight = 60;

/** A chart that the office can change: its numbers lie in the document as a table of their own. Caption above, notes below. */
export function chartBlocks(chart: ChartBlock, lang: Language, counts: Counts): FileChild[] {
  const rows = chart.kind === 'bars' ? chart.bars : chart.marks;
  const words = rows.map(({ label, text }) => `${label} ${text}`).join('; ');
  const run = new ChartRun({
    type: 'bar',
    categories: rows.map(({ label }) => label),
    series: [chart.kind === 'bars' ? bars(chart) : ranks(chart)],
    gapWidth: 60,
    legend: false,
    // A word processor counts categories from below; a reader from above.
    categoryAxis: { reverseOrder: true },
    valueAxis: {
      minimum: Math.min(chart.from, chart.to),
      maximum: Math.max(chart.from, chart.to),
      gridlines: true,
    },
    transformation: { width, height: rows.length * rowHeight + axisHeight },
    altText: { name: chart.caption, title: chart.caption, description: `${chart.caption}: ${words}` },
  });
  return [
    caption('figure', chart.caption, lang, counts),
    // The line must grow to the chart, whatever the style says of lines.
    new Paragraph({ children: [run], spacing: { line: 240, lineRule: LineRuleType.AUTO } }),
    ...rows.map(({ label, text }) => note(`${label}  ${text}`)),
    ...chart.notes.map(note),
  ];
}

/** A missing value has no bar. */
function bars(chart: Extract<ChartBlock, { kind: 'bars' }>): ChartSeries {
  return { name: chart.caption, values: chart.bars.map(({ value }) => value), color: ink.bar };
}

/** Ranks as short bars with their intervals as error bars. */
function ranks(chart: Extract<ChartBlock, { kind: 'ranks' }>): ChartSeries {
  return {
    name: chart.caption,
    values: chart.marks.map(({ value }) => value),
    color: ink.bar,
    errorBars: {
      type: 'custom',
      plus: chart.marks.map(({ value, high }) => high - value),
      minus: chart.marks.map(({ value, low }) => value - low),
    },
  };
}
