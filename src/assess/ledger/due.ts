import type { LedgerEntry, LedgerStatus } from './types.js';

/** Statuses in which something is still to be done. */
const unfinished: readonly LedgerStatus[] = ['open', 'planned', 'under_way'];

/**
 * The next day on which something is due: the earlier of the deadlines of the assignment and of the measure. Empty where neither has one, and
 * where nothing is to be done any more.
 */
export function dueDay({
  status,
  assignment,
  measure,
}: Pick<LedgerEntry, 'status' | 'assignment' | 'measure'>): string {
  if (!unfinished.includes(status)) return '';
  const days = [assignment?.deadline ?? '', measure?.deadline ?? ''].filter((day) => day !== '');
  return days.toSorted()[0] ?? '';
}

/** Whether the day has passed; on the day itself there is still time. */
export function isOverdue(due: string, today: string): boolean {
  return due !== '' && due < today;
}
