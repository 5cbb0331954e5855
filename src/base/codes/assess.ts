import type { CodeDefinition } from './definition.js';

/** Faults and doubts of the room `assess`. */
export const assessCodes = {} as const satisfies Record<string, CodeDefinition>;
