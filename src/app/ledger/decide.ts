import { parseAddress } from '../../assess/index.js';
import { AfterlodeError, id, type Text } from '../../base/index.js';
import type { Acceptance, Exclusion } from '../../observe/index.js';
import { type City, isAssessed } from '../../register/index.js';
import type { Decision, DecisionKind } from '../../store/index.js';
import { type AccessCall, demand, everywhere, recordedBy, signedBy } from '../access/call.js';
import { registerKinds, registerOf } from '../cities/register.js';
import type { Workspace } from '../workspace.js';
import { decisions, settledAddress } from './decisions.js';

/** What a person decides about a number or a city. */
export interface DecisionCall {
  /** Address of a number or id of a city. */
  readonly about: string;
  readonly kind: string;
  readonly reason: string;
  readonly document: string;
  readonly by: string;
}

/**
 * Records a decision; numbers that it excludes are missing from then on, with the decision as their evidence.
 *
 * A change of the register needs a document and must change something.
 *
 * @throws AfterlodeError CALL_OPTION for an unknown kind, an empty reason, or an exclusion of what is not an observed value;
 *   REGISTER_DOCUMENT, REGISTER_CHANGE, ACCESS_SESSION, ACCESS_DENIED
 */
export async function saveDecision(ws: Workspace, call: DecisionCall, access: AccessCall): Promise<Decision> {
  const actor = demand(ws, access.actor, 'decision.make', everywhere);
  const { decisionKinds } = await import('../../store/index.js');
  if (!(decisionKinds as readonly string[]).includes(call.kind)) {
    throw new AfterlodeError('CALL_OPTION', '--kind', {
      found: call.kind,
      expected: decisionKinds.join(', '),
    });
  }
  for (const [option, given] of [
    ['--reason', call.reason],
    ['id', call.about],
  ] as const) {
    if (given.trim() === '') {
      throw new AfterlodeError('CALL_OPTION', option, { found: '""', expected: { en: 'words', zh: '文字' } });
    }
  }
  const about = settledAddress(ws, call.about);
  if (call.kind === 'exclude') checkObserved(ws, about);
  if (registerKinds.some((kind) => kind === call.kind)) await checkChange(ws, about, call);
  const store = await ws.store();
  const { reason, document } = call;
  const by = recordedBy(actor, call.by, '');
  const decision = { about, kind: call.kind as DecisionKind, reason, document, by, on: ws.options.on };
  const saved = await store.saveDecision(decision, signedBy(actor, access));
  ws.changed();
  return saved;
}

/** Observed values that decisions leave out, by the latest decision about each: `accept` takes an exclusion back. */
export async function exclusions(ws: Workspace): Promise<readonly Exclusion[]> {
  return (await valueDecisions(ws)).filter(({ kind }) => kind === 'exclude').map(({ cell }) => cell);
}

/** Doubtful values that decisions let into scores, by the latest decision about each. */
export async function acceptances(ws: Workspace): Promise<readonly Acceptance[]> {
  return (await valueDecisions(ws)).filter(({ kind }) => kind === 'accept').map(({ cell }) => cell);
}

/** The latest decision to leave out or to accept each value. */
function valueDecisions(
  ws: Workspace,
): Promise<readonly { readonly kind: DecisionKind; readonly cell: Exclusion }[]> {
  return ws.derived('decisions/values', async () => {
    const seen = new Set<string>();
    return (await decisions(ws, {})).flatMap((made) => {
      const { kind, about, reason, document, by, on } = made;
      if ((kind !== 'exclude' && kind !== 'accept') || seen.has(about)) return [];
      seen.add(about);
      const address = parseAddress(about);
      if (address.kind !== 'value') return [];
      const cell = {
        city: id<'city'>(address.city),
        indicator: id<'indicator'>(address.indicator),
        period: id<'period'>(address.period),
        reason,
        document,
        by,
        on,
      };
      return [{ kind, cell }];
    });
  });
}

/** Only what was read can be left out; what is computed from it follows. */
function checkObserved(ws: Workspace, about: string): void {
  const address = parseAddress(about);
  const indicator =
    address.kind === 'value' ? ws.catalog.indicators.get(id<'indicator'>(address.indicator)) : null;
  if (indicator?.formula !== null || indicator === null) {
    const expected = {
      en: 'the address of an observed value, value/CITY/PERIOD/INDICATOR',
      zh: '观测值的编号，形如 value/CITY/PERIOD/INDICATOR',
    };
    throw new AfterlodeError('CALL_OPTION', 'id', { found: about, expected });
  }
}

/** Who enters the list is off it, who leaves is on it or assessed beside it, and a paper stands behind both. */
async function checkChange(ws: Workspace, about: string, { kind, document }: DecisionCall): Promise<void> {
  const city = (await registerOf(ws)).byId.get(id<'city'>(about));
  if (!city) {
    throw new AfterlodeError('CALL_OPTION', 'id', {
      found: about,
      expected: { en: 'a city, not the address of a number', zh: '城市，而非数值的编号' },
    });
  }
  if (document.trim() === '') {
    throw new AfterlodeError('REGISTER_DOCUMENT', city.id, { found: '""' });
  }
  const found = obstacleTo(city, kind);
  if (found === null) return;
  const zh = { 'enter-list': '列入名单', 'leave-list': '退出名单' }[kind] ?? '一并评估';
  throw new AfterlodeError('REGISTER_CHANGE', city.id, { kind: { en: kind, zh }, found });
}

function obstacleTo(city: City, kind: string): Text | null {
  if (city.level === 'country' || city.level === 'province') {
    return { en: 'a country or province', zh: '它是国家或省级单位' };
  }
  if (kind === 'leave-list') {
    return isAssessed(city)
      ? null
      : { en: 'neither on the list nor assessed beside it', zh: '它既不在名单上，也未一并评估' };
  }
  if (city.listed) return { en: 'on the list already', zh: '它已在名单上' };
  const twice = kind === 'assess-too' && isAssessed(city);
  return twice ? { en: 'assessed already', zh: '它已一并评估' } : null;
}
