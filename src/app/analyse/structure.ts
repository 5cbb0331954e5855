import {
  type Diversity,
  diversityOf,
  krugman,
  lilien,
  quotientsOf,
  sharesOf,
  type ThreeSectors,
  theilRationalisation,
  upgradingChange,
} from '../../assess/index.js';
import { AfterlodeError, type Language, phrases, toEdge } from '../../base/index.js';
import { addressed, addressedTable } from '../explained/addressed.js';
import type { Addressed, MaybeAddressed } from '../explained/prefix.js';
import { runForm, type TableCall, type TableForm } from '../tables/forms.js';
import type { Workspace } from '../workspace.js';
import { structureOfWorkspace } from './branches.js';
import type { StructurePlace } from './branches-answer.js';
import { type AnalyseCall, allowOptions } from './call.js';
import { type Edges, edgesOf } from './edges.js';
import { column, referenceRows } from './reference.js';
import { type ResilienceRow, resilienceForm } from './resilience-form.js';
import { type AnalysisRow, byPlace, readAnalysisTable, refuseNegative, refuseTwice } from './table.js';
import { type UpgradingAnswer, upgradingAnswer } from './upgrading.js';

type Edge = number | null;

/** One place of a table, by sector; missing is null. */
export interface StructureRow {
  readonly place: string;
  readonly sectors: readonly {
    readonly sector: string;
    readonly shareFirst: Edge;
    readonly shareLast: Edge;
    readonly quotientFirst: Edge;
    readonly quotientLast: Edge;
  }[];
  /** With jobs beside output; null without. */
  readonly rationalisation: { readonly first: Edge; readonly last: Edge } | null;
  /** Where the sectors are primary, secondary and tertiary. */
  readonly upgrading: UpgradingAnswer | null;
  readonly diversity: { readonly first: Edges<Diversity>; readonly last: Edges<Diversity> };
  readonly krugman: { readonly first: Edge; readonly last: Edge };
  readonly lilien: Edge;
}

const three = ['primary', 'secondary', 'tertiary'];

/**
 * Structure and dependence, from a table of sectors or from the workspace; resilience also from a table of years.
 *
 * @throws AfterlodeError CALL_OPTION, ANALYSIS_TABLE, ANALYSIS_VALUE, CITY_UNKNOWN, CALL_FILE_MISSING
 */
export async function analyseStructure(
  ws: Workspace,
  call: AnalyseCall,
): Promise<readonly ((StructureFormRow & MaybeAddressed) | (StructurePlace & Addressed))[]> {
  const { table } = call;
  if (table !== undefined) return runForm<StructureFormRow>(ws, { ...call, table }, structureForms);
  allowOptions(call, 'structure of the workspace', []);
  return addressed('structure', call, await structureOfWorkspace(ws, call));
}

/** A row of either form of table. */
export type StructureFormRow = StructureRow | ResilienceRow;

const structureForms: readonly TableForm<StructureFormRow>[] = [
  {
    columns: ['place', 'sector', 'first', 'last'],
    run: (_, call) => {
      allowOptions(call, 'structure', ['reference']);
      return bySectors(call);
    },
    addresses: (call, rows) => addressedTable('structure', call, rows),
  },
  {
    columns: ['place', 'year', 'value'],
    run: (ws, call) => {
      allowOptions(call, 'structure', ['reference', 'shock']);
      return resilienceForm(ws, call);
    },
  },
];

async function bySectors(call: TableCall): Promise<readonly StructureRow[]> {
  const amounts = ['first', 'last'];
  const jobs = ['jobs_first', 'jobs_last'];
  const { rows, has, name } = await readAnalysisTable(call.table, {
    texts: ['place', 'sector'],
    optionalTexts: ['group'],
    numbers: amounts,
    optional: jobs,
  });
  refuseNegative(name, rows, [...amounts, ...jobs]);
  refuseTwice(name, rows, ({ text }) => `${text.place} ${text.sector}`);
  const sectors = [...new Set(rows.map(({ text }) => text.sector as string))];
  const groups = has.has('group') ? groupsOf(name, sectors, rows) : null;
  const places = byPlace(rows);
  const reference = referenceRows(call, rows, places);
  const take = (own: readonly AnalysisRow[], name: string) => column(sectors, own, name, 'sector');
  return Array.from(places, ([place, own]) =>
    rowOf(place, sectors, groups, {
      first: take(own, 'first'),
      last: take(own, 'last'),
      reference: { first: take(reference, 'first'), last: take(reference, 'last') },
      jobs: jobs.every((name) => has.has(name))
        ? { first: take(own, 'jobs_first'), last: take(own, 'jobs_last') }
        : null,
    }),
  );
}

interface Pair {
  readonly first: Float64Array;
  readonly last: Float64Array;
}

function rowOf(
  place: string,
  sectors: readonly string[],
  groups: readonly string[] | null,
  own: Pair & { readonly reference: Pair; readonly jobs: Pair | null },
): StructureRow {
  const { first, last, reference, jobs } = own;
  const shares = [sharesOf(first), sharesOf(last)] as const;
  const quotients = [quotientsOf(first, reference.first), quotientsOf(last, reference.last)] as const;
  const isThree = sectors.length === 3 && three.every((name) => sectors.includes(name));
  const inOrder = (values: Float64Array) =>
    three.map((name) => values[sectors.indexOf(name)] as number) as unknown as ThreeSectors;
  const diversity = (values: Float64Array) => edgesOf(diversityOf(values, groups ?? undefined));
  return {
    place,
    sectors: sectors.map((sector, at) => ({
      sector,
      shareFirst: toEdge(shares[0][at] as number),
      shareLast: toEdge(shares[1][at] as number),
      quotientFirst: toEdge(quotients[0][at] as number),
      quotientLast: toEdge(quotients[1][at] as number),
    })),
    rationalisation: jobs && {
      first: toEdge(theilRationalisation(first, jobs.first)),
      last: toEdge(theilRationalisation(last, jobs.last)),
    },
    upgrading: isThree ? upgradingAnswer(upgradingChange(inOrder(first), inOrder(last))) : null,
    diversity: { first: diversity(first), last: diversity(last) },
    krugman: {
      first: toEdge(krugman(first, reference.first)),
      last: toEdge(krugman(last, reference.last)),
    },
    lilien: toEdge(lilien(first, last)),
  };
}

function groupsOf(path: string, sectors: readonly string[], rows: readonly AnalysisRow[]): string[] {
  return sectors.map((sector) => {
    const names = new Set(
      rows.filter(({ text }) => text.sector === sector).map(({ text }) => text.group ?? ''),
    );
    if (names.size === 1 && !names.has('')) return [...names][0] as string;
    const said = (language: Language) =>
      [...names].map((name) => (name === '' ? phrases.nothing[language] : name)).join(', ');
    const where = { en: `${path} sector ${sector}, column group`, zh: `${path} 部门 ${sector} 的 group 列` };
    throw new AfterlodeError('ANALYSIS_TABLE', where, {
      found: { en: said('en'), zh: said('zh') },
      expected: { en: 'one and the same group in every row', zh: '各行相同的一个组' },
    });
  });
}
