import { setImmediate } from 'node:timers/promises';
import { parameterValue } from '../../assess/index.js';
import { type Issue, issue, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { expectWritable, parseYaml, type RowSource, readTextFile } from '../../files/index.js';
import {
  type CarbonScenario,
  type DrawSettings,
  type DriverYears,
  fitStirpat,
  roadmapCarbon,
  type Stirpat,
} from '../../plan/index.js';
import { saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { modelAnswer, pathPoints, type RoadmapAnswer, type RoadmapRow, yearRange } from './answer.js';
import { carbonAssumed, refuseStrangers } from './assumed.js';
import { type GivenJobs, type JobTables, jobsOf, readJobTables } from './jobs.js';
import { readScenarios, type ScenarioFile, type WrittenScenario } from './scenarios.js';
import { roadmapSheets } from './sheets.js';
import { readDrivers } from './tables.js';
import { carbonWarnings, modelWarnings } from './warnings.js';
import { wrongWord } from './words.js';

/** Tables of a request. */
export interface RoadmapTables extends JobTables {
  readonly table: RowSource;
  /** The scenario file: its text in YAML, or what it says. */
  readonly scenarios:
    | { readonly name: string; readonly text: string }
    | { readonly name: string; readonly value: unknown };
}

/** The command `roadmap`, as written: paths of files. */
export interface RoadmapCall {
  /** Table `place,year,co2,gdp,population,…`. */
  readonly table: string;
  readonly scenarios: string;
  readonly jobs?: string;
  readonly successors?: string;
  readonly matches?: string;
  readonly labour?: string;
  /** Folder for CSV files and a workbook. */
  readonly out?: string;
}

/**
 * Roadmaps of carbon and jobs (docs/methods/plan/roadmap-carbon.md, roadmap-jobs.md).
 *
 * @throws AfterlodeError ROADMAP_…, CALL_OPTION, FILE_…; nothing is written then
 */
export async function roadmap(ws: Workspace, call: RoadmapCall): Promise<RoadmapAnswer> {
  const { out, scenarios } = call;
  if (out !== undefined) await expectWritable(out);
  const text = await readTextFile(scenarios);
  const answer = await roadmapOf(ws, { ...call, scenarios: { name: scenarios, text } });
  if (out === undefined) return answer;
  const title: Text = { en: 'Roadmaps of carbon and jobs', zh: '碳与就业路线图' };
  return { ...answer, files: await saveSheets(out, 'roadmap', title, roadmapSheets(answer), []) };
}

/** As `roadmap`, of tables that are there; writes nothing. */
export async function roadmapOf({ catalog }: Workspace, tables: RoadmapTables): Promise<RoadmapAnswer> {
  const { scenarios } = tables;
  const value = 'text' in scenarios ? parseYaml(scenarios.text, scenarios.name) : scenarios.value;
  const file = readScenarios(scenarios.name, value, catalog);
  const { places, issues } = await readDrivers(tables.table, file.columns);
  const names = places.map(({ place }) => place);
  refuseStrangers(file.name, file.scenarios, names);
  for (const data of places) refuseHorizon(file, data);
  const jobs = await readJobTables(tables, names, catalog);
  const found: ReturnType<typeof placeRoadmaps>[] = [];
  for (const data of places) {
    found.push(placeRoadmaps(data, file, jobs, catalog));
    // A server answers others between two places.
    await setImmediate();
  }
  return {
    rows: found.flatMap(({ rows }) => rows),
    models: found.flatMap(({ models }) => models),
    horizon: file.horizon,
    confidence: file.draws.confidence,
    issues: [...issues, ...samePaths(file, names), ...found.flatMap(({ issues: own }) => own)],
    files: [],
  };
}

/** Years of the longest path: beyond, only memory would be filled. */
const longest = 200;

function refuseHorizon({ name, horizon }: ScenarioFile, { place, years }: DriverYears): void {
  const last = years.at(-1) as number;
  if (horizon > last && horizon <= last + longest) return;
  throw wrongWord(
    { value: horizon, where: `${name}: horizon` },
    {
      en: `a year from ${last + 1} to ${last + longest}, as the data of ${place} end in ${last}`,
      zh: `${last + 1} 至 ${last + longest} 之间的年份（${place} 的数据止于 ${last} 年）`,
    },
  );
}

/** Scenarios that lead several places by the same rates. */
function samePaths({ name, scenarios }: ScenarioFile, places: readonly string[]): readonly Issue[] {
  return scenarios.flatMap(({ scenario, places: own }) => {
    const shared = places.filter((place) => !own.has(place)).length;
    const where = `${name}: scenarios.${scenario}`;
    return shared < 2 ? [] : [issue('ROADMAP_SAME_PATHS', 'warning', where, { found: shared })];
  });
}

function placeRoadmaps(data: DriverYears, file: ScenarioFile, jobs: GivenJobs | null, catalog: Catalog) {
  const first = (data.years.at(-1) as number) + 1;
  const assumed = file.scenarios.map((written) => ({
    written,
    scenario: carbonAssumed(written, data.place, { file: file.name, columns: file.columns, first }),
  }));
  const draws = {
    ...file.draws,
    block: file.draws.block ?? Math.ceil(Math.cbrt(data.years.length)),
  };
  const model = assumed.some(({ scenario }) => scenario.carbonIntensity === null)
    ? fitStirpat(data, file.model, parameterValue(catalog, 'peak_years_minimum'))
    : null;
  const doubts = model === null ? [] : modelWarnings(data.place, model);
  return {
    rows: assumed.map((one) => rowOf(data, { ...one, model, draws, doubts }, file, jobs, catalog)),
    models: model === null ? [] : [modelAnswer(data, model, draws)],
    issues: doubts,
  };
}

interface Asked {
  readonly written: WrittenScenario;
  readonly scenario: CarbonScenario;
  readonly model: Stirpat | null;
  readonly draws: DrawSettings;
  /** About the regression. */
  readonly doubts: readonly Issue[];
}

function rowOf(
  data: DriverYears,
  { written, scenario, model, draws, doubts }: Asked,
  file: ScenarioFile,
  jobs: GivenJobs | null,
  catalog: Catalog,
): RoadmapRow {
  const limits = {
    horizon: file.horizon,
    extrapolation: parameterValue(catalog, 'roadmap_extrapolation'),
    draws,
  };
  const found = roadmapCarbon(data, model, scenario, limits);
  const stated = scenario.carbonIntensity !== null;
  const where = `${data.place}, ${written.scenario}`;
  const own =
    jobs && jobsOf(jobs, written, { file: file.name, place: data.place, years: found.years, where }, catalog);
  return {
    place: data.place,
    scenario: written.scenario,
    label: written.label,
    assumptions: written.assumptions,
    mark: written.mark,
    peakYear: yearRange(found.peak),
    peakShare: Number.isNaN(found.peakShare) ? null : found.peakShare,
    neutralYear: yearRange(found.neutral),
    path: pathPoints(found),
    jobs: own?.answer ?? null,
    warnings: [
      ...(stated ? [] : doubts),
      ...carbonWarnings(where, data, found, stated, catalog),
      ...(own?.warnings ?? []),
    ],
  };
}
