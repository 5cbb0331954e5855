import { may, placesOf } from '../../access/index.js';
import type { CityId, IndicatorId, Unit } from '../../base/index.js';
import {
  type CampaignEvent,
  type CheckContext,
  checkReturn,
  type EarlierValue,
  type KeptValue,
  type ReturnIssue,
  type ReturnValue,
  type ReturnView,
  type RoundDefinition,
  refuseReturnStep,
  returnKinds,
  returnSteps,
  returnViews,
  roundView,
  type ValueChange,
} from '../../campaign/index.js';
import type { FormEntry } from '../../catalog/index.js';
import { scaled, scaleOf } from '../../observe/index.js';
import type { AttachedFile } from '../../store/index.js';
import { type AccessCall, demand, everywhere } from '../access/call.js';
import type { Workspace } from '../workspace.js';
import type { FormLine, ReturnAnswer } from './answers.js';
import { earlierValues, usualChanges } from './last-year.js';
import { areaOf, entriesOf, formsOf, unitFor } from './round-of.js';
import { namesOf } from './rounds.js';

/**
 * The return of a unit: forms with values, values of the year before, what the checks say, files and history.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ROUND_UNIT, ACCESS_SESSION, ACCESS_DENIED for who may not read the unit's figures
 */
export async function returnOf(
  ws: Workspace,
  round: string,
  words: string,
  call: AccessCall,
): Promise<ReturnAnswer> {
  const { campaign, definition, unit, actor } = await unitFor(ws, round, words, call, 'figures.read');
  const events = [...(await campaign.events(round, null)), ...(await campaign.events(round, unit))];
  const state = roundView(events).state;
  if (state === 'draft') demand(ws, actor, 'round.define', everywhere);
  const [kept, files] = [await campaign.values(round, unit), await campaign.files(round, unit)];
  const values = valuesInForce(kept);
  const context = (await checkContext(ws, definition))(unit, files);
  const issues = checkReturn(values, context);
  const view = viewOf(definition, events, unit);
  const places = placesOf(ws.register);
  return {
    round,
    label: definition.label,
    period: definition.period,
    name: namesOf(ws, unit).name,
    view,
    forms: formsOf(ws, definition).map(({ id, label, instructions, sections }) => ({
      id,
      label,
      instructions,
      sections: sections.map(({ entries, ...section }) => ({
        id: section.id,
        label: section.label,
        lines: entries.map((entry) => lineOf(ws, entry, { values, context, issues })),
      })),
    })),
    issues,
    files,
    changes: changesOf(kept),
    history: events.filter((event) => event.unit === unit),
    steps: returnKinds.filter(
      (kind) =>
        may(actor, returnSteps[kind].action, areaOf(ws, unit), places) &&
        isOpen(() => {
          refuseReturnStep(state, view, kind, 'why');
        }),
    ),
  };
}

function isOpen(refuse: () => void): boolean {
  try {
    refuse();
    return true;
  } catch {
    return false;
  }
}

/** Values in force of one unit: of each indicator the last one. */
export function valuesInForce(kept: readonly KeptValue[]): ReadonlyMap<string, KeptValue> {
  return new Map(kept.map((value) => [value.indicator, value]));
}

/** Every change with what was there before. */
export function changesOf(kept: readonly KeptValue[]): readonly ValueChange[] {
  const before = new Map<string, ReturnValue>();
  return kept.map(({ unitId: _unit, revision, by, at, why, ...value }) => {
    const change = { indicator: value.indicator, revision, by, at, why };
    const old = before.get(value.indicator) ?? null;
    before.set(value.indicator, value);
    return { ...change, old, new: value };
  });
}

/** What the returns of a round are checked against; found once, before the writer's turn. */
export async function checkContext(
  ws: Workspace,
  definition: RoundDefinition,
): Promise<(unit: CityId, files: readonly AttachedFile[]) => CheckContext> {
  const entries = entriesOf(ws, definition);
  const earlier = await earlierValues(ws, definition, entries.keys());
  const usual = await usualChanges(ws);
  const none: ReadonlyMap<IndicatorId, EarlierValue> = new Map();
  return (unit, files) => ({
    catalog: ws.catalog,
    entries: [...entries.values()],
    lastYear: earlier.get(unit) ?? none,
    usual,
    evidence: new Set(files.map(({ indicator }) => indicator)),
  });
}

function lineOf(
  ws: Workspace,
  entry: FormEntry,
  found: {
    readonly values: ReadonlyMap<string, KeptValue>;
    readonly context: CheckContext;
    readonly issues: readonly ReturnIssue[];
  },
): FormLine {
  const indicator = ws.catalog.indicators.get(entry.indicator);
  const kept = found.values.get(entry.indicator);
  const lastYear = found.context.lastYear.get(entry.indicator);
  const own = indicator?.unit ?? entry.unit;
  const bound = (value: number) => (Number.isFinite(value) ? inUnit(ws, value, own, entry.unit) : null);
  const [low, high] = indicator?.valid ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return {
    indicator: entry.indicator,
    label: indicator?.label ?? { en: entry.indicator, zh: entry.indicator },
    unit: entry.unit,
    unitLabel: ws.catalog.units.get(entry.unit)?.label ?? { en: entry.unit, zh: entry.unit },
    required: entry.required,
    whole: entry.whole,
    asks: entry.asks,
    note: entry.note,
    valid: [bound(low), bound(high)],
    value: kept === undefined ? null : plainValue(kept),
    lastYear:
      lastYear === undefined
        ? null
        : { period: lastYear.period, value: inUnit(ws, lastYear.value, null, entry.unit) },
    issues: found.issues.filter((one) => one.indicator === entry.indicator),
  };
}

function plainValue({ indicator, value, unit, missing, source, explanation }: KeptValue): ReturnValue {
  return { indicator, value, unit, missing, source, explanation };
}

/** A value in the unit of a form, without the noise of the conversion. @param from null: the base unit */
export function inUnit(ws: Workspace, value: number, from: Unit | null, unit: Unit): number {
  const own = from === null ? null : scaleOf(from, ws.catalog);
  const base = own === null ? value : scaled(value, own);
  const to = scaleOf(unit, ws.catalog);
  return to === null ? base : Number(((base * to.over) / to.times).toPrecision(15));
}

/** The view of one unit. */
export function viewOf(
  definition: RoundDefinition,
  events: readonly CampaignEvent[],
  unit: CityId,
): ReturnView {
  return returnViews(definition.units, events).get(unit) as ReturnView;
}
