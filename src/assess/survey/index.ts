export { judgeAnswers, type PeopleLights, peopleLights, worstLight } from './judge-answers.js';
export { peopleLight } from './people-light.js';
export { type ReadAnswer, type ReadSurvey, readSurvey, type SurveyContext } from './read-survey.js';
export { surveyColumns } from './survey-columns.js';
export type * from './types.js';
export { wilsonInterval } from './wilson.js';
