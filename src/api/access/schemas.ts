import { z } from 'zod';
import { text } from '../schemas.js';

const count = z.number().int();
const instant = z.string().describe('ISO 8601');

const binding = z.looseObject({
  role: z.string(),
  area: z.string().describe('all, province/ID or city/ID'),
  place: text.nullable().describe('name of the place; null for all'),
});

export const account = z.looseObject({
  name: z.string(),
  label: z.string().describe("the person's name"),
  state: z.enum(['active', 'locked', 'erased']),
  made: instant,
  holds: z.array(binding),
});

export const identities = z.array(
  z.looseObject({
    id: z.string(),
    issuer: z.string().describe('address of the provider'),
    subject: z.string().describe("the provider's own name for the person"),
    account: z.string(),
    byGroups: z.boolean().describe('made by groups of the provider, which roles follow'),
    made: instant,
    used: z.string().describe('empty: never'),
  }),
);

export const sessionAnswer = z.looseObject({
  mode: z.enum(['open', 'accounts']).describe('open: nobody signs in, whoever asks is the operator'),
  anonymous: z.boolean().describe('whether readers who have not signed in are let in'),
  account: account
    .pick({ name: true, label: true, holds: true })
    .extend({ hasPassword: z.boolean().describe('false: it signs in by an identity provider or not at all') })
    .nullable(),
  openid: z
    .looseObject({ label: z.string(), issuer: z.string().describe('address of the provider') })
    .nullable()
    .describe('another way to sign in'),
  may: z.array(z.string()).describe('actions that the caller may do somewhere'),
});

export const sessionRows = z.array(
  z.looseObject({ id: z.string(), signedIn: instant, seen: instant.describe('last use, to the minute') }),
);

const token = z.looseObject({
  id: z.string(),
  account: z.string(),
  label: z.string(),
  scopes: z.array(z.string()),
  made: instant,
  ends: instant,
  used: z.string().describe('last use, to the minute; empty: never'),
  revoked: z.string().describe('empty: not'),
});

export const tokens = z.array(token);

export const madeToken = z.looseObject({ secret: z.string().describe('shown this once'), token });

export const auditLines = z.array(
  z.looseObject({
    number: count,
    previous: z.string().describe('hash of the line before'),
    hash: z.string(),
    at: instant,
    by: z.string(),
    action: z.string(),
    target: z.string(),
    old: z.string().describe('JSON'),
    new: z.string().describe('JSON'),
    why: z.string(),
  }),
);

const head = z.string().nullable().describe('NUMBER:HASH of the newest line; null where the log is empty');

export const auditHeadAnswer = z.looseObject({ head });

export const auditCheck = z.looseObject({ events: count, head });

/** Words of a person; the use cases say what is wrong with them. */
const word = z.string().max(2000);
const why = word.describe('reason, for the audit log').optional();
const role = word.describe('reader, city_reporter, provincial_reviewer …');
const area = word.describe('all, or a city or province by name, code or id');
const password = word.describe('15 to 256 characters');

export const requests = {
  signIn: z.strictObject({ name: word, password: word }),
  changePassword: z.strictObject({ old: word, new: password }),
  newAccount: z.strictObject({
    name: word.describe('2 to 64 letters a-z, digits, dots, @ or dashes'),
    label: word.describe("the person's name"),
    password: password.nullable().describe('null: no sign-in by password'),
    holds: z.array(z.strictObject({ role, area })).max(1000),
    why,
  }),
  binding: z.strictObject({ role, area, why }),
  identity: z.strictObject({
    issuer: word.describe('address of the provider, as its tokens name it'),
    subject: word.describe("the provider's own name for the person (sub)"),
    why,
  }),
  erase: z.strictObject({ why }),
  state: z.strictObject({ state: z.enum(['active', 'locked']), why }),
  password: z.strictObject({ password, why }),
  newToken: z.strictObject({
    label: word.describe('what it is for'),
    scopes: z.array(word).max(100).describe('what it may do at most'),
    days: z.number().int().describe('how long it holds; default 90').optional(),
    account: word.describe('whose; default the own one').optional(),
    why,
  }),
  verify: z.strictObject({ head: word.describe('NUMBER:HASH that was published').optional() }),
};

export const params = {
  name: z.strictObject({ name: z.string().describe('of an account') }),
  id: z.strictObject({ id: z.string().describe('as the list gives it') }),
};

export const queries = {
  whose: z.strictObject({ account: word.describe('whose; default the own one').optional() }),
  ending: z.strictObject({ account: word.describe('whose; default the own one').optional(), why }),
  binding: z.strictObject({ role, area, why }),
  reason: z.strictObject({ why }),
  audit: z.strictObject({
    target: word.describe('such as account/li').optional(),
    before: z.coerce.number().int().min(1).describe('only lines with a smaller number').optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
};
