import type { WordKey } from '../words.js';

/** Pages on which the methods of vacant land are written down. */
export const vacantMethods = [
  ['locate/vacant-land', 'method_vacant_land'],
  ['locate/zonal', 'zonal'],
] as const satisfies readonly (readonly [string, WordKey])[];
