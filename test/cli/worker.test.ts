import { afterEach, describe, expect, it, vi } from 'vitest';
import { madeWavelength, stackMaker } from '../app/made-radar.js';
import { callHere } from './here.js';

/** Words of a call that needs a queue; what happens where there is one is tried in test/postgresql and test/redis. */

const stack = stackMaker()();
const measure = `subsidence ${stack.folder} --out ${stack.out} --wavelength ${madeWavelength}`
  .concat(' --minimum-observations 3 --reference 1,1,1 --engine queue')
  .split(' ');
afterEach(() => vi.unstubAllEnvs());

describe.each([
  ['worker', ['worker']],
  ['subsidence on a queue', measure],
])('%s', (_, words) => {
  it('is refused without an address and with one of another kind', async () => {
    vi.stubEnv('AFTERLODE_QUEUE', '');
    for (const more of [[], ['--queue', 'http://me:secret@host']]) {
      const { err } = await callHere([...words, ...more]);
      expect(err).toMatch(
        /^QUEUE_ADDRESS: --queue is .*; expected postgres:\/\/… \/ redis:\/\/…\. Give --queue/,
      );
      expect(err).not.toContain('secret');
    }
  });

  it('says that nobody is there, whether the option or the environment names the queue', async () => {
    const down = (scheme: string) => `${scheme}://me:secret@127.0.0.1:1/city`;
    vi.stubEnv('AFTERLODE_QUEUE', down('redis'));
    for (const more of [[], ['--queue', down('postgres')]]) {
      const { err } = await callHere([...words, ...more]);
      expect(err).toMatch(/^QUEUE_UNREACHABLE: .*127\.0\.0\.1:1\/city cannot be reached: .*ECONNREFUSED/);
      expect(err).not.toContain('secret');
    }
    expect(stack.wasWritten()).toBe(false);
  });
});
