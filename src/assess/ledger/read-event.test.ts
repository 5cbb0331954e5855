import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AfterlodeError } from '../../base/index.js';
import type { Light } from '../types.js';
import { findingId, isWhole, makeEvent } from './event-id.js';
import { eventRow, ledgerColumns } from './event-table.js';
import { readContent, readEvent } from './read-event.js';
import { opened, recheck, signed } from './testing/sample.js';
import { type LedgerEvent, type LedgerStep, ledgerKinds } from './types.js';

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
    kind: fc.constantFrom(...ledgerKinds),
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
      lon: one.value === null ? null : 100.12345678901235,
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
      assigned: {
        kind: 'assigned',
        content: { person: one.by, office: one.body, deadline: '2028-02-29', note: one.noteText },
      },
      comment: { kind: 'comment', content: { text: one.measure, answers: one.place, edits: '' } },
      file: {
        kind: 'file',
        content: {
          name: one.measure,
          sha256: 'ab'.repeat(32),
          mediaType: 'image/png',
          bytes: 7,
          caption: one.place,
        },
      },
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

  it('names the place in the language of the message', () => {
    const where = { en: 'x.csv, row 2', zh: 'x.csv 第 2 行' };
    let found: unknown;
    try {
      readEvent({ kind: 'none' }, where);
    } catch (error) {
      found = error;
    }
    expect((found as AfterlodeError).text.en).toContain('x.csv, row 2, kind');
    expect((found as AfterlodeError).text.zh).toContain('x.csv 第 2 行 的 kind');
  });
});
