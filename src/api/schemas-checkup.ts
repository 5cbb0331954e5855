import { z } from 'zod';
import { componentNames, issue, text } from './schemas.js';

/** Schemas of the annual check-up, the residents' survey and the ledger of findings; see `schemas.ts`. */

const count = z.number().int().nonnegative();
const maybe = z.number().nullable();
const light = z.enum(['green', 'yellow', 'red', 'none']);
const share = z.looseObject({ low: maybe, mid: maybe, high: maybe });
const mismatch = z.enum(['people_worse', 'people_better']).nullable();

const coverage = z.looseObject({
  items: count,
  judged: count,
  measured: count,
  peopleOnly: count,
  missing: count,
  verified: count.describe('entries whose name or definition was read in the source'),
  share: z.number().min(0).max(1),
  lights: z.looseObject({ green: count, yellow: count, red: count, none: count }),
});

export const surveyItem = z.looseObject({
  city: z.string(),
  period: z.string(),
  item: z.string(),
  label: text,
  asked: count,
  satisfied: count,
  dissatisfied: count,
  light,
  satisfiedShare: share,
  dissatisfiedShare: share,
  indicators: z.array(z.looseObject({ id: z.string(), label: text })),
  source: z.string(),
  revision: count,
});
componentNames.add(surveyItem, { id: 'SurveyItem' });

export const planTarget = z.looseObject({
  city: z.string(),
  name: text,
  indicator: z.string(),
  label: text,
  year: z.string(),
  target: z.number(),
  unit: z.string().describe('base unit of the indicator, of the target'),
  document: z.string(),
  issued: z.string().describe('day of the document; not valid before'),
  state: z.enum(['in-force', 'not-yet', 'superseded', 'corrected']),
  revision: count,
});
componentNames.add(planTarget, { id: 'PlanTarget' });

export const targetImport = z.looseObject({
  file: z.string(),
  read: count,
  accepted: count,
  revised: count.describe('other readings of a known document'),
  unchanged: count,
  dryRun: z.boolean(),
});

const item = z.looseObject({
  id: z.string(),
  label: text,
  definition: text.nullable(),
  indicator: z.string(),
  unit: z.string(),
  fit: z.enum(['same', 'stand_in']),
  note: text.nullable(),
  source: text.describe('who keeps the figure'),
  form: z.string().describe('layout through which it is filled'),
  mark: z.string().describe('M is unverified'),
  state: z.enum(['judged', 'measured', 'people_only', 'missing']),
  value: maybe,
  earlier: z.string().nullable(),
  address: z.string(),
  plan: z
    .looseObject({ target: z.number(), document: z.string(), issued: z.string().nullable() })
    .nullable()
    .describe("the city's own target for this year"),
  judgement: z.looseObject({ final: light, people: light, objective: light, mismatch }).nullable(),
});

export const annualCheckup = z.looseObject({
  city: z.string(),
  name: text,
  period: z.string(),
  periods: z.array(z.string()),
  lists: z.array(
    z.looseObject({
      id: z.string(),
      label: text,
      class: z.enum(['basic', 'feature', 'supplementary']),
      year: maybe,
      officialCount: maybe,
      mark: z.string(),
      coverage,
      dimensions: z.array(z.looseObject({ id: z.string(), label: text, coverage, items: z.array(item) })),
    }),
  ),
  mismatches: z.array(z.string()),
  survey: z.array(surveyItem),
});
componentNames.add(annualCheckup, { id: 'AnnualCheckup' });

const measure = z.looseObject({
  measure: z.string(),
  body: z.string(),
  budget: maybe.describe('CNY'),
  deadline: z.string(),
  workItem: z.string(),
});

const recheck = z.looseObject({
  period: z.string(),
  result: z.enum(['improved', 'same', 'worse', 'cannot_tell']),
  reason: z.string(),
  lightBefore: light,
  lightAfter: light,
  valueBefore: maybe,
  valueAfter: maybe,
});

const event = z.looseObject({
  id: z.string(),
  finding: z.string(),
  previous: z.string(),
  kind: z.enum(['opened', 'measure', 'status', 'recheck', 'note', 'assigned', 'comment', 'file']),
  at: z.string(),
  by: z.string(),
  document: z.string(),
  content: z.looseObject({}),
});

export const ledgerRow = z.looseObject({
  id: z.string(),
  status: z.enum(['found', 'open', 'planned', 'under_way', 'done', 'closed', 'dropped']),
  city: z.string(),
  name: text,
  period: z.string(),
  subject: z.enum(['indicator', 'problem', 'ground']),
  about: z.string(),
  label: text,
  level: z.enum(['dwelling', 'residential_area', 'block', 'urban_area']),
  place: z.string(),
  light,
  mismatch,
  value: maybe,
  unit: z.string(),
  measure: measure.nullable(),
  assignment: z
    .looseObject({ person: z.string(), office: z.string(), deadline: z.string(), note: z.string() })
    .nullable(),
  comments: z.array(
    z.looseObject({
      id: z.string(),
      by: z.string(),
      at: z.string(),
      editedAt: z.string().describe('empty: as first said'),
      text: z.string(),
      answers: z.string().describe('id of the comment it answers; empty if none'),
    }),
  ),
  files: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      sha256: z.string(),
      mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
      bytes: count,
      caption: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  due: z.string().describe('next day on which something is due; empty if none'),
  overdue: z.boolean(),
  can: z
    .looseObject({ record: z.boolean(), assign: z.boolean() })
    .describe('what the caller may do about it'),
  recheck: recheck.nullable(),
  next: z.array(z.string()),
  history: z.array(event),
});
componentNames.add(ledgerRow, { id: 'LedgerFinding' });

export const surveyImport = z.looseObject({
  file: z.string(),
  read: count,
  accepted: count,
  unchanged: count,
  revised: count,
  rejected: count,
  rejectsId: z.string().nullable().describe('asks for the rejected rows; null if none'),
  dryRun: z.boolean(),
  issues: z.array(issue),
});

export const ledgerImport = z.looseObject({ file: z.string(), read: count, added: count, known: count });
