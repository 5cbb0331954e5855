import type { ComplexityAnswer } from '../../api/contract.js';
import { type Language, sheetLine } from '../../base/index.js';

/** A place with its rank among all by complexity, and what it has when activities are left out. */
export interface PlaceRow {
  readonly rank: number;
  readonly place: string;
  readonly called: string;
  /** What a search looks at: id and both names. */
  readonly words: string;
  readonly eci: number | null;
  readonly without: number | null;
  readonly diversity: number;
  readonly coi: number | null;
}

/** Places in the order of their complexity; those without one last. */
export function placeRows({ places, without }: ComplexityAnswer, language: Language): readonly PlaceRow[] {
  const other = new Map(without?.places.map(({ place, eci }) => [place, eci]));
  return places
    .toSorted((a, b) => byFigure(a.eci, b.eci))
    .map(({ place, name, eci, diversity, coi }, at) => ({
      rank: at + 1,
      place,
      called: name?.[language] ?? place,
      words: [place, name?.zh, name?.en].join(' ').toLowerCase(),
      eci,
      without: other.get(place) ?? null,
      diversity,
      coi,
    }));
}

export interface ActivityRow {
  readonly activity: string;
  readonly called: string;
  readonly pci: number | null;
  readonly without: number | null;
  readonly ubiquity: number;
}

/** Activities in the order of their complexity. */
export function activityRows(
  { activities, without }: ComplexityAnswer,
  language: Language,
): readonly ActivityRow[] {
  const other = new Map(without?.activities.map(({ activity, pci }) => [activity, pci]));
  return activities
    .toSorted((a, b) => byFigure(a.pci, b.pci))
    .map(({ activity, name, pci, ubiquity }) => ({
      activity,
      called: name?.[language] ?? activity,
      pci,
      without: other.get(activity) ?? null,
      ubiquity,
    }));
}

/** An activity in a place. */
export interface CellRow extends ActivityRow {
  readonly rca: number | null;
  readonly present: boolean;
  readonly density: number | null;
  readonly gain: number | null;
}

/** The activities of one place, the most complex first. */
export function cellRows(answer: ComplexityAnswer, place: string, language: Language): readonly CellRow[] {
  const own = new Map(
    answer.cells.filter((cell) => cell.place === place).map((cell) => [cell.activity, cell]),
  );
  return activityRows(answer, language).flatMap((row) => {
    const cell = own.get(row.activity);
    if (cell === undefined) return [];
    return [{ ...row, rca: cell.rca, present: cell.mcp === 1, density: cell.density, gain: cell.cog }];
  });
}

function byFigure(a: number | null, b: number | null): number {
  return (b ?? Number.NEGATIVE_INFINITY) > (a ?? Number.NEGATIVE_INFINITY) ? 1 : a === b ? 0 : -1;
}

/** CSV with the columns that the command writes, and what is left when activities are left out; missing is empty. */
export function csvOf(
  head: readonly string[],
  lines: readonly (readonly (string | number | null)[])[],
): string {
  return `${[head.join(','), ...lines.map((line) => sheetLine([...line]))].join('\r\n')}\r\n`;
}
