import { AfterlodeError, type Text } from '../../../base/index.js';

/** @throws AfterlodeError INDEX_OPTION unless `isRight` */
export function hold(
  isRight: boolean,
  where: string | Text,
  found: string | number | Text,
  expected: string | Text,
): asserts isRight {
  if (!isRight) throw new AfterlodeError('INDEX_OPTION', where, { found, expected });
}
