import type { OverviewRow } from '../../api/contract.js';

/** A row of the overview as a test needs it; what is not given is Hegang's. */
export function overviewRow(given: Partial<OverviewRow> = {}): OverviewRow {
  const id = given.id ?? 'cn-230400';
  return {
    id,
    adcode: '230400',
    name: { zh: '鹤岗市', en: 'Hegang' },
    pinyin: 'hegang',
    province: { zh: '黑龙江省', en: 'Heilongjiang' },
    level: 'prefecture',
    type: 'declining',
    batch: 3,
    resources: ['coal'],
    point: [130.3, 47.35],
    population: 891271,
    score: 31.4,
    rank: 2,
    rankInterval: [1, 4],
    coverage: 0.9,
    flags: [],
    lights: { green: 1, yellow: 2, red: 3, none: 4 },
    scoreId: `score/${id}/2020/people_work`,
    populationId: `value/${id}/2020/population`,
    ...given,
  };
}
