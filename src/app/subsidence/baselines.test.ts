import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { baselinesAt, baselinesOfFolder } from './baselines.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-baselines-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['LiCSAR', '20180101 20180113 30.5 12\n20180101 20180125 -12.25 24\n20180101 20180101 0 0\n'],
  [
    'GAMMA, with numbers before and the dates of one turned',
    '1  20180101 20180113   30.5  12.0 1 2\n2  20180125 20180101   12.25 -24.0 1 2\n',
  ],
])('baselines of %s are told by date', async (_, text) => {
  writeFileSync(join(folder, 'baselines'), text);
  const rows = await baselinesOfFolder(folder);
  const found = baselinesAt(['2018-01-01', '2018-01-13', '2018-01-25'], rows, 'here');
  expect([...found]).toEqual([0, expect.closeTo(30.5, 9), expect.closeTo(-12.25, 9)]);
  // Told from the first date of the stack, not of the table.
  expect([...baselinesAt(['2018-01-13', '2018-01-25'], rows, 'here')]).toEqual([
    0,
    expect.closeTo(-42.75, 9),
  ]);
  expect(() => baselinesAt(['2018-01-01', '2018-02-06'], rows, 'here')).toThrow(/2018-02-06/);
});
