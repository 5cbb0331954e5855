import { z } from 'zod';
import { chainActions, chainPools, chainRoles, partnerStates } from '../plan/index.js';
import { chainPictures, chainReportKinds } from '../report/index.js';
import { componentNames } from './schemas.js';

/** Industry chains: what is asked and answered; words are those of the command. */

const table = z.string().min(1).describe('CSV');
const number = z.number().nullable();
const text = z.object({ en: z.string(), zh: z.string() });

const tables = {
  nodes: table.describe(
    'CSV node,name,stage,unit_value,carbon[,quotient,density,productivity,local_share,scale,market,present]',
  ),
  edges: table.describe('CSV from,to,share'),
  firms: table.describe('CSV firm,node,output,jobs[,lead]').optional(),
  records: table.describe('CSV role,name[,node,contact,source,since]').optional(),
  pools: table.describe('CSV pool,name[,node,state,amount,source]').optional(),
  partners: table.describe('CSV place,node[,output,quotient,distance]').optional(),
  title: z.string().min(1).max(200).describe('what the chain is called').optional(),
};

export const chainRequest = z.strictObject(tables);
componentNames.add(chainRequest, { id: 'ChainRequest' });

export const chainMapRequest = z.strictObject({
  ...tables,
  picture: z.enum(chainPictures),
  lang: z.enum(['zh', 'en']),
});
componentNames.add(chainMapRequest, { id: 'ChainMapRequest' });

export const chainReportRequest = z.strictObject({
  ...tables,
  kind: z.enum(chainReportKinds),
  format: z.enum(['html', 'xlsx']),
  lang: z.enum(['zh', 'en']),
});
componentNames.add(chainReportRequest, { id: 'ChainReportRequest' });

const poolSum = z.object({
  pool: z.enum(chainPools),
  label: text,
  entries: z.int(),
  amount: number.describe('of the entries that say one: money, for talent persons'),
  without: z.int().describe('entries that say none'),
});

const node = z.looseObject({
  node: z.string(),
  name: z.string(),
  stage: z.string(),
  action: z.enum(chainActions),
  rule: z.string(),
  says: text,
  evidence: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
  present: z.boolean(),
  pools: z.array(poolSum).optional(),
  partners: z
    .object({
      partner: z.string().nullable(),
      offers: z.array(
        z.looseObject({ place: z.string(), state: z.enum(partnerStates), says: text, distance: number }),
      ),
    })
    .optional(),
});

export const chainAnswer = z.looseObject({
  title: z.string().nullable(),
  rows: z.array(node),
  edges: z.array(z.object({ from: z.string(), to: z.string(), share: z.number() })),
  firms: z.array(z.looseObject({ firm: z.string(), node: z.string(), lead: z.boolean() })),
  records: z
    .object({
      records: z.array(z.looseObject({ role: z.enum(chainRoles), label: text, name: z.string() })),
      missing: z.array(z.object({ role: z.enum(chainRoles), label: text })),
    })
    .nullable(),
  pools: z.array(z.looseObject({ pool: z.enum(chainPools), name: z.string(), amount: number })).nullable(),
  poolsOfWhole: z.array(poolSum).nullable(),
});
componentNames.add(chainAnswer, { id: 'ChainAnswer' });
