import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { WireInput } from '../../assess/index.js';
import type { Answer, Influence, LabProblem, Picture, Question, Sheet, Variation } from './messages.js';
import type { Settings } from './settings.js';

/** What is put on the bench: an index of the workspace, or two tables as text. */
export type Source =
  | { readonly kind: 'index'; readonly input: WireInput }
  | { readonly kind: 'tables'; readonly data: string; readonly meta: string };

/** All that the bench has said about what is on it. */
export interface Seen {
  readonly sheet: Sheet | null;
  /** The newest good picture; it stays while a later choice fails. */
  readonly picture: Picture | null;
  readonly variation: Variation | null;
  /** Whether the variation is of an earlier picture, until the first runs of the new one are in. */
  readonly stale: boolean;
  /** Round of the variation. */
  readonly variedIn: number;
  readonly influence: Influence | null;
  /** Why the tables could not be opened, or why the present choice gives no picture. */
  readonly problem: LabProblem | null;
  /** The settings of the picture, to go back to where later ones are refused. */
  readonly good: Settings | null;
  /** Why ranks cannot be varied, while the picture stands. */
  readonly varyProblem: LabProblem | null;
  /** Milliseconds from the last move to the painted picture. */
  readonly shownAfter: number | null;
}

const nothing: Seen = {
  sheet: null,
  picture: null,
  variation: null,
  stale: false,
  variedIn: -1,
  influence: null,
  problem: null,
  good: null,
  varyProblem: null,
  shownAfter: null,
};

/** The time of a table that the settings mean. */
export type TimeOf = (sheet: Sheet, settings: Settings) => number | null;

/** Name of the measurement from a move to the painted picture. */
export const moveMeasure = 'laboratory:move';

/** Puts a source on the bench of a worker and keeps its answers to the present settings. Nothing here blocks the page. */
export function useBench(source: Source | null, settings: Settings, timeOf: TimeOf): Seen {
  const [state, setState] = useState<{ readonly source: Source | null; readonly seen: Seen }>({
    source: null,
    seen: nothing,
  });
  const seen = state.source === source ? state.seen : nothing;
  const asking = useRef<Asking | null>(null);
  useEffect(() => {
    const made = startAsking((of, change) =>
      setState((old) => ({ source: of, seen: change(old.source === of ? old.seen : nothing) })),
    );
    asking.current = made;
    return () => {
      made.end();
      asking.current = null;
    };
  }, []);
  useEffect(() => {
    if (source !== null) asking.current?.open(source);
  }, [source]);
  useEffect(() => {
    if (seen.sheet !== null) asking.current?.score(settings, timeOf(seen.sheet, settings));
  }, [settings, seen.sheet, timeOf]);
  useLayoutEffect(() => {
    if (seen.picture !== null) asking.current?.painted();
  }, [seen.picture]);
  return seen;
}

interface Wanted {
  readonly settings: Settings;
  readonly time: number | null;
  /** The same as text, without what only changes the look. */
  readonly text: string;
  /** When it was asked for. */
  readonly asked: number;
}

interface Asking {
  readonly open: (source: Source) => void;
  /** Asks for a picture, unless the last one asked for would be the same. */
  readonly score: (settings: Settings, time: number | null) => void;
  /** To be called when the picture has entered the page; tells how long it took since the move. */
  readonly painted: () => void;
  readonly end: () => void;
}

type Tell = (of: Source, change: (old: Seen) => Seen) => void;

function startAsking(tell: Tell): Asking {
  // One for pictures, one for variations: a long run never keeps a picture waiting.
  const workers = [
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pictures' }),
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'variations' }),
  ];
  const post = (question: Question) => {
    for (const worker of workers) worker.postMessage(question);
  };
  let source: Source | null = null;
  let round = 0;
  // One picture is asked for at a time; of those that come meanwhile only the last one counts.
  let current: Wanted | null = null;
  let busy = false;
  let next: Wanted | null = null;
  let shown = 0;
  // the first picture of a source answers no move
  let isFirst = true;
  const score = (wanted: Wanted) => {
    if (wanted.text === (next ?? current)?.text) return;
    next = busy ? wanted : null;
    if (busy) return;
    busy = true;
    round += 1;
    current = wanted;
    post({ kind: 'score', round, settings: wanted.settings, time: wanted.time });
  };
  const take = ({ data }: MessageEvent<Answer>) => {
    if (data.round !== round || source === null) return;
    const answered = current;
    if (data.kind === 'picture') shown = current?.asked ?? 0;
    if (data.kind === 'picture' || (data.kind === 'failed' && data.during === 'score')) {
      busy = false;
      const waiting = next;
      next = null;
      if (waiting !== null) score(waiting);
    }
    tell(source, (old) => taken(old, data, answered?.settings ?? null));
  };
  for (const worker of workers) worker.addEventListener('message', take);
  return {
    open: (given) => {
      source = given;
      round += 1;
      busy = false;
      next = null;
      current = null;
      isFirst = true;
      post(
        given.kind === 'index'
          ? { kind: 'open', round, input: given.input }
          : { kind: 'read', round, data: given.data, meta: given.meta },
      );
    },
    score: (settings, time) =>
      score({ settings, time, text: textOf(settings, time), asked: performance.now() }),
    painted: () => {
      const [of, start, first] = [source, shown, isFirst];
      isFirst = false;
      if (of === null || first) return;
      afterPaint(() => {
        const shownAfter = performance.measure(moveMeasure, { start, end: performance.now() }).duration;
        tell(of, (old) => ({ ...old, shownAfter }));
      });
    },
    end: () => {
      for (const worker of workers) worker.terminate();
    },
  };
}

function textOf(
  { colour: _colour, locked: _locked, weights, vary, ...others }: Settings,
  time: number | null,
) {
  return JSON.stringify([others, [...weights], [...vary], time]);
}

function taken(old: Seen, answer: Answer, asked: Settings | null): Seen {
  switch (answer.kind) {
    case 'opened':
      return { ...nothing, sheet: answer.sheet };
    case 'picture':
      // the variation of this round may have come before its picture
      return {
        ...pictured(old, answer.picture, answer.anew && old.variedIn !== answer.round),
        good: asked,
      };
    case 'variation':
      return { ...old, variation: answer.variation, stale: false, variedIn: answer.round };
    case 'influence':
      return { ...old, influence: answer.influence };
    case 'failed':
      return answer.during === 'open' || answer.during === 'score'
        ? { ...old, problem: answer.problem }
        : { ...old, varyProblem: answer.problem };
  }
}

function pictured(old: Seen, picture: Picture, anew: boolean): Seen {
  const before = old.picture;
  const same =
    before !== null &&
    before.units.length === picture.units.length &&
    before.units.every((unit, at) => unit === picture.units[at]);
  return {
    ...old,
    picture,
    problem: null,
    variation: same ? old.variation : null,
    stale: old.stale || anew,
    varyProblem: anew ? null : old.varyProblem,
    influence: anew ? null : old.influence,
  };
}

/** Runs after the frame that shows what is in the page now. */
function afterPaint(work: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', work, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
