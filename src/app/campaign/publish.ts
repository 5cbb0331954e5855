import { gzipSync } from 'node:zlib';
import { formatHead } from '../../access/index.js';
import {
  canonicalSnapshot,
  inputsHash,
  type RoundInputs,
  refuseRoundStep,
  returnViews,
  roundView,
  type Snapshot,
} from '../../campaign/index.js';
import type { NewObservation } from '../../store/index.js';
import { demand, everywhere } from '../access/call.js';
import type { Workspace } from '../workspace.js';
import type { SnapshotRow } from './answers.js';
import { firstOf, notComputed, readResults, refuseMoved, secondOf } from './compute.js';
import { catalogToKeep, roundInputs } from './inputs.js';
import { unfinished } from './lock.js';
import { type ChangeCall, knownRound, requestOf } from './round-of.js';

/**
 * Publishes a locked round: one document that never changes, and its values as observations that check-ups see. Only after a second
 * person has computed the same from the figures as they are locked now, and with every appeal answered.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ACCESS_SESSION, ACCESS_DENIED, ROUND_STEP, ROUND_UNFINISHED, ROUND_NOT_COMPUTED, ROUND_CONFLICT
 */
export async function publishRound(ws: Workspace, round: string, call: ChangeCall): Promise<SnapshotRow> {
  const actor = demand(ws, call.actor, 'round.publish', everywhere);
  const { campaign, definition } = await knownRound(ws, round);
  const { inputs, newest, events } = await roundInputs(ws, campaign, definition);
  refuseRoundStep(round, roundView(events).state, 'publish');
  const open = [...returnViews(definition.units, events).values()].filter(
    ({ state, appeal }) => appeal !== null || (state !== 'locked' && state !== 'left_out'),
  );
  if (open.length > 0) throw unfinished(round, open);
  const { first, second } = computations(round, events, inputsHash(inputs));
  const { results: address, ...made } = first;
  const results = await readResults(campaign, address);
  const catalog = await catalogToKeep(ws, round);
  const request = requestOf(actor, call, { round, unit: null, asked: ['publish', inputsHash(inputs)] });
  const { by, at, why } = request.signed;
  const answer = await campaign.change(request, ({ events: now, head }) => {
    const view = roundView(now);
    refuseRoundStep(round, view.state, 'publish');
    refuseMoved(round, now, newest);
    const snapshot: Snapshot = {
      afterlode_snapshot: 1,
      program: ws.options.version,
      inputs,
      catalog,
      results,
      first: made,
      second,
      published: { by, at, why },
      auditHead: head === null ? null : formatHead(head),
    };
    const { text, hash } = canonicalSnapshot(snapshot);
    const { label, period } = definition;
    const done: SnapshotRow = { hash, round, label, period, at, by };
    return {
      events: [{ unit: null, kind: 'publish', revision: view.revision + 1, content: { snapshot: hash } }],
      bytes: { address: hash, bytes: gzipSync(text) },
      observations: {
        source: {
          file: `round/${round}`,
          sha256: hash,
          layout: 'long',
          licence: ws.catalog.layouts.get('long')?.licence ?? '',
          by,
          at,
        },
        rows: observationsOf(inputs),
      },
      audit: {
        action: 'round.publish',
        target: `round/${round}`,
        old: { state: view.state },
        new: { state: 'published', snapshot: hash },
      },
      answer: done,
    };
  });
  ws.changed();
  return answer as SnapshotRow;
}

/** Both computations of exactly what is locked now, the second equal to the first. @throws AfterlodeError ROUND_NOT_COMPUTED */
function computations(round: string, events: Parameters<typeof firstOf>[0], hash: string) {
  const first = firstOf(events, hash);
  if (first === null) throw notComputed(round);
  const second = secondOf(events, hash);
  const expected = { en: 'a second one that came to the same', zh: '复算结果一致' };
  if (second === null) throw notComputed(round, { en: 'only one computation', zh: '只有一次计算' }, expected);
  if (second.comparison.equal) return { first, second };
  const { different } = second.comparison;
  throw notComputed(
    round,
    { en: `a second one with ${different} other figures`, zh: `复算有 ${different} 处不一致` },
    expected,
  );
}

/** Values of units that were not left out; what is missing stays missing and brings no observation. */
function observationsOf({ definition, values, units }: RoundInputs): readonly NewObservation[] {
  const leftOut = new Set(units.filter((one) => one.leftOut).map(({ id }) => id));
  return values.flatMap(({ unitId, indicator, value, unit, source, explanation }, row) =>
    value === null || leftOut.has(unitId)
      ? []
      : [
          {
            city: unitId,
            indicator,
            period: definition.period,
            value,
            unit,
            status: 'reported' as const,
            row: row + 1,
            source,
            note: explanation,
            doubtful: false,
          },
        ],
  );
}
