import { seededRandom } from '../../base/index.js';
import type { NamedText } from '../parts/table-field.js';

/** Files of the page. */
export type RoadmapField = 'table' | 'scenarios' | 'jobs' | 'successors' | 'matches' | 'labour';

const scenarios = `horizon: 2045
model: {drivers: [population, gdp_per_head, secondary_share]}
scenarios:
  base:
    label: {en: as now, zh: 延续现状}
    mark: D
    growth:
      population: {2023: -0.008, 2031: -0.01}
      gdp: {2023: 0.045, 2031: 0.03, 2038: 0.02}
      secondary_share: {2023: -0.012, 2031: -0.02}
      labour_force: -0.001
    output: {chemicals: 0.04, care: 0.06}
  high:
    label: {en: high growth, zh: 高增长}
    mark: D
    growth: {population: 0, gdp: 0.065, secondary_share: 0.005, labour_force: 0.001}
    output: {chemicals: 0.08, care: 0.06}
  green:
    label: {en: green, zh: 绿色转型}
    mark: D
    growth: {population: -0.005, gdp: 0.04, secondary_share: -0.02, labour_force: 0.001}
    carbon_intensity: {2023: -0.03, 2027: -0.07, 2035: -0.15}
    sinks: {2023: 0.2, 2035: 0.6}
    output: {chemicals: 0.02, care: 0.09}
    levers: {growth_floor: 0.03, elasticity: 0.1, training: 0.15}
`;

const jobs = `place,year,sector,occupation,jobs,retiring
Northpit,2024,coal,face worker,1800,400
Northpit,2024,coal,electrician,350,40
Northpit,2027,coal,face worker,2600,700
`;

const successors = `place,sector,jobs,elasticity,match,cost_per_job,wage_ratio
Northpit,chemicals,5200,0.35,0.25,420000,0.95
Northpit,care,3900,0.86,0.2,60000,0.6
`;

/** An invented place whose emissions follow ln CO₂ = −2.35 + ln people + 0.55 ln output per head + 0.7 ln secondary share, and chance. */
export function roadmapExample(): Readonly<Record<RoadmapField, NamedText>> {
  const random = seededRandom(7);
  const rows = Array.from({ length: 18 }, (_, at) => {
    const people = 62 + 1.1 * at - 0.09 * at * at + 0.25 * Math.sin(1.7 * at);
    const head = 1.9 * 1.075 ** at * Math.exp(-0.0016 * at * at);
    const share = 0.58 - 0.008 * at + 0.012 * Math.sin(0.9 * at);
    const chance = 0.06 * (random() + random() - 1);
    const co2 = Math.exp(-2.35 + Math.log(people) + 0.55 * Math.log(head) + 0.7 * Math.log(share) + chance);
    const cells = [co2.toFixed(3), (head * people).toFixed(2), people.toFixed(2), share.toFixed(3)];
    return `Northpit,${2005 + at},${cells.join(',')}\n`;
  });
  const named = (name: string, text: string) => ({ name, text });
  return {
    table: named('drivers.csv', `place,year,co2,gdp,population,secondary_share\n${rows.join('')}`),
    scenarios: named('scenarios.yaml', scenarios),
    jobs: named('jobs.csv', jobs),
    successors: named('successors.csv', successors),
    matches: named(
      'matches.csv',
      'occupation,sector,match\nelectrician,chemicals,0.7\nface worker,care,0.1\n',
    ),
    labour: named('labour.csv', 'place,labour_force,employed\nNorthpit,302000,284000\n'),
  };
}
