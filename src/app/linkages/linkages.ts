import { AfterlodeError, phrases, type Text, toEdge } from '../../base/index.js';
import { expectWritable, type RowSource } from '../../files/index.js';
import { linkagesOf as compute, extractionOf, type FlowTable, regionalTable } from '../../plan/index.js';
import { type SavedFile, saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { deltaOf, extracted, type LinkagesCall, type LinkagesWords } from './call.js';
import { packFlows } from './pack-table.js';
import { linkagesSheets } from './sheets.js';
import { readFlows, readJobs } from './tables.js';

/** A figure for the exponent asked for, and the least and most that any exponent from 0 to 1 gives at its ends. */
export type Ranged = { readonly low: number; readonly high: number };

/** Linkages of a sector; figures are null where it makes nothing. */
export interface SectorAnswer {
  readonly sector: string;
  readonly name: Text | null;
  readonly influence: number | null;
  readonly sensitivity: number | null;
  readonly backward: number | null;
  readonly forward: number | null;
  /** Both influence and sensitivity above 1. */
  readonly key: boolean | null;
  /** Of the influence over exponents; null where the table was not brought to a city. */
  readonly influenceRange: Ranged | null;
}

/** What stops with a sector. */
export interface ExtractionAnswer {
  readonly sector: string;
  readonly total: number;
  /** Of the output of all sectors. */
  readonly share: number;
  readonly range: Ranged | null;
  readonly lost: readonly { readonly sector: string; readonly lost: number }[];
}

/** The answer of `linkages`. */
export interface LinkagesAnswer {
  readonly sectors: readonly SectorAnswer[];
  /** One for each sector that was asked for. */
  readonly extraction: readonly ExtractionAnswer[];
  /** δ; null where the table was taken as it is. */
  readonly delta: number | null;
  readonly files: readonly SavedFile[];
}

/** Tables of a request. */
export interface LinkagesTables {
  readonly flows?: RowSource;
  readonly output?: RowSource;
  readonly jobs?: RowSource;
  /** Id of a table of the pack. */
  readonly packTable?: string;
}

/**
 * How far the sectors of an input–output table pull one another (docs/methods/plan/linkages.md), of the table as it is or brought to a
 * city by its jobs.
 *
 * @throws AfterlodeError CALL_OPTION, LINKAGES_…, FILE_…; nothing is written then
 */
export async function linkages(ws: Workspace, call: LinkagesCall): Promise<LinkagesAnswer> {
  const { out } = call;
  if (out !== undefined) await expectWritable(out);
  const answer = await linkagesOf(ws, call, call);
  if (out === undefined) return answer;
  const title: Text = { en: 'Linkages of sectors', zh: '部门关联' };
  return { ...answer, files: await saveSheets(out, 'linkages', title, linkagesSheets(answer), []) };
}

/** As `linkages`, of tables that are there; writes nothing. */
export async function linkagesOf(
  ws: Workspace,
  tables: LinkagesTables,
  words: LinkagesWords,
): Promise<LinkagesAnswer> {
  const { table: whole, labels } = await givenTable(ws, tables);
  const delta = deltaOf(words.delta);
  const asked = extracted(words, whole.sectors);
  if (tables.jobs === undefined) {
    if (words.delta !== undefined) throw needs('--delta', '--jobs');
    return { ...answerOf(whole, [], asked, labels), delta: null, files: [] };
  }
  const jobs = await readJobs(tables.jobs, whole.sectors);
  // Nobody knows δ of a city: the two ends of what it can be go along.
  const ends = [0, 1].map((end) => regionalTable(whole, jobs, end));
  return { ...answerOf(regionalTable(whole, jobs, delta), ends, asked, labels), delta, files: [] };
}

async function givenTable(ws: Workspace, { flows, output, packTable }: LinkagesTables) {
  if (packTable !== undefined) {
    if (flows !== undefined || output !== undefined)
      throw new AfterlodeError('CALL_OPTION', '--pack-table', {
        found: { en: 'a table of flows as well', zh: '同时给出了流量表' },
        expected: { en: 'one of the two', zh: '二者之一' },
      });
    return packFlows(ws, packTable);
  }
  if (flows === undefined) throw needs('--flows', '--pack-table');
  if (output === undefined) throw needs('--output', '--flows');
  return { table: await readFlows(flows, output), labels: new Map<string, Text>() };
}

function needs(option: string, other: string): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, {
    found: phrases.nothing,
    expected: {
      en: `${option} together with or instead of ${other}`,
      zh: `${option} 须与 ${other} 同用或以其替代`,
    },
  });
}

function answerOf(
  table: FlowTable,
  ends: readonly FlowTable[],
  asked: readonly number[],
  labels: ReadonlyMap<string, Text>,
): Pick<LinkagesAnswer, 'sectors' | 'extraction'> {
  const found = compute(table);
  const others = ends.map((end) => compute(end).influence);
  return {
    sectors: table.sectors.map((sector, at) => {
      const [influence, sensitivity] = [found.influence[at] as number, found.sensitivity[at] as number];
      return {
        sector,
        name: labels.get(sector) ?? null,
        influence: toEdge(influence),
        sensitivity: toEdge(sensitivity),
        backward: toEdge(found.backward[at] as number),
        forward: toEdge(found.forward[at] as number),
        key: Number.isNaN(influence) ? null : influence > 1 && sensitivity > 1,
        influenceRange: rangeOf([influence, ...others.map((one) => one[at] as number)]),
      };
    }),
    extraction: asked.map((sector) => {
      const { lost, total, share } = extractionOf(table, sector);
      const totals = [total, ...ends.map((end) => extractionOf(end, sector).total)];
      return {
        sector: table.sectors[sector] as string,
        total,
        share,
        range: rangeOf(totals),
        lost: table.sectors.map((name, at) => ({ sector: name, lost: lost[at] as number })),
      };
    }),
  };
}

function rangeOf(values: readonly number[]): Ranged | null {
  if (values.length < 2 || values.some(Number.isNaN)) return null;
  return { low: Math.min(...values), high: Math.max(...values) };
}
