import { toEdge } from '../../base/index.js';
import type { SuccessorRules } from '../../catalog/index.js';
import {
  type ActivityTable,
  type Candidate,
  type Complexity,
  type ComplexitySettings,
  complexityOf,
  successorsOf as ordered,
  type PlacedPlace,
  placedIn,
  type SuccessorWeights,
} from '../../plan/index.js';
import type { CriterionFigures, OtherActivity, SuccessorRow } from './answer.js';
import { gateRow, type NamedGate } from './gates.js';
import type { GivenPlace } from './place.js';
import type { FigureRow } from './tables.js';
import { strandedSentence } from './words.js';

/** Complexity of a table, with the place in it or held against it. */
export interface Placed {
  readonly table: ActivityTable;
  readonly found: Complexity;
  readonly place: PlacedPlace;
}

/** Complexity less some activities, and the place held against it. */
export function placed(given: GivenPlace, settings: ComplexitySettings, out: readonly string[]): Placed {
  const { table, values } = given.less(out);
  const found = complexityOf(table, settings);
  return { table, found, place: placedIn(table, found, settings, values) };
}

/** Places of the table that have an activity. */
export function placesWith({ table, found }: Placed, activity: string): readonly string[] {
  const [at, columns] = [table.activities.indexOf(activity), table.activities.length];
  return table.places.filter((_, row) => found.present[row * columns + at] === 1);
}

/** Activities of the table by what they are to the place. */
export interface Groups {
  readonly candidates: readonly string[];
  readonly present: readonly OtherActivity[];
  readonly leftOut: readonly OtherActivity[];
  readonly unknown: readonly OtherActivity[];
}

/** Candidates are what the place has not; what nobody counted there is no candidate and not absent either. */
export function groupsOf(rules: SuccessorRules, given: GivenPlace, { table, place }: Placed): Groups {
  const left = new Set<string>(given.period === null ? [] : rules.leftOut);
  const groups = {
    candidates: [] as string[],
    present: [] as OtherActivity[],
    leftOut: [] as OtherActivity[],
    unknown: [] as OtherActivity[],
  };
  for (const [at, activity] of table.activities.entries()) {
    const row = {
      activity,
      name: given.names.activities.get(activity) ?? null,
      rca: toEdge(place.advantage[at] as number),
    };
    if (left.has(activity)) groups.leftOut.push(row);
    else if (place.present[at] === 1) groups.present.push(row);
    else if (Number.isNaN(place.density[at] as number)) groups.unknown.push(row);
    else if (Number.isNaN(given.values[at] as number)) groups.unknown.push(row);
    else groups.candidates.push(activity);
  }
  return groups;
}

/** What rows are made from. */
export interface RowInputs {
  readonly given: GivenPlace;
  readonly whole: Placed;
  readonly rest: Placed | null;
  readonly groups: Groups;
  readonly figures: ReadonlyMap<string, FigureRow>;
  readonly gates: (activity: string) => readonly NamedGate[];
  readonly weights: SuccessorWeights;
  readonly middle: number;
}

/** Candidates in their order, with where they stand when extractive activities are left out. */
export function rowsOf(inputs: RowInputs): readonly SuccessorRow[] {
  const { given, whole, rest, groups, weights, middle } = inputs;
  const gates = new Map(groups.candidates.map((activity) => [activity, inputs.gates(activity)]));
  const candidate = (of: Placed) => (activity: string) => candidateOf(of, activity, inputs.figures, gates);
  const all = groups.candidates.map(candidate(whole));
  const other =
    rest === null
      ? []
      : groups.candidates.filter((one) => rest.table.activities.includes(one)).map(candidate(rest));
  const has = (activity: string) => rest?.place.present[rest.table.activities.indexOf(activity)] === 1;
  const second = new Map(
    ordered(
      other.filter(({ activity }) => !has(activity)),
      weights,
      middle,
    ).map((one, at) => [one.activity, { one, rank: at + 1 }]),
  );
  return ordered(all, weights, middle).map((found, at): SuccessorRow => {
    const { activity } = found;
    const { figures, controlled } = all.find((one) => one.activity === activity) as Candidate;
    const own = gates.get(activity) ?? [];
    const less = second.get(activity);
    const lessFigures = other.find((one) => one.activity === activity)?.figures;
    return {
      rank: at + 1,
      activity,
      name: given.names.activities.get(activity) ?? null,
      score: toEdge(found.score),
      parts: edges(found.parts),
      figures: edges(figures),
      known: toEdge(found.known),
      rca: toEdge(whole.place.advantage[whole.table.activities.indexOf(activity)] as number),
      state: found.state,
      gates: found.gates.map((judged, place) => gateRow(own[place] as NamedGate, judged)),
      stranded: found.stranded,
      strandedSays: strandedSentence(found.stranded, controlled, figures.carbon, middle),
      controlled,
      without:
        lessFigures === undefined
          ? null
          : {
              rank: less?.rank ?? null,
              score: less === undefined ? null : toEdge(less.one.score),
              density: toEdge(lessFigures.density),
              pci: toEdge(lessFigures.pci),
              gain: toEdge(lessFigures.gain),
            },
    };
  });
}

function candidateOf(
  { table, found, place }: Placed,
  activity: string,
  figures: ReadonlyMap<string, FigureRow>,
  gates: ReadonlyMap<string, readonly NamedGate[]>,
): Candidate {
  const at = table.activities.indexOf(activity);
  const brought = figures.get(activity);
  return {
    activity,
    figures: {
      density: place.density[at] as number,
      pci: found.pci[at] as number,
      gain: place.gain[at] as number,
      jobs: brought?.jobs ?? Number.NaN,
      skills: brought?.skills ?? Number.NaN,
      carbon: brought?.carbon ?? Number.NaN,
      water: brought?.water ?? Number.NaN,
    },
    gates: gates.get(activity) ?? [],
    controlled: brought?.controlled ?? false,
  };
}

function edges(figures: Candidate['figures']): CriterionFigures {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, toEdge(value)]),
  ) as CriterionFigures;
}
