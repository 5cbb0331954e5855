import { type SmallIndex, smallRun } from '../../src/assess/composite/compare/testing/small-run.js';
import {
  type CouplingForm,
  coordinationGrades,
  couplingCoordination,
  couplingStages,
  obstacleDegrees,
  strengthsOf,
} from '../../src/assess/composite/read/index.js';
import { column, columns, type Examples } from './example.js';

/** Examples of the pages in docs/methods/read/. */
export const readExamples: Examples = {
  'read.strengths': ({ unit, ...given }) => {
    const { all } = strengthsOf(smallRun(given as unknown as SmallIndex), { unit: String(unit) });
    const shown = (list: typeof all.strengths) => list.map(({ code, rank, of }) => [code, rank, of]);
    return { strengths: shown(all.strengths), weaknesses: shown(all.weaknesses) };
  },
  'read.obstacle-degree': ({ scores, weights }) => obstacleDegrees(columns(scores), column(weights)),
  'read.coupling-coordination': ({ subsystems, form }) => {
    const made = couplingCoordination(columns(subsystems), { form: form as CouplingForm });
    return {
      coupling: made.coupling,
      level: made.level,
      coordination: made.coordination,
      stage: Array.from(made.stage, (at) => couplingStages[at]?.label.en),
      grade: Array.from(made.grade, (at) => coordinationGrades[at]?.label.en),
      lagging: made.lagging,
    };
  },
};
