import { z } from 'zod';
import { componentNames, issue, text } from './schemas.js';

/** What `match` answers; words are those of the command. */

const maybe = z.number().nullable();
const count = z.int().nonnegative();
const mark = z.enum(['V', 'S', 'M', 'D']);
const said = z.array(z.looseObject({ text, mark }));
const source = z.array(z.looseObject({ id: z.string(), title: text, mark }));

const cityMode = z.looseObject({
  label: z
    .enum(['replacement', 'extension', 'hybrid', 'too_early'])
    .nullable()
    .describe('null: the figures do not tell'),
  name: text.nullable(),
  reasons: z.array(text).min(1),
  figures: z.array(
    z.looseObject({ what: text, value: maybe, ids: z.array(z.string()).describe('addresses behind it') }),
  ),
});

const similarCity = z.looseObject({
  city: z.string(),
  name: text,
  distance: z.number().nonnegative().describe('standard deviations, root of the mean square'),
  shared: count,
  of: count,
  because: z.array(text),
  gaps: z.array(
    z.looseObject({
      indicator: z.string(),
      label: text,
      own: maybe,
      other: maybe,
      ownId: z.string(),
      otherId: z.string(),
      gap: maybe,
    }),
  ),
});

const caseShown = {
  case: z.string(),
  place: text,
  city: z.string().nullable(),
  mode: text,
  outcome: z.looseObject({ class: z.string(), name: text, text: text.nullable() }),
  failure: z.boolean(),
  conditions: said.min(1),
  cautions: said.min(1),
  source: source.min(1),
  mark,
};

const range = z.looseObject({ low: maybe, high: maybe, mark });

export const matchAnswer = z.looseObject({
  city: z.string(),
  name: text,
  period: z.string(),
  mode: cityMode,
  similar: z.array(similarCity),
  own: z.looseObject(caseShown).nullable().describe('what the library says of the city itself'),
  cases: z.array(
    z.looseObject({
      ...caseShown,
      distance: maybe.describe('0 to 1'),
      shared: count,
      asFailure: z.boolean(),
      because: z.array(text),
    }),
  ),
  measures: z.array(
    z.looseObject({
      measure: z.string(),
      label: text,
      answers: z.array(text).min(1),
      cost: range.nullable().describe('yuan; null: unknown'),
      effects: z.array(range),
      source: source.min(1),
      mark,
    }),
  ),
  issues: z.array(issue),
});
componentNames.add(matchAnswer, { id: 'MatchAnswer' });
