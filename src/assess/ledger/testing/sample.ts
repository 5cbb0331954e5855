import { id } from '../../../base/index.js';
import { findingId, makeEvent } from '../event-id.js';
import type { LedgerEvent, LedgerStatus, LedgerStep, Opened, Recheck } from '../types.js';

/** Steps of a finding for the tests of the ledger. */

export const signed = { at: '2026-01-02T03:04:05.000Z', by: 'Li', document: '' };

export function opened(more: Partial<Opened> = {}): Opened {
  return {
    city: id<'city'>('x-1'),
    period: id<'period'>('2024'),
    subject: 'indicator',
    about: 'parking_gap',
    level: 'urban_area',
    place: '',
    lon: null,
    lat: null,
    problemType: '',
    light: 'red',
    mismatch: null,
    value: 1,
    evidence: [],
    note: '',
    ...more,
  };
}

export const measure: LedgerStep = {
  kind: 'measure',
  content: { measure: 'build', body: 'bureau', budget: 5, deadline: '2027-06-30', workItem: '' },
};
export const to = (status: LedgerStatus): LedgerStep => ({ kind: 'status', content: { status, reason: '' } });
export const recheck = (result: Recheck['result'], period = '2025'): LedgerStep => ({
  kind: 'recheck',
  content: {
    period: id<'period'>(period),
    result,
    reason: '',
    lightBefore: 'red',
    lightAfter: 'green',
    valueBefore: 1,
    valueAfter: null,
  },
});
export const note: LedgerStep = { kind: 'note', content: { text: 'seen', evidence: [] } };

/** Events of one finding, each after the one before it. */
export function chain(steps: readonly LedgerStep[], of = opened()): readonly LedgerEvent[] {
  const events = [makeEvent(findingId(of), '', { kind: 'opened', content: of }, signed)];
  for (const step of steps) {
    events.push(makeEvent(findingId(of), events.at(-1)?.id ?? '', step, signed));
  }
  return events;
}
