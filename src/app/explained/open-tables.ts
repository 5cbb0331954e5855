import type { ResultInput } from '../../assess/index.js';
import { sameText } from '../../base/index.js';
import type { Panel } from '../../observe/index.js';
import type { JobsRow } from '../analyse/activities.js';
import type { AnalyseCall } from '../analyse/call.js';
import { analyseCarbon } from '../analyse/carbon.js';
import type { CarbonRow } from '../analyse/carbon-answer.js';
import { analyseJobs } from '../analyse/jobs.js';
import { analysePopulation } from '../analyse/population.js';
import { analyseStructure } from '../analyse/structure.js';
import type { Workspace } from '../workspace.js';
import type { Amounts, End, Part } from './amounts.js';
import { type CarbonFigure, carbonRules } from './carbon.js';
import { cellInput, type GivenRow, type GivenTable, givenTable, rowsWith } from './given-table.js';
import { activityRules } from './jobs.js';
import { titleOf } from './open-analyses.js';
import { type Opened, spanOf } from './opened.js';
import { populationTableRules } from './population.js';
import type { MaybeAddressed, ReadPrefix } from './prefix.js';
import { endWords, type NumberRule, type Words } from './rule.js';
import { branchRules, rationalisationRule, type SectorSums, upgradingRules } from './structure.js';

/** Analyses of a table somebody gave: nothing is read from the workspace. */
const noPanel: Panel = { cities: [], periods: [], origins: [], columns: new Map() };

type Kind = 'population' | 'carbon' | 'jobs' | 'structure';

/** Opens an analysis of a table again. @throws AfterlodeError as the analysis */
export async function openTable(ws: Workspace, kind: Kind, read: ReadPrefix, path: string): Promise<Opened> {
  const { years, reference, chained, interval, sectors } = read.options;
  const call: AnalyseCall = {
    ...spanOf(read),
    cities: [],
    table: path,
    ...(years !== undefined && { years }),
    ...(reference !== undefined && { reference }),
    ...(chained !== undefined && { chained: chained === 'true' }),
    ...(interval !== undefined && { interval }),
    ...(sectors !== undefined && { sectors }),
  };
  const table = await givenTable(path);
  const ruled = <Row extends MaybeAddressed & { readonly place: string }>(
    rows: readonly Row[],
    rules: (row: Row) => readonly NumberRule[],
  ): Opened => ({
    panel: noPanel,
    rows: rows.map((row) => ({
      prefix: row.explain ?? '',
      title: titleOf(sameText(row.place), read),
      row,
      rules: rules(row),
    })),
  });
  const at = (place: string) => rowsWith(table, { place });
  switch (kind) {
    case 'population':
      return ruled(await analysePopulation(ws, call), ({ place }) => populationTableRules(table, at(place)));
    case 'jobs':
      return ruled(
        (await analyseJobs(ws, call)) as readonly (JobsRow & MaybeAddressed)[],
        ({ place, activity }) =>
          activityRules(amountsOf(table, { column: 'activity', place, reference }), '', activity),
      );
    case 'structure':
      return ruled(await analyseStructure(ws, call), ({ place }) =>
        structureTableRules(table, place, reference),
      );
    case 'carbon': {
      const bySector = sectors === undefined ? null : await givenTable(sectors);
      return ruled(await analyseCarbon(ws, call), (row) =>
        carbonRules({
          row,
          unit: '',
          figure: (name, year) => carbonCell(table, row, name, year),
          sectors: (year) => (bySector ? sectorCells(bySector, row.place, year) : []),
        }),
      );
    }
  }
}

const figureWords: Readonly<Record<CarbonFigure, Words>> = {
  co2: ['Emissions', '排放'],
  co2_consumption: ['Emissions, consumption side', '排放（消费侧）'],
  gdp: ['Output', '产出'],
  population: ['People', '人口'],
  energy: ['Energy', '能耗'],
};

function carbonCell(
  table: GivenTable,
  { place, inventory }: CarbonRow,
  name: CarbonFigure,
  year: number,
): ResultInput {
  const [en, zh] = figureWords[name];
  const of = inventory === 'table' ? {} : { inventory };
  const rows = rowsWith(table, { place, year: String(year), ...of });
  return cellOrGap(table, rows, name, [`${en} ${year}`, `${year} 年${zh}`]);
}

function sectorCells(table: GivenTable, place: string, year: number): readonly ResultInput[] {
  return rowsWith(table, { place, year: String(year) }).flatMap((row) =>
    ['output', 'energy', 'co2'].map((name) => {
      const said = `${row.cells.sector ?? ''} ${year}: ${name}`;
      return cellInput(table, [row], name, { label: [said, said], unit: '' });
    }),
  );
}

/** A year without a row is a gap, not a sum of nothing. */
function cellOrGap(table: GivenTable, rows: readonly GivenRow[], column: string, label: Words): ResultInput {
  const input = cellInput(table, rows, column, { label, unit: '' });
  return rows.length > 0 || typeof input === 'string' ? input : { ...input, value: Number.NaN };
}

interface AmountsCall {
  /** Column that names the activity or sector. */
  readonly column: 'activity' | 'sector';
  readonly place: string;
  /** Place to compare with; undefined: all together. */
  readonly reference: string | undefined;
  /** `jobs_` for the jobs beside output. */
  readonly before?: string;
}

/** Amounts of a table: a place of its own against another, or against all places together. */
function amountsOf(table: GivenTable, { column, place, reference, before = '' }: AmountsCall): Amounts {
  const names = [...new Set(table.rows.map(({ cells }) => (cells[column] ?? '').trim()))];
  const part = (words: Readonly<Record<string, string>>) => (name: string, end: End) =>
    partOf(table, rowsWith(table, { ...words, [column]: name }), before + end, name, end);
  return {
    names,
    unit: '',
    labelOf: (name) => [name, name],
    own: part({ place }),
    reference: part(reference === undefined ? {} : { place: reference }),
  };
}

function partOf(table: GivenTable, rows: readonly GivenRow[], column: string, name: string, end: End): Part {
  const [en, zh] = endWords[end] as Words;
  const input = cellInput(table, rows, column, { label: [`${name} ${en}`, `${zh}${name}`], unit: '' });
  return { input, value: typeof input === 'string' ? Number.NaN : input.value };
}

const three = ['primary', 'secondary', 'tertiary'];

function structureTableRules(
  table: GivenTable,
  place: string,
  reference: string | undefined,
): readonly NumberRule[] {
  const amounts = amountsOf(table, { column: 'sector', place, reference });
  const jobs = amountsOf(table, { column: 'sector', place, reference, before: 'jobs_' });
  const of = (all: Amounts, names: readonly string[]) => (end: End) =>
    names.map((name) => all.own(name, end).input);
  return [
    ...branchRules(amounts, 'sectors'),
    ...upgradingRules('upgrading', '', of(amounts, three) as unknown as SectorSums),
    rationalisationRule(of(amounts, amounts.names), of(jobs, jobs.names)),
  ];
}
