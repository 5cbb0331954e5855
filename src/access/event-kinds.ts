/** What can happen that others may be told of; each is put into the outbox by the transaction that makes it happen. */
export const eventKinds = ['import.saved', 'decision.made', 'finding.changed', 'round.changed'] as const;
export type EventKind = (typeof eventKinds)[number];
