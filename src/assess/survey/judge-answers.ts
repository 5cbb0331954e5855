import { type CityId, type IndicatorId, type Period, sameText } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { parameterValue } from '../parameter-value.js';
import type { Light } from '../types.js';
import { peopleLight } from './people-light.js';
import type { JudgedAnswer, SurveyAnswer } from './types.js';

/** The light that the people of a city give an indicator in a period; `none` where nobody was asked. */
export type PeopleLights = (city: CityId, period: Period, indicator: IndicatorId) => Light;

/**
 * Every answer with its light, label and the indicators it speaks of: the one that the table names, else those of the
 * catalog's question. An answer that speaks of no indicator stands by itself.
 *
 * @throws AfterlodeError ASSESS_PARAMETER_MISSING
 */
export function judgeAnswers(answers: readonly SurveyAnswer[], catalog: Catalog): readonly JudgedAnswer[] {
  if (answers.length === 0) return [];
  const thresholds = {
    majority: parameterValue(catalog, 'survey_majority'),
    confidence: parameterValue(catalog, 'survey_confidence'),
  };
  return answers.map((answer) => {
    const item = catalog.surveyItems.get(answer.item);
    return {
      answer,
      label: item?.label ?? sameText(answer.item),
      judgement: peopleLight(answer, thresholds),
      indicators: answer.indicator === null ? (item?.indicators ?? []) : [answer.indicator],
    };
  });
}

/** The worst of what people say of an indicator; colours are never averaged. */
export function peopleLights(judged: readonly JudgedAnswer[]): PeopleLights {
  const found = new Map<string, Light>();
  const key = (city: CityId, period: Period, indicator: IndicatorId) => `${city}/${period}/${indicator}`;
  for (const { answer, judgement, indicators } of judged) {
    for (const indicator of indicators) {
      const name = key(answer.city, answer.period, indicator);
      found.set(name, worstLight(found.get(name) ?? 'none', judgement.light));
    }
  }
  return (city, period, indicator) => found.get(key(city, period, indicator)) ?? 'none';
}

const order: readonly Light[] = ['red', 'yellow', 'green', 'none'];

/** Red before yellow before green; `none` only where both are. */
export function worstLight(one: Light, other: Light): Light {
  return order.indexOf(one) <= order.indexOf(other) ? one : other;
}
