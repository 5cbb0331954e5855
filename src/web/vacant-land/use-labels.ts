import { useEffect, useState } from 'react';
import type { RunGrid, VacantLabels, VacantProjectAnswer } from '../../api/contract.js';
import { type CallError, call, callErrorOf } from '../api.js';
import { type Drawing, drawingOf, joined, labelsOfDrawing } from './drawing.js';

/** Steps that can be taken back. */
const mostPast = 100;

/** How far the drawing is saved. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'refused' | 'failed';

interface State {
  readonly drawing: Drawing;
  /** What the server has. */
  readonly saved: Drawing;
  readonly revision: number;
  readonly past: readonly Drawing[];
  readonly isSaving: boolean;
  readonly fault: CallError | null;
}

/** Labels as they are drawn, saved after each change, and what came of saving. */
export interface Labels {
  readonly drawing: Drawing;
  /** Of what the server has. */
  readonly revision: number;
  readonly state: SaveState;
  readonly fault: CallError | null;
  readonly change: (next: Drawing) => void;
  /** Takes the last change back; null where there is none. */
  readonly undo: (() => void) | null;
  readonly retry: () => void;
  /** After a refusal: reads what somebody else saved, alone or joined with what is drawn here. */
  readonly settle: (how: 'theirs' | 'both') => Promise<void>;
}

/** Labels of a project; what was saved when the page came is where they begin. */
export function useLabels(path: string, first: VacantLabels, grid: RunGrid): Labels {
  const [all, setAll] = useState<State>(() => {
    const drawing = drawingOf(first, grid);
    return { drawing, saved: drawing, revision: first.revision, past: [], isSaving: false, fault: null };
  });
  const { drawing, saved, revision, past, isSaving, fault } = all;
  const isSaved = drawing === saved;
  useSaving(path, all, grid, setAll);
  useEffect(() => {
    if (isSaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isSaved]);
  const change = (next: Drawing, before = [...past, drawing].slice(-mostPast)) =>
    setAll((old) => ({
      ...old,
      drawing: next,
      past: before,
      fault: isRefusal(old.fault) ? old.fault : null,
    }));
  const last = past.at(-1);
  return {
    drawing,
    revision,
    state: stateOf({ isSaved, isSaving, fault }),
    fault,
    change: (next) => change(next),
    undo: last === undefined ? null : () => change(last, past.slice(0, -1)),
    retry: () => setAll((old) => ({ ...old, fault: null })),
    settle: async (how) => {
      try {
        const { labels } = await call<VacantProjectAnswer>(path);
        const theirs = drawingOf(labels, grid);
        setAll((old) => ({
          ...old,
          drawing: how === 'theirs' ? theirs : joined(old.drawing, theirs),
          saved: theirs,
          revision: labels.revision,
          past: [...old.past, old.drawing].slice(-mostPast),
          fault: null,
        }));
      } catch (cause) {
        setAll((old) => ({ ...old, fault: callErrorOf(cause) }));
      }
    },
  };
}

/** Sends what is drawn, one save after the other, so that whoever leaves loses nothing; a refusal stops that until somebody has decided. */
function useSaving(
  path: string,
  { drawing, saved, revision, isSaving, fault }: State,
  grid: RunGrid,
  setAll: (change: (old: State) => State) => void,
): void {
  useEffect(() => {
    if (drawing === saved || isSaving || fault !== null) return;
    const send = async () => {
      setAll((old) => ({ ...old, isSaving: true }));
      try {
        const body = JSON.stringify(labelsOfDrawing(drawing, revision, grid));
        const headers = { 'content-type': 'application/json' };
        const made = await call<VacantLabels>(`${path}/labels`, { method: 'PUT', headers, body });
        setAll((old) => ({ ...old, saved: drawing, revision: made.revision, isSaving: false }));
      } catch (cause) {
        setAll((old) => ({ ...old, fault: callErrorOf(cause), isSaving: false }));
      }
    };
    void Promise.resolve().then(send);
  }, [path, drawing, saved, revision, isSaving, fault, grid, setAll]);
}

function isRefusal(fault: CallError | null): boolean {
  return fault?.problem?.code === 'VACANT_LABELS_CHANGED';
}

function stateOf({
  isSaved,
  isSaving,
  fault,
}: Pick<State, 'isSaving' | 'fault'> & { isSaved: boolean }): SaveState {
  if (fault !== null) return isRefusal(fault) ? 'refused' : 'failed';
  if (isSaving) return 'saving';
  return isSaved ? 'saved' : 'waiting';
}
