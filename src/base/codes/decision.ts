import type { CodeDefinition } from './definition.js';

/** Codes of multi-criteria decision analysis. */
export const decisionCodes = {} as const satisfies Record<string, CodeDefinition>;
