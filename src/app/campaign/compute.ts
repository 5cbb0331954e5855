import { gunzipSync, gzipSync } from 'node:zlib';
import { AfterlodeError, type CityId, sha256Text, sortedJson, type Text } from '../../base/index.js';
import {
  type CampaignEvent,
  type Computation,
  compareFigures,
  drawUnits,
  type Figure,
  inputsHash,
  type Recomputation,
  type RoundInputs,
  type RoundResults,
  refuseRoundStep,
  roundView,
} from '../../campaign/index.js';
import type { CampaignStore } from '../../store/index.js';
import { type AccessCall, demand, everywhere } from '../access/call.js';
import type { Workspace } from '../workspace.js';
import type { ComputationAnswer, RecomputationAnswer } from './answers.js';
import { roundInputs } from './inputs.js';
import { resultsOf } from './results.js';
import { type ChangeCall, knownRound, requestOf } from './round-of.js';
import { snapshotOf } from './rounds.js';

/** What the second person does: lets the program compute, or hands in figures; all units, or some that a seed draws. */
export interface RecomputeCall {
  /** Null: the program computes. */
  readonly figures: readonly Figure[] | null;
  readonly sample?: { readonly count: number; readonly seed: number };
}

/**
 * Computes the results of a locked round. Only who computed sees them before a second person has computed too.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ACCESS_SESSION, ACCESS_DENIED, ROUND_STEP, ROUND_CONFLICT, ROUND_KEY, and those of `checkupAll`
 */
export async function computeRound(
  ws: Workspace,
  round: string,
  call: ChangeCall,
): Promise<ComputationAnswer> {
  const actor = demand(ws, call.actor, 'round.recompute', everywhere);
  const { campaign, definition } = await knownRound(ws, round);
  const { inputs, newest } = await roundInputs(ws, campaign, definition);
  const hash = inputsHash(inputs);
  const results = resultsOf(inputs, ws.catalog);
  const kept = await keepResults(campaign, results);
  const request = requestOf(actor, call, { round, unit: null, asked: ['compute', hash] });
  await campaign.change(request, ({ events }) => {
    const view = roundView(events);
    refuseRoundStep(round, view.state, 'compute');
    refuseMoved(round, events, newest);
    const content = { inputs: hash, results: kept };
    return {
      events: [{ unit: null, kind: 'compute', revision: view.revision + 1, content }],
      audit: { action: 'round.compute', target: `round/${round}`, old: null, new: content },
      answer: null,
    };
  });
  return { by: actor.name, at: request.signed.at, inputs: hash, results };
}

/**
 * The blind second computation: by somebody else than who computed first, who has not seen the first result. What it came to is kept,
 * equal or not.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ACCESS_SESSION, ACCESS_DENIED, ROUND_STEP, ROUND_NOT_COMPUTED, ROUND_SAME_PERSON, ROUND_CONFLICT,
 *   ROUND_KEY
 */
export async function recomputeRound(
  ws: Workspace,
  round: string,
  given: RecomputeCall,
  call: ChangeCall,
): Promise<RecomputationAnswer> {
  const actor = demand(ws, call.actor, 'round.recompute', everywhere);
  const { campaign, definition } = await knownRound(ws, round);
  const { inputs, newest, events } = await roundInputs(ws, campaign, definition);
  refuseRoundStep(round, roundView(events).state, 'recompute');
  const hash = inputsHash(inputs);
  const first = firstOf(events, hash);
  if (first === null) throw notComputed(round);
  if (first.by === actor.name) throw new AfterlodeError('ROUND_SAME_PERSON', round, { found: actor.name });
  const sample = drawn(inputs, given.sample);
  const second = given.figures ?? resultsOf(inputs, ws.catalog).figures;
  const kept = await readResults(campaign, first.results);
  const comparison = compareFigures(kept.figures, second, sample?.units ?? null);
  const how = given.figures === null ? 'program' : 'figures';
  const asked = ['recompute', hash, how, sample, given.figures];
  const request = requestOf(actor, call, { round, unit: null, asked });
  const answer = await campaign.change(request, ({ events: now }) => {
    refuseMoved(round, now, newest);
    const content = { inputs: hash, how, sample, comparison };
    const done: RecomputationAnswer = { how, sample, comparison, first: { by: first.by, at: first.at } };
    return {
      events: [{ unit: null, kind: 'recompute', revision: roundView(now).revision + 1, content }],
      audit: {
        action: 'round.recompute',
        target: `round/${round}`,
        old: null,
        new: { inputs: hash, how, equal: comparison.equal, different: comparison.different },
      },
      answer: done,
    };
  });
  return answer as RecomputationAnswer;
}

/**
 * The first results of a round with the second person's verdict. Before a second person has computed, only who computed first sees the
 * figures.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ACCESS_SESSION, ACCESS_DENIED, ROUND_NOT_COMPUTED
 */
export async function roundResults(
  ws: Workspace,
  round: string,
  call: AccessCall,
): Promise<ComputationAnswer & { readonly second: Recomputation | null }> {
  const { campaign } = await knownRound(ws, round);
  const events = await campaign.events(round, null);
  const action = snapshotOf(events) === null ? 'round.recompute' : 'published.read';
  const actor = demand(ws, call.actor, action, everywhere);
  const last = events.findLast(({ kind }) => kind === 'compute');
  if (last === undefined) throw notComputed(round);
  const first = computationOf(last);
  const second = secondOf(events, first.inputs);
  const shown = second !== null || first.by === actor.name;
  const { by, at, inputs } = first;
  return { by, at, inputs, results: shown ? await readResults(campaign, first.results) : null, second };
}

/** A first computation with the address of its results. */
export type FirstComputation = Computation & { readonly results: string };

/** The latest first computation of exactly these inputs. */
export function firstOf(events: readonly CampaignEvent[], hash: string): FirstComputation | null {
  const all = events.filter(({ kind }) => kind === 'compute').map(computationOf);
  return all.findLast(({ inputs }) => inputs === hash) ?? null;
}

function computationOf({ by, at, content }: CampaignEvent): FirstComputation {
  return { by, at, ...(content as Pick<FirstComputation, 'inputs' | 'results'>) };
}

/** The latest second computation of exactly these inputs. */
export function secondOf(events: readonly CampaignEvent[], hash: string): Recomputation | null {
  const all = events
    .filter(({ kind }) => kind === 'recompute')
    .map(
      ({ by, at, content }): Recomputation => ({
        by,
        at,
        ...(content as Omit<Recomputation, 'by' | 'at'>),
      }),
    );
  return all.findLast(({ inputs }) => inputs === hash) ?? null;
}

/** Says that something is still to be computed. */
export function notComputed(
  round: string,
  found: Text = { en: 'no computation', zh: '尚无计算' },
  expected: Text = { en: 'a first computation', zh: '已有首次计算' },
): AfterlodeError {
  return new AfterlodeError('ROUND_NOT_COMPUTED', round, { found, expected });
}

/** Refuses where something happened after the inputs were read. @throws AfterlodeError ROUND_CONFLICT */
export function refuseMoved(round: string, events: readonly CampaignEvent[], seen: number): void {
  const last = events.at(-1);
  if (last === undefined || last.number === seen) return;
  const { by, at, number } = last;
  throw new AfterlodeError('ROUND_CONFLICT', round, { found: seen, expected: number, by, at });
}

/** Keeps results under the checksum of their canonical JSON. */
async function keepResults(campaign: CampaignStore, results: RoundResults): Promise<string> {
  const text = sortedJson(results);
  const address = sha256Text(text);
  await campaign.keepBytes(address, gzipSync(text));
  return address;
}

/** Reads what `keepResults` kept. @throws AfterlodeError SNAPSHOT_BROKEN */
export async function readResults(campaign: CampaignStore, address: string): Promise<RoundResults> {
  return JSON.parse(await readKept(campaign, address)) as RoundResults;
}

/** A text by its address. @throws AfterlodeError SNAPSHOT_BROKEN where it is not there or another */
export async function readKept(campaign: CampaignStore, address: string): Promise<string> {
  const bytes = await campaign.bytes(address);
  const text = bytes === null ? '' : unzipped(bytes);
  const own = sha256Text(text);
  if (own === address) return text;
  throw new AfterlodeError('SNAPSHOT_BROKEN', address, { found: own, expected: address });
}

function unzipped(bytes: Uint8Array): string {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    return '';
  }
}

function drawn({ units }: RoundInputs, sample: RecomputeCall['sample']): Recomputation['sample'] {
  if (sample === undefined) return null;
  const all: readonly CityId[] = units.filter(({ leftOut }) => !leftOut).map(({ id }) => id);
  return { ...sample, units: drawUnits(all, sample.count, sample.seed) };
}
