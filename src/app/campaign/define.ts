import { placesOf } from '../../access/index.js';
import { AfterlodeError, type CityId, id } from '../../base/index.js';
import {
  definitionOf,
  type RoundFile,
  type RoundKind,
  readRoundFile,
  refuseRoundStep,
  refuseStale,
  roundSteps,
  roundView,
} from '../../campaign/index.js';
import { neededIndicators } from '../../observe/index.js';
import { cityOf } from '../../register/index.js';
import { demand, everywhere, signedBy } from '../access/call.js';
import { registerOf } from '../cities/register.js';
import type { Workspace } from '../workspace.js';
import type { RoundRow } from './answers.js';
import { type ChangeCall, entriesOf, requestOf } from './round-of.js';
import { roundRow } from './rounds.js';

/**
 * Defines a round out of what a YAML or JSON file says. It is a draft until it is opened, and never changes.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ROUND_DEFINITION, ROUND_TAKEN, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export async function defineRound(ws: Workspace, found: unknown, call: ChangeCall): Promise<RoundRow> {
  const actor = demand(ws, call.actor, 'round.define', everywhere);
  const file = readRoundFile(found);
  const definition = definitionOf(file, await unitsOf(ws, file));
  // A form that is not there, or an index that none of the forms can feed, is told now and not on the last day.
  const indicators = new Set<string>(entriesOf(ws, definition).keys());
  for (const name of definition.indices) checkIndex(ws, name, indicators);
  await (await ws.store()).campaign.define(definition, signedBy(actor, call));
  return roundRow(ws, definition.id);
}

/** Opens a round, or opens a closed one again. @throws AfterlodeError as `stepRound` */
export function openRound(ws: Workspace, round: string, call: ChangeCall & Seen): Promise<RoundRow> {
  return stepRound(ws, round, 'open', call);
}

/** Ends the reporting: from now on units only mend what was sent back. @throws AfterlodeError as `stepRound` */
export function closeRound(ws: Workspace, round: string, call: ChangeCall & Seen): Promise<RoundRow> {
  return stepRound(ws, round, 'close', call);
}

/** Revision of the round that the caller has seen; left out: it does not matter. */
export interface Seen {
  readonly seen?: number;
}

/** @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ROUND_UNKNOWN, ROUND_STEP, ROUND_CONFLICT */
async function stepRound(
  ws: Workspace,
  round: string,
  kind: RoundKind,
  call: ChangeCall & Seen,
): Promise<RoundRow> {
  const actor = demand(ws, call.actor, roundSteps[kind].action, everywhere);
  const store = await ws.store();
  await store.campaign.change(requestOf(actor, call, { round, unit: null, asked: kind }), ({ events }) => {
    const view = roundView(events);
    refuseStale(view, call.seen ?? null, round);
    refuseRoundStep(round, view.state, kind);
    const state = roundSteps[kind].to;
    return {
      events: [{ unit: null, kind, revision: view.revision + 1, content: null }],
      audit: {
        action: `round.${kind}`,
        target: `round/${round}`,
        old: { state: view.state },
        new: { state },
      },
      answer: null,
    };
  });
  return roundRow(ws, round);
}

async function unitsOf(ws: Workspace, { units }: RoundFile): Promise<readonly CityId[]> {
  const register = await registerOf(ws);
  const places = placesOf(ws.register);
  const found = units.flatMap((words) =>
    words === 'listed'
      ? register.cities.filter(({ listed }) => listed).map((city) => city.id)
      : [cityOf(ws.register, words).id],
  );
  const outside = found.find((unit) => places.provinceOf(unit) === null);
  if (outside === undefined) return found;
  const expected = { en: 'units that lie in a province', zh: '位于某省的单位' };
  throw new AfterlodeError('ROUND_DEFINITION', 'units', { found: outside, expected });
}

function checkIndex(ws: Workspace, name: string, indicators: ReadonlySet<string>): void {
  const index = ws.catalog.indices.get(name);
  if (index === undefined) {
    const expected = [...ws.catalog.indices.keys()].join(', ');
    throw new AfterlodeError('ROUND_DEFINITION', 'indices', { found: name, expected });
  }
  const needed = neededIndicators(leavesOf(index.of), ws.catalog);
  if ([...needed].some((one) => indicators.has(one))) return;
  throw new AfterlodeError('ROUND_DEFINITION', 'indices', {
    found: name,
    expected: { en: 'an index that the forms feed', zh: '填报表能够提供数据的指数' },
  });
}

type Nodes = NonNullable<ReturnType<Workspace['catalog']['indices']['get']>>['of'];

function leavesOf(nodes: Nodes): readonly ReturnType<typeof id<'indicator'>>[] {
  return nodes.flatMap((node) => ('indicator' in node ? [node.indicator] : leavesOf(node.of)));
}
