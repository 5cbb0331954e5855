import { z } from 'zod';
import { componentNames, finding, issue, text } from './schemas.js';

/** Schemas of explanations, comparisons, catalog, tables and of what people add; see `schemas.ts`. */

const count = z.number().int().nonnegative();
const maybe = z.number().nullable();

/** A tree; `inputs` are explanations again. */
export const explanation = z.looseObject({
  id: z.string(),
  kind: z.enum(['computation', 'source', 'judgement', 'parameter', 'missing']),
  label: text,
  value: maybe,
  unit: z.string(),
  how: text,
  method: z.string().nullable(),
  references: z.array(z.string()),
  evidence: z.string(),
  source: z
    .looseObject({
      title: text,
      file: z.string(),
      sha256: z.string(),
      locator: z.string(),
      licence: z.string(),
    })
    .nullable(),
  remarks: z.array(text),
  get inputs() {
    return z.array(explanation);
  },
});
componentNames.add(explanation, { id: 'Explanation' });

export const comparison = z.looseObject({
  indicator: z.string(),
  label: text,
  unit: z.string(),
  period: z.string(),
  groups: z.array(
    z.looseObject({
      group: z.string(),
      label: text,
      id: z.string(),
      count,
      negative: count,
      pooled: maybe.describe('ratio of sums; null for indicators that have none'),
      mean: maybe,
      median: maybe,
      q1: maybe,
      q3: maybe,
      flagged: z.array(z.looseObject({ id: z.string(), label: text, count })),
    }),
  ),
});
componentNames.add(comparison, { id: 'Comparison' });

const defined = z.looseObject({ id: z.string(), label: text });

export const catalog = z.looseObject({
  version: z.string(),
  hash: z.string(),
  indicators: z.array(
    z.looseObject({ id: z.string(), label: text, theme: z.string(), unit: z.string(), mark: z.string() }),
  ),
  indices: z.array(defined),
  parameters: z.array(defined),
  problems: z.array(defined),
  references: z.array(z.looseObject({ id: z.string(), title: text })),
  units: z.array(defined),
  transferFormulas: z.array(defined),
  layouts: z.array(z.looseObject({ id: z.string(), label: text, indicators: z.array(z.string()) })),
  issues: z.array(issue),
});
componentNames.add(catalog, { id: 'Catalog' });

export const tables = z.array(
  z.looseObject({
    id: z.string(),
    title: text,
    note: text,
    file: z.string(),
    sha256: z.string(),
    rows: count,
    boundary: text,
    licence: z.string(),
    columns: z.array(z.looseObject({ name: z.string(), indicator: z.string(), unit: z.string() })),
    checks: z.array(z.looseObject({ what: text, found: z.number(), expected: z.number() })),
  }),
);

export const importAnswer = z.looseObject({
  id: z.string(),
  file: z.string(),
  layout: z.string(),
  read: count,
  accepted: count,
  unchanged: count,
  revised: count,
  rejected: count,
  doubtful: count,
  rejects: z.string().nullable(),
  rejectsId: z.string().nullable().describe('asks for the rejected rows; null if none'),
  dryRun: z.boolean(),
  issues: z.array(issue),
});
componentNames.add(importAnswer, { id: 'Import' });

/** Earlier imports; what the ledger keeps of each. */
export const importList = z.array(
  z.looseObject({
    id: z.string(),
    file: z.string(),
    layout: z.string(),
    licence: z.string(),
    by: z.string(),
    at: z.string(),
    read: count,
    accepted: count,
    unchanged: count,
    revised: count,
    rejected: count,
  }),
);

/** Doubts about the figures as a whole. */
export const issueList = z.array(issue);

export const decision = z.looseObject({
  id: z.string(),
  about: z.string(),
  kind: z.string(),
  reason: z.string(),
  document: z.string(),
  by: z.string(),
  on: z.string(),
});
componentNames.add(decision, { id: 'Decision' });

/** Findings of the ledger. */
export const findingList = z.array(
  z.looseObject({ finding, firstSeen: z.string(), changed: z.string(), status: z.string() }),
);

export const savedFindings = z.looseObject({ added: count, changed: count, unchanged: count });

/** An index as the engine runs it; columns, tree and steps are as `contract.ts` has them. */
export const laboratory = z.looseObject({
  index: z.string(),
  label: text,
  catalog: z.string(),
  periods: z.array(z.string()),
  cities: z.record(z.string(), z.looseObject({ name: text, type: z.string() })),
  nodes: z.record(z.string(), z.looseObject({ label: text })),
  input: z.looseObject({ table: z.looseObject({ units: z.array(z.string()) }) }),
  flags: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.array(z.string())))),
  flagNotes: z.array(z.looseObject({ id: z.string(), label: text })),
});
componentNames.add(laboratory, { id: 'Laboratory' });
