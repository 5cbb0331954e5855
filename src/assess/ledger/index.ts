export { findingId, isWhole, makeEvent } from './event-id.js';
export { eventRow, ledgerColumns } from './event-table.js';
export { type MergedEvents, mergeEvents } from './merge-events.js';
export { ledgerFields, readContent, readEvent } from './read-event.js';
export { type RecheckAnswer, recheckLight, recheckProblem } from './recheck.js';
export { applyEvent, ledgerEntries, statusSteps } from './transitions.js';
export * from './types.js';
