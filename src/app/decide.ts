import { formatAddress, parseAddress } from '../assess/index.js';
import { AfterlodeError, id } from '../base/index.js';
import type { Exclusion } from '../observe/index.js';
import { cityOf } from '../register/index.js';
import type { Decision, DecisionKind } from '../store/index.js';
import type { Workspace } from './workspace.js';

/** What a person decides about a number or a city. */
export interface DecisionCall {
  /** Address of a number or id of a city. */
  readonly about: string;
  readonly kind: string;
  readonly reason: string;
  readonly document: string;
  readonly by: string;
}

/** Decisions, newest first, all or about one number or city. */
export async function decisions(ws: Workspace, filter: { about?: string }): Promise<readonly Decision[]> {
  const store = await ws.existingStore();
  return store === null
    ? []
    : store.decisions(filter.about === undefined ? undefined : settled(ws, filter.about));
}

/**
 * Records a decision; numbers that it excludes are missing from then on, with the decision as their evidence.
 *
 * @throws AfterlodeError CALL_OPTION for an unknown kind, an empty reason, or an exclusion of what is not an observed value
 */
export async function saveDecision(ws: Workspace, call: DecisionCall): Promise<Decision> {
  const { decisionKinds } = await import('../store/index.js');
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
  const about = settled(ws, call.about);
  if (call.kind === 'exclude') checkObserved(ws, about);
  const store = await ws.store();
  const saved = await store.saveDecision({
    ...call,
    about,
    kind: call.kind as DecisionKind,
    on: ws.options.on,
  });
  ws.changed();
  return saved;
}

/** Observed values that decisions leave out, by the latest decision about each: `accept` takes an exclusion back. */
export function exclusions(ws: Workspace): Promise<readonly Exclusion[]> {
  return ws.derived('exclusions', async () => {
    const seen = new Set<string>();
    return (await decisions(ws, {})).flatMap((made) => {
      if (made.kind !== 'exclude' && made.kind !== 'accept') return [];
      if (seen.has(made.about)) return [];
      seen.add(made.about);
      const { reason, document, by, on } = made;
      const address = parseAddress(made.about);
      if (made.kind === 'accept' || address.kind !== 'value') return [];
      return [
        {
          city: id<'city'>(address.city),
          indicator: id<'indicator'>(address.indicator),
          period: id<'period'>(address.period),
          reason,
          document,
          by,
          on,
        },
      ];
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

/** The address with the city's id, whatever name it was called by; ids of cities likewise. */
function settled(ws: Workspace, about: string): string {
  if (!about.includes('/')) return cityOf(ws.register, about).id;
  const address = parseAddress(about);
  return formatAddress(
    'city' in address ? { ...address, city: cityOf(ws.register, address.city).id } : address,
  );
}
