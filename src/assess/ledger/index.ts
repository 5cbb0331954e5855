export { dueDay, isOverdue } from './due.js';
export { findingId, isWhole, makeEvent } from './event-id.js';
export { eventRow, firstColumns, ledgerColumns } from './event-table.js';
export { type MergedEvents, mergeEvents } from './merge-events.js';
export { ledgerFields, readContent, readEvent } from './read-event.js';
export { type RecheckAnswer, recheckLight, recheckProblem } from './recheck.js';
export { applyEvent, isSaid, ledgerEntries, statusSteps } from './transitions.js';
export * from './types.js';
