import type { Language } from '../base/index.js';
import { formatSigned, missingText, shownValue } from './format.js';
import type { Cell, ReportFigure, ReportPage } from './types.js';
import { say, sentences } from './words.js';

/** Units whose change is a difference in points, not a growth: a share of a share misleads. */
const pointUnits: ReadonlySet<string> = new Set(['percent', 'index_points']);

/**
 * The change of a figure from the last earlier period with a value to the figure's period: in points for shares and scores,
 * else in percent of the earlier value. Where the whole area or its identity changed in between, a difference of shares is marked
 * ‡ and a growth is left out, so that a change of boundary is not read as growth or decline; what stands on one boundary by its
 * name (`…_aligned`) is spared.
 */
export function trendCell(figure: ReportFigure, page: ReportPage, lang: Language): Cell {
  const points = figure.series
    .filter((point) => point.period <= figure.period)
    .map(({ period, value }) => ({ period, value }));
  const known = points.filter((point) => point.value !== null);
  const last = known.at(-1);
  const before = known.at(-2);
  if (last === undefined || before === undefined || last.period !== figure.period)
    return { kind: 'text', text: missingText(lang) };
  const span = `${before.period}–${last.period}`;
  const broken = !figure.indicator.endsWith('_aligned') && brokenBetween(page, before.period, last.period);
  if (broken && !pointUnits.has(figure.display.unit)) return { kind: 'text', text: `${span} ‡` };
  const change = changeText(figure, before.value ?? Number.NaN, last.value ?? Number.NaN, lang);
  return { kind: 'trend', points, text: `${span}: ${change}${broken ? ' ‡' : ''}` };
}

function changeText(figure: ReportFigure, from: number, to: number, lang: Language): string {
  if (pointUnits.has(figure.display.unit)) {
    return say(sentences.points, lang, {
      text: formatSigned(shownValue(to - from, figure.display), figure.display.digits),
    });
  }
  // Growth of something that was not above zero has no meaning as a percentage.
  return from > 0 ? `${formatSigned((to / from - 1) * 100, 1)} %` : missingText(lang);
}

function brokenBetween(page: ReportPage, from: string, to: string): boolean {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  return page.breaks.some((one) => one.scope !== 'districts' && one.year > first && one.year <= last);
}
