import { AfterlodeError, type Issue, issue, phrases, type Text } from '../../base/index.js';
import { clusterOf, type Regression } from './regress.js';
import type { EffectBasis, EffectOptions, EffectPanel } from './types.js';

/**
 * Refuses a panel whose arrays do not fit together or whose times do not rise.
 *
 * @throws AfterlodeError EFFECT_PANEL
 */
export function checkPanel({ units, times, outcome, treatedFrom, clusters }: EffectPanel): void {
  const refuse = (where: string, found: string | Text, expected: string | Text) => {
    throw new AfterlodeError('EFFECT_PANEL', where, { found, expected });
  };
  const cells = units.length * times.length;
  if (outcome.length !== cells) refuse('outcome', phrases.values(outcome.length), `${cells}`);
  if (treatedFrom.length !== units.length)
    refuse('treatedFrom', phrases.values(treatedFrom.length), `${units.length}`);
  if (clusters && clusters.length !== units.length)
    refuse(
      'clusters',
      { en: `${clusters.length} words`, zh: `${clusters.length} 个聚类名` },
      `${units.length}`,
    );
  if (new Set(units).size !== units.length)
    refuse('units', { en: 'a unit twice', zh: '有单位出现两次' }, { en: 'each once', zh: '各出现一次' });
  const falling = times.findIndex((time, at) => at > 0 && !(time > (times[at - 1] as number)));
  if (falling > 0)
    refuse(
      'times',
      {
        en: `${times[falling]} after ${times[falling - 1]}`,
        zh: `${times[falling - 1]} 之后为 ${times[falling]}`,
      },
      { en: 'rising times', zh: '递增的时期' },
    );
  const infinite = outcome.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (infinite >= 0)
    refuse(
      units[Math.floor(infinite / times.length)] ?? '',
      { en: 'an infinite outcome', zh: '无穷大的结果' },
      { en: 'numbers or missing', zh: '数字或缺失' },
    );
}

/** First time of treatment inside the panel; `NaN` for who is never treated in it. */
export function beginningOf({ treatedFrom, times }: EffectPanel, unit: number): number {
  const from = treatedFrom[unit] as number;
  return from <= (times.at(-1) as number) ? from : Number.NaN;
}

/** What the regression rests on, with the warnings that a reader must see beside the number. */
export function basisOf(panel: EffectPanel, regression: Regression, options: EffectOptions): EffectBasis {
  const known = [...panel.units.keys()].filter((unit) => hasValue(panel, unit));
  const treated = known.filter((unit) => !Number.isNaN(beginningOf(panel, unit)));
  const treatedClusters = new Set(treated.map((unit) => clusterOf(panel, unit))).size;
  const { observations, clusters, degrees } = regression;
  return {
    observations,
    units: known.length,
    treatedUnits: treated.length,
    clusters,
    treatedClusters,
    degrees,
    issues: warnings(panel, treated, { clusters, treatedClusters }, options),
  };
}

function hasValue({ outcome, times }: EffectPanel, unit: number): boolean {
  const row = outcome.subarray(unit * times.length, (unit + 1) * times.length);
  return row.some((value) => !Number.isNaN(value));
}

function warnings(
  panel: EffectPanel,
  treated: readonly number[],
  { clusters, treatedClusters }: { readonly clusters: number; readonly treatedClusters: number },
  { fewClusters }: EffectOptions,
): readonly Issue[] {
  const found: Issue[] = [];
  const beginnings = new Set(treated.map((unit) => beginningOf(panel, unit)));
  if (clusters < fewClusters || treatedClusters < fewClusters / 2) {
    const facts = { found: clusters, treated: treatedClusters, expected: fewClusters };
    found.push(issue('EFFECT_FEW_CLUSTERS', 'warning', 'clusters', facts));
  }
  if (beginnings.size > 1) {
    found.push(issue('EFFECT_STAGGERED', 'warning', 'treatment', { found: beginnings.size }));
  }
  return [...found, issue('EFFECT_ASSUMES', 'note', 'effect', {})];
}
