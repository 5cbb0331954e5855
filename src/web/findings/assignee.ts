import type { LedgerRow } from '../../api/contract.js';

/** Who has to see to a finding, in a line. */
export function assigneeOf({ person, office }: NonNullable<LedgerRow['assignment']>): string {
  return [person, office].filter(Boolean).join(' · ');
}

/** An instant as people read it: day and minute. */
export function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
