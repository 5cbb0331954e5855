import { describe, expect, it } from 'vitest';
import { compareUpload, givenOf } from '../../src/app/campaign/upload-compare.js';
import type { Workspace } from '../../src/app/workspace.js';
import { id } from '../../src/base/index.js';
import type { FilledRow, FormRow, KeptValue } from '../../src/campaign/index.js';
import { sampleCatalog } from '../../src/observe/testing/sample.js';

const ws = { catalog: sampleCatalog([]) } as unknown as Workspace;
const indicator = id<'indicator'>('residents');
const unit = id<'unit'>('10_thousand_person');
const form = new Map([
  ['residents', { indicator, unit, unitLabel: { en: '10 thousand persons', zh: '万人' } } as FormRow],
]);

/** A row that held `before` when the workbook was made and says `value` now. */
function row(before: number | null, value: number | null): FilledRow {
  const words = { why: '', source: '' };
  return { indicator, cell: '人口!E5', value, ...words, before: { value: before, ...words } };
}

function kept(by: string, value: number, given = '10_thousand_person'): ReadonlyMap<string, KeptValue> {
  const words = { missing: '', source: '', explanation: '', at: '', why: '' };
  const one = { indicator, value, unit: id<'unit'>(given), ...words, by, revision: 1 };
  return new Map([['residents', { ...one, unitId: id<'city'>('cn-230400') }]]);
}

const compare = (one: FilledRow, present: ReadonlyMap<string, KeptValue>) =>
  compareUpload(ws, [one], form, present, 'wang');

describe('a row of a workbook against the return', () => {
  it('is a change where it was touched and nobody else was faster', () => {
    const { changes, touched, messages } = compare(row(null, 88), new Map());
    expect(changes).toMatchObject([{ cell: '人口!E5', old: { value: null }, new: { value: 88 } }]);
    expect([touched.length, messages.length]).toEqual([1, 0]);
  });

  it('is no change where the return says the same, in whatever unit, and goes along when a call is repeated', () => {
    const { changes, touched, messages } = compare(row(null, 88), kept('li', 880_000, 'person'));
    expect([changes.length, touched.length, messages.length]).toEqual([0, 1, 0]);
  });

  it('may follow one’s own earlier upload, and never overwrites another person', () => {
    expect(compare(row(null, 89), kept('wang', 88)).changes).toHaveLength(1);
    const { touched, messages } = compare(row(null, 89), kept('li', 88));
    expect(touched).toEqual([]);
    expect(messages).toMatchObject([{ code: 'WORKBOOK_CELL_CHANGED', severity: 'error', cell: '人口!E5' }]);
    expect(messages[0]?.message.zh).toBe('人口!E5：工作簿生成之后，li 已将此值改为 88 万人');
  });

  it('leaves what was changed since as it is where it was not touched', () => {
    const { touched, changes, messages } = compare(row(null, null), kept('li', 88));
    expect([touched, changes]).toEqual([[], []]);
    expect(messages.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['WORKBOOK_CELL_KEPT note']);
  });
});

describe('the word beside a value', () => {
  it('explains it, or says why there is none', () => {
    expect(givenOf({ ...row(null, 88), why: 'x' }, unit)).toMatchObject({ explanation: 'x', missing: '' });
    expect(givenOf({ ...row(88, null), why: 'x' }, unit)).toMatchObject({ explanation: '', missing: 'x' });
  });
});
