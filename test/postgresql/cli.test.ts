import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { json, temporaryFolder } from '../cli/call.js';
import type { Ground } from '../store/ground.js';
import { postgresqlGround } from '../store/postgresql-ground.js';

/** The commands with `--database URL`: the same answers as with the embedded database, and backups that change engines. */

const folder = temporaryFolder();
const embedded = ['--workspace', join(folder, 'embedded')];
const address = 'value/鹤岗/2021/population';
let ground: Ground;
let served: string[];

beforeAll(async () => {
  ground = await postgresqlGround();
  const place = await ground.fresh();
  if (!('url' in place)) throw new Error('no URL');
  served = ['--workspace', join(folder, 'served'), '--database', place.url];
});
afterAll(() => ground.end());

it('imports, explains and moves to the embedded database by a backup', () => {
  const table = join(folder, 'own.csv');
  writeFileSync(
    table,
    '城市,年份,指标,数值,单位\n鹤岗,2021,population,88,万人\n鹤岗,2022,population,87,万人\n',
  );
  const first = json<{ id: string; accepted: number }>(['import', table, ...served]);
  expect(first.accepted).toBe(2);
  const again = json<{ id: string; unchanged: number }>(['import', table, ...served]);
  expect([again.id, again.unchanged]).toEqual([first.id, 2]);
  expect(json<{ value: number }>(['explain', address, ...served]).value).toBe(880_000);
  expect(json<unknown[]>(['checkup', '鹤岗', ...served])).toHaveLength(1);

  const file = join(folder, 'served.backup');
  json(['backup', file, ...served]);
  const { restored } = json<{ restored: { observations: number } }>(['restore', file, ...embedded]);
  expect(restored.observations).toBe(2);
  expect(json<{ value: number }>(['explain', address, ...embedded]).value).toBe(880_000);
});
