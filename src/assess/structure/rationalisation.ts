import { AfterlodeError, phrases, type Text } from '../../base/index.js';

/**
 * Rationalisation of structure, Theil's form: TL = Σ (Y_n ÷ Y) ln[(Y_n ÷ L_n) ÷ (Y ÷ L)] over sectors with output Y and
 * jobs L. 0 where output and jobs agree; larger is off balance. A sector without output adds 0. Missing where a value is.
 *
 * Source: Gan et al. 2011 (V); the rule for zeros ours (D).
 *
 * @throws AfterlodeError ANALYSIS_VALUE for output without jobs, whose logarithm has no end, and for negative values
 */
export function theilRationalisation(output: ArrayLike<number>, jobs: ArrayLike<number>): number {
  if (output.length !== jobs.length) {
    throw refused(
      { en: `${output.length} and ${jobs.length} sectors`, zh: `${output.length} 与 ${jobs.length} 个部门` },
      { en: 'output and jobs of the same sectors', zh: '相同部门的产值与就业' },
    );
  }
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);
  const [allOutput, allJobs] = [sum(output), sum(jobs)];
  let index = 0;
  for (let at = 0; at < output.length; at++) {
    const [made, workers] = [output[at] as number, jobs[at] as number];
    if (made < 0 || workers < 0) throw refused(String(Math.min(made, workers)), phrases.numberFrom0);
    if (made > 0 && workers === 0)
      throw refused(
        { en: `output ${made} without jobs`, zh: `产值 ${made} 而无就业` },
        { en: 'jobs where there is output', zh: '有产值处有就业' },
      );
    if (made !== 0) index += (made / allOutput) * Math.log(made / workers / (allOutput / allJobs));
    else if (Number.isNaN(workers)) return Number.NaN;
  }
  // Rounding can fall short of 0, the least value; there is nothing to divide in a place without output.
  return allOutput > 0 && allJobs > 0 ? Math.max(0, index) : Number.NaN;
}

function refused(found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('ANALYSIS_VALUE', 'rationalisation', { found, expected });
}
