import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SubsidenceAnswer } from '../../src/app/index.js';
import { madeWavelength, stackMaker } from '../app/made-radar.js';
import { callHere, jsonHere } from './here.js';

const stack = stackMaker()();
const words = ['subsidence', stack.folder, '--out', stack.out, '--minimum-observations', '3'];
const radar = ['--wavelength', String(madeWavelength)];

describe('subsidence', () => {
  it('answers in JSON and in words of both languages', async () => {
    const answer = await jsonHere<SubsidenceAnswer>([...words, ...radar, '--reference', '1,1,1']);
    expect(answer).toMatchObject({ pixels: 48, tied: 48, reference: { row: 1, col: 1, stable: true } });
    const english = await callHere([...words, ...radar]);
    expect(english.out).toMatch(/stands still with most ground[\s\S]*zone +cells[\s\S]*zones\.geojson/);
    const chinese = await callHere([...words, ...radar, '--lang', 'zh']);
    expect(chinese.out).toMatch(/像元：48 个，其中 48 个已联测[\s\S]*沉陷区/);
  });

  it('keeps a run in the workspace, and says where it is seen', async () => {
    const workspace = join(stack.folder, 'workspace');
    const call = [
      ...words,
      ...radar,
      '--reference',
      '1,1,1',
      '--keep',
      '矿区 No 7',
      '--workspace',
      workspace,
    ];
    const { out } = await callHere(call);
    const id = /kept as (no-7-[0-9a-f]{8}): \/subsidence\/\1\n/.exec(out)?.[1];
    // No database is made for it: the server that serves the workspace is in nobody's way.
    expect([readdirSync(workspace), readdirSync(join(workspace, 'subsidence'))]).toEqual([
      ['subsidence'],
      [id],
    ]);
    const refused = await callHere([...words, ...radar, '--keep', ' ', '--workspace', workspace]);
    expect([refused.status, refused.err]).toEqual([2, expect.stringMatching(/^CALL_OPTION: .*--keep/)]);
  });

  it('refuses a stack without wavelength', async () => {
    const { status, err } = await callHere(words);
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/^DISPLACEMENT_WAVELENGTH: .*expected metres\. Give --wavelength M/),
    ]);
  });
});
