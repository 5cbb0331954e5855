import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from '../../base/index.js';
import type { Light } from '../types.js';
import { findingId, isWhole, makeEvent } from './event-id.js';
import { eventRow, ledgerColumns } from './event-table.js';
import { mergeEvents } from './merge-events.js';
import { readContent, readEvent } from './read-event.js';
import { recheckLight, recheckProblem } from './recheck.js';
import { ledgerEntries, statusSteps } from './transitions.js';
import {
  type LedgerEvent,
  type LedgerStatus,
  ledgerStatuses,
  type LedgerStep,
  type Opened,
  type Recheck,
} from './types.js';

const signed = { at: '2026-01-02T03:04:05.000Z', by: 'Li', document: '' };

function opened(more: Partial<Opened> = {}): Opened {
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

const measure: LedgerStep = {
  kind: 'measure',
  content: { measure: 'build', body: 'bureau', budget: 5, deadline: '2027-06-30', workItem: '' },
};
const to = (status: LedgerStatus): LedgerStep => ({ kind: 'status', content: { status, reason: '' } });
const recheck = (result: Recheck['result'], period = '2025'): LedgerStep => ({
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
const note: LedgerStep = { kind: 'note', content: { text: 'seen', evidence: [] } };

/** Events of one finding, each after the one before it. */
function chain(steps: readonly LedgerStep[], of = opened()): readonly LedgerEvent[] {
  const events = [makeEvent(findingId(of), '', { kind: 'opened', content: of }, signed)];
  for (const step of steps) {
    events.push(makeEvent(findingId(of), events.at(-1)?.id ?? '', step, signed));
  }
  return events;
}

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

/** Words with commas, quotes, line ends, blanks and Chinese. */
const words = fc
  .array(fc.constantFrom('a', ',', '"', '\n', '\r\n', '\t', ' ', '楼', '😀', '=1', '\\', "'", '[', '—'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
const some = words.map((text) => `x${text}`);
const number = fc.option(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
  { nil: null },
);

const anyEvent: fc.Arbitrary<LedgerEvent> = fc
  .record({
    place: words,
    problemType: words,
    noteText: words,
    evidence: fc.array(words, { maxLength: 3 }),
    value: number,
    kind: fc.constantFrom('opened', 'measure', 'status', 'recheck', 'note'),
    by: words,
    document: words,
    measure: some,
    body: some,
    budget: number.map((one) => (one === null ? null : Math.abs(one))),
    light: fc.constantFrom<Light>('green', 'yellow', 'red', 'none'),
  })
  .map((one) => {
    const of = opened({
      place: one.place,
      problemType: one.problemType,
      note: one.noteText,
      evidence: one.evidence,
      value: one.value,
      light: one.light,
      mismatch: one.light === 'red' ? 'people_worse' : null,
      lon: one.value === null ? null : 100.123456789012345,
      lat: one.value === null ? null : -45.5,
    });
    const steps: Readonly<Record<string, LedgerStep>> = {
      opened: { kind: 'opened', content: of },
      measure: {
        kind: 'measure',
        content: {
          measure: one.measure,
          body: one.body,
          budget: one.budget,
          deadline: '2028-02-29',
          workItem: one.place,
        },
      },
      status: { kind: 'status', content: { status: 'dropped', reason: one.noteText } },
      recheck: {
        ...recheck('cannot_tell'),
        content: { ...recheck('cannot_tell').content, reason: 'boundary_changed', valueAfter: one.value },
      } as LedgerStep,
      note: { kind: 'note', content: { text: one.measure, evidence: one.evidence } },
    };
    const step = steps[one.kind] as LedgerStep;
    return makeEvent(findingId(of), '', step, { ...signed, by: one.by, document: one.document });
  });

describe('an event written and read back', () => {
  it('is the same as a row of a table, whatever words it holds', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const cells = eventRow(event);
        const record = Object.fromEntries(ledgerColumns.map((name, at) => [name, cells[at] ?? '']));
        expect(readEvent(record, 'row')).toEqual(event);
      }),
    );
  });

  it('is the same as JSON', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const back = JSON.parse(JSON.stringify(event)) as Record<string, unknown>;
        expect(readEvent(back, 'event')).toEqual(event);
        expect(isWhole(readEvent(back, 'event'))).toBe(true);
      }),
    );
  });

  it.each([
    [{ kind: 'guess' }, /kind/],
    [{ kind: 'status', status: 'finished' }, /status/],
    [{ kind: 'measure', measure: 'x', body: ' ' }, /body/],
    [{ kind: 'measure', measure: 'x', body: 'y', budget: 'much' }, /a number/],
    [{ kind: 'measure', measure: 'x', body: 'y', budget: -1 }, /not below 0/],
    [{ kind: 'measure', measure: 'x', body: 'y', deadline: '2027-02-30' }, /a day/],
    [{ kind: 'note', text: 'x', evidence: '{' }, /a list/],
    [{ kind: 'note', text: 'a\u0001b' }, /control characters/],
    [{ kind: 'note', text: 7 }, /text/],
    [{ ...opened(), kind: 'opened', lon: 200, lat: 0 }, /degrees/],
    [{ ...opened(), kind: 'opened', lon: 20 }, /both or neither/],
  ])('is refused where a field is wrong: %j', (record, message) => {
    const head = { id: 'a', finding: 'f', previous: '', at: signed.at, by: '', document: '' };
    expect(() => readEvent({ ...head, ...record }, 'row 2')).toThrow(/LEDGER_VALUE.*row 2/);
    expect(() => readEvent({ ...head, ...record }, 'row 2')).toThrow(message);
  });

  it('needs an instant, and a form may not bring fields of another kind', () => {
    const whole = { id: 'a', finding: 'f', kind: 'note', text: 'x', at: 'yesterday' };
    expect(() => readEvent(whole, 'row 2')).toThrow(/an instant/);
    expect(() => readContent('note', { text: 'x', measure: 'y' }, 'note')).toThrow(/measure/);
    expect(readContent('measure', { measure: 'x', body: 'y' }, 'measure')).toEqual({
      measure: 'x',
      body: 'y',
      budget: null,
      deadline: '',
      workItem: '',
    });
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
