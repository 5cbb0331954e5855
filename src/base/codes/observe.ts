import type { CodeDefinition } from './definition.js';

/** Faults and doubts of the room `observe`. */
export const observeCodes = {} as const satisfies Record<string, CodeDefinition>;
