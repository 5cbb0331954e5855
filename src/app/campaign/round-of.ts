import type { Action, Actor, Area } from '../../access/index.js';
import { areaOfUnit, placesOf } from '../../access/index.js';
import { AfterlodeError, type CityId, sha256Text, sortedJson } from '../../base/index.js';
import { type CampaignEvent, type RoundDefinition, roundView } from '../../campaign/index.js';
import type { FormEntry, ReportingForm } from '../../catalog/index.js';
import { cityOf } from '../../register/index.js';
import type { CampaignStore, RoundRequest } from '../../store/index.js';
import { type AccessCall, demand, everywhere, signedBy } from '../access/call.js';
import type { Workspace } from '../workspace.js';

/** What a call that changes something may say besides who, when and why. */
export interface ChangeCall extends AccessCall {
  /** Key under which a repeated request is applied once and answered alike. */
  readonly key?: string;
}

/** Rounds of the store; null where there is no store yet. */
export async function campaignOf(ws: Workspace): Promise<CampaignStore | null> {
  return (await ws.existingStore())?.campaign ?? null;
}

/** The definition of a round. @throws AfterlodeError ROUND_UNKNOWN */
export async function knownRound(
  ws: Workspace,
  name: string,
): Promise<{ readonly campaign: CampaignStore; readonly definition: RoundDefinition }> {
  const campaign = await campaignOf(ws);
  const definition = (await campaign?.round(name)) ?? null;
  if (campaign === null || definition === null) {
    throw new AfterlodeError('ROUND_UNKNOWN', name, { found: name.slice(0, 60) });
  }
  return { campaign, definition };
}

/**
 * A round that the caller may know of: a draft is known only to those who define rounds.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ACCESS_SESSION, ACCESS_DENIED
 */
export async function readableRound(ws: Workspace, name: string, { actor }: AccessCall) {
  demand(ws, actor, 'round.read', everywhere);
  const found = await knownRound(ws, name);
  const events = await found.campaign.events(name);
  if (roundView(events).state === 'draft') demand(ws, actor, 'round.define', everywhere);
  return { ...found, events };
}

/**
 * The unit that a call means, by id, code or name, if it reports in the round.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS, ROUND_UNIT
 */
export function unitOf(ws: Workspace, definition: RoundDefinition, words: string): CityId {
  const known = definition.units.find((unit) => unit === words);
  if (known !== undefined) return known;
  const { id } = cityOf(ws.register, words);
  if (definition.units.includes(id)) return id;
  throw new AfterlodeError('ROUND_UNIT', definition.id, { found: words });
}

/** The area of a reporting unit. */
export function areaOf(ws: Workspace, unit: CityId): Area {
  return areaOfUnit(unit, placesOf(ws.register));
}

/** A round and a unit of it, for a caller who may do something there. @throws as `knownRound`, `unitOf` and `demand` */
export async function unitFor(
  ws: Workspace,
  round: string,
  words: string,
  { actor }: AccessCall,
  action: Action,
): Promise<{
  readonly campaign: CampaignStore;
  readonly definition: RoundDefinition;
  readonly unit: CityId;
  readonly actor: Actor;
}> {
  // Whoever has not signed in learns nothing, not even which rounds there are.
  demand(ws, actor, 'round.read', everywhere);
  const found = await knownRound(ws, round);
  const unit = unitOf(ws, found.definition, words);
  return { ...found, unit, actor: demand(ws, actor, action, areaOf(ws, unit)) };
}

/** The forms of a round. @throws AfterlodeError ROUND_DEFINITION where the catalog has one no more */
export function formsOf(ws: Workspace, definition: RoundDefinition): readonly ReportingForm[] {
  return definition.forms.map((name) => {
    const form = ws.catalog.forms?.get(name);
    if (form !== undefined) return form;
    const expected = [...(ws.catalog.forms?.keys() ?? [])].join(', ');
    throw new AfterlodeError('ROUND_DEFINITION', 'forms', { found: name, expected });
  });
}

/** Lines of all forms of a round, by indicator; of one that stands in two forms the first line holds. */
export function entriesOf(ws: Workspace, definition: RoundDefinition): ReadonlyMap<string, FormEntry> {
  const entries = new Map<string, FormEntry>();
  for (const { sections } of formsOf(ws, definition))
    for (const entry of sections.flatMap((section) => section.entries))
      if (!entries.has(entry.indicator)) entries.set(entry.indicator, entry);
  return entries;
}

/** Who changes a round, as the store writes it down. @throws AfterlodeError ACCESS_WORDS */
export function requestOf(
  actor: Actor,
  call: ChangeCall,
  of: { readonly round: string; readonly unit: CityId | null; readonly asked: unknown },
): RoundRequest {
  const { round, unit, asked } = of;
  const key =
    call.key === undefined
      ? null
      : { key: keyOf(call.key), request: sha256Text(sortedJson([round, unit, call.why ?? '', asked])) };
  return { round, unit, signed: signedBy(actor, call), key };
}

function keyOf(key: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new AfterlodeError('CALL_OPTION', 'key', {
    found: JSON.stringify(key.slice(0, 40)),
    expected: { en: '1 to 200 letters, digits and signs', zh: '1 至 200 个字母、数字或符号' },
  });
}

/** Where a message says that it happened. */
export function placeOf(round: string, unit: CityId): string {
  return `${round}/${unit}`;
}

/** Highest number among events; 0 where there are none. */
export function newestOf(events: readonly CampaignEvent[]): number {
  return events.at(-1)?.number ?? 0;
}
