import { skillsMatch } from '../../assess/index.js';
import { AfterlodeError, type Issue, issue, phrases, toEdge } from '../../base/index.js';
import type { TableCall } from '../tables/forms.js';
import type { Workspace } from '../workspace.js';
import { byPlace, readAnalysisTable, refuseNegative, refuseTwice, type TableSource } from './table.js';

/** How many displaced workers of a place fit vacancies there. */
export interface SkillsRow {
  readonly form: 'skills';
  readonly place: string;
  /** Similarity from which an occupation fits, 0 to 1. */
  readonly similarity: number;
  readonly matchedPercent: number | null;
  readonly matched: number;
  readonly displaced: number;
  readonly occupations: readonly {
    readonly occupation: string;
    readonly displaced: number;
    /** The nearest occupation with vacancies; null where none can be compared. */
    readonly nearest: string | null;
    readonly similarity: number | null;
    readonly fits: boolean;
  }[];
  readonly issues: readonly Issue[];
}

/**
 * Skills match of a table `place,occupation,displaced,vacancies` (persons; one place is a commuting area) with a table
 * `occupation,skill,level` of `--skills` and the similarity that is asked for: it has no usual value.
 *
 * @throws AfterlodeError ANALYSIS_TABLE, CALL_OPTION where the skills or the similarity are not given
 */
export async function skillsForm(_: Workspace, call: TableCall): Promise<readonly SkillsRow[]> {
  const similarity = Number(call.similarity?.trim() || Number.NaN);
  if (!(similarity >= 0 && similarity <= 1)) {
    const found = call.similarity ?? phrases.absent;
    throw new AfterlodeError('CALL_OPTION', '--similarity', { found, expected: phrases.share });
  }
  if (call.skills === undefined) {
    const expected = { en: 'a table occupation,skill,level', zh: '列为 occupation,skill,level 的表' };
    throw new AfterlodeError('CALL_OPTION', '--skills', { found: phrases.absent, expected });
  }
  const skills = await skillsOf(call.skills);
  const counts = ['displaced', 'vacancies'];
  const { rows, name } = await readAnalysisTable(call.table, {
    texts: ['place', 'occupation'],
    numbers: counts,
  });
  refuseNegative(name, rows, counts);
  refuseTwice(name, rows, ({ text }) => `${text.place} ${text.occupation}`);
  return Array.from(byPlace(rows), ([place, own]) => {
    // An empty cell is nobody known to be there: it adds nothing to either side.
    const of = (column: string) =>
      own.flatMap(({ text, number }) =>
        (number[column] as number) > 0
          ? [{ occupation: text.occupation as string, count: number[column] as number }]
          : [],
      );
    const displaced = of('displaced');
    const found = skillsMatch(displaced, of('vacancies'), skills, similarity);
    const unknown = own
      .map(({ text }) => text.occupation as string)
      .filter((occupation) => !skills.has(occupation));
    return {
      form: 'skills',
      place,
      similarity,
      matchedPercent: toEdge(100 * found.share),
      matched: found.matched,
      displaced: found.displaced,
      occupations: found.nearest.map(({ occupation, to, similarity: near }, at) => ({
        occupation,
        displaced: displaced[at]?.count ?? 0,
        nearest: to,
        similarity: toEdge(near),
        fits: near >= similarity,
      })),
      issues:
        unknown.length === 0
          ? []
          : [issue('ANALYSIS_SKILLS', 'warning', place, { found: unknown.join(', ') })],
    };
  });
}

/** Levels of every skill by occupation; a skill that an occupation has no row for is 0. */
async function skillsOf(source: TableSource): Promise<ReadonlyMap<string, Float64Array>> {
  const { rows, name } = await readAnalysisTable(source, {
    texts: ['occupation', 'skill'],
    numbers: ['level'],
  });
  refuseNegative(name, rows, ['level']);
  refuseTwice(name, rows, ({ text }) => `${text.occupation} ${text.skill}`);
  const skills = new Map(
    [...new Set(rows.map(({ text }) => text.skill as string))].map((one, at) => [one, at]),
  );
  const levels = new Map<string, Float64Array>();
  for (const { text, number } of rows) {
    const own = levels.get(text.occupation as string) ?? new Float64Array(skills.size);
    own[skills.get(text.skill as string) as number] = number.level as number;
    levels.set(text.occupation as string, own);
  }
  return levels;
}
