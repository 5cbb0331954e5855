import { z } from 'zod';
import { eventKinds } from '../access/index.js';

const text = z.object({ en: z.string(), zh: z.string() });

export const webhook = z.object({
  id: z.string(),
  address: z.string(),
  events: z.array(z.string()),
  label: z.string(),
  state: z.enum(['active', 'paused']),
  made: z.string().describe('instant, ISO 8601'),
  signs: z.boolean().describe('false after a restore, until it has a new secret'),
  waiting: z.number().int(),
  givenUp: z.number().int(),
});

export const webhookSecret = z.object({
  webhook,
  secret: z.string().describe('of Standard Webhooks, `whsec_…`; in this answer alone'),
});

export const delivery = z.object({
  id: z.string().describe('header webhook-id, the same for each try'),
  webhook: z.string(),
  event: z.string(),
  body: z.string().describe('as it is sent'),
  made: z.string(),
  state: z.enum(['waiting', 'delivered', 'given_up']),
  tries: z.number().int(),
  next: z.string().describe('instant of the next try'),
  last: z.string().describe('instant of the last try; empty: none yet'),
  answer: z.number().int().nullable().describe('status of the last answer'),
  fault: text.nullable(),
});

export const webhookWish = z.strictObject({
  address: z.string().min(1).max(2000).describe('https, of the public internet'),
  events: z.array(z.enum(eventKinds)).min(1),
  label: z.string().max(200).default('').describe('what it is for'),
});
