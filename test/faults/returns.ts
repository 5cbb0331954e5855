import { expect } from 'vitest';
import { operatorNamed } from '../../src/access/index.js';
import { defineRound, openRound } from '../../src/app/campaign/define.js';
import { entriesOf, knownRound } from '../../src/app/campaign/round-of.js';
import { round } from '../../src/app/campaign/rounds.js';
import { saveValues } from '../../src/app/campaign/save-values.js';
import { reviewReturn, submitReturn } from '../../src/app/campaign/steps.js';
import type { Workspace } from '../../src/app/workspace.js';
import type { Change } from './changes.js';
import type { Asked } from './client.js';

/** A round of reporting, of which each unit hands in a return that is reviewed; every fifth is sent back once. */

const name = 'faults_2025';
const actor = operatorNamed('operator:client');

function unitOf(ws: Workspace, of: number): string {
  const listed = ws.register.cities.filter((city) => city.listed);
  return listed[of]?.id ?? '';
}

/** A request with its key: asked for again it is answered as before and changes nothing more. */
function keyed(step: string, of: number, why = '') {
  return { actor, key: `${step}-${of}`, why };
}

async function save(ws: Workspace, of: number, step: string, beds: number): Promise<unknown> {
  const { definition } = await knownRound(ws, name);
  const values = [...entriesOf(ws, definition).keys()].map((indicator) =>
    indicator === 'hospitals'
      ? { indicator, value: String(beds), source: 'bulletin', explanation: 'counted' }
      : { indicator, value: '', missing: 'not_collected', source: '', explanation: 'made for a test' },
  );
  const saved = await saveValues(ws, name, unitOf(ws, of), { values, seen: null }, keyed(step, of));
  if (!saved.saved) throw new Error(JSON.stringify(saved.issues[0]));
  return saved;
}

const review = (level: 'province' | 'nation', verdict: 'accept' | 'return', step: string): Change => {
  const why = verdict === 'return' ? 'Is that so?' : '';
  return (ws, of) => reviewReturn(ws, name, unitOf(ws, of), { level, verdict }, keyed(step, of, why));
};

export const returnSteps = {
  save: (ws, of) => save(ws, of, 'save', 100 + of),
  submit: (ws, of) => submitReturn(ws, name, unitOf(ws, of), keyed('submit', of)),
  send_back: review('province', 'return', 'send_back'),
  mend: (ws, of) => save(ws, of, 'mend', 1000 + of),
  hand_in: (ws, of) => submitReturn(ws, name, unitOf(ws, of), keyed('hand_in', of, 'mended')),
  province: review('province', 'accept', 'province'),
  nation: review('nation', 'accept', 'nation'),
} as const satisfies Readonly<Record<string, Change>>;
export type ReturnStep = keyof typeof returnSteps;

/** What one unit goes through. */
export function returnOfUnit(of: number): readonly Asked[] {
  const back: readonly ReturnStep[] = of % 5 === 0 ? ['send_back', 'mend', 'hand_in'] : [];
  const steps: readonly ReturnStep[] = ['save', 'submit', ...back, 'province', 'nation'];
  return steps.map((kind) => ({ kind, of }));
}

/** Opens the round for so many units. */
export async function beginRound(ws: Workspace, units: number): Promise<void> {
  const file = {
    id: name,
    label: { en: 'Faults', zh: '故障' },
    period: '2025',
    forms: ['city_core'],
    units: Array.from({ length: units }, (_, of) => unitOf(ws, of)),
    deadlines: { report: '2026-04-30', province: '2026-05-31', nation: '2026-06-30' },
    indices: [],
  };
  await defineRound(ws, file, { actor });
  await openRound(ws, name, { actor });
}

/** Every return stands where its steps lead, with the values of its last step and one line of the log for each. */
export async function expectReturns(ws: Workspace, units: number): Promise<void> {
  const { unitStates } = await round(ws, name, { actor });
  const expected = Array.from({ length: units }, (_, of) => returnOfUnit(of).length);
  const byUnit = new Map(unitStates.map((one) => [String(one.unit), one]));
  const found = Array.from({ length: units }, (_, of) => byUnit.get(unitOf(ws, of)));
  expect(found.map((one) => one?.revision)).toEqual(expected);
  expect(new Set(found.map((one) => one?.state))).toEqual(new Set(['accepted_by_nation']));
  const { audit, campaign } = await ws.store();
  const beds = (await campaign.values(name)).filter(({ indicator }) => indicator === 'hospitals');
  for (let of = 0; of < units; of += 1) {
    const kept = beds.filter(({ unitId }) => unitId === unitOf(ws, of)).map(({ value }) => value);
    expect(kept).toEqual(of % 5 === 0 ? [100 + of, 1000 + of] : [100 + of]);
  }
  expect(await audit.verify(null)).toMatchObject({ whole: true });
  const lines = await audit.list({ most: 100_000 });
  const steps = lines.filter(({ target }) => target.startsWith(`round/${name}/`));
  expect(steps).toHaveLength(expected.reduce((sum, one) => sum + one, 0));
}
