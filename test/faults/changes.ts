import type { Workspace } from '../../src/app/index.js';
import { id, sha256Text } from '../../src/base/index.js';
import { batches, observation, source } from '../store/made.js';
import { history } from '../store/suite-checkup.js';

/** A change of one kind, the `of`-th; asked for again it changes nothing more. */
export type Change = (ws: Workspace, of: number) => Promise<unknown>;

/** Changes that people make side by side. */
export const changes = {
  async account(ws, of) {
    const { accounts } = await ws.store();
    const name = `reporter-${of}`;
    const made = accounts.add({ name, label: '', password: '', holds: [] }, signed);
    // Who was not told tries again and learns that it is done.
    await made.catch((error: unknown) => {
      if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'ACCESS_ACCOUNT_TAKEN') throw error;
    });
  },
  async decision(ws, of) {
    const about = `xx-${of}`;
    const words = { kind: 'note', reason: 'seen', document: '', by: 'Li' } as const;
    await (await ws.store()).saveDecision({ about, ...words, on: id<'date'>('2026-01-03') });
  },
  async import(ws, of) {
    const row = observation({ city: `xx-${of}`, value: of });
    const from = source('a', { sha256: sha256Text(String(of)) });
    await (await ws.store()).saveImport(from, batches([row]));
  },
  async finding(ws, of) {
    const events = history({ city: id<'city'>(`xx-${of}`) });
    await (await ws.store()).addToLedger((present) =>
      present.some(({ finding }) => finding === events[0]?.finding) ? [] : events,
    );
  },
} as const satisfies Readonly<Record<string, Change>>;

export type ChangeKind = keyof typeof changes;
export const kinds = Object.keys(changes) as readonly ChangeKind[];
/** Changes of each kind in each round of a campaign. */
const perRound = 6;

/** A change that a client asks for. */
export interface Asked {
  readonly kind: ChangeKind;
  readonly of: number;
}

/** Changes of all kinds side by side, no round with those of another. */
export function mixedChanges(round: number): readonly (readonly Asked[])[] {
  return Array.from({ length: perRound }, (_, at) =>
    kinds.map((kind) => [{ kind, of: round * perRound + at }]),
  ).flat();
}

const signed = { by: 'client', at: '2026-03-01T08:00:00.000Z', why: '' };

/** How often each change of a kind stands in the store: once is right. Read after everything was acknowledged. */
export async function tally(ws: Workspace): Promise<Readonly<Record<ChangeKind, readonly number[]>>> {
  const store = await ws.store();
  const found: Record<ChangeKind, number[]> = { account: [], decision: [], import: [], finding: [] };
  const numbers = (words: readonly string[]) =>
    words.map((word) => Number(/\d+$/.exec(word)?.[0])).toSorted(ascending);
  found.account = numbers((await store.accounts.list()).map(({ name }) => name));
  found.decision = numbers((await store.decisions()).map(({ about }) => about));
  const { value, revision } = await store.observations();
  found.import = Array.from(value)
    .filter((_one, at) => revision[at] === 1)
    .toSorted(ascending);
  const opened = (await store.ledgerEvents()).filter(({ kind }) => kind === 'opened');
  found.finding = numbers(opened.map((event) => String(Reflect.get(event.content, 'city'))));
  return found;
}

function ascending(a: number, b: number): number {
  return a - b;
}
