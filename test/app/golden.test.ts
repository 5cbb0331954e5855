import { beforeAll, expect, it } from 'vitest';
import { checkup, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { golden } from '../golden.js';
import { readingWorkspace } from './workspace.js';

/** All cities in one table a period, so that a change of data, catalog or method shows who moves. `npm run golden` writes it. */

let ws: Workspace;

beforeAll(async () => {
  ws = await readingWorkspace();
});

it.each(['2010', '2012', '2015', '2020'])('the check-up of %s is the one in test/golden', async (period) => {
  const rows = (await checkup(ws, { period })).map((one) => {
    const name = ws.register.byId.get(id<'city'>(one.city))?.name.en ?? '';
    const scores = Object.entries(one.standing).map(
      ([index, { score, rank, rankInterval }]) =>
        `${index} ${score?.toFixed(6) ?? '-'} ${rank ?? '-'} ${rankInterval?.join('-') ?? '-'}`,
    );
    const colours = ['green', 'yellow', 'red', 'none'].map(
      (colour) => Object.values(one.lights).filter(({ final }) => final === colour).length,
    );
    const found = one.findings.map(({ problem }) => problem).join(' ');
    return [one.city, name, ...scores, colours.join('/'), found].join(',');
  });
  const text = `${rows.join('\n')}\n`;
  expect(text).toBe(golden(`checkup-${period}.csv`, text));
});
