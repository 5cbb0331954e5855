import { may, placesOf } from '../../access/index.js';
import type { CityId, Text } from '../../base/index.js';
import {
  type CampaignEvent,
  dayOf,
  type LateUnit,
  lateUnits,
  type ReturnView,
  type RoundDefinition,
  returnViews,
  roundKinds,
  roundSteps,
  roundView,
} from '../../campaign/index.js';
import { type AccessCall, demand, everywhere, instantOf } from '../access/call.js';
import type { Workspace } from '../workspace.js';
import type { RoundAnswer, RoundRow, RoundUnit } from './answers.js';
import { campaignOf, knownRound, readableRound } from './round-of.js';

/** All rounds that the caller may know of, the first one first. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED */
export async function rounds(ws: Workspace, call: AccessCall): Promise<readonly RoundRow[]> {
  const actor = demand(ws, call.actor, 'round.read', everywhere);
  const drafts = may(actor, 'round.define', everywhere, placesOf(ws.register));
  const campaign = await campaignOf(ws);
  const rows: RoundRow[] = [];
  for (const definition of (await campaign?.rounds()) ?? [])
    rows.push(rowOf(definition, (await campaign?.events(definition.id)) ?? []));
  return rows.filter(({ state }) => state !== 'draft' || drafts);
}

/** A round with the states of its returns, and no figure. @throws AfterlodeError ROUND_UNKNOWN, ACCESS_SESSION, ACCESS_DENIED */
export async function round(ws: Workspace, name: string, call: AccessCall): Promise<RoundAnswer> {
  const { definition, events } = await readableRound(ws, name, call);
  const row = rowOf(definition, events);
  const views = returnViews(definition.units, events);
  const steps = roundKinds.filter(
    (kind) =>
      kind !== 'define' &&
      roundSteps[kind].from.includes(row.state) &&
      may(call.actor, roundSteps[kind].action, everywhere, placesOf(ws.register)),
  );
  return {
    ...row,
    unitStates: [...views.values()].map((view) => unitRow(ws, view)),
    late: lateUnits(definition, events, dayOf(instantOf(call))),
    history: events.filter(({ unit }) => unit === null),
    steps,
  };
}

/**
 * Units past the deadline of the level that has the work, and units that have handed in nothing, on a day.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ACCESS_SESSION, ACCESS_DENIED
 */
export async function lateList(
  ws: Workspace,
  name: string,
  day: string | null,
  call: AccessCall,
): Promise<readonly (LateUnit & { readonly name: Text; readonly province: Text })[]> {
  const { definition, events } = await readableRound(ws, name, call);
  const late = lateUnits(definition, events, dayOf(day ?? instantOf(call)));
  return late.map((one) => ({ ...one, ...namesOf(ws, one.unit) }));
}

/** The row of one round after a change of it. */
export async function roundRow(ws: Workspace, name: string): Promise<RoundRow> {
  const { campaign, definition } = await knownRound(ws, name);
  return rowOf(definition, await campaign.events(name));
}

function rowOf(definition: RoundDefinition, events: readonly CampaignEvent[]): RoundRow {
  const returns: Partial<Record<ReturnView['state'], number>> = {};
  for (const { state } of returnViews(definition.units, events).values())
    returns[state] = (returns[state] ?? 0) + 1;
  return { ...definition, ...roundView(events), returns, snapshot: snapshotOf(events) };
}

/** Address of the snapshot that publishing made; null where it was not published. */
export function snapshotOf(events: readonly CampaignEvent[]): string | null {
  const published = events.find(({ kind }) => kind === 'publish');
  return published === undefined ? null : (published.content as { readonly snapshot: string }).snapshot;
}

function unitRow(ws: Workspace, view: ReturnView): RoundUnit {
  return { ...view, ...namesOf(ws, view.unit) };
}

/** Names of a unit and its province; the id where the register knows it no more. */
export function namesOf(ws: Workspace, unit: CityId): { readonly name: Text; readonly province: Text } {
  const city = ws.register.byId.get(unit);
  const own = { en: unit, zh: unit };
  return { name: city?.name ?? own, province: city?.province ?? own };
}
