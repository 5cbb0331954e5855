import type { PlanMeasure } from '../../catalog/index.js';
import type { PlanMeasureRow } from '../../plan/index.js';
import { answersFor } from '../match/measures.js';
import { sourcesOf } from '../match/names.js';
import { conditionsOf } from './conditions.js';
import type { PlanContext } from './context.js';

/** Measures of the library for the type and the resources of the city, in the order of the library. */
export function libraryOf({ ws, city }: PlanContext): readonly PlanMeasure[] {
  return [...(ws.catalog.measures?.values() ?? [])].filter((one) => answersFor(one, city));
}

/** All that a measure may answer: problems, red lights, conditions of the ground. */
export function answersOf({ answers }: PlanMeasure): readonly string[] {
  return [...answers.problems, ...answers.lights, ...answers.ground];
}

/** The measures that answer one of the findings, as the figures of the city alone judge them. */
export function measureRows(context: PlanContext, findings: readonly string[]): readonly PlanMeasureRow[] {
  return libraryOf(context).flatMap((one): PlanMeasureRow[] => {
    const own = answersOf(one);
    const answers = findings.filter((finding) => own.includes(finding));
    if (answers.length === 0) return [];
    const { id, label, does, cost, effects, conflicts, synergies, note, mark } = one;
    const conditions = conditionsOf(context, one, null);
    const source = sourcesOf(context.ws, one.references);
    return [
      {
        measure: id,
        label,
        does,
        answers,
        conditions,
        cost,
        effects,
        conflicts,
        synergies,
        note,
        source,
        mark,
      },
    ];
  });
}
