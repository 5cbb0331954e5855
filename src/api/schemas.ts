import { z } from 'zod';

/**
 * What answers look like, for `/openapi.json`. Answers are not cut to these: objects may hold more, and the exact types
 * are those of `contract.ts`. The tests parse every real answer with its schema.
 */

/** Names under which schemas stand in `components`. */
export const componentNames = z.registry<{ readonly id: string }>();

function named<T extends z.ZodType>(id: string, schema: T): T {
  componentNames.add(schema, { id });
  return schema;
}

const share = z.number().min(0).max(1);
const count = z.number().int().nonnegative();
const maybe = z.number().nullable();

export const text = named('Text', z.looseObject({ en: z.string(), zh: z.string() }));

export const issue = named(
  'Issue',
  z.looseObject({
    code: z.string(),
    severity: z.enum(['note', 'warning', 'error']),
    where: z.string(),
    message: text,
    remedy: text,
  }),
);

export const problem = named(
  'Problem',
  z.looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().describe('stable; docs/reference/errors.md lists all'),
    where: z.string(),
    message: text,
    remedy: text,
  }),
);

export const health = z.looseObject({ status: z.literal('ok'), version: z.string(), catalog: z.string() });

export const meta = named(
  'Meta',
  z.looseObject({
    version: z.string(),
    pack: z.looseObject({ id: z.string(), title: text }),
    catalog: z.looseObject({ version: z.string(), hash: z.string(), overlays: z.array(z.string()) }),
    periods: z.array(z.looseObject({ period: z.string(), indices: z.array(z.string()) })),
    latest: z.string(),
    totals: z.looseObject({ listed: count, byLevel: z.record(z.string(), count) }),
    differences: z.array(z.looseObject({ total: z.string(), official: count, counted: count, text })),
    classes: z.record(z.string(), z.record(z.string(), text)),
  }),
);

export const city = named(
  'City',
  z.looseObject({
    id: z.string(),
    adcode: z.string(),
    name: text,
    pinyin: z.string(),
    province: text,
    level: z.string(),
    listed: z.boolean(),
    type: z.string().nullable(),
    batch: z.looseObject({ number: count, year: count, kind: z.string() }).nullable(),
    resources: z.array(z.string()),
    resourceConfidence: z.enum(['high', 'low']).nullable(),
    point: z.array(z.number()).length(2).nullable(),
    areas: z.record(z.string(), z.array(z.string())),
    note: z.string(),
    doubts: z.array(z.looseObject({ field: z.string(), text })),
  }),
);

const rankInterval = z.array(z.number()).length(2).nullable().describe('5 % and 95 % of the rank');
const lightCounts = z.looseObject({ green: count, yellow: count, red: count, none: count });

/** A caveat beside a number; `disguise`: it looks like success and is decline. */
export const flagNote = named(
  'Flag',
  z.looseObject({ id: z.string(), label: text, advice: text.nullable(), disguise: z.boolean() }),
);

export const overview = named(
  'Overview',
  z.looseObject({
    period: z.string(),
    index: z.string(),
    label: text,
    catalog: z.string(),
    flags: z.array(flagNote),
    rows: z.array(
      z.looseObject({
        id: z.string(),
        name: text,
        population: maybe,
        score: maybe.describe('0 to 100; null is missing'),
        rank: maybe,
        rankInterval,
        coverage: share,
        lights: lightCounts,
        flags: z.array(z.string()).describe('caveats that must stand beside the score'),
        scoreId: z.string(),
        populationId: z.string(),
      }),
    ),
  }),
);

const light = z.enum(['green', 'yellow', 'red', 'none']);

const judgement = named(
  'Judgement',
  z.looseObject({
    target: light,
    people: light,
    peers: light,
    trend: light,
    final: light,
    basis: z.enum(['target', 'people', 'peers', 'trend', 'none']),
    objective: light,
    mismatch: z.enum(['people_worse', 'people_better']).nullable(),
    peerClass: text,
    peerCount: count,
    caveats: z.array(z.string()),
  }),
);

export const finding = named(
  'Finding',
  z.looseObject({
    id: z.string(),
    city: z.string(),
    problem: z.string(),
    period: z.string(),
    severity: z.enum(['watch', 'act', 'urgent']),
  }),
);

export const checkup = named(
  'Checkup',
  z.looseObject({
    city: z.string(),
    period: z.string(),
    scores: z.record(z.string(), maybe),
    lights: z.record(z.string(), judgement),
    standing: z.record(
      z.string(),
      z.looseObject({ score: maybe, rank: maybe, rankInterval, ranked: count, coverage: share }),
    ),
    rank: maybe,
    rankInterval,
    coverage: share,
    strongest: z.array(z.string()),
    weakest: z.array(z.string()),
    missing: z.array(z.string()),
    flags: z
      .record(z.string(), z.array(z.string()))
      .describe('caveats by the indicator they must stand beside'),
    findings: z.array(finding),
    issues: z.array(issue),
  }),
);

const figure = named(
  'Figure',
  z.looseObject({
    indicator: z.string(),
    theme: z.string(),
    label: text,
    unit: z.string().describe('unit of all values of this figure'),
    display: z.looseObject({ unit: z.string(), label: text, factor: z.number(), digits: count }),
    better: z.string(),
    id: z.string(),
    value: maybe,
    doubtful: z.boolean(),
    remarks: z.array(text),
    flags: z.array(flagNote).describe('what must stand beside the value'),
    series: z.array(
      z.looseObject({ period: z.string(), value: maybe, id: z.string(), flags: z.array(flagNote) }),
    ),
    peers: z.looseObject({ label: text, count, q1: maybe, median: maybe, q3: maybe }),
  }),
);

export const cityPage = named(
  'CityPage',
  z.looseObject({
    city,
    period: z.string(),
    periods: z.array(z.string()),
    catalog: z.string(),
    checkup,
    nodeFlags: z.record(z.string(), z.array(flagNote)),
    figures: z.array(figure),
    breaks: z.array(z.looseObject({ year: z.number().int(), scope: z.string(), text })),
    sources: z.array(z.string()),
  }),
);

const shortParagraphs = z.array(z.looseObject({ text, caution: z.boolean() }));

export const cityStory = named(
  'CityStory',
  z.looseObject({
    city: z.string(),
    period: z.string(),
    lead: shortParagraphs,
    carbon: shortParagraphs,
    claims: z.array(z.looseObject({ id: z.string(), claim: text, verdict: z.string(), reason: text })),
  }),
);
