import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Light } from '../types.js';
import { dueDay, isOverdue } from './due.js';
import { findingId, makeEvent } from './event-id.js';
import { mergeEvents } from './merge-events.js';
import { recheckLight, recheckProblem } from './recheck.js';
import { chain, measure, note, opened, recheck, signed, to } from './testing/sample.js';
import { ledgerEntries, statusSteps } from './transitions.js';
import {
  type LedgerEntry,
  type LedgerEvent,
  type LedgerStatus,
  type LedgerStep,
  ledgerStatuses,
} from './types.js';

const after = (...steps: readonly LedgerStep[]) => [...ledgerEntries(chain(steps)).values()][0];

/** A way to each status. */
const ways: Readonly<Record<LedgerStatus, readonly LedgerStep[]>> = {
  open: [],
  planned: [measure],
  under_way: [measure, to('under_way')],
  done: [measure, to('under_way'), to('done')],
  closed: [measure, to('under_way'), to('done'), recheck('improved'), to('closed')],
  dropped: [to('dropped')],
};

describe('the steps of a finding', () => {
  it.each(ledgerStatuses)('reach %s', (status) => {
    expect(after(...ways[status])?.status).toBe(status);
  });

  const pairs = ledgerStatuses.flatMap((from) => ledgerStatuses.map((status) => [from, status] as const));

  it.each(pairs)('from %s to %s only where the table has it', (from, status) => {
    // a finding that was found improved may be closed; all else is the table's
    const improved = from === 'dropped' ? [] : [recheck('improved')];
    const go = () => after(...ways[from], ...improved, to(status))?.status;
    if (statusSteps[from].includes(status)) expect(go()).toBe(status);
    else expect(go).toThrow(/LEDGER_STEP/);
  });

  it('are closed only after a re-check that found it improved, the latest one', () => {
    const done = ways.done;
    expect(() => after(...done, to('closed'))).toThrow(/no re-check/);
    expect(() => after(...done, recheck('same'), to('closed'))).toThrow(/LEDGER_STEP/);
    expect(() => after(...done, recheck('improved'), recheck('worse', '2026'), to('closed'))).toThrow(
      /LEDGER_STEP/,
    );
    expect(after(...done, recheck('same'), recheck('improved', '2026'), to('closed'))?.status).toBe('closed');
  });

  it('take a measure while open, planned or under way, the latest one in force', () => {
    const other = { ...measure, content: { ...measure.content, measure: 'other' } } as LedgerStep;
    expect(after(measure, to('under_way'), other)).toMatchObject({
      status: 'under_way',
      measure: { measure: 'other' },
    });
    for (const status of ['done', 'closed', 'dropped'] as const) {
      expect(() => after(...ways[status], measure)).toThrow(/LEDGER_STEP/);
    }
  });

  it('re-check later periods only, and nothing that was dropped', () => {
    expect(after(recheck('worse'))?.recheck?.result).toBe('worse');
    expect(() => after(recheck('worse', '2024'))).toThrow(/a period after 2024/);
    expect(() => after(to('dropped'), recheck('worse'))).toThrow(/LEDGER_STEP/);
  });

  it('keep every event and begin with an opening', () => {
    const entry = after(measure, note, to('under_way'));
    expect(entry?.events.map((event) => event.kind)).toEqual(['opened', 'measure', 'note', 'status']);
    const [first, second] = chain([measure]) as [LedgerEvent, LedgerEvent];
    expect(() => ledgerEntries([second])).toThrow(/LEDGER_CHAIN/);
    expect(() => ledgerEntries([first, first])).toThrow(/LEDGER_CHAIN/);
    const again = makeEvent(first.finding, first.id, { kind: 'opened', content: opened() }, signed);
    expect(() => ledgerEntries([first, again])).toThrow(/opened again/);
    const headless = makeEvent(first.finding, '', note, signed);
    expect(() => ledgerEntries([headless])).toThrow(/opened first/);
  });
});

describe('a finding that many work on', () => {
  const assigned = (person: string, deadline = ''): LedgerStep => ({
    kind: 'assigned',
    content: { person, office: '', deadline, note: '' },
  });
  const comment = (text: string, more: { answers?: string; edits?: string } = {}): LedgerStep => ({
    kind: 'comment',
    content: { text, answers: '', edits: '', ...more },
  });

  it('belongs to the one it was given to last, or to nobody again', () => {
    expect(after(assigned('Li'), assigned('Wang'))?.assignment?.person).toBe('Wang');
    expect(after(assigned('Li'), assigned(''))?.assignment).toBeNull();
    expect(after(to('dropped'), assigned('Li'))?.assignment?.person).toBe('Li');
  });

  it('is due on the earlier of two days, and no more once it is done', () => {
    const due = (...steps: readonly LedgerStep[]) => dueDay(after(...steps) as LedgerEntry);
    expect(due()).toBe('');
    expect(due(assigned('Li', '2027-01-31'))).toBe('2027-01-31');
    expect(due(measure, assigned('Li', '2028-01-31'))).toBe('2027-06-30');
    expect(due(measure, to('under_way'), to('done'))).toBe('');
    expect([isOverdue('2027-01-31', '2027-01-31'), isOverdue('2027-01-31', '2027-02-01')]).toEqual([
      false,
      true,
    ]);
    expect(isOverdue('', '2027-02-01')).toBe(false);
  });

  it('keeps comments in their order, each with its newest words, changed by who said them', () => {
    const [, first] = chain([comment('seen')]) as [LedgerEvent, LedgerEvent];
    const entry = after(
      comment('seen'),
      comment('where?', { answers: first.id }),
      comment('at 5', { edits: first.id }),
    );
    expect(entry?.comments.map(({ text, answers, editedAt }) => [text, answers, editedAt])).toEqual([
      ['at 5', '', signed.at],
      ['where?', first.id, ''],
    ]);
    expect(entry?.events).toHaveLength(4);
    expect(() => after(comment('x', { answers: 'unheard' }))).toThrow(/LEDGER_STEP/);
    const stranger = makeEvent(first.finding, first.id, comment('no', { edits: first.id }), {
      ...signed,
      by: 'Wang',
    });
    expect(() => ledgerEntries([...chain([comment('seen')]), stranger])).toThrow(/words of Li/);
  });

  it('has its files with who added them', () => {
    const file = {
      name: 'a.png',
      sha256: 'ab'.repeat(32),
      mediaType: 'image/png',
      bytes: 9,
      caption: '',
    } as const;
    expect(after({ kind: 'file', content: file })?.files).toMatchObject([{ name: 'a.png', by: 'Li' }]);
  });
});

describe('the id of a finding', () => {
  it('is that of the check-up, and tells places and problem types apart', () => {
    expect(findingId(opened())).toBe('finding/x-1/2024/light.parking_gap');
    expect(findingId(opened({ subject: 'problem', about: 'ageing' }))).toBe('finding/x-1/2024/ageing');
    const places = [
      opened({ place: '一号楼' }),
      opened({ place: '二号楼' }),
      opened({ problemType: 'cracks' }),
    ];
    const ids = places.map(findingId);
    expect(new Set(ids).size).toBe(3);
    for (const one of ids) expect(one).toMatch(/^finding\/x-1\/2024\/light\.parking_gap\/[0-9a-f]{8}$/);
  });
});

describe('a re-check', () => {
  const order: readonly Light[] = ['red', 'yellow', 'green'];
  const lights: readonly Light[] = [...order, 'none'];
  const pairs = lights.flatMap((before) => lights.map((now) => [before, now] as const));

  it.each(pairs)('%s then %s', (before, now) => {
    const step = order.indexOf(now) - order.indexOf(before);
    const wanted = step === 0 ? 'same' : step > 0 ? 'improved' : 'worse';
    const known = before !== 'none' && now !== 'none';
    expect(recheckLight(before, now, false).result).toBe(known ? wanted : 'cannot_tell');
    expect(recheckLight(before, now, true)).toEqual({ result: 'cannot_tell', reason: 'boundary_changed' });
  });

  it('says why it cannot tell', () => {
    expect(recheckLight('red', 'none', false).reason).toBe('no_judgement_now');
    expect(recheckLight('none', 'red', false).reason).toBe('no_judgement_then');
    expect(recheckLight('red', 'green', false).reason).toBe('');
  });

  it('finds a problem again, no longer, or cannot decide', () => {
    expect(recheckProblem('yes', false).result).toBe('same');
    expect(recheckProblem('no', false).result).toBe('improved');
    expect(recheckProblem('open', false)).toEqual({ result: 'cannot_tell', reason: 'values_missing' });
    expect(recheckProblem('no', true).result).toBe('cannot_tell');
  });
});

describe('a ledger read into another', () => {
  const events = chain([measure, to('under_way')]);

  it('adds what is new and nothing the second time', () => {
    expect(mergeEvents([], events)).toEqual({ added: events, known: 0 });
    expect(mergeEvents(events, events)).toEqual({ added: [], known: 3 });
    expect(mergeEvents(events.slice(0, 1), [...events, ...events])).toEqual({
      added: events.slice(1),
      known: 4,
    });
  });

  it('refuses an event that was changed, a gap, and histories that parted', () => {
    const [first, second, third] = events as [LedgerEvent, LedgerEvent, LedgerEvent];
    expect(() => mergeEvents([], [{ ...first, by: 'somebody else' }])).toThrow(/LEDGER_CHANGED/);
    expect(() => mergeEvents([], [first, third])).toThrow(/LEDGER_CHAIN/);
    const other = makeEvent(first.finding, first.id, note, signed);
    expect(() => mergeEvents([first, other], [second])).toThrow(/LEDGER_CHAIN/);
    const impossible = makeEvent(third.finding, third.id, to('closed'), signed);
    expect(() => mergeEvents(events, [impossible])).toThrow(/LEDGER_STEP/);
  });

  it('gives the same ledger in whatever pieces it comes', () => {
    fc.assert(
      fc.property(fc.nat({ max: events.length }), (at) => {
        const first = mergeEvents([], events.slice(0, at)).added;
        expect([...first, ...mergeEvents(first, events).added]).toEqual(events);
      }),
    );
  });
});
