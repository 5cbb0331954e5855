import type { ChartBlock } from '../report/index.js';
import { coordinate, escapeHtml } from './escape.js';

const label = 210;
const plot = 340;
const row = 26;
const words = 360;

/** A chart as SVG with its caption and notes. Every value also stands as text beside its mark. */
export function chartHtml(chart: ChartBlock): string {
  const count = chart.kind === 'bars' ? chart.bars.length : chart.marks.length;
  const height = count * row + 22;
  const width = label + plot + words;
  const rows =
    chart.kind === 'bars'
      ? chart.bars.map((bar, at) => barRow(chart, bar, at))
      : chart.marks.map((mark, at) => rankRow(chart, mark, at));
  const notes = chart.notes.map((note) => `<p class="small">${escapeHtml(note)}</p>`);
  return [
    '<figure>',
    `<figcaption>${escapeHtml(chart.caption)}</figcaption>`,
    `<svg class="chart" role="img" aria-label="${escapeHtml(description(chart))}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    axis(chart, count * row),
    ...rows,
    '</svg>',
    '</figure>',
    ...notes,
  ].join('\n');
}

function description(chart: ChartBlock): string {
  const parts = (chart.kind === 'bars' ? chart.bars : chart.marks).map((one) => `${one.label} ${one.text}`);
  return `${chart.caption}: ${parts.join('; ')}`;
}

function at(chart: ChartBlock, value: number): number {
  const span = chart.to - chart.from;
  const share = span === 0 ? 0 : (value - chart.from) / span;
  return label + Math.min(1, Math.max(0, share)) * plot;
}

function axis(chart: ChartBlock, bottom: number): string {
  const middle = Math.round((chart.from + chart.to) / 2);
  return [chart.from, middle, chart.to]
    .map((value) => {
      const x = coordinate(at(chart, value));
      return `<path class="grid" d="M${x} 0V${bottom}"/><text class="tick" x="${x}" y="${bottom + 15}">${value}</text>`;
    })
    .join('');
}

function rowText(name: string, text: string, top: number): string {
  const y = top + 17;
  return `<text class="name" x="${label - 8}" y="${y}">${escapeHtml(name)}</text><text x="${label + plot + 10}" y="${y}">${escapeHtml(text)}</text>`;
}

function barRow(
  chart: Extract<ChartBlock, { kind: 'bars' }>,
  bar: (typeof chart.bars)[number],
  index: number,
): string {
  const top = index * row;
  const length = bar.value === null ? 0 : at(chart, bar.value) - label;
  const drawn =
    bar.value === null
      ? ''
      : `<rect class="bar" x="${label}" y="${top + 6}" width="${coordinate(length)}" height="14"/>`;
  return drawn + rowText(bar.label, bar.text, top);
}

function rankRow(
  chart: Extract<ChartBlock, { kind: 'ranks' }>,
  mark: (typeof chart.marks)[number],
  index: number,
): string {
  const top = index * row;
  const low = at(chart, mark.low);
  const high = at(chart, mark.high);
  const interval = `<rect class="interval" x="${coordinate(low)}" y="${top + 8}" width="${coordinate(Math.max(2, high - low))}" height="10"/>`;
  const dot = `<circle class="dot" cx="${coordinate(at(chart, mark.value))}" cy="${top + 13}" r="5"/>`;
  return interval + dot + rowText(mark.label, mark.text, top);
}
