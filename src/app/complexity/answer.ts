import { type Issue, issue, type Text, toEdge } from '../../base/index.js';
import type { ActivityTable, Complexity, ComplexityDoubt } from '../../plan/index.js';
import type { SavedFile } from '../tables/save-sheets.js';

/** A place; figures are null where it has no activity that counts as present. */
export interface ComplexPlace {
  readonly place: string;
  readonly name: Text | null;
  readonly eci: number | null;
  readonly diversity: number;
  readonly coi: number | null;
}

export interface ComplexActivity {
  readonly activity: string;
  readonly name: Text | null;
  readonly pci: number | null;
  readonly ubiquity: number;
}

/** An activity in a place: advantage, whether it is present, how near it is to what the place has, gain in outlook by adding it. */
export interface ComplexCell {
  readonly place: string;
  readonly activity: string;
  readonly rca: number | null;
  readonly mcp: 0 | 1;
  readonly density: number | null;
  readonly cog: number | null;
}

/** Complexity of one table. */
export interface ComplexityResult {
  readonly places: readonly ComplexPlace[];
  readonly activities: readonly ComplexActivity[];
  readonly cells: readonly ComplexCell[];
  /** Second and third eigenvalue; null where there are none. */
  readonly eigenvalues: readonly [number | null, number | null];
}

/** The answer of `complexity`. */
export interface ComplexityAnswer extends ComplexityResult {
  /** The same without the activities that were named; null where none were. */
  readonly without: (ComplexityResult & { readonly activitiesOut: readonly string[] }) | null;
  /** Year of the census that was taken; null of a table that was brought. */
  readonly period: string | null;
  /** Years whose census could be taken. */
  readonly periods: readonly string[];
  readonly issues: readonly Issue[];
  readonly files: readonly SavedFile[];
}

/** What places and activities are called. */
export interface Names {
  readonly places: ReadonlyMap<string, Text>;
  readonly activities: ReadonlyMap<string, Text>;
}

/** Rows of a result: places and activities in the order of the table, cells place by place. */
export function resultOf(table: ActivityTable, found: Complexity, names: Names): ComplexityResult {
  const columns = table.activities.length;
  return {
    places: table.places.map((place, at) => ({
      place,
      name: names.places.get(place) ?? null,
      eci: toEdge(found.eci[at] as number),
      diversity: found.diversity[at] as number,
      coi: toEdge(found.outlook[at] as number),
    })),
    activities: table.activities.map((activity, at) => ({
      activity,
      name: names.activities.get(activity) ?? null,
      pci: toEdge(found.pci[at] as number),
      ubiquity: found.ubiquity[at] as number,
    })),
    cells: Array.from(found.advantage, (rca, at) => ({
      place: table.places[Math.floor(at / columns)] as string,
      activity: table.activities[at % columns] as string,
      rca: toEdge(rca),
      mcp: found.present[at] as 0 | 1,
      density: toEdge(found.density[at] as number),
      cog: toEdge(found.gain[at] as number),
    })),
    eigenvalues: [toEdge(found.eigenvalues[0]), toEdge(found.eigenvalues[1])],
  };
}

const doubtTexts: Readonly<Record<ComplexityDoubt, Text>> = {
  'too-small': {
    en: 'fewer than two places or activities have a presence',
    zh: '具有优势的地区或行业不足两个',
  },
  separate: {
    en: 'places fall into groups without a common activity: the index tells the groups apart and nothing else',
    zh: '地区分成没有共同行业的几组：指数只区分各组，别无含义',
  },
  tied: {
    en: 'two directions are equally strong, so that which of them is complexity is arbitrary',
    zh: '两个方向强度相同，何者为复杂度是任意的',
  },
  sign: {
    en: 'neither diversity nor ubiquity says which end is the complex one',
    zh: '多样性与普遍性均不能说明哪一端更复杂',
  },
};

/** Doubts about a result, each a warning. */
export function doubtIssues(where: string | Text, { doubts }: Complexity): readonly Issue[] {
  return doubts.map((doubt) => issue('COMPLEXITY_DOUBT', 'warning', where, { found: doubtTexts[doubt] }));
}
