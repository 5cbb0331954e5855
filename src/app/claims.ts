import {
  type ClaimBeside,
  type ClaimFigure,
  type ClaimInput,
  type ClaimResult,
  type ClaimWorld,
  checkClaim,
  levelsOfClaims,
} from '../assess/index.js';
import { AfterlodeError, toEdge } from '../base/index.js';
import { near } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import type { Register } from '../register/index.js';
import { claimReason } from '../report/index.js';
import type { ClaimAnswer, ClaimDetails, ClaimNumberAnswer, ClaimReadingAnswer } from './answers-claims.js';
import { registerOf } from './cities/register.js';
import { levelPanel, listedPanel } from './panel.js';
import type { Workspace } from './workspace.js';

/** Page of the method behind every recomputation. */
const method = 'claims/recompute';

/** All claims of the catalog with their verdicts, in the order of the files. */
export async function claims(ws: Workspace): Promise<readonly ClaimAnswer[]> {
  const { results, world } = await checked(ws);
  return results.map((one) => answerOf(one, world));
}

/**
 * One claim in full: every reading with the inputs of its numbers.
 *
 * @throws AfterlodeError CLAIM_UNKNOWN
 */
export async function claim(ws: Workspace, id: string): Promise<ClaimDetails> {
  const { results, world } = await checked(ws);
  const found = results.find((one) => one.claim.id === id);
  if (!found) {
    const candidates = near(
      id,
      results.map((one) => one.claim.id),
    );
    throw new AfterlodeError('CLAIM_UNKNOWN', id, { found: id, near: candidates });
  }
  return detailsOf(found, world);
}

function checked(ws: Workspace): Promise<{ results: readonly ClaimResult[]; world: ClaimWorld }> {
  return ws.derived('claims', async () => {
    const all = [...ws.catalog.claims.values()];
    const byLevel = new Map<string, Panel>();
    for (const level of levelsOfClaims(all)) byLevel.set(level, (await levelPanel(ws, level)).value);
    const world = {
      catalog: ws.catalog,
      register: await registerOf(ws),
      listed: (await listedPanel(ws)).value,
      byLevel,
    };
    return { results: all.map((one) => checkClaim(world, one)), world };
  });
}

function answerOf(result: ClaimResult, world: ClaimWorld): ClaimAnswer {
  const { claim: own, verdict, condition, readings } = result;
  const reference = world.catalog.references.get(own.source.reference);
  const [first] = readings;
  return {
    id: own.id,
    theme: own.theme,
    claim: own.claim,
    source: {
      reference: own.source.reference,
      title: reference?.title ?? { en: own.source.reference, zh: own.source.reference },
      number: reference?.number ?? null,
      where: own.source.where,
      mark: own.source.mark,
    },
    published: Object.fromEntries([...own.published].map(([id, one]) => [id, one.value])),
    recomputed: Object.fromEntries((first?.figures ?? []).map((one) => [one.id, one.recomputed])),
    verdict,
    condition,
    reason: claimReason(result, world),
    readings: readings.map(
      (reading): ClaimReadingAnswer => ({
        ...reading,
        figures: reading.figures.map((one) => ({
          id: one.id,
          label: one.published.label,
          unit: one.published.unit,
          published: one.published.value,
          is: one.published.is,
          tolerance: one.published.tolerance,
          recomputed: one.recomputed,
          agrees: one.agrees,
          operation: one.operation,
          method,
        })),
      }),
    ),
    see: own.see,
    file: own.file,
  };
}

function detailsOf(result: ClaimResult, world: ClaimWorld): ClaimDetails {
  const answer = answerOf(result, world);
  return {
    ...answer,
    readings: answer.readings.map((reading, at) => ({
      ...reading,
      figures: reading.figures.map((figure, of) => ({
        ...figure,
        ...partsOf(result.readings[at]?.figures[of] as ClaimFigure, world.register),
      })),
    })),
    beside: result.beside.map((one) => ({
      id: one.id,
      label: one.label,
      unit: one.unit,
      recomputed: one.value,
      operation: one.operation,
      method,
      ...partsOf(one, world.register),
    })),
  };
}

function partsOf(
  { inputs, members, gaps }: ClaimFigure | ClaimBeside,
  register: Register,
): Pick<ClaimNumberAnswer, 'inputs' | 'members' | 'gaps'> {
  const names = new Set(members);
  return {
    inputs: inputs.map((one) => inputAnswer(one, register)),
    members: register.cities.flatMap(({ id, name }) => (names.has(id) ? [{ id, name }] : [])),
    gaps,
  };
}

function inputAnswer(one: ClaimInput, register: Register): ClaimNumberAnswer['inputs'][number] {
  const name = one.city === null ? null : (register.byId.get(one.city)?.name ?? null);
  return { ...one, name, value: toEdge(one.value) };
}
