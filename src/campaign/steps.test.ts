import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError, id } from '../base/index.js';
import {
  emptyReturn,
  mayEdit,
  refuseReturnStep,
  refuseRoundStep,
  refuseStale,
  returnSteps,
  returnViews,
  roundView,
} from './steps.js';
import { type CampaignEvent, type ReturnKind, type RoundState, returnKinds, roundStates } from './types.js';

const unit = id<'city'>('a1');

/** Events one a day, in the order given; `round` kinds have no unit. */
function events(...kinds: readonly CampaignEvent['kind'][]): readonly CampaignEvent[] {
  let revision = 0;
  return kinds.map((kind, at) => {
    const isUnits = Object.hasOwn(returnSteps, kind);
    if (isUnits) revision += 1;
    return {
      number: at + 1,
      round: 'r',
      unit: isUnits ? unit : null,
      kind,
      revision: isUnits ? revision : at + 1,
      at: `2026-01-${String(at + 1).padStart(2, '0')}T08:00:00.000Z`,
      by: `by-${kind}`,
      why: `why-${kind}`,
      content: null,
    };
  });
}

const viewAfter = (...kinds: readonly ReturnKind[]) => {
  const view = returnViews([unit], events(...kinds)).get(unit);
  if (!view) throw new Error('no view');
  return view;
};

function codeOf(work: () => void): string {
  try {
    work();
    return '';
  } catch (error) {
    return error instanceof AfterlodeError ? error.code : 'other';
  }
}

const takes = (round: RoundState, view: ReturnType<typeof viewAfter>, kind: ReturnKind) =>
  codeOf(() => refuseReturnStep(round, view, kind, 'why')) === '';

describe('the return of a unit', () => {
  it('goes the long way round, and tells question, first submission and revision', () => {
    const view = viewAfter('save', 'submit', 'return_province', 'save', 'submit', 'accept_province');
    expect(view).toMatchObject({ state: 'accepted_by_province', revision: 6, question: null });
    expect(view.submitted).toBe('2026-01-02T08:00:00.000Z');
    expect(viewAfter('save', 'submit', 'return_province', 'save')).toMatchObject({
      state: 'returned_by_province',
      question: { by: 'by-return_province', why: 'why-return_province' },
      changed: { by: 'by-save' },
    });
  });

  it('of a closed round is mended only where it was sent back', () => {
    expect(mayEdit('closed', viewAfter('save'))).toBe(false);
    expect(takes('closed', viewAfter('save'), 'submit')).toBe(false);
    expect(mayEdit('closed', viewAfter('save', 'submit', 'return_province'))).toBe(true);
    expect(takes('closed', viewAfter('save', 'submit'), 'accept_province')).toBe(true);
  });

  it('of a locked round goes on only where an appeal was granted, and is locked again', () => {
    const locked = ['save', 'submit', 'accept_province', 'accept_nation', 'lock_return'] as const;
    expect(mayEdit('locked', viewAfter(...locked))).toBe(false);
    expect(takes('locked', viewAfter(...locked), 'grant')).toBe(false);
    expect(viewAfter(...locked, 'appeal')).toMatchObject({ state: 'locked', appeal: { why: 'why-appeal' } });
    expect(takes('locked', viewAfter(...locked, 'appeal'), 'appeal')).toBe(false);
    expect(viewAfter(...locked, 'appeal', 'dismiss')).toMatchObject({ state: 'locked', appeal: null });
    const again = viewAfter(...locked, 'appeal', 'grant');
    expect([again.state, again.reopened, mayEdit('locked', again)]).toEqual(['reopened', true, true]);
    const mended = viewAfter(
      ...locked,
      'appeal',
      'grant',
      'save',
      'submit',
      'accept_province',
      'accept_nation',
    );
    expect(takes('locked', mended, 'lock_return')).toBe(true);
  });

  it('goes back or is appealed only with a reason', () => {
    const view = viewAfter('save', 'submit');
    expect(codeOf(() => refuseReturnStep('open', view, 'return_province', ''))).toBe('ROUND_WHY');
    expect(codeOf(() => refuseReturnStep('open', view, 'accept_province', ''))).toBe('');
  });

  it('takes no step that the table does not name, whatever was done before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roundStates),
        fc.array(fc.constantFrom(...returnKinds), { maxLength: 12 }),
        (round, wishes) => {
          let done: readonly ReturnKind[] = [];
          for (const kind of wishes) {
            const view = done.length === 0 ? emptyReturn(unit) : viewAfter(...done);
            const allowed = takes(round, view, kind);
            const named =
              returnSteps[kind].from.includes(view.state) && returnSteps[kind].round.includes(round);
            expect(allowed && !named).toBe(false);
            if (allowed) done = [...done, kind];
          }
          const last = done.length === 0 ? emptyReturn(unit) : viewAfter(...done);
          expect(last.revision).toBe(done.length);
          // Nothing of a draft or a published round moves.
          expect(done.length > 0 && (round === 'draft' || round === 'published')).toBe(false);
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });
});

describe('the round', () => {
  it('is opened, closed, opened again, locked and published, and takes no other way', () => {
    expect(roundView(events('define', 'open', 'close', 'lock', 'compute')).state).toBe('locked');
    expect(codeOf(() => refuseRoundStep('r', 'draft', 'close'))).toBe('ROUND_STEP');
    expect(codeOf(() => refuseRoundStep('r', 'open', 'lock'))).toBe('ROUND_STEP');
    expect(codeOf(() => refuseRoundStep('r', 'closed', 'open'))).toBe('');
    expect(codeOf(() => refuseRoundStep('r', 'published', 'open'))).toBe('ROUND_STEP');
  });

  it('refuses a step that has seen an older revision, and says who changed it meanwhile', () => {
    const view = viewAfter('save', 'save');
    expect(() => refuseStale(view, 1, 'r/a1')).toThrow(/by-save made revision 2 at 2026-01-02/);
    expect(codeOf(() => refuseStale(view, 2, 'r/a1'))).toBe('');
    expect(codeOf(() => refuseStale(view, null, 'r/a1'))).toBe('');
    expect(codeOf(() => refuseStale(emptyReturn(unit), 1, 'r/a1'))).toBe('ROUND_CONFLICT');
  });
});
