import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import {
  formatPassword,
  type HashCost,
  type KeptPassword,
  parsePassword,
  settledPassword,
} from '../../access/index.js';
import { takeTurn } from '../turns.js';

/** A hash takes tens of MiB and a tenth of a second: a crowd that signs in waits instead of filling the memory. */
const turn = takeTurn(2, 500, 'sign-in');

/**
 * Hashes a password with a new salt, in the form in which it is kept.
 *
 * @throws AfterlodeError JOB_BUSY where too many wait already
 */
export async function hashPassword(password: string, cost: HashCost): Promise<string> {
  const salt = randomBytes(16).toString('hex');
  return formatPassword({ ...cost, salt, hash: (await derive(password, { ...cost, salt })).toString('hex') });
}

/**
 * Whether a password is the one that is kept. Where none is kept, as much work is done for nothing, so that the time does not tell whether
 * there is such an account.
 *
 * @throws AfterlodeError JOB_BUSY where too many wait already
 */
export async function isPassword(password: string, kept: string, cost: HashCost): Promise<boolean> {
  const known = parsePassword(kept);
  const salted = known ?? { ...cost, salt: '00'.repeat(16) };
  const hash = await derive(password, salted);
  return known !== null && timingSafeEqual(hash, Buffer.from(known.hash, 'hex'));
}

function derive(password: string, by: Omit<KeptPassword, 'hash'>): Promise<Buffer> {
  const { cost, blockSize, parallelization, salt } = by;
  const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  const work = () =>
    new Promise<Buffer>((resolve, reject) => {
      scrypt(settledPassword(password), Buffer.from(salt, 'hex'), 32, options, (error, hash) =>
        error ? reject(error) : resolve(hash),
      );
    });
  return turn(work);
}
