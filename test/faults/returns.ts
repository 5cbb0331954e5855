import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import { operatorNamed } from '../../src/access/index.js';
import { defineRound, openRound } from '../../src/app/campaign/define.js';
import { round } from '../../src/app/campaign/rounds.js';
import type { Workspace } from '../../src/app/workspace.js';
import { columnOf, headingRow } from '../../src/campaign/workbook/layout.js';

/** A round of reporting, of which each unit hands in a workbook that is reviewed; every fifth is sent back once and mended in the form. */

export const roundName = 'faults_2025';
const actor = operatorNamed('operator:client');
/** The figure that each unit hands in; of the others it says that there is none. */
const figure = 'hospitals';

const kinds = {
  import: null,
  submit: 'submit',
  send_back: 'return_province',
  mend: null,
  hand_in: 'submit',
  province: 'accept_province',
  nation: 'accept_nation',
} as const;

/** A step of a unit's return. */
export interface ReturnStep {
  readonly kind: keyof typeof kinds;
  readonly of: number;
}

/** What one unit goes through. */
export function returnOfUnit(of: number): readonly ReturnStep[] {
  const back: readonly ReturnStep['kind'][] = of % 5 === 0 ? ['send_back', 'mend', 'hand_in'] : [];
  const all: readonly ReturnStep['kind'][] = ['import', 'submit', ...back, 'province', 'nation'];
  return all.map((kind) => ({ kind, of }));
}

/** Ids of the units that take part. */
export function reportingUnits(ws: Workspace, count: number): readonly string[] {
  return ws.register.cities
    .filter((city) => city.listed)
    .slice(0, count)
    .map(({ id }) => id);
}

/** Sends steps over HTTP, each under a key of its own: asked for again it is answered as before and changes nothing more. */
export function returnsSender(
  units: readonly string[],
): (address: string, step: ReturnStep) => Promise<Response> {
  /** As people have them on their disks: the second try sends the same file. */
  const filled = new Map<number, Uint8Array<ArrayBuffer>>();
  return async (address, { kind, of }) => {
    const place = `${address}/api/rounds/${roundName}/returns/${units[of]}`;
    const send = (method: string, path: string, body: Uint8Array<ArrayBuffer> | object) => {
      const isFile = body instanceof Uint8Array;
      const headers = {
        'idempotency-key': `${kind}-${of}`,
        'content-type': isFile ? 'application/octet-stream' : 'application/json',
        'x-file-name': 'return.xlsx',
      };
      return fetch(`${place}/${path}`, { method, headers, body: isFile ? body : JSON.stringify(body) });
    };
    if (kind === 'import') {
      const book =
        filled.get(of) ?? (await fillWorkbook(await download(`${place}/workbook?lang=en`), 100 + of));
      filled.set(of, book);
      return send('POST', 'workbook', book);
    }
    if (kind === 'mend') {
      const value = { indicator: figure, value: 1000 + of, source: 'bulletin', explanation: 'counted again' };
      return send('PUT', 'values', { values: [value] });
    }
    const why = kind === 'send_back' ? 'Is that so?' : kind === 'hand_in' ? 'mended' : undefined;
    return send('POST', 'steps', { kind: kinds[kind], ...(why !== undefined && { why }) });
  };
}

async function download(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  // As a broken connection: the client asks again.
  if (!answer.ok) throw new TypeError(`no workbook: ${answer.status}`);
  return answer.arrayBuffer();
}

async function fillWorkbook(bytes: ArrayBuffer, value: number): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  for (const sheet of book.worksheets)
    sheet.eachRow((row, at) => {
      if (at <= headingRow || row.getCell(columnOf('value')).dataValidation === undefined) return;
      const own = row.getCell(columnOf('code')).text === figure;
      if (own) row.getCell(columnOf('value')).value = value;
      row.getCell(columnOf('why')).value = own ? 'counted' : 'not collected';
      row.getCell(columnOf('source')).value = 'bulletin';
    });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Opens the round for units. */
export async function beginRound(ws: Workspace, units: readonly string[]): Promise<void> {
  const file = {
    id: roundName,
    label: { en: 'Faults', zh: '故障' },
    period: '2025',
    forms: ['city_core'],
    units,
    deadlines: { report: '2026-04-30', province: '2026-05-31', nation: '2026-06-30' },
    indices: [],
  };
  await defineRound(ws, file, { actor });
  await openRound(ws, roundName, { actor });
}

/** Every return stands where its steps lead, with the values of its last step and one line of the log for each. */
export async function expectReturns(ws: Workspace, units: readonly string[]): Promise<void> {
  const { unitStates } = await round(ws, roundName, { actor });
  const expected = units.map((_, of) => returnOfUnit(of).length);
  const byUnit = new Map(unitStates.map((one) => [String(one.unit), one]));
  const found = units.map((unit) => byUnit.get(unit));
  expect(found.map((one) => one?.revision)).toEqual(expected);
  expect(new Set(found.map((one) => one?.state))).toEqual(new Set(['accepted_by_nation']));
  const { audit, campaign } = await ws.store();
  const handedIn = (await campaign.values(roundName)).filter(({ indicator }) => indicator === figure);
  for (const [of, unit] of units.entries()) {
    const kept = handedIn.filter(({ unitId }) => unitId === unit).map(({ value }) => value);
    expect(kept).toEqual(of % 5 === 0 ? [100 + of, 1000 + of] : [100 + of]);
  }
  expect(await audit.verify(null)).toMatchObject({ whole: true });
  const lines = await audit.list({ most: 100_000 });
  const steps = lines.filter(({ target }) => target.startsWith(`round/${roundName}/`));
  expect(steps).toHaveLength(expected.reduce((sum, one) => sum + one, 0));
}
