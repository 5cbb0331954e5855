import { AfterlodeError } from '../../../base/index.js';

/** @throws AfterlodeError INDEX_OPTION unless `isRight` */
export function hold(
  isRight: boolean,
  where: string,
  found: string | number,
  expected: string,
): asserts isRight {
  if (!isRight) throw new AfterlodeError('INDEX_OPTION', where, { found, expected });
}
