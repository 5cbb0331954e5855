import { z } from 'zod';
import { componentNames, issue, text } from './schemas.js';

/** Schemas of the yearly reporting; see `schemas.ts`. */

const count = z.number().int().nonnegative();
const maybe = z.number().nullable();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const said = z.looseObject({ by: z.string(), at: z.string(), why: z.string() }).nullable();

function named<T extends z.ZodType>(id: string, schema: T): T {
  componentNames.add(schema, { id });
  return schema;
}

export const roundRow = named(
  'Round',
  z.looseObject({
    id: z.string(),
    label: text,
    period: z.string(),
    forms: z.array(z.string()),
    units: z.array(z.string()),
    deadlines: z.looseObject({ report: z.string(), province: z.string(), nation: z.string() }),
    indices: z.array(z.string()),
    state: z.enum(['draft', 'open', 'closed', 'locked', 'published']),
    revision: count,
    returns: z.record(z.string(), count).describe('returns by state'),
    snapshot: z.string().nullable().describe('address of what was published'),
  }),
);

const returnView = z.looseObject({
  unit: z.string(),
  state: z.string(),
  revision: count.describe(
    'a change may name it as If-Match, so that it is refused where somebody was faster',
  ),
  submitted: z.string().nullable(),
  question: said.describe('with which it came back'),
  appeal: said,
});

export const roundUnit = named(
  'RoundUnit',
  returnView.extend({
    name: text,
    province: text,
    late: z
      .looseObject({ level: z.string(), deadline: z.string(), days: count, missing: z.boolean() })
      .nullable()
      .describe('who has the work and since when it should be done'),
  }),
);

export const roundAnswer = named(
  'RoundDetails',
  roundRow.extend({
    unitStates: z.array(returnView.extend({ name: text, province: text })),
    late: z.array(z.looseObject({ unit: z.string(), days: count })),
    history: z.array(z.looseObject({ kind: z.string(), by: z.string(), at: z.string(), why: z.string() })),
    steps: z.array(z.string()).describe('that the caller may take now'),
  }),
);

const value = z
  .looseObject({
    value: maybe,
    unit: z.string(),
    missing: z.string().describe('why there is none'),
    source: z.string(),
    explanation: z.string(),
  })
  .nullable();
const returnIssue = issue.extend({ indicator: z.string(), explained: z.boolean() });

export const evidence = named(
  'Evidence',
  z.looseObject({
    indicator: z.string().describe('empty: the return as a whole'),
    sha256,
    name: z.string(),
    mediaType: z.string().describe('by its content'),
    size: count.describe('bytes'),
    by: z.string(),
    at: z.string(),
  }),
);

export const returnAnswer = named(
  'Return',
  z.looseObject({
    round: z.string(),
    label: text,
    period: z.string(),
    name: text,
    view: returnView,
    forms: z.array(
      z.looseObject({
        id: z.string(),
        label: text,
        sections: z.array(
          z.looseObject({
            id: z.string(),
            label: text,
            lines: z.array(
              z.looseObject({
                indicator: z.string(),
                label: text,
                unit: z.string(),
                required: z.boolean(),
                valid: z.array(maybe).length(2),
                value,
                lastYear: z.looseObject({ period: z.string(), value: z.number() }).nullable(),
                issues: z.array(returnIssue),
              }),
            ),
          }),
        ),
      }),
    ),
    issues: z.array(returnIssue),
    files: z.array(evidence),
    changes: z.array(z.looseObject({ indicator: z.string(), by: z.string(), at: z.string(), old: value })),
    history: z.array(z.looseObject({ kind: z.string(), by: z.string(), at: z.string(), why: z.string() })),
    steps: z.array(z.string()).describe('that the caller may take now'),
  }),
);

export const saveAnswer = named(
  'SavedValues',
  z.looseObject({
    saved: z.boolean().describe('false: nothing was changed, issues say what cannot be read'),
    changed: count,
    revision: count,
    issues: z.array(returnIssue),
  }),
);

export const stepAnswer = named(
  'ReturnStep',
  z.looseObject({
    round: z.string(),
    unit: z.string(),
    kind: z.string(),
    state: z.string(),
    revision: count,
  }),
);

const entry = z.looseObject({ value: maybe, why: z.string(), source: z.string() });
const cell = z.string().nullable().describe('such as 人口!E7');

export const uploadAnswer = named(
  'UploadedWorkbook',
  z.looseObject({
    round: z.string(),
    unit: z.string(),
    sha256,
    saved: z.boolean().describe('false for a dry run and where faults forbid it'),
    revision: count,
    changes: z.array(
      z.looseObject({ cell: z.string(), indicator: z.string(), label: text, old: entry, new: entry }),
    ),
    messages: z.array(issue.extend({ cell })).describe('faults of cells, none of which is saved, and notes'),
    issues: z.array(returnIssue.extend({ cell })).describe('to be settled before it is submitted'),
  }),
);

export const lockAnswer = z.looseObject({ round: z.string(), locked: count, leftOut: count });

const comparison = z.looseObject({
  equal: z.boolean(),
  compared: count,
  largest: maybe.describe('largest difference as a share of the larger figure'),
  different: count,
});

export const computation = named(
  'Computation',
  z.looseObject({
    by: z.string(),
    at: z.string(),
    inputs: sha256.describe('of what it was computed from'),
    results: z
      .looseObject({ figures: z.array(z.looseObject({ unit: z.string(), node: z.string(), score: maybe })) })
      .nullable()
      .describe('null: not yours to see before a second person has computed'),
  }),
);

export const recomputation = named(
  'Recomputation',
  z.looseObject({ how: z.enum(['program', 'figures']), comparison }),
);

export const snapshotRow = named(
  'Snapshot',
  z.looseObject({
    hash: sha256.describe('of its canonical JSON: its address'),
    round: z.string(),
    label: text,
    period: z.string(),
    at: z.string(),
    by: z.string(),
  }),
);

export const snapshotCheck = named(
  'SnapshotCheck',
  z.looseObject({
    hash: sha256,
    round: z.string(),
    equal: z.boolean().describe('everything is as it was'),
    comparison,
    ranksDiffer: count,
    findingsDiffer: count,
    auditWhole: z.boolean(),
  }),
);
