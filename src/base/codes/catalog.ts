import type { CodeDefinition } from './definition.js';

/** Faults and doubts of the room `catalog`. */
export const catalogCodes = {} as const satisfies Record<string, CodeDefinition>;
