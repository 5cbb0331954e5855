import type { CodeDefinition } from './definition.js';

/** Faults and doubts of the room `store`. */
export const storeCodes = {} as const satisfies Record<string, CodeDefinition>;
