import { useMemo } from 'react';
import type { CatalogAnswer, TransferAnswer } from '../../api/contract.js';
import { type Asked as Answered, usePost } from '../api.js';
import { useCatalog } from '../parts/units.js';
import { navigate, withQuery } from '../router.js';
import {
  type Asked,
  changedBody,
  changesText,
  fixedText,
  isChanged,
  plainBody,
  type Unit,
  usual,
} from './asked.js';

export type TransferRow = TransferAnswer['rows'][number];
export type Formula = CatalogAnswer['transferFormulas'][number];

/** What both questions came to. */
export interface Simulated {
  /** Without the reader's changes. */
  readonly before: TransferAnswer | null;
  /** With them; the same where there are none. */
  readonly now: Answered<TransferAnswer>;
}

/** Asks without the changes, and then with them, since a phase-out begins from what a unit gets without. */
export function useTransfer(asked: Asked, units: readonly Unit[] | null, isWaiting: boolean): Simulated {
  const plain = usePost<TransferAnswer>('/api/transfer', isWaiting ? null : plainBody(asked, units));
  const changed = isChanged(asked);
  const isSettled = !isWaiting && changed && plain.answer !== null && !plain.busy;
  const body = isSettled ? changedBody(asked, units, plain.answer as TransferAnswer) : null;
  const other = usePost<TransferAnswer>('/api/transfer', body);
  if (!changed || plain.error !== null) return { before: plain.answer, now: plain };
  // until the first answer with changes is there, the page keeps what it shows
  const answer = other.answer ?? (other.error === null ? plain.answer : null);
  return { before: plain.answer, now: { ...other, answer, busy: other.busy || plain.busy } };
}

/** Amounts without changes, by city. */
export function useAmountsBefore(before: TransferAnswer | null): ReadonlyMap<string, number> {
  return useMemo(() => new Map(before?.rows.map(({ city, amount }) => [city, amount])), [before]);
}

/** The formula that an answer was made by; null until the catalog is read. */
export function useFormula(id: string | undefined): Formula | null {
  return useCatalog().answer?.transferFormulas.find((one) => one.id === id) ?? null;
}

/** Writes a change of the state into the address. */
export function change(changes: Partial<Asked>): void {
  const query: Record<string, string | null> = {};
  const { budget, period, formula, performance, pool, fixed, phaseOut, city } = changes;
  if (budget !== undefined) query.budget = budget === usual.budget ? null : String(budget);
  if (period !== undefined) query.period = period === usual.period ? null : period;
  if (formula !== undefined) query.formula = formula;
  if (performance !== undefined) query.performance = performance ? null : 'no';
  if (pool !== undefined) query.pool = pool === null ? null : String(pool);
  if (fixed !== undefined) query.fixed = fixedText(fixed);
  if (phaseOut !== undefined) query.phaseout = phaseOut === null ? null : phaseOut.join(',');
  if (changes.changes !== undefined) query.change = changesText(changes.changes);
  if (city !== undefined) query.city = city;
  navigate(withQuery(query), true);
}

/** Writes one cell of a unit; an empty one is taken back. */
export function changeUnit(asked: Asked, city: string, column: string, value: string): void {
  const { [column]: _, ...others } = asked.changes.get(city) ?? {};
  const cells = value === '' ? others : { ...others, [column]: value };
  const changes = new Map(asked.changes);
  if (Object.keys(cells).length === 0) changes.delete(city);
  else changes.set(city, cells);
  change({ changes });
}
