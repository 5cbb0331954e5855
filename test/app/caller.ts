import { operatorNamed } from '../../src/access/index.js';
import type { AccessCall } from '../../src/app/index.js';

/** Who sits at the machine, for tests of what anybody with the right may do. */
export const asOperator: AccessCall = { actor: operatorNamed('operator:test') };
