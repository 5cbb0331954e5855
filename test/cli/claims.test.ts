import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClaimAnswer, ClaimDetails } from '../../src/app/index.js';
import { json, temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const workspace = ['--workspace', join(folder, 'workspace')];

describe('claims', () => {
  it('answers the contract: id, claim, source, published, recomputed, verdict, reason', () => {
    const all = json<readonly ClaimAnswer[]>(['claims', ...workspace]);
    expect(all.length).toBeGreaterThan(60);
    const keys = ['id', 'claim', 'source', 'published', 'recomputed', 'verdict', 'reason'];
    for (const one of all) expect(Object.keys(one)).toEqual(expect.arrayContaining(keys));
    const shrank = all.find(({ id }) => id === 'shrinking_prefectures');
    expect(shrank).toMatchObject({
      verdict: 'holds only if',
      published: { grew: 52, shrank: 74 },
      recomputed: { grew: 49, shrank: 77 },
    });
  });

  it('tells one in full, for programs and for people', async () => {
    const one = await jsonHere<ClaimDetails>(['claims', 'carbon_intensity_ratio', ...workspace]);
    expect(one.readings[0]?.figures[0]).toMatchObject({ operation: 'ratio', method: 'claims/recompute' });
    const { out } = await callHere(['claims', 'carbon_intensity_ratio', '--lang', 'zh', ...workspace]);
    expect(out).toContain('不成立');
    expect(out).toContain('1.772727');
  });

  it('ends with 2 and near ids for an unknown one', async () => {
    const { status, err } = await callHere(['claims', 'list_26', ...workspace]);
    expect(status).toBe(2);
    expect(err).toMatch(/CLAIM_UNKNOWN.*list_262/s);
  });
});
