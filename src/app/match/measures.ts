import type { Checkup } from '../../assess/index.js';
import type { Text } from '../../base/index.js';
import type { PlanMeasure } from '../../catalog/index.js';
import type { City } from '../../register/index.js';
import type { Workspace } from '../workspace.js';
import type { MeasureShown } from './answer.js';
import { nameOf, sourcesOf } from './names.js';

/** The measures that answer a finding or a red light of a check-up, those that answer most first. */
export function measuresFor(
  ws: Workspace,
  city: City,
  { findings, lights }: Pick<Checkup, 'findings' | 'lights'>,
): readonly MeasureShown[] {
  const problems = new Set(findings.map(({ problem }) => problem));
  const { catalog } = ws;
  const shown = [...(catalog.measures?.values() ?? [])].flatMap((one): MeasureShown[] => {
    if (!answersFor(one, city)) return [];
    const answers: readonly Text[] = [
      ...one.answers.problems
        .filter((name) => problems.has(name))
        .map((name) => catalog.problems.get(name)?.label ?? { en: name, zh: name }),
      ...one.answers.lights
        .filter((name) => lights[name]?.final === 'red')
        .map((name) => catalog.indicators.get(name)?.label ?? { en: name, zh: name }),
    ];
    if (answers.length === 0) return [];
    const { label, does, condition, cost, effects, conflicts, synergies, mark } = one;
    const ground = one.answers.ground.map((name) => nameOf(ws, 'ground_condition', name));
    const source = sourcesOf(ws, one.references);
    return [
      {
        measure: one.id,
        label,
        does,
        answers,
        ground,
        condition,
        cost,
        effects,
        conflicts,
        synergies,
        source,
        mark,
      },
    ];
  });
  return shown.toSorted((a, b) => b.answers.length - a.answers.length);
}

/** Whether a measure is for the official type and the resources of a city. */
export function answersFor({ answers }: PlanMeasure, city: City): boolean {
  const { types, resources } = answers;
  return (
    (types.length === 0 || (city.type !== null && types.includes(city.type))) &&
    (resources.length === 0 || resources.some((one) => city.resources.includes(one)))
  );
}
