import { type ResultAddress, type ResultKind, type ResultNumber } from '../../assess/index.js';
import { AfterlodeError } from '../../base/index.js';
import type { Panel } from '../../observe/index.js';
import { findCity } from '../../register/index.js';
import type { Workspace } from '../workspace.js';
import { openCarbon, openJobs, openPopulation, openStructure } from './open-analyses.js';
import { openEvaluate } from './open-evaluate.js';
import { openClassify, openRecovery } from './open-identify.js';
import { openTable } from './open-tables.js';
import { openTransfer } from './open-transfer.js';
import type { Opened, Opener } from './opened.js';
import { readPrefix, resultPrefix } from './prefix.js';
import { numberOf } from './rule.js';

const openers: Readonly<Record<ResultKind, Opener>> = {
  classify: openClassify,
  recovery: openRecovery,
  population: openPopulation,
  carbon: openCarbon,
  jobs: openJobs,
  structure: openStructure,
  evaluate: openEvaluate,
  transfer: openTransfer,
};

/** An answer opened again, asked for numbers by their addresses. */
export interface OpenedResult {
  readonly panel: Panel;
  /** The address as the answer itself writes it: a city may be asked for by code or name. */
  readonly address: ResultAddress;
  readonly numberAt: (address: ResultAddress) => ResultNumber | undefined;
}

/** What a server does for nobody: files of this machine, and as many samples as a stranger likes. */
const localOptions = ['table', 'sectors', 'reserves', 'targets', 'units', 'runs'];

/**
 * Asks the command again that an address speaks of, and makes its numbers known by their addresses.
 *
 * @param local whether the address may have the options of `localOptions`
 * @throws AfterlodeError NUMBER_UNKNOWN for an option that it may not have, and those of the command
 */
export async function openResult(
  ws: Workspace,
  address: ResultAddress,
  local: boolean,
): Promise<OpenedResult> {
  const read = readPrefix(address);
  const { kind, path } = address;
  const named = localOptions.find((name) => read.options[name] !== undefined);
  if (named !== undefined && !local) {
    const found = `${kind}/${address.place}/${address.span}`;
    throw new AfterlodeError('NUMBER_UNKNOWN', found, {
      found,
      expected: {
        en: `an address without ${named}: ask the program itself for it`,
        zh: `不含 ${named} 的编号：此类编号只能由本机程序打开`,
      },
    });
  }
  const { table } = read.options;
  const make = () =>
    table !== undefined && isAnalysis(kind) ? openTable(ws, kind, read, table) : openers[kind](ws, read);
  // A file may be another one the next time.
  const opened = named === undefined ? await remembered(ws, keyOf(address), make) : await make();
  const rows = new Map(opened.rows.map((row) => [row.prefix, row]));
  const city = findCity(ws.register, read.place)?.id ?? read.place;
  const prefixes = [read.place, city].map((place) => resultPrefix(kind, place, read.years, read.options));
  const own = prefixes.find((prefix) => rows.has(prefix)) ?? onlyRow(opened);
  const [, place = address.place, span = address.span] = own?.split('/') ?? [];
  return {
    panel: opened.panel,
    address: { kind, place, span, path },
    numberAt(asked) {
      const row = rows.get(`${asked.kind}/${asked.place}/${asked.span}`);
      return row && numberOf(row, asked.path);
    },
  };
}

/** A row that is the only one is meant, whatever else the address says: the reserves of a call, an option by default. */
function onlyRow({ rows }: Opened): string | undefined {
  return rows.length === 1 ? rows[0]?.prefix : undefined;
}

function isAnalysis(kind: ResultKind): kind is 'population' | 'carbon' | 'jobs' | 'structure' {
  return ['population', 'carbon', 'jobs', 'structure'].includes(kind);
}

/** Evaluations, allocations and recovery tables are made for all rows at once. */
function keyOf({ kind, place, span }: ResultAddress): string {
  const { years, options } = readPrefix({ place, span });
  const { test: _test, indicator: _indicator, ...call } = options;
  return kind === 'evaluate' || kind === 'transfer' || kind === 'recovery'
    ? resultPrefix(kind, 'all', years, call)
    : `${kind}/${place}/${span}`;
}

/** A reader opens number after number of the same answer; more than these are made anew. */
const mostRemembered = 8;
const memory = new WeakMap<Workspace, { revision: number; readonly answers: Map<string, Promise<Opened>> }>();

function remembered(ws: Workspace, key: string, make: () => Promise<Opened>): Promise<Opened> {
  const known = memory.get(ws);
  const kept = known?.revision === ws.revision() ? known : { revision: ws.revision(), answers: new Map() };
  memory.set(ws, kept);
  const found = kept.answers.get(key) ?? make();
  kept.answers.delete(key);
  kept.answers.set(key, found);
  found.catch(() => kept.answers.delete(key));
  const [oldest] = kept.answers.keys();
  if (kept.answers.size > mostRemembered && oldest !== undefined) kept.answers.delete(oldest);
  return found;
}
