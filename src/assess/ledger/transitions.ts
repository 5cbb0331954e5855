import { AfterlodeError, type Text } from '../../base/index.js';
import type { Comment, LedgerEntry, LedgerEvent, LedgerKind, LedgerStatus } from './types.js';

/** Where a person may take a finding from each status. A measure takes it from `open` to `planned` by itself. */
export const statusSteps: Readonly<Record<LedgerStatus, readonly LedgerStatus[]>> = {
  open: ['dropped'],
  planned: ['under_way', 'dropped'],
  under_way: ['done', 'planned', 'dropped'],
  done: ['closed', 'under_way'],
  closed: ['open'],
  dropped: ['open'],
};

/** Statuses in which a measure may be set or replaced. */
const plannable: readonly LedgerStatus[] = ['open', 'planned', 'under_way'];

/**
 * The finding after one more event. An opening is the first and only one; a finding is closed only after a re-check that
 * found it improved, and what was dropped is not re-checked before it is opened again.
 *
 * @throws AfterlodeError LEDGER_STEP
 */
export function applyEvent(entry: LedgerEntry | null, event: LedgerEvent): LedgerEntry {
  if (event.kind === 'opened') {
    if (entry !== null)
      throw refused(
        event,
        { en: 'opened again', zh: '重复立项' },
        { en: 'another event, or a finding of another period', zh: '其他记录，或另一时期的问题' },
      );
    return begun(event, event.content);
  }
  if (entry === null) throw refused(event, event.kind, { en: 'opened first', zh: '先立项' });
  const next = {
    ...entry,
    changedAt: event.at,
    events: [...entry.events, event],
  };
  switch (event.kind) {
    case 'measure':
      if (!plannable.includes(entry.status)) throw refused(event, entry.status, plannable.join(', '));
      return {
        ...next,
        measure: event.content,
        status: entry.status === 'open' ? 'planned' : entry.status,
      };
    case 'status':
      checkStatus(entry, event, event.content.status);
      return { ...next, status: event.content.status };
    case 'recheck':
      if (entry.status === 'dropped')
        throw refused(event, entry.status, { en: 'a finding that was not dropped', zh: '未撤销的问题' });
      if (event.content.period <= entry.opened.period) {
        throw refused(event, event.content.period, {
          en: `a period after ${entry.opened.period}`,
          zh: `${entry.opened.period} 之后的时期`,
        });
      }
      return { ...next, recheck: event.content };
    case 'note':
      return next;
    case 'assigned': {
      const { person, office } = event.content;
      return { ...next, assignment: person === '' && office === '' ? null : event.content };
    }
    case 'comment':
      return { ...next, comments: commented(entry, event.id, event.content, event) };
    case 'file': {
      const { id, by, at } = event;
      return { ...next, files: [...entry.files, { ...event.content, id, by, at }] };
    }
  }
}

/** Whether events of this kind only add words or files: two people may do so at once without seeing each other's. */
export function isSaid(kind: LedgerKind): boolean {
  return kind === 'comment' || kind === 'note' || kind === 'file';
}

/** The comments after one more; an edit changes the words, by whoever said them first and nobody else. */
function commented(
  entry: LedgerEntry,
  id: string,
  { text, answers, edits }: Comment,
  event: LedgerEvent,
): LedgerEntry['comments'] {
  const known = (name: string) => entry.comments.some((one) => one.id === name);
  for (const name of [answers, edits]) {
    if (name === '' || known(name)) continue;
    throw refused(event, name, { en: 'a comment of this finding', zh: '该问题下的评论' });
  }
  if (edits === '')
    return [...entry.comments, { id, by: event.by, at: event.at, editedAt: '', text, answers }];
  return entry.comments.map((one) => {
    if (one.id !== edits) return one;
    if (one.by !== event.by) {
      throw refused(event, event.by, { en: `words of ${one.by}`, zh: `${one.by} 本人修改` });
    }
    return { ...one, text, editedAt: event.at };
  });
}

function begun(event: LedgerEvent, opened: LedgerEntry['opened']): LedgerEntry {
  return {
    id: event.finding,
    opened,
    status: 'open',
    measure: null,
    recheck: null,
    assignment: null,
    comments: [],
    files: [],
    openedAt: event.at,
    changedAt: event.at,
    events: [event],
  };
}

function checkStatus(entry: LedgerEntry, event: LedgerEvent, status: LedgerStatus): void {
  const steps = statusSteps[entry.status];
  if (!steps.includes(status)) throw refused(event, `${entry.status} → ${status}`, steps.join(', '));
  if (status === 'closed' && entry.recheck?.result !== 'improved') {
    throw refused(event, entry.recheck?.result ?? { en: 'no re-check', zh: '没有复查' }, {
      en: 'a re-check that found it improved',
      zh: '结果为改善的复查',
    });
  }
}

function refused(event: LedgerEvent, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('LEDGER_STEP', event.finding, { found, expected });
}

/**
 * Findings as their events leave them, by id.
 *
 * @param events of any findings, each finding's in their order
 * @throws AfterlodeError LEDGER_STEP, LEDGER_CHAIN where an event does not follow the one before it
 */
export function ledgerEntries(events: readonly LedgerEvent[]): ReadonlyMap<string, LedgerEntry> {
  const entries = new Map<string, LedgerEntry>();
  for (const event of events) {
    const entry = entries.get(event.finding) ?? null;
    const last = entry?.events.at(-1)?.id ?? '';
    if (event.previous !== last) {
      throw new AfterlodeError('LEDGER_CHAIN', event.finding, {
        found: event.previous || '-',
        expected: last || '-',
      });
    }
    entries.set(event.finding, applyEvent(entry, event));
  }
  return entries;
}
