import { AfterlodeError, type Text } from '../../../base/index.js';
import type { AggregationRule, Values } from '../types.js';
import { type Combine, countAvailable, type Group, isScarce } from './group.js';
import { withoutWeights } from './without-weights.js';

type OrderedRule = Extract<AggregationRule, { rule: 'owa' }>;

/** Writes the ordered weights for so many available children; they are relative. */
type OrderedWeights = (available: number, into: Float64Array) => void;

/**
 * Ordered weighted average: the children of a row are sorted from the best to the worst, and weights belong to places.
 * Where children are missing, given weights are spread over the places that are left along their cumulated curve (a
 * third of the places has the weight that the first third has in the full list); the mean of the best or worst `count`
 * is that of all that are there, if they are fewer.
 *
 * @throws AfterlodeError INDEX_RULE for weights or a count that do not fit the children
 */
export function prepareOrderedMean(group: Group, rule: OrderedRule): Combine {
  const ordered = orderedWeights(group.columns.length, rule);
  const availability = countAvailable(group.columns);
  return withoutWeights(group, (children, count, into) => {
    const scores = new Float64Array(count);
    const byCount = new Map<number, Float64Array>();
    for (let row = 0; row < group.rows; row++) {
      const available = gather(group, row, children, count, scores);
      if (available === 0 || isScarce(availability, group, row)) {
        into[row] = Number.NaN;
        continue;
      }
      let places = byCount.get(available);
      if (!places) {
        places = new Float64Array(available);
        ordered(available, places);
        byCount.set(available, places);
      }
      into[row] = dotFromBest(scores.subarray(0, available).sort(), places);
    }
  });
}

function gather(group: Group, row: number, children: Int32Array, count: number, scores: Values): number {
  let available = 0;
  for (let at = 0; at < count; at++) {
    const score = (group.columns[children[at] as number] as Values)[row] as number;
    if (!Number.isNaN(score)) scores[available++] = score;
  }
  return available;
}

function dotFromBest(ascending: Values, places: Float64Array): number {
  let [sum, total] = [0, 0];
  for (let place = 0; place < places.length; place++) {
    const weight = places[place] as number;
    sum += weight * (ascending[places.length - 1 - place] as number);
    total += weight;
  }
  return sum / total;
}

function orderedWeights(children: number, rule: OrderedRule): OrderedWeights {
  if ('mean' in rule) {
    const { mean, count } = rule;
    if (!Number.isInteger(count) || count < 1 || count > children) {
      throw fault(
        { en: `the ${mean} ${count}`, zh: `${mean === 'best' ? '最好' : '最差'}的 ${count} 个` },
        {
          en: `a count from 1 to ${children}, the number of children`,
          zh: `1 到 ${children}（子项数）之间的整数`,
        },
      );
    }
    return (available, into) => {
      const taken = Math.min(count, available);
      into.fill(0);
      const from = mean === 'best' ? 0 : available - taken;
      into.fill(1, from, from + taken);
    };
  }
  const total = rule.weights.reduce((sum, weight) => sum + weight, 0);
  if (rule.weights.length !== children) {
    throw fault(
      { en: `${rule.weights.length} ordered weights`, zh: `${rule.weights.length} 个次序权重` },
      { en: `${children}, one for each child`, zh: `${children} 个（每个子项一个）` },
    );
  }
  if (!(total > 0 && Number.isFinite(total)) || rule.weights.some((weight) => weight < 0)) {
    throw fault(
      { en: `ordered weights ${rule.weights.join(', ')}`, zh: `次序权重 ${rule.weights.join(', ')}` },
      { en: 'weights from 0, not all 0', zh: '不小于 0 且不全为 0 的权重' },
    );
  }
  return (available, into) => spread(rule.weights, available, into);
}

/** Cuts the cumulated curve of the given weights into so many equal steps. */
function spread(weights: readonly number[], available: number, into: Float64Array): void {
  const cumulated = (share: number) => {
    const at = share * weights.length;
    let sum = 0;
    for (let place = 0; place < weights.length; place++) {
      sum += (weights[place] as number) * Math.min(1, Math.max(0, at - place));
    }
    return sum;
  };
  if (available === weights.length) {
    into.set(weights);
    return;
  }
  for (let place = 0; place < available; place++) {
    into[place] = cumulated((place + 1) / available) - cumulated(place / available);
  }
}

function fault(found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError(
    'INDEX_RULE',
    { en: 'ordered weighted average', zh: '有序加权平均' },
    { found, expected },
  );
}
