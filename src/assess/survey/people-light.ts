import type { Light } from '../types.js';
import type { PeopleJudgement, SurveyAnswer, SurveyThresholds } from './types.js';
import { wilsonInterval } from './wilson.js';

/**
 * The light that people give: green where a majority of all who were asked is satisfied beyond the margin of error, red
 * where among those who took a side a majority is dissatisfied beyond it, yellow between. Both cannot hold at once: more
 * satisfied than half of all are more than the dissatisfied. Nobody asked: no light. Rule of this project (D).
 */
export function peopleLight(
  answer: Pick<SurveyAnswer, 'asked' | 'satisfied' | 'dissatisfied'>,
  { majority, confidence }: SurveyThresholds,
): PeopleJudgement {
  const { asked, satisfied, dissatisfied } = answer;
  const content = wilsonInterval(satisfied, asked, confidence);
  const discontent = wilsonInterval(dissatisfied, satisfied + dissatisfied, confidence);
  let light: Light = 'yellow';
  if (asked === 0) light = 'none';
  else if (content.low > majority) light = 'green';
  else if (discontent.low > majority) light = 'red';
  return {
    light,
    satisfied: content,
    dissatisfied: wilsonInterval(dissatisfied, asked, confidence),
    discontent,
  };
}
