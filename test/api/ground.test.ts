import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroundAnswer, GroundShown, ProblemAnswer } from '../../src/api/contract.js';
import { groundAnswer } from '../../src/api/schemas-ground.js';
import { groundFile, groundOf } from '../../src/app/index.js';
import { madeGround } from '../../src/web/ground/made-ground.js';
import { testWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

/** The five kinds behind their endpoint, with the real use cases, on the worked example. */

const ws = await testWorkspace();
let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({
    groundOf: (_ws, ...given) => groundOf(ws, ...given),
    groundFile: (_ws, ...given) => groundFile(ws, ...given),
  });
});
afterAll(() => fake.server.close());

const made = Object.fromEntries(Object.entries(madeGround()).map(([field, { text }]) => [field, text]));
const ask = (url: string, payload: object) =>
  fake.server.inject({ method: 'POST', url, payload, headers: { 'accept-language': 'en' } });

describe('POST /api/ground', () => {
  it('answers cells, zones and the map, in the promised form', async () => {
    const answer = (await ask('/api/ground', made)).json<GroundAnswer & GroundShown>();
    expect(groundAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.map.cells.features.map(({ id }) => id)).toEqual(answer.rows.map(({ cell }) => cell));
    expect(answer.map.zones.features).toHaveLength(answer.doubleHigh?.zones.length ?? -1);
    expect(answer.map.complaints).toHaveLength(320);
    // Objects in place of text, and words as a form has them.
    const { subsidence, area } = made;
    const sent = {
      subsidence: JSON.parse(subsidence as string) as object,
      area,
      cell: '500',
      byConfidence: 'true',
    };
    const other = (await ask('/api/ground', sent)).json<GroundAnswer>();
    expect(other.summary).toMatchObject({ cellM: 500, kinds: [{ kind: 'subsidence' }] });
    expect(other.doubleHigh).toBeNull();
  });

  it('writes the same as a workbook', async () => {
    const response = await ask('/api/ground/export', made);
    expect(response.headers['content-disposition']).toContain('ground.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(response.rawPayload as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['cells', 'items', 'zones', 'projects']),
    );
  });

  it('refuses what it cannot read', async () => {
    const refused = async (payload: object) => (await ask('/api/ground', payload)).json<ProblemAnswer>().code;
    expect(await refused({ vacancy: made.disorder })).toBe('ZONES_GEOMETRY');
    expect(await refused({ found: made.found, complaints: 'x,y\n1,2\n' })).toBe('GROUND_POINTS');
    expect(await refused({})).toBe('CALL_OPTION');
    expect((await ask('/api/ground', { ...made, out: 'x' })).statusCode).toBe(400);
  });
});
