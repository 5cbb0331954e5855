import type { MeasureComparison, PlacesComparison } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** A line of a table: a place or a group, with a cell for each period. */
interface Line {
  readonly title: string;
  readonly cells: readonly string[];
}

/** Places and groups as tables, one for each indicator or index, with a column for each period. */
export function placesText(answer: PlacesComparison, lang: Language): string {
  const marks = new Set<string>();
  const tables = answer.measures.map((measure) => {
    const lines = [...placeLines(answer, measure, lang, marks), ...groupLines(answer, measure, lang)];
    const unit = measure.display.label[lang];
    return [
      `${measure.label[lang]}${unit === '' ? '' : ` (${unit})`}`,
      printTable(lines, [
        { title: lang === 'zh' ? '地方或组' : 'place or group', of: ({ title }) => title },
        ...measure.periods.map((period, at) => ({
          title: period,
          of: ({ cells }: Line) => cells[at] ?? '—',
          right: true,
        })),
      ]),
    ].join('\n');
  });
  const key =
    lang === 'zh'
      ? '[名次 区间]：指数在全部参评城市中，指标在同层级名单城市中；组：中位数（下四分位–上四分位，n）'
      : '[rank, interval]: of an index among all ranked, of an indicator among the listed of the level; groups: median (quartiles, n)';
  return [...tables, [key, ...marks].join('\n')].join('\n\n');
}

function placeLines(
  { places }: PlacesComparison,
  measure: MeasureComparison,
  lang: Language,
  marks: Set<string>,
): Line[] {
  return measure.places.map(({ points }, at) => {
    const place = places[at];
    const name = `${place?.adcode} ${place?.name.zh} ${place?.name.en}`;
    const cells = points.map(({ period, value, rank, rankInterval, breaks, twoAreas, flags }) => {
      for (const one of breaks) marks.add(`‡ ${name}, ${period}: ${one.year} ${one.text[lang]}`);
      for (const one of flags) marks.add(`⚑ ${name}, ${period}: ${one.label[lang]}`);
      const interval = rankInterval === null ? '' : ` ${rankInterval.join('–')}`;
      const standing = rank === null ? '' : ` [${rank}${interval}]`;
      return `${breaks.length > 0 || twoAreas ? '‡' : ''}${flags.length > 0 ? '⚑' : ''}${shown(value, measure)}${standing}`;
    });
    return { title: name, cells };
  });
}

function groupLines({ groups }: PlacesComparison, measure: MeasureComparison, lang: Language): Line[] {
  return measure.groups.map(({ points }, at) => ({
    title: `∅ ${groups[at]?.label[lang]}`,
    cells: points.map(({ count, median, q1, q3 }) =>
      count === 0 ? '—' : `${shown(median, measure)} (${shown(q1, measure)}–${shown(q3, measure)}, ${count})`,
    ),
  }));
}

function shown(value: number | null, { display }: MeasureComparison): string {
  return value === null ? '—' : (value / display.factor).toFixed(display.digits);
}
