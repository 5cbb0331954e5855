import {
  type ChainRun,
  type EngineInput,
  effectiveWeights,
  readInput,
  rescore,
  runChain,
  shareWeights,
} from '../../assess/index.js';
import { influenceInBlocks } from './influence-run.js';
import type { Answer, Question, Sheet } from './messages.js';
import { readOwnTables } from './own-tables.js';
import { pictureOf } from './picture.js';
import { planOf } from './plan.js';
import { problemOf } from './problem.js';
import type { Settings } from './settings.js';
import { varyInBlocks } from './vary.js';

type Send = (answer: Answer) => void;

/** What is open: the input, the run of the index as it stands, and the last run as the reader wants it. */
interface Open {
  readonly input: EngineInput;
  readonly own: ChainRun;
  last: { readonly key: string; readonly run: ChainRun } | null;
}

/** What a bench does of its work: pictures at once, variations at length. Two workers share it, so that neither waits. */
export interface Duty {
  readonly shows: boolean;
  readonly varies: boolean;
}

export interface Times {
  /** Lets waiting questions in, so that a later one ends what an earlier one set going. */
  readonly pause: () => Promise<void>;
  /** Waits until a hand that moves a slider has come to rest, so that pictures have the machine to themselves. */
  readonly rest: () => Promise<void>;
}

/**
 * The part of the Laboratory that computes; it runs in a worker and needs nothing of one.
 *
 * @param tell gives an answer to the page
 */
export function makeBench(
  tell: Send,
  { pause, rest }: Times,
  { shows, varies }: Duty = { shows: true, varies: true },
): (question: Question) => Promise<void> {
  let open: Open | null = null;
  let newest = 0;
  let varied = '';
  /** The last words on the variation that is wanted. */
  let told: readonly Answer[] = [];
  const show: Send = (answer) => {
    if (shows) tell(answer);
  };
  return async (question) => {
    newest = question.round;
    if (question.kind !== 'score') {
      varied = '';
      open = opened(question, show);
      return;
    }
    const at = open;
    if (at === null) return;
    const { settings, time } = question;
    const wanted = variationOf(settings, time);
    // what is under way stays so while only something else was asked, as another city
    const anew = wanted !== varied;
    varied = wanted;
    if (shows && !pictured(at, question, anew, tell)) varied = '';
    const isWanted = () => varied === wanted;
    if (!varies) return;
    if (!anew) {
      // Words that left just before this question came belong to an older round, and the page has dropped them.
      for (const answer of told) tell({ ...answer, round: newest });
      return;
    }
    told = [];
    await rest();
    const run = isWanted() ? runOrNothing(at, settings) : null;
    if (run === null) return;
    const send: Send = (answer) => {
      told = [...told.filter(({ kind }) => kind !== answer.kind), answer];
      tell(answer);
    };
    const call = { round: () => newest, send, pause, isWanted };
    await varyInBlocks({ run, time }, settings, call);
    if (isWanted()) await influenceInBlocks({ run, time }, settings, call);
  };
}

/** The run, or nothing where a step refuses; why is told with the picture. */
function runOrNothing(open: Open, settings: Settings): ChainRun | null {
  try {
    return runUnder(open, settings);
  } catch {
    return null;
  }
}

/** What a variation hangs on, as text. */
function variationOf(settings: Settings, time: number | null): string {
  const { steps, weights, spread, vary, runs, seed, top, influence, chosen } = settings;
  return JSON.stringify([
    [steps, [...weights], spread, [...vary], runs, seed, top, time],
    influence ? chosen : '',
    influence,
  ]);
}

const noNames = { unitNames: new Map<string, string>(), nodeNames: new Map<string, string>(), issues: [] };

function opened(question: Exclude<Question, { readonly kind: 'score' }>, send: Send): Open | null {
  const { round } = question;
  try {
    const { input, ...names } =
      question.kind === 'open'
        ? { input: readInput(question.input), ...noNames }
        : readOwnTables(question.data, question.meta);
    const own = runChain(input.table, input.hierarchy, input.chain);
    send({ kind: 'opened', round, sheet: sheetOf(input, names) });
    return { input, own, last: null };
  } catch (cause) {
    send({ kind: 'failed', round, during: 'open', problem: problemOf(cause) });
    return null;
  }
}

function sheetOf(input: EngineInput, names: Pick<Sheet, 'unitNames' | 'nodeNames' | 'issues'>): Sheet {
  const { table, hierarchy } = input;
  return {
    ...names,
    hierarchy,
    times: table.times === null ? [] : [...new Set(table.times)],
    units: table.units.length,
    hasGoalposts: table.indicators.every(({ goalposts }) => goalposts !== null),
  };
}

/** Tells the picture under the settings; whether there is one, or a step refuses. */
function pictured(
  open: Open,
  { settings, time, round }: Extract<Question, { readonly kind: 'score' }>,
  anew: boolean,
  send: Send,
): boolean {
  const start = performance.now();
  try {
    const picture = pictureOf(runUnder(open, settings), open.own, time, settings.chosen);
    send({ kind: 'picture', round, anew, picture: { ...picture, took: performance.now() - start } });
    return true;
  } catch (cause) {
    send({ kind: 'failed', round, during: 'score', problem: problemOf(cause) });
    return false;
  }
}

/** The whole chain, or its last step alone where nothing but given weights moved. */
function runUnder(open: Open, settings: Settings): ChainRun {
  const { table, hierarchy, chain } = planOf(open.input, settings);
  const key = chain.weigh.method === 'given' ? JSON.stringify({ ...settings.steps, weigh: '' }) : '';
  const { last } = open;
  const run =
    last !== null && key !== '' && last.key === key
      ? reweighed(last.run, hierarchy)
      : runChain(table, hierarchy, chain);
  open.last = { key, run };
  return run;
}

function reweighed(run: ChainRun, hierarchy: ChainRun['hierarchy']): ChainRun {
  const weights = shareWeights(hierarchy);
  const { chain, stretches, kept } = run;
  return {
    ...run,
    hierarchy,
    weights,
    scores: rescore(run.scores, weights, { hierarchy, chain, stretches, units: kept.units }),
    effectiveWeights: effectiveWeights(hierarchy, weights),
  };
}
